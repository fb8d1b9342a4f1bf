//! What a WebAssembly file spends its bytes on: its functions by name, and the crates that they come from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// How many of each are told.
const TOLD: usize = 5;
/// Where it is kept of the files as served, below the workspace.
const FOLDER: &str = "target/client/functions";

/// The largest functions of a file and the largest crates, in bytes before compression.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Functions {
    each: Vec<(String, usize)>,
    crates: Vec<(String, usize)>,
    /// What is no code: constants, texts, tables.
    data: usize,
}

/// Takes the names out of a file, where they serve nobody, and keeps beside it what they say.
pub(crate) fn take_names(file: &Path) -> Result<()> {
    let wasm = std::fs::read(file)?;
    let functions = Functions::of(&wasm).with_context(|| format!("{} can't be read", file.display()))?;
    std::fs::write(beside(file), serde_json::to_vec(&functions)?)?;
    Ok(std::fs::write(file, without_names(&wasm)?)?)
}

/// Keeps it under the name that the file is served by.
pub(crate) fn rename(root: &Path, file: &Path, name: &str) -> Result<()> {
    let kept = root.join(FOLDER);
    std::fs::create_dir_all(&kept)?;
    Ok(std::fs::copy(beside(file), beside(&kept.join(name))).map(drop)?)
}

/// What was kept of a file that is served by this name.
pub(crate) fn of(root: &Path, name: &str) -> Result<Functions> {
    let kept = beside(&root.join(FOLDER).join(name));
    Ok(serde_json::from_slice(&std::fs::read(&kept).with_context(|| format!("{} is missing", kept.display()))?)?)
}

fn beside(file: &Path) -> PathBuf {
    file.with_extension("functions.json")
}

impl Functions {
    fn of(wasm: &[u8]) -> Result<Self> {
        let mut names = BTreeMap::new();
        let mut sizes = Vec::new();
        let (mut imported, mut data) = (0, 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
                Payload::DataSection(section) => data = section.range().len(),
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(section) = section.as_known() else { continue };
                    for part in section {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, readable(naming.name));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        let mut functions: BTreeMap<String, usize> = BTreeMap::new();
        let mut crates: BTreeMap<String, usize> = BTreeMap::new();
        for (index, size) in (imported..).zip(sizes) {
            let name = names.get(&index).cloned().unwrap_or_else(|| "(unnamed)".to_owned());
            *crates.entry(crate_of(&name)).or_default() += size;
            *functions.entry(name).or_default() += size;
        }
        Ok(Self { each: largest(functions), crates: largest(crates), data })
    }

    /// A line for each of the largest.
    pub(crate) fn print(&self) {
        let line = |all: &[(String, usize)]| {
            let told = all.iter().take(TOLD).map(|(name, size)| format!("{name} {size}"));
            told.collect::<Vec<_>>().join(", ")
        };
        println!("             crates: {}; data {}", line(&self.crates), self.data);
        for (name, size) in self.each.iter().take(TOLD) {
            let short: String = name.chars().take(100).collect();
            println!("             {size:>6} {short}");
        }
    }
}

fn largest(all: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    all
}

/// A function's path, without the hash at its end.
fn readable(mangled: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(mangled))
}

/// The crate in which a function is written, or for whose type a generic one was made.
fn crate_of(name: &str) -> String {
    let path =
        name.trim_start_matches(['<', '&', '(', '[', '*', ' ']).trim_start_matches("dyn ").trim_start_matches("mut ");
    let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(path.len());
    path.get(..end).filter(|name| !name.is_empty()).unwrap_or("(unnamed)").to_owned()
}

/// The file without its section of names.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut kept = wasm.get(..8).context("not a WebAssembly file")?.to_vec();
    let mut rest = 8;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let Some((_, range)) = payload.as_section() else { continue };
        let is_names = matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        if !is_names {
            kept.extend_from_slice(wasm.get(rest..range.end).context("a section breaks off")?);
        }
        rest = range.end;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_of_the_crate_that_it_is_written_in() {
        for (name, expected) in [
            ("core::fmt::write", "core"),
            ("<enamel_core::policy::Policy as serde::de::Deserialize>::deserialize", "enamel_core"),
            ("<&mut serde_json::ser::Serializer as serde::ser::Serializer>::serialize_str", "serde_json"),
            ("[T]::sort", "T"),
            ("", "(unnamed)"),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn names_are_taken_out_and_all_else_is_kept() {
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\0\x0e\x04name\x01\x07\x01\0\x04main".to_vec();
        let functions = Functions::of(&wasm).unwrap();
        assert_eq!(functions.each, [("main".to_owned(), 2)]);
        assert_eq!(without_names(&wasm).unwrap(), wasm[..wasm.len() - 16]);
        assert_eq!(Functions::of(&without_names(&wasm).unwrap()).unwrap().each, [("(unnamed)".to_owned(), 2)]);
    }
}
