//! The copy of core with its mutants behind switches, and the test programs that it compiles to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use super::edit::{self, Blame, Bytes, Edited};
use super::list::{Mutant, Sources};
use super::switch;
use crate::alteration::copy_workspace;

/// The program runs thousands of times, and nobody debugs it.
const PROFILE: &str = "[profile.dev]\ndebug = false\nopt-level = 1\n";

/// Of the copy alone. The first panic ends the program: which test fails is no matter.
const SWITCH: &str = r#"
mod mutant {
    static CHOSEN: std::sync::OnceLock<u32> = std::sync::OnceLock::new();

    pub(crate) fn on(mutant: u32) -> bool {
        *CHOSEN.get_or_init(choose) == mutant
    }

    fn choose() -> u32 {
        let chosen = std::env::var("ENAMEL_MUTANT").ok().and_then(|text| text.parse().ok()).unwrap_or_default();
        if chosen != 0 {
            std::panic::set_hook(Box::new(|panic| {
                let _ = std::io::Write::write_all(&mut std::io::stderr(), panic.to_string().as_bytes());
                std::process::exit(101);
            }));
        }
        chosen
    }
}
"#;

/// What came of compiling the mutants behind switches.
pub(super) struct Switched {
    pub(super) programs: Vec<PathBuf>,
    pub(super) on: BTreeSet<u32>,
    /// Those that do not compile.
    pub(super) unviable: BTreeSet<u32>,
}

/// Where everything of the mutants is built.
pub(super) fn folder(root: &Path) -> PathBuf {
    root.join("target/mutants")
}

/// Copies core as it is.
pub(super) fn copy(root: &Path) -> Result<PathBuf> {
    let copy = folder(root);
    copy_workspace(root, &copy, &["core"], PROFILE)?;
    Ok(copy)
}

/// Compiles as many mutants as can be switched into the test programs.
pub(super) fn switched(root: &Path, mutants: &[Mutant], sources: &Sources) -> Result<Switched> {
    let copy = copy(root)?;
    let library = copy.join("core/src/lib.rs");
    let mut unviable = BTreeSet::new();
    let mut out: BTreeSet<u32> = BTreeSet::new();
    loop {
        let mut on = BTreeSet::new();
        let mut files: Vec<(&str, Edited)> = Vec::new();
        for (path, source) in sources {
            let here: Vec<&Mutant> =
                mutants.iter().filter(|mutant| mutant.file == *path && !out.contains(&mutant.id)).collect();
            let edits = switch::edits(source, &here).with_context(|| path.clone())?;
            on.extend(edits.iter().flat_map(|edit| edit.mutants.iter().copied()));
            let edited = edit::apply(source, edits);
            std::fs::write(copy.join(path), &edited.text)?;
            files.push((path, edited));
        }
        let mut text = std::fs::read_to_string(&library)?;
        if !text.ends_with(SWITCH) {
            text.push_str(SWITCH);
            std::fs::write(&library, text)?;
        }
        match compile(&copy, ALL_TESTS)? {
            Compiled::Programs(built) => {
                let mut programs = Vec::new();
                for (nth, built) in built.iter().enumerate() {
                    // The next build takes their place.
                    let program = copy.join(format!("switched-{nth}"));
                    std::fs::copy(built, &program)?;
                    programs.push(program);
                }
                return Ok(Switched { programs, on, unviable });
            }
            Compiled::Errors(errors) => {
                let before = out.len();
                for error in &errors {
                    lay_blame(error, &files, mutants, &mut unviable, &mut out)?;
                }
                println!("{} of {} can't be switched yet: {} errors", out.len(), mutants.len(), errors.len());
                ensure!(out.len() > before, "errors of nobody: {errors:#?}");
            }
        }
    }
}

fn lay_blame(
    error: &CompileError,
    files: &[(&str, Edited)],
    mutants: &[Mutant],
    unviable: &mut BTreeSet<u32>,
    out: &mut BTreeSet<u32>,
) -> Result<()> {
    let Some((path, edited)) = files.iter().find(|(path, _)| *path == error.file) else {
        bail!("an error outside the mutants: {error:?}")
    };
    match edited.blame(&error.at) {
        Blame::Surely(mutant) => {
            unviable.insert(mutant);
            out.insert(mutant);
        }
        Blame::Perhaps(perhaps) => out.extend(perhaps),
        Blame::Near(place) => {
            let near = mutants.iter().filter(|mutant| {
                mutant.file == *path && mutant.within.as_ref().is_some_and(|within| within.contains(&place.start))
            });
            out.extend(near.map(|mutant| mutant.id));
        }
        Blame::Nobody => bail!("an error of nobody: {error:?}"),
    }
    Ok(())
}

/// What came of compiling the copy.
pub(super) enum Compiled {
    /// The unit tests before all others.
    Programs(Vec<PathBuf>),
    Errors(Vec<CompileError>),
}

#[derive(Debug)]
pub(super) struct CompileError {
    /// From the folder of the copy.
    file: String,
    at: Bytes,
    #[expect(dead_code, reason = "printed where the error is nobody's")]
    message: String,
}

/// A line of cargo's messages.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    executable: Option<PathBuf>,
    #[serde(default)]
    target: Option<Target>,
    #[serde(default)]
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    message: String,
    spans: Vec<DiagnosticSpan>,
}

#[derive(Deserialize)]
struct DiagnosticSpan {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    is_primary: bool,
}

/// What tells cargo which tests to compile.
pub(super) const ALL_TESTS: &str = "--tests";
pub(super) const UNIT_TESTS: &str = "--lib";

/// Compiles core's tests in the copy.
pub(super) fn compile(copy: &Path, tests: &str) -> Result<Compiled> {
    let done = Command::new("cargo")
        .args(["test", "--package", "enamel-core", tests, "--no-run", "--message-format=json"])
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        // Warnings of a mutated line are no matter.
        .env("RUSTFLAGS", "--cap-lints=warn")
        .stdin(Stdio::null())
        .output()
        .context("could not start cargo")?;
    let mut errors = Vec::new();
    let mut programs = Vec::new();
    for line in String::from_utf8_lossy(&done.stdout).lines() {
        let message: Line = serde_json::from_str(line).context("an unknown message of cargo")?;
        if let (Some(program), Some(target)) = (message.executable, message.target) {
            programs.push((!target.kind.iter().any(|kind| kind == "lib"), program));
        }
        if let Some(diagnostic) = message.message.filter(|diagnostic| diagnostic.level == "error") {
            let primary = diagnostic.spans.iter().filter(|span| span.is_primary);
            errors.extend(primary.map(|span| CompileError {
                file: span.file_name.clone(),
                at: span.byte_start..span.byte_end,
                message: diagnostic.message.clone(),
            }));
        }
    }
    if done.status.success() {
        programs.sort();
        Ok(Compiled::Programs(programs.into_iter().map(|(_, program)| program).collect()))
    } else {
        ensure!(!errors.is_empty(), "core does not compile:\n{}", String::from_utf8_lossy(&done.stderr));
        Ok(Compiled::Errors(errors))
    }
}
