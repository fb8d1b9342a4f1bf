//! The table of faults, as it stands in the docs.

use super::{Caught, Fault};

const HEAD: &str = "\
# Seeded faults

Written by `make seeded`. It puts each fault, one at a time, into a copy of the rules and runs what
guards them; a fault that nothing catches fails it. Of everything that caught a fault the first few
are named, those of the fault's rule before others; the properties among them try the same inputs
each time.

| Rule | Fault | Caught by |
|---|---|---|
";

/// How many names a catcher has in a row.
const NAMES: usize = 3;

pub(super) fn of(caught: &[Caught]) -> String {
    let rows: String =
        caught.iter().map(|caught| format!("{} {} |\n", row_of(caught.fault), names_of(caught))).collect();
    format!("{HEAD}{rows}")
}

/// The part of a row that is known before anything ran.
pub(super) fn row_of(fault: &Fault) -> String {
    format!("| {} | {} |", fault.rule.to_uppercase(), fault.alteration.what)
}

fn names_of(caught: &Caught) -> String {
    let names = caught.by.iter().flat_map(|(_, names)| first_of(names, caught.fault.rule));
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join("<br>")
}

fn first_of<'a>(names: &'a [String], rule: &str) -> impl Iterator<Item = &'a str> {
    let id = format!("{rule}_");
    let is_of_the_rule = move |name: &&str| name.rsplit("::").next().is_some_and(|name| name.starts_with(&id));
    let (own, others): (Vec<&str>, Vec<&str>) = names.iter().map(String::as_str).partition(is_of_the_rule);
    own.into_iter().chain(others).take(NAMES)
}
