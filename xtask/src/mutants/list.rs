//! The mutants, as cargo-mutants lists them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::tools;

/// A change of one expression of a rule.
#[derive(Clone, Debug)]
pub(super) struct Mutant {
    /// From 1; 0 is none.
    pub(super) id: u32,
    /// From the workspace's folder.
    pub(super) file: String,
    pub(super) genre: Genre,
    /// Where it stands and what it is, without lines and columns, so that it keeps.
    pub(super) name: String,
    /// The bytes of the file that it replaces.
    pub(super) at: Range<usize>,
    /// The bytes of the function that it is in.
    pub(super) within: Option<Range<usize>>,
    pub(super) replacement: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Genre {
    BinaryOperator,
    FnValue,
    MatchArm,
    MatchArmGuard,
    StructField,
    UnaryOperator,
    /// Of a later cargo-mutants: to be built one by one.
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Listed {
    file: String,
    genre: Genre,
    name: String,
    replacement: String,
    span: Span,
    function: Option<Function>,
}

#[derive(Deserialize)]
struct Function {
    span: Span,
}

#[derive(Deserialize)]
struct Span {
    start: Position,
    end: Position,
}

/// Both from 1, the column in characters.
#[derive(Deserialize)]
struct Position {
    line: usize,
    column: usize,
}

/// The mutants of core, or of some files, with the texts of their files.
pub(super) fn of(root: &Path, cargo_mutants: &Path, files: &[&str]) -> Result<(Vec<Mutant>, Sources)> {
    let mut command = Command::new(cargo_mutants);
    command.current_dir(root).args(["mutants", "--package", "enamel-core", "--list", "--json"]);
    for file in files {
        command.args(["--file", file]);
    }
    let listed: Vec<Listed> = serde_json::from_str(&tools::output(&mut command)?).context("an unknown list")?;
    let mut sources = Sources::new();
    for mutant in &listed {
        if !sources.contains_key(&mutant.file) {
            sources.insert(mutant.file.clone(), std::fs::read_to_string(root.join(&mutant.file))?);
        }
    }
    Ok((mutants(listed, &sources)?, sources))
}

/// Texts of files by their paths from the workspace's folder.
pub(super) type Sources = BTreeMap<String, String>;

fn mutants(listed: Vec<Listed>, sources: &Sources) -> Result<Vec<Mutant>> {
    let mut mutants = Vec::new();
    for (id, listed) in (1..).zip(listed) {
        let text = sources.get(&listed.file).context("a file that was not read")?;
        let lost = || format!("{} lies beyond its file", listed.name);
        mutants.push(Mutant {
            id,
            at: bytes(text, &listed.span).with_context(lost)?,
            within: listed.function.as_ref().and_then(|function| bytes(text, &function.span)),
            name: name(&listed),
            file: listed.file,
            genre: listed.genre,
            replacement: listed.replacement,
        });
    }
    number_alike(&mut mutants);
    Ok(mutants)
}

/// `core/src/code.rs:42:54: delete ! in parse` without the folder and the place.
fn name(listed: &Listed) -> String {
    let what = listed.name.splitn(4, ':').nth(3).unwrap_or(&listed.name).trim();
    let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}: {what}", listed.file.trim_start_matches("core/src/"))
}

/// Tells those of one name apart by their order in the file.
fn number_alike(mutants: &mut [Mutant]) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for mutant in &*mutants {
        *found.entry(mutant.name.clone()).or_default() += 1;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for mutant in mutants {
        let all = found.get(&mutant.name).copied().unwrap_or_default();
        if all > 1 {
            let nth = seen.entry(mutant.name.clone()).or_default();
            *nth += 1;
            mutant.name = format!("{} ({nth} of {all})", mutant.name);
        }
    }
}

fn bytes(text: &str, span: &Span) -> Option<Range<usize>> {
    Some(byte(text, &span.start)?..byte(text, &span.end)?)
}

fn byte(text: &str, position: &Position) -> Option<usize> {
    let line: usize = text.split_inclusive('\n').take(position.line - 1).map(str::len).sum();
    let rest = text.get(line..)?;
    let column = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).nth(position.column - 1)?;
    Some(line + column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(name: &str, line: usize, column: usize) -> Listed {
        let place = |column| Position { line, column };
        Listed {
            file: "core/src/a.rs".into(),
            genre: Genre::UnaryOperator,
            name: name.into(),
            replacement: String::new(),
            span: Span { start: place(column), end: place(column + 1) },
            function: None,
        }
    }

    #[test]
    fn a_place_counts_characters_and_a_name_keeps_without_it() {
        let sources = Sources::from([("core/src/a.rs".into(), "// é\nlet ä = !b;\n".into())]);
        let mutants = mutants(vec![listed("core/src/a.rs:2:9: delete ! in f", 2, 9)], &sources).unwrap();
        assert_eq!(mutants[0].name, "a.rs: delete ! in f");
        assert_eq!(&sources["core/src/a.rs"][mutants[0].at.clone()], "!");
    }

    #[test]
    fn mutants_of_one_name_are_numbered() {
        let sources = Sources::from([("core/src/a.rs".into(), "!a == !b".into())]);
        let listed =
            vec![listed("core/src/a.rs:1:1: delete ! in f", 1, 1), listed("core/src/a.rs:1:7: delete ! in f", 1, 7)];
        let names: Vec<_> = mutants(listed, &sources).unwrap().into_iter().map(|mutant| mutant.name).collect();
        assert_eq!(names, ["a.rs: delete ! in f (1 of 2)", "a.rs: delete ! in f (2 of 2)"]);
    }
}
