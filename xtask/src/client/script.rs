//! The JavaScript around the WebAssembly, as one file.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::tools;

/// Starts the client. A file of its own, because the content security policy allows no inline script.
pub(crate) const START: &str = "start.js";

/// The starting script, wasm-bindgen's and the chunk loader's as one. They import one another in a
/// circle, so that none of them could carry a hash of its own.
pub(crate) fn bundle(root: &Path, work: &Path) -> Result<String> {
    std::fs::copy(root.join("frontend/static").join(START), work.join(START))?;
    tools::output(
        tools::node_tool(root, "esbuild/bin/esbuild")
            .arg(work.join(START))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            // wasm-bindgen gives its classes a `Symbol.dispose`, which alone would keep unused ones in.
            .arg("--define:Symbol.dispose=undefined"),
    )
    .context("the scripts could not be joined")
}
