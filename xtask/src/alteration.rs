//! Deliberate alterations of the rules, in a copy of them: whoever guards a rule must notice.

use std::ffi::OsStr;
use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

/// An alteration of the rules that somebody has to notice.
pub(crate) struct Alteration {
    /// What is wrong with it, in a plain sentence.
    pub(crate) what: &'static str,
    /// The file, within `core/src`.
    pub(crate) file: &'static str,
    /// What stands there, once.
    pub(crate) from: &'static str,
    /// What is to stand there instead.
    pub(crate) to: &'static str,
}

impl Alteration {
    /// Does `test` while the copy of the workspace is altered; the copy is sound again afterwards.
    pub(crate) fn during<T>(&self, copy: &Path, test: impl FnOnce() -> Result<T>) -> Result<T> {
        let file = copy.join("core/src").join(self.file);
        let sound = std::fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
        std::fs::write(&file, self.altered(&sound)?)?;
        let outcome = test();
        std::fs::write(&file, sound)?;
        outcome
    }

    /// The text with the alteration.
    fn altered(&self, sound: &str) -> Result<String> {
        let found = sound.matches(self.from).count();
        ensure!(found == 1, "core/src/{} holds this {found} times, not once: {}", self.file, self.from);
        Ok(sound.replace(self.from, self.to))
    }

    /// Whether it still fits the rules as they stand.
    #[cfg(test)]
    pub(crate) fn fits(&self, root: &Path) -> Result<()> {
        let sound = std::fs::read_to_string(root.join("core/src").join(self.file))?;
        ensure!(self.altered(&sound)? != sound, "{}: nothing is altered", self.what);
        Ok(())
    }
}

/// Makes `copy` the caller's until what is returned is dropped. Another run waits, for an alteration of the
/// one would be judged by the other.
pub(crate) fn alone_in(copy: &Path) -> Result<File> {
    std::fs::create_dir_all(copy)?;
    let lock = File::create(copy.join(".lock"))?;
    lock.lock()?;
    Ok(lock)
}

/// Copies some members of the workspace, as a workspace of their own; what `copy` was built before
/// is kept. `profiles` stand in place of the workspace's own.
pub(crate) fn copy_workspace(root: &Path, copy: &Path, members: &[&str], profiles: &str) -> Result<()> {
    for member in members {
        let to = copy.join(member);
        if to.exists() {
            std::fs::remove_dir_all(&to)?;
        }
        copy_folder(&root.join(member), &to)?;
    }
    let manifest = std::fs::read_to_string(root.join("Cargo.toml"))?;
    let kept = manifest.split("[profile.").next().unwrap_or(&manifest);
    let mut found = false;
    let mut lines: Vec<String> = Vec::new();
    for line in kept.lines() {
        if line.starts_with("members") {
            found = true;
            lines.push(format!("members = {members:?}"));
        } else {
            lines.push(line.to_owned());
        }
    }
    ensure!(found, "Cargo.toml lists its members in another way");
    std::fs::write(copy.join("Cargo.toml"), format!("{}\n\n{profiles}", lines.join("\n")))?;
    std::fs::copy(root.join("Cargo.lock"), copy.join("Cargo.lock"))?;
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if name != OsStr::new("target") {
                copy_folder(&entry.path(), &to.join(name))?;
            }
        } else {
            // Not `fs::copy`: the copy's own time tells cargo what is new.
            std::fs::write(to.join(name), std::fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_one_runs_alone_until_it_is_done() {
        let copy = std::env::temp_dir().join(format!("enamel-alone-{}", std::process::id()));
        let alone = alone_in(&copy).unwrap();
        let other = File::open(copy.join(".lock")).unwrap();
        assert!(other.try_lock().is_err());
        drop(alone);
        assert!(other.try_lock().is_ok());
        std::fs::remove_dir_all(&copy).unwrap();
    }
}
