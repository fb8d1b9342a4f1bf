//! Judges the same inputs natively and in WebAssembly, and compares the verdicts byte by byte (R37).
//!
//! `enamel-parity SCRIPT FOLDER`: the script that Node runs and the folder of the WebAssembly;
//! `cargo xtask parity` builds and gives both.

mod compare;
mod corpus;
mod engine;
mod generate;
mod json;
mod random;
mod setting;

use std::process::ExitCode;

use anyhow::Context as _;

use crate::compare::Comparison;
use crate::engine::Engine;
use crate::generate::Generator;
use crate::setting::Setting;

/// Lines sent at once: enough to keep both sides busy, little enough to hold.
const BATCH: usize = 2_000;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The native verdict. A panic is one as well, and no verdict of the browser is like it.
fn judge(line: &str) -> String {
    std::panic::catch_unwind(|| enamel_parity::judge_line(line)).unwrap_or_else(|_| "panicked".to_owned())
}

/// Whether both sides agree on everything.
fn run() -> anyhow::Result<bool> {
    let mut arguments = std::env::args().skip(1);
    let script = arguments.next().context("usage: enamel-parity SCRIPT FOLDER")?;
    let folder = arguments.next().context("usage: enamel-parity SCRIPT FOLDER")?;
    let setting = Setting::of_environment()?;
    println!("seed {} (PARITY_SEED), {} generated inputs (PARITY_INPUTS)", setting.seed, setting.inputs);

    let mut own = Vec::new();
    if let Some(file) = &setting.corpus {
        own = corpus::read(file)?;
        let malformed = own.iter().filter(|line| judge(line).starts_with(r#"{"malformed""#)).count();
        println!("{} lines of {}, {malformed} of them no input of any rule", own.len(), file.display());
    }
    let committed = corpus::committed();
    println!("{} lines of the awkward corpus", committed.len());

    let generated = Generator::new(setting.seed).take(setting.inputs);
    let mut lines = committed.into_iter().chain(own).chain(generated);
    // The engines work hardest: one for each core.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut engines = (0..cores).map(|_| Engine::start(&script, &folder)).collect::<anyhow::Result<Vec<_>>>()?;
    let mut comparison = Comparison::default();
    let mut broke_off = false;
    while !broke_off {
        let batches: Vec<Vec<String>> = engines.iter().map(|_| lines.by_ref().take(BATCH).collect()).collect();
        if batches.iter().all(Vec::is_empty) {
            break;
        }
        for (batch, judged) in batches.iter().zip(judge_all(&mut engines, &batches)) {
            let (native, browser) = judged?;
            comparison.add(batch, &native, &browser);
            broke_off |= browser.len() < batch.len();
        }
    }
    Ok(comparison.report())
}

/// The native verdicts on a batch, and the browser's.
type Judged = anyhow::Result<(Vec<String>, Vec<String>)>;

/// Each engine judges a batch, all at once; the verdicts in the order of the batches.
fn judge_all(engines: &mut [Engine], batches: &[Vec<String>]) -> Vec<Judged> {
    std::thread::scope(|scope| {
        let running: Vec<_> = engines
            .iter_mut()
            .zip(batches)
            .map(|(engine, batch)| {
                scope.spawn(move || engine.judge(batch, || batch.iter().map(|line| judge(line)).collect()))
            })
            .collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, Judged>| {
            thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("an engine's thread panicked")))
        };
        running.into_iter().map(join).collect()
    })
}
