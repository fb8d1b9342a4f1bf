//! Traceability: `docs/rules.md` says of every rule what decides it, what proves it, and where it is seen.
//!
//! The rules are written in `docs/rules.toml`. All else is read from the code: doc comments name the rules that
//! an item decides or shows, names of tests begin with the rules that they prove.

mod core;
mod decision;
mod endpoint;
mod markdown;
mod mention;
mod page;
mod proof;
#[cfg(test)]
mod purity;
mod setting;
mod sheet;
mod source;
#[cfg(test)]
mod tests;
mod trace;
mod walk;

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use trace::Trace;

const FILE: &str = "docs/rules.md";

/// Writes the file. What is missing is said there, and here.
pub(crate) fn write(root: &Path) -> Result<()> {
    let trace = Trace::read(root)?;
    std::fs::write(root.join(FILE), markdown::write(&trace)).context(FILE)?;
    fail_on(&trace.gaps())
}

/// Fails where a rule is decided nowhere or has no test, where something names a rule that there is not, and
/// where the file is not what would be written.
pub(crate) fn check(root: &Path) -> Result<()> {
    let trace = Trace::read(root)?;
    let mut gaps = trace.gaps();
    let committed = std::fs::read_to_string(root.join(FILE)).unwrap_or_default();
    gaps.extend(difference(&committed, &markdown::write(&trace)));
    fail_on(&gaps)
}

fn difference(committed: &str, written: &str) -> Option<String> {
    if committed == written {
        return None;
    }
    let mut written = written.lines();
    let same = committed.lines().take_while(|line| written.next() == Some(line)).count();
    Some(format!("{FILE} is out of date, from line {} on: `cargo xtask rules` writes it anew", same + 1))
}

fn fail_on(gaps: &[String]) -> Result<()> {
    ensure!(gaps.is_empty(), "the rules and what names them don't fit together\n  - {}", gaps.join("\n  - "));
    Ok(())
}
