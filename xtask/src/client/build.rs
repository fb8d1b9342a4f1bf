//! cargo's part: the crate compiled to one WebAssembly file.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::tools;

/// How the client will be served, which decides how it is compiled.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Form {
    /// In chunks that are fetched when a page needs them.
    Split,
    /// In one piece.
    Whole,
}

/// Compiles `enamel-frontend` and returns the path of its WebAssembly.
pub(crate) fn cargo(root: &Path, form: Form) -> Result<PathBuf> {
    let target = root.join("target/client");
    let first = !target.join(tools::WASM_TARGET).join("client").is_dir();
    if first {
        tools::say("compiling the client for the first time (usually 70 to 120 seconds)");
    }
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--locked", "--package", "enamel-frontend", "--lib"])
        .args(["--profile", "client", "--target", tools::WASM_TARGET, "--target-dir"])
        .arg(&target)
        .current_dir(root)
        // Flags of the caller's environment are meant for other builds, and would take the place of ours.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    if form == Form::Split {
        // The splitter reads the relocations to find out which function needs which.
        command
            .args(["--features", "split"])
            .env("CARGO_ENCODED_RUSTFLAGS", "-Clink-args=--emit-relocs");
    }
    tools::run(&mut command)?;
    Ok(target.join(tools::WASM_TARGET).join("client/enamel_frontend.wasm"))
}
