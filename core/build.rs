//! Compiles the texts in `locales/`, one Fluent file a language, into Rust: one function a message.
//!
//! English is the reference. Another file that lacks a message of it, has one too many, or asks for other arguments
//! fails the build, as does whatever the small interpreter in `src/locale/pattern.rs` doesn't understand.

#[path = "build/compile.rs"]
mod compile;
#[path = "build/emit.rs"]
mod emit;
#[path = "src/locale/marks.rs"]
mod marks;
#[path = "build/plurals.rs"]
mod plurals;

use std::path::{Path, PathBuf};
use std::{env, fs};

use compile::Catalogue;

const REFERENCE: &str = "en";

fn main() {
    let folder = Path::new("locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/locale/marks.rs");
    if let Err(fault) = run(folder) {
        eprintln!("{fault}");
        std::process::exit(1);
    }
}

fn run(folder: &Path) -> Result<(), String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    // The reference first, the rest by name.
    files.sort_by_key(|path| (tag(path) != REFERENCE, path.clone()));
    let catalogues = files.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let [reference, others @ ..] = &catalogues[..] else { return Err("there are no texts".to_owned()) };
    let faults: Vec<_> = others.iter().flat_map(|other| other.faults_beside(reference)).collect();
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?).join("say.rs");
    fs::write(&target, emit::rust(&catalogues)).map_err(|error| format!("{}: {error}", target.display()))
}

fn read(path: &Path) -> Result<Catalogue, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Catalogue::compile(&tag(path), &text).map_err(|fault| format!("{}: {fault}", path.display()))
}

fn tag(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
