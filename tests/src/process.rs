//! Child processes that end with the test.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// A child process; dropping it ends it.
pub(crate) struct Process {
    child: Child,
    /// Kept open: the child may print more.
    output: Option<BufReader<ChildStdout>>,
    /// Whether it is asked to end, because it has children of its own.
    is_asked: bool,
}

impl Process {
    pub(crate) fn start(program: &Path, arguments: &[&str]) -> Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = child.stdout.take().context("no standard output")?;
        Ok(Self { child, output: Some(BufReader::new(output)), is_asked: false })
    }

    /// Reads on until a line holds `mark`, and gives what follows it there.
    pub(crate) fn says(&mut self, mark: &str) -> Result<String> {
        let output = self.output.as_mut().context("its output is not read any more")?;
        let mut line = String::new();
        while output.read_line(&mut line)? > 0 {
            if let Some((_, rest)) = line.split_once(mark) {
                return Ok(rest.trim().to_owned());
            }
            line.clear();
        }
        bail!("it ended ({}) before saying `{mark}`", self.child.wait()?)
    }
}

impl Process {
    /// Asks it to end when that is due, so that it ends its children; until then what it prints is read and left.
    pub(crate) fn end_gently(&mut self) {
        self.is_asked = true;
        if let Some(mut output) = self.output.take() {
            std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.is_asked {
            let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
            if asked.is_ok_and(|status| status.success()) && self.child.wait().is_ok() {
                return;
            }
        }
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
