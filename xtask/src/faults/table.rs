//! The table of faults, as it stands in the docs.

use super::{Caught, Fault};

const HEAD: &str = "\
# Seeded faults

Written by `make seeded`. It puts each fault, one at a time, into a copy of the rules and runs what
guards them; a fault that nothing catches fails it. Of everything that caught a fault a few are
named, those of the fault's rule before others, and stay named for as long as they catch it; the
properties among them try the same inputs each time.

| Rule | Fault | Caught by |
|---|---|---|
";

/// How many names a row has, where it has none yet.
const NAMES: usize = 3;

/// The table; `there` is the one so far.
pub(super) fn of(caught: &[Caught], there: &str) -> String {
    let rows: String = caught.iter().map(|caught| row(caught, there)).collect();
    format!("{HEAD}{rows}")
}

/// The row of a fault, with the line's end.
pub(super) fn row(caught: &Caught, there: &str) -> String {
    let head = head_of(caught.fault);
    let cell_so_far = there.lines().find_map(|line| line.strip_prefix(&head)).unwrap_or_default();
    let names: Vec<&str> = caught.by.iter().flat_map(|(_, names)| names).map(String::as_str).collect();
    let kept: Vec<&str> = cell_so_far.split('`').filter(|name| names.contains(name)).collect();
    let chosen = if kept.is_empty() { first_of(&names, caught.fault.rule) } else { kept };
    let cell = chosen.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join("<br>");
    format!("{head} {cell} |\n")
}

/// The part of a row that is known before anything ran.
pub(super) fn head_of(fault: &Fault) -> String {
    format!("| {} | {} |", fault.rule.to_uppercase(), fault.alteration.what)
}

fn first_of<'a>(names: &[&'a str], rule: &str) -> Vec<&'a str> {
    let id = format!("{rule}_");
    let is_of_the_rule = |name: &&str| name.rsplit("::").next().is_some_and(|name| name.starts_with(&id));
    let (own, others): (Vec<&str>, Vec<&str>) = names.iter().copied().partition(is_of_the_rule);
    own.into_iter().chain(others).take(NAMES).collect()
}
