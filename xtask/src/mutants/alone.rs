//! Mutants that can't be switched while a program runs, each built by itself.

use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};

use super::list::{Mutant, Sources};
use super::program::{self, ALL_TESTS, Compiled, UNIT_TESTS};
use super::run::{self, Cases, Run, SOUND};
use super::{Outcome, Outcomes, Verdict, Way, judged, outcome, told};

/// Judges those that have no outcome yet.
pub(super) fn judge(root: &Path, mutants: &[Mutant], sources: &Sources, outcomes: &mut Outcomes) -> Result<()> {
    let left = outcomes.iter().filter(|outcome| outcome.is_none()).count();
    if left == 0 {
        return Ok(());
    }
    println!("{left} are built one by one");
    let copy = program::copy(root)?;
    let Compiled::Programs(sound) = program::compile(&copy, UNIT_TESTS)? else { bail!("core does not compile") };
    ensure!(run::run(&sound, &copy, SOUND, Cases::All)? == Run::Passed, "the tests of core do not pass");
    for (mutant, known) in mutants.iter().zip(outcomes) {
        if known.is_none() {
            let source = sources.get(&mutant.file).context("a file that was not read")?;
            let file = copy.join(&mutant.file);
            std::fs::write(&file, replaced(source, mutant))?;
            let mut found = judge_by(UNIT_TESTS, mutant, &copy)?;
            if found.verdict == Verdict::Missed {
                found = judge_by(ALL_TESTS, mutant, &copy)?;
            }
            *known = Some(told(found));
            std::fs::write(&file, source)?;
        }
    }
    Ok(())
}

fn judge_by(tests: &str, mutant: &Mutant, copy: &Path) -> Result<Outcome> {
    match program::compile(copy, tests)? {
        Compiled::Errors(_) => Ok(outcome(mutant, Verdict::Unviable, Way::Alone, None)),
        Compiled::Programs(programs) => judged(mutant, Way::Alone, |cases| run::run(&programs, copy, SOUND, cases)),
    }
}

/// The text with the mutant in it, as cargo-mutants would write it.
fn replaced(source: &str, mutant: &Mutant) -> String {
    let before = source.get(..mutant.at.start).unwrap_or_default();
    let after = source.get(mutant.at.end..).unwrap_or_default();
    format!("{before}{}{after}", mutant.replacement)
}

#[cfg(test)]
mod tests {
    use super::super::list::Genre;
    use super::*;

    #[test]
    fn a_mutant_stands_in_place_of_what_it_replaces() {
        let mutant = Mutant {
            id: 1,
            file: String::new(),
            genre: Genre::BinaryOperator,
            name: String::new(),
            at: 17..18,
            within: None,
            replacement: "-".into(),
        };
        assert_eq!(replaced("const A: u8 = b  + c;", &mutant), "const A: u8 = b  - c;");
    }
}
