//! Looks for input that breaks a rule: every target of `tests/fuzz`, one after the other.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{setup, tools};

/// Runs each target for `seconds`. What it learns stays in `target/fuzz/corpus`, what breaks a rule in
/// `target/fuzz/artifacts`; neither is committed by itself.
pub(crate) fn run(root: &Path, seconds: u32) -> Result<()> {
    let cargo_fuzz = setup::for_fuzzing(root)?;
    let mut broken = Vec::new();
    for target in targets(root)? {
        eprintln!("  fuzz: {target} for {seconds} seconds");
        let learnt = root.join("target/fuzz/corpus").join(&target);
        let artifacts = root.join("target/fuzz/artifacts").join(&target);
        std::fs::create_dir_all(&learnt)?;
        std::fs::create_dir_all(&artifacts)?;
        let mut command = Command::new(&cargo_fuzz);
        command
            .current_dir(root)
            .args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--features", "fuzzer", "--sanitizer", "none"])
            .arg("--target-dir")
            .arg(root.join("target/fuzz/build"))
            .arg(&target)
            .arg(&learnt)
            .arg(root.join("tests/fuzz/corpus").join(&target))
            .args(["--", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            // Coverage takes flags that are stable in nightly compilers alone; nothing else of these is used.
            .env("RUSTC_BOOTSTRAP", "1")
            // The release is linked as one; here it would take minutes for each target.
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        if tools::run(&mut command).is_err() {
            broken.push(target);
        }
    }
    if broken.is_empty() { Ok(()) } else { bail!("input that breaks a rule: see target/fuzz/artifacts for {broken:?}") }
}

fn targets(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("tests/fuzz/fuzz_targets");
    let mut targets = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        targets.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
    }
    targets.sort();
    Ok(targets)
}
