//! Chromium, driven by its driver, and by its own protocol where that has no word for something.

use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{BrowserLogEntry, LoggingPrefsLogLevel};

use super::program;
use crate::process::Process;
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

/// Starts the driver on a free port. It looks for one on IPv4 alone, and ends where that is taken on IPv6.
pub(super) fn start() -> Result<(Process, String)> {
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

pub(super) fn capabilities(downloads: &Path, width: Width) -> Result<Capabilities> {
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

pub(super) async fn size(driver: &WebDriver, width: Width) -> Result<()> {
    // A window can't be made as narrow as this one pretends to be.
    driver.cdp().emulation().set_device_metrics_override(width.pixels(), width.height(), 1.0, false).await?;
    // As on phones, where they take no room.
    driver.cdp().send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    Ok(())
}

pub(super) async fn block(driver: &WebDriver, addresses: &[&str]) -> Result<()> {
    let cdp = driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    // What the browser has kept would not be blocked.
    cdp.send_raw("Network.setBypassServiceWorker", json!({ "bypass": !addresses.is_empty() })).await?;
    cdp.send_raw("Network.setBlockedURLs", json!({ "urls": addresses })).await?;
    Ok(())
}

pub(super) async fn force_colours(driver: &WebDriver, is_forced: bool) -> Result<()> {
    let value = if is_forced { "active" } else { "none" };
    let media = json!({ "features": [{ "name": "forced-colors", "value": value }] });
    driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

pub(super) async fn screenshot(driver: &WebDriver) -> Result<Vec<u8>> {
    let how = json!({ "format": "png", "captureBeyondViewport": true });
    let shot = driver.cdp().send_raw("Page.captureScreenshot", how).await?;
    Ok(BASE64_STANDARD.decode(shot.get("data").and_then(Value::as_str).context("no picture")?)?)
}

pub(super) async fn log(driver: &WebDriver) -> Result<Vec<BrowserLogEntry>> {
    Ok(driver.browser_log().await?)
}
