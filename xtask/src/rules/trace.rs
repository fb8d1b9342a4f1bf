//! All that is known of the rules, and what is missing.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprCall, ExprLit, Lit};

use super::core::{self, Decider, Kind};
use super::decision::{self, Choice};
use super::endpoint::{self, Endpoint};
use super::mention::{self, RuleId};
use super::page::{self, Page};
use super::proof::{self, Proof};
use super::setting::{self, Setting};
use super::sheet::{Rule, SHEET, Sheet};
use super::source::{self, Files};

/// The rules, and all that names one.
pub(super) struct Trace {
    pub(super) sheet: Sheet,
    pub(super) deciders: Vec<Decider>,
    pub(super) settings: Vec<Setting>,
    pub(super) proofs: Vec<Proof>,
    pub(super) endpoints: Vec<Endpoint>,
    pub(super) pages: Vec<Page>,
    pub(super) choices: Vec<Choice>,
    /// Everything that names a rule which is not on the sheet, and evidence that is none.
    faults: Vec<String>,
}

impl Trace {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let files = source::read(root)?;
        let sheet = Sheet::read(root)?;
        let settings = setting::settings(&files)?;
        let proofs = proof::proofs(&files);
        let choices = decision::choices(root)?;
        let mut faults = strangers(&sheet, &files, &proofs, &choices);
        for rule in sheet.rules() {
            faults.extend(faults_of(root, rule, &settings));
        }
        Ok(Self {
            deciders: core::deciders(&files)?,
            endpoints: endpoint::endpoints(&files),
            pages: page::pages(&files),
            sheet,
            settings,
            proofs,
            choices,
            faults,
        })
    }

    /// The items of core that decide a rule: functions, types, modules.
    pub(super) fn deciders_of(&self, rule: RuleId) -> impl Iterator<Item = &Decider> {
        self.deciders.iter().filter(move |item| item.kind != Kind::Case && item.distance(rule).is_some())
    }

    pub(super) fn proofs_of(&self, rule: RuleId) -> impl Iterator<Item = &Proof> {
        self.proofs.iter().filter(move |proof| proof.rules.contains(&rule))
    }

    /// All that is missing or false, a sentence each.
    pub(super) fn gaps(&self) -> Vec<String> {
        let mut gaps = self.faults.clone();
        for Rule { id, title, .. } in self.sheet.rules() {
            if self.deciders_of(*id).next().is_none() {
                gaps.push(format!(
                    "{id} ({title}) is decided nowhere: no public item in core names it in its doc comment"
                ));
            }
            if self.proofs_of(*id).next().is_none() {
                gaps.push(format!("{id} ({title}) has no test: none has a name that begins with `r{}_`", id.0));
            }
        }
        gaps
    }
}

/// The sentence with the settings' defaults in place of their names, or the name that is no setting's.
pub(super) fn filled_in(sentence: &str, settings: &[Setting]) -> Result<String, String> {
    let mut pieces = sentence.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let setting = settings.iter().find(|setting| setting.name == name);
        text.push_str(setting.and_then(|setting| setting.value.as_ref()).ok_or(name)?);
        text.push_str(rest);
    }
    Ok(text)
}

fn faults_of(root: &Path, rule: &Rule, settings: &[Setting]) -> Vec<String> {
    let mut faults = Vec::new();
    if let Err(name) = filled_in(&rule.sentence, settings) {
        faults.push(format!("{}'s sentence in {SHEET} speaks of `{name}`, which is no number in `Policy`", rule.id));
    }
    for evidence in &rule.evidence {
        let text = std::fs::read_to_string(root.join(&evidence.file)).unwrap_or_default();
        if !text.contains(&evidence.phrase) {
            faults.push(format!("{}'s evidence is gone: `{}` is not in {}", rule.id, evidence.phrase, evidence.file));
        }
    }
    faults
}

/// Whoever names a rule that is not on the sheet.
fn strangers(sheet: &Sheet, files: &Files, proofs: &[Proof], choices: &[Choice]) -> Vec<String> {
    let mut named = BTreeSet::new();
    for (path, file) in files {
        let mut search = Named::default();
        search.visit_file(file);
        named.extend(search.0.into_iter().map(|rule| (rule, path.clone())));
    }
    for proof in proofs {
        named.extend(proof.rules.iter().map(|rule| (*rule, format!("{} in {}", proof.name, proof.file))));
    }
    for choice in choices {
        named.extend(choice.rules.iter().map(|rule| (*rule, choice.file.clone())));
    }
    named.retain(|(rule, _)| !sheet.has(*rule));
    named.iter().map(|(rule, by)| format!("{rule}, which {by} names, is not in {SHEET}")).collect()
}

/// The rules that doc comments name, and refusals.
#[derive(Default)]
struct Named(BTreeSet<RuleId>);

impl Visit<'_> for Named {
    fn visit_attribute(&mut self, attribute: &Attribute) {
        self.0.extend(mention::in_text(&source::docs(std::slice::from_ref(attribute))));
    }

    /// `Rule(17)`.
    fn visit_expr_call(&mut self, call: &ExprCall) {
        if let Expr::Path(function) = &*call.func
            && function.path.is_ident("Rule")
            && let Some(Expr::Lit(ExprLit { lit: Lit::Int(number), .. })) = call.args.first()
        {
            self.0.extend(number.base10_parse().map(RuleId));
        }
        visit::visit_expr_call(self, call);
    }
}
