//! Why a database can't be opened where it is said to be, and what to do about it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sqlx::migrate::MigrateError;

use super::StoreError;

/// The database can't be opened: where it should be, what to do, and what it said itself.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: {advice} ({source})", .path.display())]
pub struct OpenError {
    path: PathBuf,
    advice: &'static str,
    source: StoreError,
}

impl OpenError {
    pub(super) fn of(path: &Path, source: StoreError) -> Self {
        Self { path: path.to_owned(), advice: advice(path, &source), source }
    }
}

/// What to do. SQLite has one word for most of it, "unable to open database file", so the place is looked at.
fn advice(path: &Path, error: &StoreError) -> &'static str {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match std::fs::metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return "its folder does not exist: make it, or name another";
        }
        Ok(folder) if !folder.is_dir() => return "what should be its folder is a file: name another",
        _ => {}
    }
    if path.is_dir() {
        return "this is a folder: name a file in it";
    }
    match error {
        StoreError::Migration(error) if is_of_another_version(error) => {
            "it was written by another version of this program: run that one, or name another file"
        }
        StoreError::Unavailable(error) if code(error).is_some_and(|code| code == NOT_A_DATABASE) => {
            "this file is no database: name another"
        }
        StoreError::Unavailable(error) if code(error).is_some_and(|code| code == BUSY || code == LOCKED) => {
            "another program holds it: end that one first"
        }
        _ => "let the user that runs this program read and write the file and its folder",
    }
}

/// SQLite's result codes, as far as they tell more than the place does.
const BUSY: u32 = 5;
const LOCKED: u32 = 6;
const NOT_A_DATABASE: u32 = 26;

/// The primary result code, which an extended one has in its last byte.
fn code(error: &sqlx::Error) -> Option<u32> {
    let code: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}

fn is_of_another_version(error: &MigrateError) -> bool {
    matches!(
        error,
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) | MigrateError::VersionNotPresent(_)
    )
}

#[cfg(test)]
mod tests {
    use super::super::Store;

    async fn refusal(path: &std::path::Path) -> String {
        let error = Store::open(&format!("sqlite:{}", path.display())).await.unwrap_err().to_string();
        assert!(error.starts_with(&format!("{}: ", path.display())) && !error.contains('\n'), "{error}");
        error
    }

    #[tokio::test]
    async fn a_database_that_can_not_be_opened_is_named_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("notes.txt");
        std::fs::write(&file, "not a database, but long enough to be looked at as one".repeat(20)).unwrap();
        for (path, word) in [
            (folder.path().join("missing/enamel.db"), "its folder does not exist: make it, or name another"),
            (folder.path().to_owned(), "this is a folder: name a file in it"),
            (file.join("enamel.db"), "what should be its folder is a file"),
            (file, "this file is no database: name another"),
            // Nobody may make a file there, not even who may do anything.
            ("/proc/enamel.db".into(), "let the user that runs this program read and write the file and its folder"),
        ] {
            let said = refusal(&path).await;
            assert!(said.contains(word), "{said}");
        }
    }

    #[tokio::test]
    async fn a_database_of_a_newer_version_is_named_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("newer.db");
        let store = Store::open(&format!("sqlite:{}", path.display())).await.unwrap();
        sqlx::raw_sql("UPDATE _sqlx_migrations SET version = version + 1000").execute(&store.writer).await.unwrap();
        store.close().await;
        let said = refusal(&path).await;
        assert!(said.contains("it was written by another version of this program"), "{said}");
    }
}
