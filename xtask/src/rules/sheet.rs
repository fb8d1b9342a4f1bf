//! `docs/rules.toml`: the rules themselves, each in a sentence.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::mention::RuleId;

/// Where the rules are written.
pub(super) const SHEET: &str = "docs/rules.toml";

/// Every rule, in sections.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    #[serde(rename = "section")]
    pub(super) sections: Vec<Section>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub(super) title: String,
    #[serde(rename = "rule")]
    pub(super) rules: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: RuleId,
    pub(super) title: String,
    pub(super) source: Vec<Source>,
    /// A setting in braces stands for its default: `after {password_days} days`.
    pub(super) sentence: String,
    /// What holds the rule up beside tests.
    #[serde(default)]
    pub(super) evidence: Vec<Evidence>,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum Source {
    /// The service's FAQ of February 2018.
    #[serde(rename = "S")]
    Faq,
    /// Something else that the service, or a standard, publishes.
    #[serde(rename = "N")]
    Published,
    /// Our choice, where no source says.
    #[serde(rename = "O")]
    Own,
}

/// A file that shows something as long as a phrase is in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Evidence {
    pub(super) file: String,
    pub(super) phrase: String,
    pub(super) shows: String,
}

impl Sheet {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(root.join(SHEET)).with_context(|| format!("{SHEET} is missing"))?;
        let sheet: Self = toml::from_str(&text).with_context(|| format!("{SHEET} can't be read"))?;
        let ids: Vec<RuleId> = sheet.rules().map(|rule| rule.id).collect();
        ensure!(ids.is_sorted_by(|one, next| one < next), "the ids in {SHEET} don't rise, or one stands there twice");
        Ok(sheet)
    }

    pub(super) fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.sections.iter().flat_map(|section| &section.rules)
    }

    pub(super) fn has(&self, id: RuleId) -> bool {
        self.rules().any(|rule| rule.id == id)
    }
}
