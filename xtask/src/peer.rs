//! What somebody else's client weighs, measured beside ours: the account console of Keycloak (`tests/peers`).

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::{hash, tools};

/// A first visit to it, in bytes by brotli.
#[derive(Debug, Deserialize)]
pub(crate) struct Peer {
    pub(crate) version: String,
    pub(crate) script: u64,
    pub(crate) style: u64,
    pub(crate) fonts: u64,
    /// Without the fonts.
    pub(crate) total: u64,
}

/// Bundles it and weighs it; once for each version of the recipe.
pub(crate) fn keycloak(root: &Path) -> Result<Peer> {
    let folder = root.join("tests/peers");
    let recipe = hash::of_files(&[folder.join("package-lock.json"), folder.join("keycloak.mjs")])?;
    let kept = root.join("target/peers").join(format!("{recipe}.json"));
    if !kept.is_file() {
        tools::say("weighing Keycloak's account console (usually 30 seconds)");
        tools::run(
            Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(&folder),
        )?;
        let weighed = tools::output(Command::new("node").arg("keycloak.mjs").current_dir(&folder))?;
        std::fs::create_dir_all(root.join("target/peers"))?;
        std::fs::write(&kept, weighed)?;
        // Some 50,000 files, which nothing needs any more.
        std::fs::remove_dir_all(folder.join("node_modules"))?;
    }
    let weighed = std::fs::read_to_string(&kept)?;
    serde_json::from_str(&weighed).with_context(|| format!("{} is no answer", kept.display()))
}
