//! What was looked at and found right, kept in files beside the tests, and compared with what there is now.
//!
//! `ENAMEL_ACCEPT=1` writes the files anew; the difference is then for a person to look at before it is committed.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// Whether what there is now is accepted as right.
pub(crate) fn is_accepted() -> bool {
    std::env::var_os("ENAMEL_ACCEPT").is_some_and(|value| value == "1")
}

/// The file of this name, below the folder `tests`.
pub(crate) fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Writes what there is now: in the place of what was, or where a person finds it.
pub(crate) fn keep(name: &str, contents: &[u8]) -> Result<PathBuf> {
    let path = if is_accepted() { file(name) } else { crate::workspace().join("target/differs").join(name) };
    std::fs::create_dir_all(path.parent().context("no folder")?)?;
    std::fs::write(&path, contents)?;
    Ok(path)
}

/// The names in a folder of kept files, without their endings, that no specimen has any more.
///
/// # Errors
/// The folder can't be read.
pub fn left_over(folder: &str, names: &[String]) -> Result<Vec<String>> {
    let mut left = Vec::new();
    for entry in std::fs::read_dir(file(folder))? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !names.contains(&stem) {
            left.push(format!("{} is of no specimen", path.display()));
        }
    }
    Ok(left)
}
