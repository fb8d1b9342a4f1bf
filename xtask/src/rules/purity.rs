//! Core knows no clock, no entropy, no input and no output: none is named in it. Clippy refuses the calls that have
//! a name of their own (`core/clippy.toml`); here whole modules are refused, and macros that print.

use std::path::Path;

use syn::visit::{self, Visit};
use syn::{File, ItemMod, Macro, UseTree};

use super::source;

/// What no path in core may begin with.
const REFUSED: [&str; 14] = [
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::os",
    "std::process",
    "std::thread",
    "std::time",
    "chrono::Local",
    "chrono::Utc::now",
    "getrandom",
    "rand",
    "uuid::Uuid::new_v4",
    "uuid::Uuid::new_v7",
];
const REFUSED_MACROS: [&str; 6] = ["dbg", "eprint", "eprintln", "env", "print", "println"];

/// The paths and macros of a file that reach outside, tests apart.
#[derive(Default)]
struct Outside(Vec<String>);

impl Outside {
    fn judge(&mut self, path: &str) {
        let is_in = |refused| path.strip_prefix(refused).is_some_and(|rest| !rest.starts_with(is_of_a_name));
        if REFUSED.into_iter().any(is_in) {
            self.0.push(path.to_owned());
        }
    }

    fn judge_use(&mut self, before: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.judge_use(&format!("{before}{}::", path.ident), &path.tree),
            UseTree::Name(name) => self.judge(&format!("{before}{}", name.ident)),
            UseTree::Rename(name) => self.judge(&format!("{before}{}", name.ident)),
            UseTree::Glob(_) => self.judge(&format!("{before}*")),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.judge_use(before, tree)),
        }
    }
}

fn is_of_a_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

impl Visit<'_> for Outside {
    fn visit_item_mod(&mut self, module: &ItemMod) {
        if !source::is_for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &syn::ItemUse) {
        self.judge_use("", &item.tree);
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.judge(&names.join("::"));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &Macro) {
        if let Some(name) = called.path.segments.last().map(|last| last.ident.to_string())
            && REFUSED_MACROS.contains(&name.as_str())
        {
            self.0.push(format!("{name}!"));
        }
    }
}

fn outside(file: &File) -> Vec<String> {
    let mut outside = Outside::default();
    outside.visit_file(file);
    outside.0
}

#[test]
fn r35_core_names_no_clock_no_entropy_and_no_input_or_output() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = source::read(root).unwrap();
    files.retain(|path, _| path.starts_with("core/src/") && !path.contains("/tests/") && !path.ends_with("/tests.rs"));
    assert!(files.contains_key("core/src/account/decide.rs"), "core is not where it was");
    for (path, file) in files {
        assert_eq!(outside(&file), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn what_reaches_outside_is_noticed_however_it_is_imported() {
    for (text, named) in [
        ("use std::{fmt, time::{Duration, SystemTime as Clock}};", "std::time::Duration"),
        ("use std::fs;", "std::fs"),
        ("use std::io::*;", "std::io::*"),
        ("fn now() -> u64 { std::time::Instant::now() }", "std::time::Instant::now"),
        ("fn id() -> Uuid { uuid::Uuid::new_v4() }", "uuid::Uuid::new_v4"),
        ("fn seed() { getrandom::fill(&mut []); }", "getrandom::fill"),
        ("fn say() { println!(\"{}\", 1); }", "println!"),
    ] {
        assert_eq!(outside(&syn::parse_file(text).unwrap()).first().map(String::as_str), Some(named), "{text}");
    }
    let harmless = "use std::fmt; use crate::time::Instant; #[cfg(test)] mod tests { use std::fs; }";
    assert_eq!(outside(&syn::parse_file(harmless).unwrap()), [""; 0]);
}
