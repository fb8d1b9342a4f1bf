//! The Rust files of the workspace, parsed.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, ExprLit, File, Lit, Meta};

/// The folders whose Rust files are read.
const FOLDERS: [&str; 5] = ["core", "frontend", "server", "tests", "xtask"];

/// Parsed files by their paths from the workspace's folder, written with slashes.
pub(super) type Files = BTreeMap<String, File>;

/// Every Rust file.
pub(super) fn read(root: &Path) -> Result<Files> {
    let mut files = Files::new();
    for folder in FOLDERS {
        read_folder(root, folder, &mut files)?;
    }
    Ok(files)
}

fn read_folder(root: &Path, folder: &str, files: &mut Files) -> Result<()> {
    for name in names_in(&root.join(folder))? {
        let path = format!("{folder}/{name}");
        let full = root.join(&path);
        if full.is_dir() {
            if !["target", "node_modules"].contains(&&*name) {
                read_folder(root, &path, files)?;
            }
        } else if has_extension(&path, "rs") {
            let text = std::fs::read_to_string(&full).with_context(|| path.clone())?;
            let file = syn::parse_file(&text).with_context(|| format!("{path} can't be parsed"))?;
            files.insert(path, file);
        }
    }
    Ok(())
}

/// The names in a folder, sorted; none where there is no such folder.
pub(super) fn names_in(folder: &Path) -> Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

pub(super) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

/// The doc comment among the attributes of an item, or of a file.
pub(super) fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether an attribute's path ends in `name`, such as `test` in `tokio::test`.
pub(super) fn has_attribute(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().segments.last().is_some_and(|last| last.ident == name))
}

/// Whether something is compiled for tests alone.
pub(super) fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}

/// All tokens in their order, those in brackets too.
pub(super) fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let mut all = Vec::new();
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            all.extend(flat(group.stream()));
        } else {
            all.push(token);
        }
    }
    all
}
