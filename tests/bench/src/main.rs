//! Each figure beside its reference, measured in the same run, as a table of ratios.
//!
//! Machines are shared and noisy: what counts is the ratio, so each pair is measured in turns.

mod bare;
mod in_browser;
mod judging;
mod load;
mod memory;
mod reading;
mod report;
mod server;
mod signing_in;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use report::Line;

/// Measures one thing on the binary at a path.
type Measure = fn(&Path) -> Result<Line>;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // The reference server is this same program, so that it is built alike.
    if let [command, body] = arguments.as_slice()
        && command == "bare"
    {
        return bare::serve(body.clone()).map(|()| true);
    }
    let enamel = PathBuf::from(std::env::var_os("ENAMEL_DIST_BIN").unwrap_or_else(|| "target/dist/enamel".into()));
    anyhow::ensure!(enamel.is_file(), "{} is missing: run `make dist`", enamel.display());
    let measures: [(&str, Measure); 6] = [
        ("forms", judging::forms),
        ("forms-in-browser", in_browser::forms),
        ("deadlines", judging::deadlines),
        ("reading", reading::measure),
        ("signing-in", signing_in::measure),
        ("memory", memory::measure),
    ];
    let mut lines = Vec::new();
    // All of them, or those named.
    for (name, measure) in measures {
        if arguments.is_empty() || arguments.iter().any(|argument| argument == name) {
            lines.push(measure(&enamel)?);
        }
    }
    Ok(report::print(&lines))
}
