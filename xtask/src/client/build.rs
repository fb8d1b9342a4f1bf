//! cargo's part: the crate compiled to one WebAssembly file.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

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
        // The splitter reads the relocations to find out which function needs which. The names of
        // source files stand in messages of panics: without the folders of this machine they are
        // shorter, and the same on every machine.
        let flags = ["-Clink-args=--emit-relocs".to_owned(), format!("--remap-path-prefix={}=", registry()?.display())];
        command.args(["--features", "csr,split"]).env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    }
    if form == Form::Whole {
        command.args(["--features", "csr"]);
    }
    tools::run(&mut command)?;
    Ok(target.join(tools::WASM_TARGET).join("client/enamel_frontend.wasm"))
}

/// A document that is the same for everybody: its language, its title, and what it shows, by the components that show
/// it in the browser.
pub(crate) struct Rendered {
    pub(crate) language: String,
    pub(crate) title: String,
    pub(crate) body: String,
}

/// Renders the documents of this name.
pub(crate) fn rendered(root: &Path, name: &str) -> Result<Vec<Rendered>> {
    let mut command = Command::new("cargo");
    command
        .args(["run", "--quiet", "--locked", "--package", "enamel-frontend", "--features", "ssr"])
        .args(["--bin", "enamel-shell", name])
        .current_dir(root);
    let text = tools::output(&mut command).with_context(|| format!("{name} could not be rendered"))?;
    let documents = text.trim_end().split("\n\n").map(|document| {
        let mut parts = document.splitn(3, '\n').map(str::to_owned);
        let mut part = |what| parts.next().with_context(|| format!("{name} has no {what}"));
        Ok(Rendered { language: part("language")?, title: part("title")?, body: part("page")? })
    });
    documents.collect()
}

/// The folder that cargo keeps the sources of dependencies in.
fn registry() -> Result<PathBuf> {
    let home = match std::env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => PathBuf::from(std::env::var_os("HOME").context("neither CARGO_HOME nor HOME is set")?).join(".cargo"),
    };
    Ok(home.join("registry/src"))
}
