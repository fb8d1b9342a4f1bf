//! Who may catch a fault: a command, run in the copy of the workspace, that names what failed.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// A command that passes over sound rules.
pub(super) struct Catcher {
    /// What it is, in the plural, as the table names it.
    pub(super) name: &'static str,
    /// Arguments of `cargo` that compile it and do no more.
    compile: &'static [&'static str],
    /// Arguments of `cargo` that run it.
    run: &'static [&'static str],
    /// The name of what failed, where a line of its output tells of a failure.
    failure: fn(&str) -> Option<&str>,
}

/// What came of a run.
pub(super) enum Verdict {
    /// The names of what failed, in a stable order.
    Ran(Vec<String>),
    /// What the compiler said.
    DoesNotCompile(String),
}

/// All of them. Another needs its package in the copy as well.
pub(super) static CATCHERS: [Catcher; 1] = [Catcher {
    name: "tests of core",
    compile: &["test", "--package", "enamel-core", "--lib", "--no-run"],
    run: &["test", "--package", "enamel-core", "--lib", "--no-fail-fast"],
    failure: |line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"),
}];

/// The inputs of the properties are few and the same each time, and what fails is not made smaller.
const PROPERTIES: [(&str, &str); 4] = [
    ("PROPTEST_CASES", "64"),
    ("PROPTEST_RNG_SEED", "2018"),
    ("PROPTEST_MAX_SHRINK_ITERS", "0"),
    ("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true"),
];

impl Catcher {
    /// Compiles and runs it in the copy.
    pub(super) fn run(&self, copy: &Path) -> Result<Verdict> {
        let compiled = command(self.compile, copy).output().context("could not start cargo")?;
        if !compiled.status.success() {
            return Ok(Verdict::DoesNotCompile(String::from_utf8_lossy(&compiled.stderr).into_owned()));
        }
        let done = command(self.run, copy).output().context("could not start cargo")?;
        let text = String::from_utf8_lossy(&done.stdout);
        let mut names: Vec<String> = text.lines().filter_map(self.failure).map(str::to_owned).collect();
        names.sort_unstable();
        if names.is_empty() != done.status.success() {
            bail!("{} broke off ({}):\n{text}{}", self.name, done.status, String::from_utf8_lossy(&done.stderr));
        }
        Ok(Verdict::Ran(names))
    }
}

fn command(arguments: &[&str], copy: &Path) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(arguments)
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .env("CARGO_TERM_COLOR", "never")
        .stdin(Stdio::null());
    // Cases and the like of the caller's environment are meant for other runs.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PROPTEST_")) {
        command.env_remove(name);
    }
    command.envs(PROPERTIES);
    command
}
