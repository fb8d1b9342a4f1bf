//! The JavaScript engine in which the WebAssembly runs: Node, fed line by line.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::Context as _;

/// A running Node.
pub(crate) struct Engine {
    child: Child,
    lines: ChildStdin,
    verdicts: BufReader<ChildStdout>,
}

impl Engine {
    /// Starts `script` with the WebAssembly of `folder`.
    pub(crate) fn start(script: &str, folder: &str) -> anyhow::Result<Self> {
        let mut child = Command::new("node")
            .args([script, folder])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start node: is Node 20 or later installed?")?;
        let lines = child.stdin.take().context("node has no input")?;
        let verdicts = BufReader::new(child.stdout.take().context("node has no output")?);
        Ok(Self { child, lines, verdicts })
    }

    /// The engine's verdicts on `batch`, fewer where it broke off, and what `meanwhile` worked out.
    pub(crate) fn judge<T>(
        &mut self,
        batch: &[String],
        meanwhile: impl FnOnce() -> T,
    ) -> anyhow::Result<(T, Vec<String>)> {
        let text: String = batch.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        let Self { lines, verdicts, .. } = self;
        std::thread::scope(|scope| {
            // Beside the reading: a full pipe on either side would stop both.
            scope.spawn(move || lines.write_all(text.as_bytes()).and_then(|()| lines.flush()));
            let reading = scope.spawn(|| verdicts.lines().take(batch.len()).collect::<Result<Vec<_>, _>>());
            let own = meanwhile();
            let read = reading.join().map_err(|_| anyhow::anyhow!("reading the verdicts panicked"))?;
            Ok((own, read.context("the verdicts could not be read")?))
        })
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // It may have ended by itself already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
