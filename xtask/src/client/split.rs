//! From cargo's one WebAssembly file to a main file and chunks, each as small as wasm-opt makes it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use super::{functions, names, prune, script, trap};
use crate::tools;

/// The stem of the files that wasm-bindgen writes.
pub(crate) const STEM: &str = "enamel";
/// The script that fetches chunks, as the main script imports it.
const LINK: &str = "./__wasm_split.js";

/// What the splitting left in the work folder.
pub(crate) struct Parts {
    /// Everything in JavaScript, naming the other files by the names below.
    pub(crate) script: String,
    /// The main WebAssembly file.
    pub(crate) main: PathBuf,
    /// The files that pages fetch when they are opened.
    pub(crate) chunks: Vec<PathBuf>,
}

/// Whether wasm-bindgen must leave the seams that chunks are joined at.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Linking {
    /// The main file of a split client.
    Split,
    /// A client in one piece.
    Whole,
}

/// Splits, binds and shrinks `wasm` into `work`.
pub(crate) fn split(root: &Path, wasm: &Path, work: &Path) -> Result<Parts> {
    let input = std::fs::read(wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    let input = prune::unused_exports(&input)?;
    let unbound = work.join("unbound").join(STEM).with_extension("wasm");
    std::fs::create_dir_all(work.join("unbound"))?;
    let main_module = format!("./{STEM}.js");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &unbound;
    options.link_name = LINK;
    options.main_module = &main_module;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the client could not be split")?;
    // What the writer calls empty is never fetched, though a file of it may lie there.
    let link = std::fs::read_to_string(work.join(LINK))?;
    let chunks: Vec<PathBuf> = split
        .split_modules
        .into_iter()
        .filter(|path| path.file_name().is_some_and(|name| link.contains(&*name.to_string_lossy())))
        .collect();

    bindgen(&unbound, work, Linking::Split)?;
    let main = work.join(format!("{STEM}_bg.wasm"));
    let script = script::bundle(root, work)?;
    let mut module = walrus::Module::from_file(&main).context("could not read what wasm-bindgen wrote")?;
    trap::instead_of_messages(&mut module);
    trap::instead_of_details(&mut module);
    let script = names::shorten(&mut module, &script, &format!("./{STEM}_bg.js"));
    module.emit_wasm_file(&main)?;
    for chunk in &chunks {
        let mut module = walrus::Module::from_file(chunk).context("could not read a chunk")?;
        trap::instead_of_messages(&mut module);
        trap::instead_of_details(&mut module);
        module.emit_wasm_file(chunk)?;
    }
    shrink(root, std::iter::once(&main).chain(&chunks))?;
    Ok(Parts { script, main, chunks })
}

/// Writes the JavaScript around `wasm`, and the WebAssembly that goes with it, into `folder`.
pub(crate) fn bindgen(wasm: &Path, folder: &Path, linking: Linking) -> Result<()> {
    let split = linking == Linking::Split;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(STEM)
        .web(true)?
        .typescript(false)
        .keep_lld_exports(split)
        .demangle(!split)
        .remove_producers_section(true);
    bindgen.generate(folder).context("wasm-bindgen failed")
}

/// Runs wasm-opt over every file in place, two at a time.
fn shrink<'a>(root: &Path, files: impl Iterator<Item = &'a PathBuf>) -> Result<()> {
    let files: Vec<&PathBuf> = files.collect();
    for pair in files.chunks(2) {
        std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|file| scope.spawn(|| shrink_one(root, file))).collect();
            running
                .into_iter()
                .try_for_each(|thread| thread.join().map_err(|_| anyhow!("wasm-opt's thread panicked"))?)
        })?;
    }
    Ok(())
}

fn shrink_one(root: &Path, file: &Path) -> Result<()> {
    let done = tools::output(
        tools::node_tool(root, "binaryen/bin/wasm-opt")
            .args(["--enable-bulk-memory", "--enable-nontrapping-float-to-int"])
            // The lowest kilobyte is the deep end of the stack, which never holds an object.
            .args(["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"])
            // With the names, which tell what the bytes are spent on.
            .arg("--debuginfo")
            .arg(file)
            .arg("-o")
            .arg(file),
    );
    done.with_context(|| format!("could not shrink {}", file.display()))?;
    functions::take_names(file)
}
