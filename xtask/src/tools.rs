//! Installs what a build needs and a fresh machine lacks: once, and saying so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The target that the client is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds Rust's WebAssembly target by rustup where it is missing.
pub(crate) fn ensure_wasm_target(root: &Path) -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib");
    if library.is_dir() {
        return Ok(());
    }
    say("adding Rust's WebAssembly target (usually 10 to 30 seconds)");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(root))
        .context("could not add it: is Rust installed by rustup?")
}

/// Installs the npm packages of `frontend/package-lock.json` where they are missing or others.
pub(crate) fn ensure_npm_packages(root: &Path) -> Result<()> {
    let frontend = root.join("frontend");
    let lock = std::fs::read(frontend.join("package-lock.json")).context("frontend/package-lock.json is missing")?;
    let installed = frontend.join("node_modules/.enamel-lock.json");
    if std::fs::read(&installed).is_ok_and(|seen| seen == lock) {
        return Ok(());
    }
    say("installing binaryen, esbuild, sass and the styles from npm (usually 10 to 40 seconds)");
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&frontend))
    .context("npm could not install them: is Node 20 or later installed?")?;
    std::fs::write(installed, lock)?;
    Ok(())
}

/// A Node program of an npm package, ready for its arguments.
pub(crate) fn node_tool(root: &Path, script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(frontend_modules(root).join(script)).current_dir(root);
    command
}

/// The folder of the installed npm packages.
pub(crate) fn frontend_modules(root: &Path) -> PathBuf {
    root.join("frontend/node_modules")
}

/// Says on standard error what is going on.
pub(crate) fn say(what: &str) {
    eprintln!("  client: {what}");
}

/// Runs a command to its end; what it prints is shown.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let program = program_of(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("could not start {program}"))?;
    if !status.success() {
        bail!("{program} failed ({status})");
    }
    Ok(())
}

/// Runs a command to its end and returns what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = program_of(command);
    let done = command.stdin(Stdio::null()).output().with_context(|| format!("could not start {program}"))?;
    if !done.status.success() {
        bail!("{program} failed ({})\n{}", done.status, String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8(done.stdout)?)
}

fn program_of(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().take(1).map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
