//! Explores every history of the rules up to a bound, and fails where something does not hold.
//!
//! `enamel-model [--states N] [--scenario NAME]`; without a bound, as far as each scenario says.

use std::process::ExitCode;

use enamel_model::report;

fn main() -> ExitCode {
    let (mut most, mut only) = (None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), arguments.next()) {
            ("--states", Some(number)) if number.parse::<usize>().is_ok() => most = number.parse().ok(),
            ("--scenario", Some(name)) => only = Some(name),
            _ => {
                eprintln!("usage: enamel-model [--states N] [--scenario NAME]");
                return ExitCode::FAILURE;
            }
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    if report::run(most, only.as_deref(), threads) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
