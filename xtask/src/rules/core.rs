//! What in core decides a rule: public items whose doc comment names it, functions that answer a command or
//! refuse for it, and those that judge in a module whose doc comment names it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::mention::RuleId;
use super::source::Files;
use super::walk::{self, Found};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Function,
    /// A type, a trait, a constant.
    Type,
    Module,
    /// Of an enum: a command, an event, a refusal.
    Case,
}

/// A method with one of these in its signature is not just an accessor: it may say no, or goes by time or numbers.
const JUDGING: [&str; 3] = ["Result", "Policy", "Instant"];

/// An item of core.
#[derive(Debug)]
pub(super) struct Decider {
    pub(super) kind: Kind,
    /// As its users write it, such as `account::Account::decide`.
    pub(super) path: String,
    pub(super) file: String,
    /// The rules that it decides: those that it names, those that its type and cases of what it takes and gives
    /// name, and those that its module names.
    rules: [BTreeSet<RuleId>; 3],
}

impl Decider {
    /// How far the rule is from being named by the item itself; `None`: the item does not decide it.
    pub(super) fn distance(&self, rule: RuleId) -> Option<usize> {
        self.rules.iter().position(|rules| rules.contains(&rule))
    }
}

/// Every item that decides a rule.
pub(super) fn deciders(files: &Files) -> Result<Vec<Decider>> {
    let (found, aliases) = walk::core(files)?;
    let types = Types::of(&found);
    let mut deciders = Vec::new();
    for item in &found {
        // A method of a private type has no path.
        let Some(path) = types.path(item) else { continue };
        let rules = match item.kind {
            Kind::Function => {
                let words = with_aliases(&item.words, &aliases);
                let judges = item.of.is_none() || JUDGING.iter().any(|word| words.contains(*word));
                let answers = if words.contains("Result") { answered(item, &words, &found) } else { BTreeSet::new() };
                [item.own.clone(), answers, if judges { item.around.clone() } else { BTreeSet::new() }]
            }
            _ => [item.own.clone(), BTreeSet::new(), item.around.clone()],
        };
        if rules.iter().any(|rules| !rules.is_empty()) {
            deciders.push(Decider { kind: item.kind, path, file: item.file.clone(), rules });
        }
    }
    Ok(deciders)
}

/// The rules that the cases of the types in a function's signature name, and those that its own type names.
fn answered(function: &Found, words: &BTreeSet<String>, found: &[Found]) -> BTreeSet<RuleId> {
    let here = found.iter().filter(|item| item.module == function.module);
    let speaking = here.filter(|item| match (&item.of, item.kind) {
        (Some(of), Kind::Case) => words.contains(of),
        (None, Kind::Type) => function.of.as_ref() == Some(&item.name),
        _ => false,
    });
    speaking.flat_map(|item| item.own.iter().copied()).collect()
}

fn with_aliases(words: &BTreeSet<String>, aliases: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let meant = words.iter().filter_map(|word| aliases.get(word)).flatten();
    words.iter().chain(meant).cloned().collect()
}

/// The public types by their names, each with its modules.
struct Types<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Types<'a> {
    fn of(found: &'a [Found]) -> Self {
        let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for item in found.iter().filter(|item| item.kind == Kind::Type && item.of.is_none()) {
            types.entry(&item.name).or_default().push(&item.module);
        }
        Self(types)
    }

    /// The path of an item. What is of a type stands under it, wherever it is written.
    fn path(&self, item: &Found) -> Option<String> {
        let Some(of) = &item.of else { return Some(walk::within(&item.module, &item.name)) };
        let modules = self.0.get(of.as_str())?;
        let module = match modules.as_slice() {
            [only] => only,
            _ => modules.iter().find(|module| **module == item.module)?,
        };
        Some(walk::within(&walk::within(module, of), &item.name))
    }
}
