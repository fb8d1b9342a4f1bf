//! The choices between two readings of a rule: `docs/decisions`.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use super::mention::{self, RuleId};
use super::source;

const FOLDER: &str = "docs/decisions";

/// A choice that was written down.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) title: String,
    pub(super) file: String,
    pub(super) rules: BTreeSet<RuleId>,
}

/// Every choice that names a rule, in the order of their numbers.
pub(super) fn choices(root: &Path) -> Result<Vec<Choice>> {
    let mut choices = Vec::new();
    for name in source::names_in(&root.join(FOLDER))? {
        if source::has_extension(&name, "md") {
            let file = format!("{FOLDER}/{name}");
            let text = std::fs::read_to_string(root.join(&file))?;
            let title = text.lines().next().unwrap_or_default().trim_start_matches('#').trim().to_owned();
            choices.push(Choice { title, file, rules: mention::in_text(&text) });
        }
    }
    choices.retain(|choice| !choice.rules.is_empty());
    Ok(choices)
}
