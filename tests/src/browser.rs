//! Chromium, driven over the `WebDriver` protocol.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{BrowserLogEntry, LoggingPrefsLogLevel};

use crate::process::Process;
use crate::visit::Result;
use crate::width::Width;

const FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=en-GB",
];

/// A browser with a fresh profile and one window.
pub struct Browser {
    // Dropped in this order: the session ends before its driver.
    driver: WebDriver,
    _chromedriver: Process,
    downloads: TempDir,
    width: Width,
}

impl Browser {
    /// Starts Chromium with a window of this width.
    ///
    /// # Errors
    /// Chromium or its driver is missing or does not start.
    pub async fn start(width: Width) -> Result<Self> {
        let (chromedriver, port) = chromedriver()?;
        let downloads = tempfile::tempdir()?;
        let client = reqwest::Client::builder().no_proxy().build()?;
        let address = format!("http://127.0.0.1:{port}");
        let driver =
            WebDriver::builder(address, capabilities(downloads.path(), width)?).client(client).connect().await?;
        // A window can't be made as narrow as this one pretends to be.
        driver.cdp().emulation().set_device_metrics_override(width.pixels(), width.height(), 1.0, false).await?;
        // As on phones, where they take no room.
        driver.cdp().send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        let browser = Self { driver, _chromedriver: chromedriver, downloads, width };
        let inner: u32 = serde_json::from_value(browser.run("return innerWidth", vec![]).await?)?;
        ensure!(inner == width.pixels(), "the window is {inner} pixels wide, not {}", width.pixels());
        Ok(browser)
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

    pub(crate) async fn log(&self) -> Result<Vec<BrowserLogEntry>> {
        Ok(self.driver.browser_log().await?)
    }

    /// Ends the session, and with it the browser.
    ///
    /// # Errors
    /// It does not answer any more.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

/// Starts the driver on a free port. It looks for one on IPv4 alone, and ends where that is taken on IPv6.
fn chromedriver() -> Result<(Process, String)> {
    let program = program("ENAMEL_CHROMEDRIVER", "chromedriver");
    let mut tries = 5;
    loop {
        let mut process = Process::start(&program, &["--port=0"])
            .context("the browser tests need Debian's packages chromium and chromium-driver")?;
        match process.says("started successfully on port ") {
            Ok(port) => return Ok((process, port.trim_end_matches('.').to_owned())),
            Err(error) if tries == 1 => return Err(error),
            Err(_) => tries -= 1,
        }
    }
}

fn capabilities(downloads: &Path, width: Width) -> Result<Capabilities> {
    let mut options = DesiredCapabilities::chrome();
    let binary = program("ENAMEL_CHROMIUM", "chromium");
    options.set_binary(binary.to_str().context("the browser's path is not Unicode")?)?;
    for flag in FLAGS {
        options.add_arg(flag)?;
    }
    options.add_arg(&format!("--window-size={},{}", width.pixels(), width.height()))?;
    options.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    let folder = downloads.to_str().context("the temporary folder's name is not Unicode")?;
    options.add_experimental_option(
        "prefs",
        json!({ "download.default_directory": folder, "profile.password_manager_leak_detection": false }),
    )?;
    Ok(options.into())
}

/// The program that a variable names, or the one in Debian's place.
fn program(variable: &str, name: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| Path::new("/usr/bin").join(name), PathBuf::from)
}
