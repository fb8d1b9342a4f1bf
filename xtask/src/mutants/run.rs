//! Runs of the test programs, until the first test fails or takes too long.

use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// What came of core's tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Passed,
    /// The first words of a failure, where the program says them.
    Failed(String),
    /// Stopped: it took more than it may of time, memory or stack.
    Endless,
}

/// How much is run.
#[derive(Clone, Copy)]
pub(super) enum Cases {
    /// The unit tests, with a few inputs for each property: enough for nearly all mutants.
    Few,
    /// Every test, with as many inputs as in every other run of them.
    All,
}

/// Seconds of processor (the sound program takes less than one), and KiB of memory. Of processor, so
/// that whatever else this machine does is no matter.
const LIMITS: &str = "ulimit -t 10; ulimit -v 4000000 2>/dev/null; exec \"$0\" \"$@\"";

/// A number that no mutant has: with it, the switches are in use and nothing is switched.
pub(super) const SOUND: u32 = u32::MAX;

/// Runs the tests with a mutant switched on; the first of the programs holds the unit tests.
pub(super) fn run(programs: &[PathBuf], copy: &Path, mutant: u32, cases: Cases) -> Result<Run> {
    let count = match cases {
        Cases::Few => 1,
        Cases::All => programs.len(),
    };
    for program in programs.iter().take(count) {
        let run = run_program(program, copy, mutant, cases)?;
        if run != Run::Passed {
            return Ok(run);
        }
    }
    Ok(Run::Passed)
}

fn run_program(program: &Path, copy: &Path, mutant: u32, cases: Cases) -> Result<Run> {
    let mut command = Command::new("sh");
    command
        .args(["-c", LIMITS])
        .arg(program)
        .args(["--test-threads=1", "--quiet"])
        .current_dir(copy.join("core"))
        .stdin(Stdio::null());
    // Cases and the like of the caller's environment are meant for other runs.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PROPTEST_")) {
        command.env_remove(name);
    }
    // The same inputs each time, and what fails is not made smaller.
    command
        .env("ENAMEL_MUTANT", mutant.to_string())
        .env("PROPTEST_RNG_SEED", "2018")
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true");
    if let Cases::Few = cases {
        command.env("PROPTEST_CASES", "16");
    }
    let done = command.output().context("could not start the tests")?;
    let said = String::from_utf8_lossy(&done.stderr);
    match (done.status.code(), done.status.signal()) {
        (Some(0), _) => Ok(Run::Passed),
        (Some(101), _) => Ok(Run::Failed(said.chars().take(200).collect())),
        (_, Some(_)) => Ok(Run::Endless),
        _ => bail!("the tests broke off ({}):\n{said}", done.status),
    }
}
