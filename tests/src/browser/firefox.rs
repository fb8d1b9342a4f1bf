//! Firefox, driven by geckodriver, and by scripts with the browser's own rights where that has no word for something.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use thirtyfour::BrowserLogEntry;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::prelude::*;

use super::program;
use crate::process::Process;
use crate::width::Width;

/// Makes the page as large as asked, narrower than any window, and leaves it alone in the order of tabbing. Blocks what
/// is to be blocked, and notes every answer that is a refusal.
const PREPARE: &str = "
    const [width, height] = arguments;
    const page = gBrowser.selectedBrowser.style;
    for (const [name, pixels] of [['width', width], ['height', height]])
        for (const limit of ['', 'min-', 'max-']) page.setProperty(limit + name, pixels + 'px', 'important');
    document.getElementById('navigator-toolbox').hidden = true;
    gBrowser.selectedBrowser.focus();
    window.blocked = [];
    Services.obs.addObserver((subject) => {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        if (window.blocked.some((pattern) => new RegExp(pattern).test(channel.URI.spec))) channel.cancel(Cr.NS_ERROR_ABORT);
    }, 'http-on-modify-request');
    Services.console.reset();
    return null;";

/// What went wrong in our pages: scripts that failed, and what their policy forbade.
const LOG: &str = "
    return Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith('http://127.0.0.1'))
        .filter(({ category }) => category.startsWith('CSP_') || category === 'content javascript')
        .map(({ category, errorMessage }) => [category, errorMessage]);";

pub(super) fn start(profiles: &Path) -> Result<(Process, String)> {
    let program = crate::visit::program("ENAMEL_GECKODRIVER", "target/tools/bin/geckodriver");
    let profiles = profiles.to_str().context("the temporary folder's name is not Unicode")?;
    let arguments = ["--port", "0", "--websocket-port", "0", "--allow-system-access", "--profile-root", profiles];
    let mut process = Process::start(&program, &arguments)
        .context("the tests in Firefox need Debian's package firefox-esr, and geckodriver: `cargo xtask setup`")?;
    let port = process.says("Listening on 127.0.0.1:")?;
    process.end_gently();
    Ok((process, port))
}

pub(super) fn capabilities(downloads: &Path) -> Result<Capabilities> {
    let mut options = DesiredCapabilities::firefox();
    options.set_firefox_binary(program("ENAMEL_FIREFOX", "firefox-esr").to_str().context("a path is not Unicode")?)?;
    options.set_headless()?;
    let mut preferences = FirefoxPreferences::new();
    preferences.set("intl.accept_languages", "en-GB, en")?;
    preferences.set("ui.useOverlayScrollbars", 1)?;
    preferences.set("services.settings.server", "data:,#remote-settings-dummy/v1")?;
    preferences.set("browser.download.folderList", 2)?;
    preferences.set("browser.download.dir", downloads.to_str().context("a path is not Unicode")?)?;
    preferences.set("browser.download.alwaysOpenPanel", false)?;
    // What is typed to choose of a list begins anew after so many milliseconds.
    preferences.set("ui.menu.incremental_search.timeout", 100)?;
    options.set_preferences(preferences)?;
    Ok(options.into())
}

pub(super) async fn size(driver: &WebDriver, width: Width) -> Result<()> {
    privileged(driver, PREPARE, vec![json!(width.pixels()), json!(width.height())]).await.map(drop)
}

pub(super) async fn block(driver: &WebDriver, addresses: &[&str]) -> Result<()> {
    let patterns = addresses.iter().map(|address| format!("^{}$", address.replace('.', "\\.").replace('*', ".*")));
    let patterns: Vec<String> = patterns.collect();
    let block = "
        window.blocked = arguments[0];
        // What the browser has kept would not be blocked.
        Services.prefs.setBoolPref('dom.serviceWorkers.enabled', window.blocked.length === 0);
        return null;";
    privileged(driver, block, vec![json!(patterns)]).await.map(drop)
}

pub(super) async fn force_colours(driver: &WebDriver, is_forced: bool) -> Result<()> {
    let force = "gBrowser.selectedBrowser.browsingContext.forcedColorsOverride = arguments[0]; return null;";
    privileged(driver, force, vec![json!(if is_forced { "active" } else { "none" })]).await.map(drop)
}

pub(super) async fn screenshot(driver: &WebDriver) -> Result<Vec<u8>> {
    Ok(FirefoxTools::new(driver.handle().clone()).full_screenshot_as_png().await?)
}

pub(super) async fn log(driver: &WebDriver) -> Result<Vec<BrowserLogEntry>> {
    let entries: Vec<(String, String)> = serde_json::from_value(privileged(driver, LOG, vec![]).await?)?;
    let entry =
        |(source, message)| BrowserLogEntry { level: "SEVERE".to_owned(), message, timestamp: 0, source: Some(source) };
    Ok(entries.into_iter().map(entry).collect())
}

/// Runs a script with the browser's own rights.
async fn privileged(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Result<Value> {
    driver.cmd(Command::ExtensionCommand(Box::new(Context("chrome")))).await?;
    let outcome = driver.execute(script, arguments).await;
    driver.cmd(Command::ExtensionCommand(Box::new(Context("content")))).await?;
    Ok(outcome?.json().clone())
}

/// Whose rights scripts have from now on.
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> reqwest::Method {
        reqwest::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
