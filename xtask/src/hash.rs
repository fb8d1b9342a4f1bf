//! Names and stamps made of contents.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// How many hexadecimal digits of the hash a file name carries.
const IN_NAME: usize = 12;

/// The name that a file goes by: its stem, the hash of its contents, its extension.
pub(crate) fn name(stem: &str, contents: &[u8], extension: &str) -> String {
    let digest = hex(&Sha256::digest(contents));
    let short = digest.get(..IN_NAME).unwrap_or(&digest);
    format!("{stem}-{short}.{extension}")
}

/// One hash over several files, names and contents.
pub(crate) fn of_files(files: &[PathBuf]) -> Result<String> {
    let mut all = Sha256::new();
    for file in files {
        let contents = std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
        all.update(file.to_string_lossy().as_bytes());
        all.update(Sha256::digest(&contents));
    }
    Ok(hex(&all.finalize()))
}

/// Every file below a folder, in a fixed order.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = std::fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        for digit in [byte >> 4, byte & 0xf] {
            text.extend(char::from_digit(digit.into(), 16));
        }
        text
    })
}
