//! One test's server and browser, from start to end.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

use anyhow::ensure;
use futures_util::FutureExt as _;

use crate::browser::Browser;
use crate::demo::Demo;
use crate::log::faults;
use crate::width::Width;

/// What a test gives.
pub type Result<T = ()> = anyhow::Result<T>;

/// A visitor with a browser, at a server of their own.
pub struct Visit {
    /// The server.
    pub demo: Demo,
    /// The browser.
    pub browser: Browser,
    /// What the inspections found.
    pub(crate) found: Vec<String>,
    was_stopped: bool,
    expects_faults: bool,
}

impl Visit {
    /// Makes a journey at the server that is being developed.
    ///
    /// # Errors
    /// What goes wrong in the journey; what the browser logged; a program that is missing.
    pub async fn make(width: Width, journey: impl AsyncFnOnce(&mut Self) -> Result) -> Result {
        Self::make_at(&program("ENAMEL_BIN", "target/debug/enamel"), width, journey).await
    }

    /// Makes a journey at the server that is given away, as `make dist` leaves it.
    ///
    /// # Errors
    /// As with [`Self::make`].
    pub async fn make_at_release(width: Width, journey: impl AsyncFnOnce(&mut Self) -> Result) -> Result {
        Self::make_at(&program("ENAMEL_DIST_BIN", "target/dist/enamel"), width, journey).await
    }

    async fn make_at(program: &Path, width: Width, journey: impl AsyncFnOnce(&mut Self) -> Result) -> Result {
        let demo = Demo::start(program).await?;
        let browser = Browser::start(width).await?;
        let mut visit = Self { demo, browser, found: Vec::new(), was_stopped: false, expects_faults: false };
        let outcome = AssertUnwindSafe(journey(&mut visit)).catch_unwind().await;
        if !matches!(outcome, Ok(Ok(()))) {
            visit.tell().await;
        }
        let logged =
            if visit.expects_faults { Vec::new() } else { faults(&visit.browser.log().await?, visit.was_stopped) };
        visit.found.extend(logged.into_iter().map(|entry| format!("the browser logged: {entry}")));
        visit.browser.quit().await?;
        match outcome {
            Ok(outcome) => outcome?,
            Err(panic) => std::panic::resume_unwind(panic),
        }
        ensure!(visit.found.is_empty(), "at {} pixels:\n- {}", width.pixels(), visit.found.join("\n- "));
        Ok(())
    }

    /// Stops the server at once. That it can't be reached is no fault from now on.
    pub fn stop_server(&mut self) {
        self.was_stopped = true;
        self.demo.stop();
    }

    /// Lets nothing through to the page whose address is like this (`*.wasm`). That it can't be fetched is no
    /// fault from now on.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn block(&mut self, addresses: &[&str]) -> Result {
        self.was_stopped = true;
        self.browser.block(addresses).await
    }

    /// What the browser logs is no fault from now on: something that the page does without is taken from it.
    pub fn expects_faults(&mut self) {
        self.expects_faults = true;
    }

    /// Says where a journey ended that failed.
    async fn tell(&self) {
        let name = std::thread::current().name().unwrap_or("failure").replace("::", "-");
        let path = self.path().await.unwrap_or_default();
        let text = self.text().await.unwrap_or_default();
        eprintln!("It ended at {path}, where the page says: {text}");
        if let Ok(file) = self.picture(&format!("failed-{name}")).await {
            eprintln!("Its picture: {}", file.display());
        }
        for found in &self.found {
            eprintln!("Before that: {found}");
        }
    }
}

/// The program that a variable names, or the one in this place of the workspace.
#[must_use]
pub fn program(variable: &str, place: &str) -> PathBuf {
    crate::workspace().join(std::env::var_os(variable).unwrap_or_else(|| place.into()))
}
