//! The web client: from the crate `enamel-frontend` to the files that a server hands out.
//!
//! cargo → split into chunks → wasm-bindgen → wasm-opt → one script → names with content hashes →
//! `.br` and `.gz` beside each file.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

mod assets;
mod build;
mod css;
pub(crate) mod functions;
mod names;
mod prune;
mod script;
mod split;
mod trap;

use crate::{hash, tools};

/// Where the finished files lie, below the workspace.
pub(crate) const WEB: &str = "target/dist/web";

/// Builds the client where something changed, and returns the folder of the finished files.
pub(crate) fn build(root: &Path) -> Result<PathBuf> {
    tools::ensure_wasm_target(root)?;
    tools::ensure_npm_packages(root)?;
    let web = root.join(WEB);
    let wasm = build::cargo(root, build::Form::Split)?;

    // cargo knows best what the WebAssembly depends on, so it always runs; what follows it doesn't.
    let documents =
        assets::Documents { sign_in: build::rendered(root, "sign-in")?, offline: build::rendered(root, "offline")? };
    let bodies: String = documents.sign_in.iter().chain(&documents.offline).map(|shown| shown.body.as_str()).collect();
    let files = hash::of_files(&inputs(root, &wasm)?)?;
    let inputs = [files, bodies].concat();
    let stamp = root.join("target/client/web.stamp");
    if web.join("index.html").is_file() && std::fs::read_to_string(&stamp).is_ok_and(|seen| seen == inputs) {
        return Ok(web);
    }

    tools::say("splitting, shrinking and compressing the client (usually 15 to 30 seconds)");
    let work = fresh_folder(&root.join("target/client/web-work"))?;
    let parts = split::split(root, &wasm, &work)?;
    let finished = fresh_folder(&root.join("target/dist/.web-new"))?;
    assets::write(root, &parts, &documents, &finished)?;
    if web.exists() {
        std::fs::remove_dir_all(&web)?;
    }
    std::fs::rename(&finished, &web)?;
    std::fs::write(&stamp, inputs)?;
    Ok(web)
}

/// Builds the client in one piece, as `trunk serve` does: a check that this way keeps working.
pub(crate) fn build_unsplit(root: &Path) -> Result<()> {
    tools::ensure_wasm_target(root)?;
    tools::ensure_npm_packages(root)?;
    let wasm = build::cargo(root, build::Form::Whole)?;
    let folder = fresh_folder(&root.join("target/client/unsplit"))?;
    split::bindgen(&wasm, &folder, split::Linking::Whole)?;
    assets::write_unsplit(root, &folder)?;
    tools::say(&format!("the unsplit client is in {}", folder.display()));
    Ok(())
}

/// Compiles the styles into `file`.
pub(crate) fn write_css(root: &Path, file: &Path) -> Result<()> {
    tools::ensure_npm_packages(root)?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, css::compile(root)?).with_context(|| format!("could not write {}", file.display()))
}

/// Everything that the steps after cargo read. This program counts too: it is the recipe.
fn inputs(root: &Path, wasm: &Path) -> Result<Vec<PathBuf>> {
    let frontend = root.join("frontend");
    let mut files = vec![
        wasm.to_path_buf(),
        std::env::current_exe()?,
        frontend.join("package-lock.json"),
        frontend.join("index.html"),
    ];
    for folder in ["style", "static"] {
        files.extend(hash::files_below(&frontend.join(folder))?);
    }
    Ok(files)
}

/// An empty folder at `path`, whatever was there before.
fn fresh_folder(path: &Path) -> Result<PathBuf> {
    if path.exists() {
        std::fs::remove_dir_all(path)?;
    }
    std::fs::create_dir_all(path)?;
    Ok(path.to_path_buf())
}

/// The brotli copy that lies beside a finished file.
pub(crate) fn compressed(file: &Path) -> PathBuf {
    assets::with_suffix(file, "br")
}

/// `contents` as a browser is sent them.
pub(crate) fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    assets::brotli(contents)
}
