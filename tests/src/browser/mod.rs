//! A browser, driven over the `WebDriver` protocol.

mod chromium;
mod firefox;

use std::path::{Path, PathBuf};

use anyhow::bail;
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::BrowserLogEntry;
use thirtyfour::prelude::*;

use crate::process::Process;
use crate::visit::Result;
use crate::wait::{Look, until};
use crate::width::Width;

/// Which browser it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Kind {
    /// The one that `ENAMEL_BROWSER` names: `chromium`, which is the default, or `firefox`.
    fn asked_for() -> Result<Self> {
        match std::env::var("ENAMEL_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok(other) => bail!("ENAMEL_BROWSER is {other}, neither chromium nor firefox"),
        }
    }
}

/// A browser with a fresh profile and one window.
pub struct Browser {
    // Dropped in this order: the session ends before its driver.
    driver: WebDriver,
    _process: Process,
    kind: Kind,
    downloads: TempDir,
    _profiles: TempDir,
    width: Width,
}

impl Browser {
    /// Starts the browser with a window of this width.
    ///
    /// # Errors
    /// The browser or its driver is missing or does not start.
    pub async fn start(width: Width) -> Result<Self> {
        let kind = Kind::asked_for()?;
        let (downloads, profiles) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let ((process, port), capabilities) = match kind {
            Kind::Chromium => (chromium::start()?, chromium::capabilities(downloads.path(), width)?),
            Kind::Firefox => (firefox::start(profiles.path())?, firefox::capabilities(downloads.path())?),
        };
        let client = reqwest::Client::builder().no_proxy().build()?;
        let driver =
            WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities).client(client).connect().await?;
        match kind {
            Kind::Chromium => chromium::size(&driver, width).await?,
            Kind::Firefox => firefox::size(&driver, width).await?,
        }
        let browser = Self { driver, _process: process, kind, downloads, _profiles: profiles, width };
        until(&format!("a window of {} pixels", width.pixels()), async || {
            let inner = browser.run("return innerWidth", vec![]).await?;
            Ok(if inner == width.pixels() { Look::Found(()) } else { Look::NotYet(inner.to_string()) })
        })
        .await?;
        Ok(browser)
    }

    /// Which it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The session, for what is not offered here.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The window.
    #[must_use]
    pub fn width(&self) -> Width {
        self.width
    }

    /// Where downloaded files go.
    #[must_use]
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    /// Runs JavaScript in the page and gives what it returns.
    ///
    /// # Errors
    /// It throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs the body of an asynchronous function in the page and gives what it resolves to.
    ///
    /// # Errors
    /// It rejects.
    pub async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async (...given) => {{ {body} }})(...arguments).then(value => done({{ Ok: value ?? null }}), error => done({{ Err: String(error) }}));"
        );
        let outcome =
            self.driver.execute_async(script, arguments).await?.convert::<std::result::Result<Value, String>>()?;
        outcome.map_err(|error| anyhow::anyhow!("the script failed: {error}"))
    }

    /// Lets nothing through to the page whose address is like one of these.
    pub(crate) async fn block(&self, addresses: &[&str]) -> Result<()> {
        match self.kind {
            Kind::Chromium => chromium::block(&self.driver, addresses).await,
            Kind::Firefox => firefox::block(&self.driver, addresses).await,
        }
    }

    /// Shows the page in the colours of who needs them to be a few, or in its own.
    pub(crate) async fn force_colours(&self, is_forced: bool) -> Result<()> {
        match self.kind {
            Kind::Chromium => chromium::force_colours(&self.driver, is_forced).await?,
            Kind::Firefox => firefox::force_colours(&self.driver, is_forced).await?,
        }
        // The colours are others from the next picture on.
        let drawn = "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
        self.run_async(drawn, vec![]).await?;
        Ok(())
    }

    /// The whole page as a PNG.
    pub(crate) async fn screenshot(&self) -> Result<Vec<u8>> {
        match self.kind {
            Kind::Chromium => chromium::screenshot(&self.driver).await,
            Kind::Firefox => firefox::screenshot(&self.driver).await,
        }
    }

    /// What went wrong in its pages.
    pub(crate) async fn log(&self) -> Result<Vec<BrowserLogEntry>> {
        match self.kind {
            Kind::Chromium => chromium::log(&self.driver).await,
            Kind::Firefox => firefox::log(&self.driver).await,
        }
    }

    /// Ends the session, and with it the browser.
    ///
    /// # Errors
    /// It does not answer any more.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

/// The program that a variable names, or the one in Debian's place.
fn program(variable: &str, name: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| Path::new("/usr/bin").join(name), PathBuf::from)
}
