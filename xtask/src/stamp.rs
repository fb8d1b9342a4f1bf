//! What was proved of the same files already.

use std::path::Path;

use anyhow::Result;

use crate::{hash, tools};

/// Does `prove`, unless it has passed on the very same `files` and folders by this very program.
pub(crate) fn unless_proved(root: &Path, what: &str, files: &[&str], prove: impl FnOnce() -> Result<()>) -> Result<()> {
    let mut all = vec![std::env::current_exe()?];
    for file in files {
        let path = root.join(file);
        if path.is_dir() {
            all.extend(hash::files_below(&path)?);
        } else {
            all.push(path);
        }
    }
    let (stamp, hash) = (root.join("target").join(format!("{what}.stamp")), hash::of_files(&all)?);
    if std::fs::read_to_string(&stamp).is_ok_and(|seen| seen == hash) {
        tools::say(&format!("{what}: proved already, and nothing has changed since"));
        return Ok(());
    }
    prove()?;
    Ok(std::fs::write(stamp, hash)?)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use anyhow::bail;

    use super::*;

    #[test]
    fn what_has_passed_is_proved_again_where_a_file_changes_and_what_has_failed_always() {
        let root = std::env::temp_dir().join(format!("enamel-stamp-{}", std::process::id()));
        std::fs::create_dir_all(root.join("target")).unwrap();
        std::fs::create_dir_all(root.join("rules")).unwrap();
        let times = Cell::new(0);
        let prove = |text: &str, passes: bool| {
            std::fs::write(root.join("rules/one"), text).unwrap();
            let _ = unless_proved(&root, "trial", &["rules"], || {
                times.set(times.get() + 1);
                if passes { Ok(()) } else { bail!("not yet") }
            });
            times.get()
        };
        assert_eq!([prove("a", false), prove("a", true), prove("a", true), prove("b", true)], [1, 2, 2, 3]);
        std::fs::remove_dir_all(&root).unwrap();
    }
}
