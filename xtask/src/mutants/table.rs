//! The table of mutants, as it stands in the docs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::{Outcome, Verdict, Way};

const TABLE: &str = "docs/mutants.md";
/// Of every mutant that is missed: why that is no gap in the tests.
const REASONS: &str = "docs/mutants.toml";

/// The share of the viable ones that has to be noticed.
const SHARE: f64 = 95.0;

type Reasons = BTreeMap<String, String>;

/// How many of each kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    mutants: usize,
    viable: usize,
    caught: usize,
    timeouts: usize,
    missed: usize,
}

impl Counts {
    fn add(&mut self, verdict: Verdict) {
        self.mutants += 1;
        self.viable += usize::from(verdict != Verdict::Unviable);
        self.caught += usize::from(verdict == Verdict::Caught);
        self.timeouts += usize::from(verdict == Verdict::Timeout);
        self.missed += usize::from(verdict == Verdict::Missed);
    }

    /// In per cent; all where there are none.
    fn share(self) -> f64 {
        let count = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        if self.viable == 0 { 100.0 } else { 100.0 * count(self.viable - self.missed) / count(self.viable) }
    }

    fn row(self, name: &str) -> String {
        let Self { mutants, viable, caught, timeouts, missed } = self;
        format!("| {name} | {mutants} | {viable} | {caught} | {timeouts} | {missed} |\n")
    }
}

/// Writes the docs; fails where a missed mutant has no reason, or a reason no missed mutant.
pub(super) fn write(root: &Path, outcomes: &[Outcome]) -> Result<()> {
    let reasons = reasons(root)?;
    std::fs::write(root.join(TABLE), page(outcomes, &reasons))?;
    println!("{}", said(outcomes));
    let missed: BTreeSet<&str> = missed(outcomes).collect();
    let idle: Vec<&String> = reasons.keys().filter(|name| !missed.contains(name.as_str())).collect();
    ensure!(idle.is_empty(), "{REASONS} gives reasons for what is not missed: {idle:#?}");
    judge(outcomes, &reasons)
}

/// Prints the table; fails where a missed mutant has no reason.
pub(super) fn print(root: &Path, outcomes: &[Outcome]) -> Result<()> {
    println!("{}{}", by_module(outcomes), said(outcomes));
    judge(outcomes, &reasons(root)?)
}

fn reasons(root: &Path) -> Result<Reasons> {
    let text = std::fs::read_to_string(root.join(REASONS)).with_context(|| format!("{REASONS} is missing"))?;
    toml::from_str(&text).with_context(|| format!("{REASONS} is not of mutants and reasons"))
}

fn judge(outcomes: &[Outcome], reasons: &Reasons) -> Result<()> {
    let unexplained: Vec<&str> = missed(outcomes).filter(|&name| !reasons.contains_key(name)).collect();
    ensure!(unexplained.is_empty(), "no test notices, and {REASONS} gives no reason: {unexplained:#?}");
    ensure!(sum(outcomes).share() >= SHARE, "less than {SHARE} % are noticed");
    Ok(())
}

fn missed(outcomes: &[Outcome]) -> impl Iterator<Item = &str> {
    outcomes.iter().filter(|outcome| outcome.verdict == Verdict::Missed).map(|outcome| outcome.name.as_str())
}

fn sum(outcomes: &[Outcome]) -> Counts {
    let mut all = Counts::default();
    for outcome in outcomes {
        all.add(outcome.verdict);
    }
    all
}

fn said(outcomes: &[Outcome]) -> String {
    let all = sum(outcomes);
    // Never more than it is.
    let share = (all.share() * 10.0).floor() / 10.0;
    format!("Of {} viable mutants {} are noticed ({share:.1} %).", all.viable, all.viable - all.missed)
}

fn page(outcomes: &[Outcome], reasons: &Reasons) -> String {
    let alone = outcomes.iter().filter(|outcome| outcome.way == Way::Alone).count();
    let unviable_by =
        |way| outcomes.iter().filter(|outcome| outcome.verdict == Verdict::Unviable && outcome.way == way).count();
    let (in_one, by_itself) = (unviable_by(Way::Switched), unviable_by(Way::Alone));
    let mut rows = String::new();
    for name in missed(outcomes) {
        let (file, what) = name.split_once(": ").unwrap_or(("", name));
        let reason = reasons.get(name).map_or("", String::as_str);
        // A bar would end the cell.
        let _ = writeln!(rows, "| `{file}`: `{}` | {reason} |", what.replace('|', "\\|"));
    }
    if rows.is_empty() {
        rows.push_str("| none | |\n");
    }
    format!(
        "\
# Mutants of the rules

Written by `make mutants`. It judges every mutant of `core` that cargo-mutants lists, a change of one
expression each (what is left out, and why, is said in [.cargo/mutants.toml](../.cargo/mutants.toml)), by
core's tests. A mutant is viable where it compiles, caught where a test fails, timed out where the tests
do not end with it (an endless loop or recursion), and missed where all tests pass.

{}

{}
{} of the mutants were compiled into the tests, each behind a switch, and the tests ran once for each until the
first of them failed: the unit tests with 16 cases a property and, before a mutant was said to be missed,
every test with all its cases. {alone} can't be switched while a program runs (in constants, say, or of
functions that return `impl Iterator`); each was built and tested by itself. Of those that are not viable
{in_one} were found so by the errors in their own words in that build, and {by_itself} by a build of their own.

## The ones that are missed

A reason stands in [mutants.toml](mutants.toml); without one, `make mutants` fails.

| Mutant | Reason |
|---|---|
{rows}",
        said(outcomes),
        by_module(outcomes),
        outcomes.len() - alone,
    )
}

fn by_module(outcomes: &[Outcome]) -> String {
    let mut modules: BTreeMap<&str, Counts> = BTreeMap::new();
    for outcome in outcomes {
        let module = outcome.name.split(['/', '.', ':']).next().unwrap_or_default();
        modules.entry(module).or_default().add(outcome.verdict);
    }
    let mut text =
        String::from("| module | mutants | viable | caught | timeouts | missed |\n|---|--:|--:|--:|--:|--:|\n");
    text.extend(modules.iter().map(|(module, counts)| counts.row(module)));
    text.push_str(&sum(outcomes).row("**all**"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(verdicts: &[(&str, Verdict)]) -> Vec<Outcome> {
        let outcome = |&(name, verdict): &(&str, Verdict)| Outcome {
            name: name.to_owned(),
            verdict,
            way: Way::Switched,
            by: None,
        };
        verdicts.iter().map(outcome).collect()
    }

    #[test]
    fn a_missed_mutant_needs_a_reason() {
        let outcomes = outcomes(&[("a.rs: replace || with && in f", Verdict::Missed)]);
        let reasons = Reasons::from([("a.rs: replace || with && in f".to_owned(), "the same".to_owned())]);
        assert!(judge(&outcomes, &Reasons::new()).unwrap_err().to_string().contains("gives no reason"));
        assert!(judge(&outcomes, &reasons).unwrap_err().to_string().contains("less than 95 %"));
        assert!(page(&outcomes, &reasons).contains("| `a.rs`: `replace \\|\\| with && in f` | the same |\n"));
    }

    #[test]
    fn the_table_counts_by_module() {
        let outcomes = outcomes(&[
            ("a/b.rs: x", Verdict::Caught),
            ("a.rs: x", Verdict::Timeout),
            ("c.rs: x", Verdict::Unviable),
            ("c.rs: y", Verdict::Missed),
        ]);
        let table = by_module(&outcomes);
        assert!(
            table.contains("| a | 2 | 2 | 1 | 1 | 0 |\n| c | 2 | 1 | 0 | 0 | 1 |\n| **all** | 4 | 3 | 1 | 1 | 1 |\n")
        );
        assert_eq!(said(&outcomes), "Of 3 viable mutants 2 are noticed (66.6 %).");
    }
}
