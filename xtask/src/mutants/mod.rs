//! The proof that nothing in the rules goes untested: every mutant that cargo-mutants lists, judged
//! by core's tests.
//!
//! A build for each would take hours. So most of them are compiled into one build, each behind a
//! switch, and its tests run once for each; what can't be switched is built by itself.

mod alone;
mod edit;
mod list;
mod operator;
mod program;
mod run;
mod switch;
mod table;

use std::path::Path;

use anyhow::{Result, ensure};
use serde::Serialize;

use crate::alteration::alone_in;
use crate::setup;
use list::Mutant;
use run::{Cases, Run, SOUND};

/// What became of a mutant.
#[derive(Serialize)]
struct Outcome {
    name: String,
    verdict: Verdict,
    way: Way,
    /// The failure that caught it.
    by: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    /// It does not compile.
    Unviable,
    /// A test fails.
    Caught,
    /// The tests do not end.
    Timeout,
    /// All tests pass.
    Missed,
}

/// How it was found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Way {
    Switched,
    Alone,
}

/// Judges all mutants and writes the table, or those of some files and prints it.
pub(crate) fn run(root: &Path, files: &[&str]) -> Result<()> {
    let _alone = alone_in(&program::folder(root))?;
    let cargo_mutants = setup::for_mutants(root)?;
    let (mutants, sources) = list::of(root, &cargo_mutants, files)?;
    ensure!(!mutants.is_empty(), "there are no mutants in {files:?}");
    println!("{} mutants", mutants.len());
    let mut outcomes = switched(root, &mutants, &sources)?;
    alone::judge(root, &mutants, &sources, &mut outcomes)?;
    let outcomes: Vec<Outcome> = outcomes.into_iter().flatten().collect();
    ensure!(outcomes.len() == mutants.len(), "some mutants were not judged");
    std::fs::write(program::folder(root).join("outcomes.json"), serde_json::to_string_pretty(&outcomes)?)?;
    if files.is_empty() { table::write(root, &outcomes) } else { table::print(root, &outcomes) }
}

/// An outcome for each mutant, where it is known yet.
type Outcomes = Vec<Option<Outcome>>;

fn switched(root: &Path, mutants: &[Mutant], sources: &list::Sources) -> Result<Outcomes> {
    let switched = program::switched(root, mutants, sources)?;
    let (programs, copy) = (&switched.programs, program::folder(root));
    for cases in [Cases::Few, Cases::All] {
        let sound = run::run(programs, &copy, SOUND, cases)?;
        ensure!(sound == Run::Passed, "nothing is switched on yet, and the tests do not pass: {sound:?}");
    }
    println!("{} are switched, {} do not compile", switched.on.len(), switched.unviable.len());
    let mut outcomes = Outcomes::new();
    for mutant in mutants {
        outcomes.push(if switched.unviable.contains(&mutant.id) {
            Some(outcome(mutant, Verdict::Unviable, Way::Switched, None))
        } else if switched.on.contains(&mutant.id) {
            Some(told(judged(mutant, Way::Switched, |cases| run::run(programs, &copy, mutant.id, cases))?))
        } else {
            None
        });
    }
    Ok(outcomes)
}

/// Runs the tests with few cases, and with all of them before a mutant is said to be missed.
fn judged(mutant: &Mutant, way: Way, run: impl Fn(Cases) -> Result<Run>) -> Result<Outcome> {
    let mut run_of = run(Cases::Few)?;
    if run_of == Run::Passed {
        run_of = run(Cases::All)?;
    }
    let (verdict, by) = match run_of {
        Run::Passed => (Verdict::Missed, None),
        Run::Failed(by) => (Verdict::Caught, Some(by)),
        Run::Endless => (Verdict::Timeout, None),
    };
    Ok(outcome(mutant, verdict, way, by))
}

/// Says at once what was missed: the rest takes a while.
fn told(outcome: Outcome) -> Outcome {
    if outcome.verdict == Verdict::Missed {
        println!("missed: {}", outcome.name);
    }
    outcome
}

fn outcome(mutant: &Mutant, verdict: Verdict, way: Way, by: Option<String>) -> Outcome {
    Outcome { name: mutant.name.clone(), verdict, way, by }
}
