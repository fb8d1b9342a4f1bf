//! Builds and measures what cargo alone cannot: `cargo xtask <command>`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

mod alteration;
mod client;
mod faults;
mod fuzz;
mod hash;
mod mutants;
mod parity;
mod peer;
mod rules;
mod setup;
mod size;
mod stamp;
mod tools;

const USAGE: &str = "\
usage: cargo xtask <command>

  client            build the web client into target/dist/web
  client --unsplit  build it in one piece into target/client/unsplit (what `trunk serve` shows)
  css <file>        compile the styles into a file
  faults            seed faults into the rules, one at a time; fails unless each is caught; writes docs/faults.md
  faults --check    the same; fails where docs/faults.md says something else
  faults --some <n> a sample of them; writes nothing
  fuzz <seconds>    look for input that breaks a rule, each target for so long
  mutants [<file>…] judge every mutant of the rules, or of some files, by their tests; writes docs/mutants.md
  parity            compare the verdicts of the rules in WebAssembly and natively
  parity --build    build the WebAssembly that is compared
  parity --self-test [<n>]  alter rules, or a sample, on one side; fails unless that is noticed
  rules             write docs/rules.md: of each rule what decides, proves and shows it
  rules --check     fail where that differs, or a rule has no test
  setup             install what the tests need and this machine lacks
  size              print what a first visit transfers; fails over the budget
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let root = workspace_root();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["client"] => client::build(&root).map(drop),
        ["client", "--unsplit"] => client::build_unsplit(&root),
        ["css", file] => client::write_css(&root, Path::new(file)),
        ["faults"] => faults::seed_all(&root, faults::Table::Write),
        ["faults", "--check"] => faults::seed_all(&root, faults::Table::Check),
        ["faults", "--some", count] => faults::seed_some(&root, count.parse().context("how many?")?),
        ["fuzz", seconds] => fuzz::run(&root, seconds.parse()?),
        ["mutants", files @ ..] => mutants::run(&root, files),
        ["parity"] => parity::prove(&root),
        ["parity", "--build"] => parity::build(&root).map(drop),
        ["parity", "--self-test"] => parity::self_test(&root, None),
        ["parity", "--self-test", count] => parity::self_test(&root, Some(count.parse().context("how many?")?)),
        ["rules"] => rules::write(&root),
        ["rules", "--check"] => rules::check(&root),
        ["setup"] => setup::for_tests(&root),
        ["size"] => {
            let web = client::build(&root)?;
            size::report(&root, &web)
        }
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => anyhow::bail!("no such command: {}\n\n{USAGE}", words.join(" ")),
    }
}

/// The folder of the workspace, whatever folder the command was given in.
fn workspace_root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
