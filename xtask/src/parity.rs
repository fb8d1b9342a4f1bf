//! The proof that the rules judge alike in the browser and on the server (R37).
//!
//! `enamel-parity` is built twice, to WebAssembly as the client is, and natively as the server is;
//! its program feeds both the same inputs and compares the verdicts.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::alteration::{Alteration, alone_in, copy_workspace};
use crate::{stamp, tools};

/// What the comparison has to notice.
const ALTERATIONS: [Alteration; 9] = [
    Alteration {
        what: "the length of a password is counted before NFC",
        file: "password/requirement.rs",
        from: "length: normal.chars().count()",
        to: "length: typed.as_str().chars().count()",
    },
    Alteration {
        what: "a digit outside ASCII counts as other",
        file: "password/requirement.rs",
        from: "Category::Digit => digit,",
        to: "Category::Digit if character.is_ascii() => digit,",
    },
    Alteration {
        what: "070 is taken for a mobile number",
        file: "mobile.rs",
        from: "[_, b'0', ..] => Err(MobileRefusal::PersonalNumber),",
        to: "",
    },
    Alteration {
        what: "a password expires only after its very instant",
        file: "account/state.rs",
        from: "self.expires_at(policy).is_some_and(|at| now >= at)",
        to: "self.expires_at(policy).is_some_and(|at| now > at)",
    },
    Alteration {
        what: "half of a surrogate pair counts three times where a request is read",
        file: "text.rs",
        from: "rest_of_half = if *broken == [0xed] { 2 } else { 0 };",
        to: "rest_of_half = 0;",
    },
    Alteration {
        what: "a full stop is added to one sentence",
        file: "wording/form.rs",
        from: "say::security_answer_missing()",
        to: "say::security_question_unknown()",
    },
    Alteration {
        what: "a deleted account's username stays reserved at the very end of its months",
        file: "application/allocate.rs",
        from: "if now < at.plus_months(",
        to: "if now <= at.plus_months(",
    },
    Alteration {
        what: "the helpdesk is still there at its closing hour",
        file: "help/hours.rs",
        from: "(self.policy.team_opens_hour..self.policy.team_closes_hour)",
        to: "(self.policy.team_opens_hour..=self.policy.team_closes_hour)",
    },
    Alteration {
        what: "a recovery's proof stands at the very end of its minutes",
        file: "recovery/state.rs",
        from: "if now < at.plus(Span::minutes(policy.proof_minutes))",
        to: "if now <= at.plus(Span::minutes(policy.proof_minutes))",
    },
];

/// How many inputs an alteration must be noticed in.
const SELF_TEST_INPUTS: &str = "12000";

/// Its WebAssembly is compared, not served: what compiles soonest will do.
const SELF_TEST_PROFILE: &str =
    "[profile.client]\ninherits = \"release\"\nopt-level = 1\nlto = false\ncodegen-units = 16\npanic = \"abort\"\n";

/// Builds the browser's side into `target/parity`.
pub(crate) fn build(root: &Path) -> Result<PathBuf> {
    tools::ensure_wasm_target(root)?;
    let folder = root.join("target/parity");
    bind(&compile(root, &root.join("target/client"))?, &folder)?;
    Ok(folder)
}

/// Builds both sides and compares them over the inputs that the environment sets.
pub(crate) fn prove(root: &Path) -> Result<()> {
    let folder = build(root)?;
    let status = compare(root, &program(root)?, &folder).status().context("could not start the comparison")?;
    ensure!(status.success(), "the browser and the server do not judge alike");
    Ok(())
}

/// Alters one rule after the other on the browser's side alone, all or a sample of `some` from all
/// areas, and fails unless each is noticed. A sample is not taken again where nothing has changed.
pub(crate) fn self_test(root: &Path, some: Option<usize>) -> Result<()> {
    let Some(count) = some else { return alter(root, ALTERATIONS.len()) };
    let files = ["core", "tests/parity", "Cargo.lock"];
    stamp::unless_proved(root, &format!("parity-self-test-{count}"), &files, || alter(root, count))
}

fn alter(root: &Path, count: usize) -> Result<()> {
    tools::ensure_wasm_target(root)?;
    let program = program(root)?;
    let copy = root.join("target/parity-self-test");
    let _alone = alone_in(&copy)?;
    copy_workspace(root, &copy, &["core", "tests/parity"], SELF_TEST_PROFILE)?;
    let found = disagreements(root, &program, &copy)?;
    ensure!(found == 0, "nothing is altered yet, and there are {found} disagreements");
    println!("{found:>8} disagreements: nothing altered");
    let count = count.clamp(1, ALTERATIONS.len());
    for alteration in (0..count).filter_map(|at| ALTERATIONS.get(at * ALTERATIONS.len() / count)) {
        let found = alteration.during(&copy, || disagreements(root, &program, &copy))?;
        ensure!(found > 0, "nobody noticed: {}", alteration.what);
        println!("{found:>8} disagreements: {}", alteration.what);
    }
    println!("each of {count} alterations on one side was noticed");
    Ok(())
}

/// Compiles the crate of the workspace in `root` to WebAssembly.
fn compile(root: &Path, target: &Path) -> Result<PathBuf> {
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--package", "enamel-parity", "--lib"])
        .args(["--profile", "client", "--target", tools::WASM_TARGET, "--target-dir"])
        .arg(target)
        .current_dir(root)
        // Flags of the caller's environment are meant for other builds.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    tools::run(&mut command)?;
    Ok(target.join(tools::WASM_TARGET).join("client/enamel_parity.wasm"))
}

/// Writes the JavaScript around `wasm`, and the WebAssembly that goes with it, into `folder`.
fn bind(wasm: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?.typescript(false);
    bindgen.generate(folder).context("wasm-bindgen failed")?;
    // Node takes the script for a module then, as a browser does.
    std::fs::write(folder.join("package.json"), "{\"type\":\"module\"}\n")?;
    Ok(())
}

/// Compiles the native side, and the program that compares, as the server is compiled.
fn program(root: &Path) -> Result<PathBuf> {
    let mut command = Command::new("cargo");
    command.args(["build", "--quiet", "--locked", "--release", "--package", "enamel-parity", "--bin", "enamel-parity"]);
    command.args(["--target-dir"]).arg(root.join("target")).current_dir(root);
    tools::run(&mut command)?;
    Ok(root.join("target/release/enamel-parity"))
}

/// The comparison of the native side with the WebAssembly in `folder`.
fn compare(root: &Path, program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg(root.join("tests/parity/run.mjs")).arg(folder).stdin(Stdio::null());
    command
}

/// How many disagreements there are with the rules of the copy.
fn disagreements(root: &Path, program: &Path, copy: &Path) -> Result<usize> {
    let folder = copy.join("bound");
    bind(&compile(copy, &copy.join("target"))?, &folder)?;
    let done = compare(root, program, &folder)
        .env("PARITY_INPUTS", SELF_TEST_INPUTS)
        .env_remove("PARITY_CORPUS")
        .stderr(Stdio::inherit())
        .output()
        .context("could not start the comparison")?;
    let text = String::from_utf8_lossy(&done.stdout);
    let count = text
        .lines()
        .last()
        .and_then(|line| line.split_once(" inputs, ")?.1.strip_suffix(" disagreements")?.parse().ok());
    match count {
        Some(count) if done.status.success() == (count == 0) => Ok(count),
        _ => bail!("the comparison broke off ({}):\n{text}", done.status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alteration_fits_the_rules_as_they_stand() {
        for alteration in &ALTERATIONS {
            alteration.fits(&crate::workspace_root()).unwrap();
        }
    }
}
