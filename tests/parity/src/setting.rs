//! What the environment sets.

use std::path::PathBuf;

use anyhow::Context as _;

/// Fixed, so that a run without settings is the same everywhere.
const SEED: u64 = 20_180_223;
const INPUTS: usize = 120_000;

/// How much is judged, and what.
pub(crate) struct Setting {
    /// Where the generated inputs start (`PARITY_SEED`).
    pub(crate) seed: u64,
    /// How many inputs are generated (`PARITY_INPUTS`).
    pub(crate) inputs: usize,
    /// Further lines (`PARITY_CORPUS`).
    pub(crate) corpus: Option<PathBuf>,
}

impl Setting {
    pub(crate) fn of_environment() -> anyhow::Result<Self> {
        Ok(Self {
            seed: number("PARITY_SEED")?.unwrap_or(SEED),
            inputs: number("PARITY_INPUTS")?.unwrap_or(INPUTS),
            corpus: std::env::var_os("PARITY_CORPUS").filter(|file| !file.is_empty()).map(PathBuf::from),
        })
    }
}

fn number<N: std::str::FromStr>(name: &str) -> anyhow::Result<Option<N>> {
    match std::env::var(name) {
        Ok(text) if !text.is_empty() => {
            text.trim().parse().ok().map(Some).with_context(|| format!("{name}={text} is no number"))
        }
        _ => Ok(None),
    }
}
