//! What holds for every state of every page: no violation of accessibility rules, no scrolling sideways.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::visit::Visit;

const RUN_AXE: &str = "
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) =>
        `${id} (${impact}): ${help}: ${nodes.map(({ html, any, all, none }) =>
            html + ' – ' + [...any, ...all, ...none].map(check => check.message).join('; ')).join(' | ')}`);";

impl Visit {
    /// Inspects the page as it stands, and takes its picture under this name. The journey goes on, and fails
    /// at its end with everything that was found on its way.
    ///
    /// # Errors
    /// axe-core is not installed, or does not run.
    pub async fn inspect(&mut self, state: &str) -> Result<()> {
        self.picture(state).await?;
        for fault in self.faults().await? {
            // What all pages have in common is named once.
            if !self.found.iter().any(|found| found.ends_with(&fault)) {
                self.found.push(format!("the state “{state}”: {fault}"));
            }
        }
        Ok(())
    }

    /// What is wrong with the page as it stands.
    ///
    /// # Errors
    /// axe-core is not installed, or does not run.
    pub async fn faults(&self) -> Result<Vec<String>> {
        if self.browser.run("return typeof window.axe", vec![]).await? == "undefined" {
            self.browser.run(&axe()?, vec![]).await?;
        }
        let mut faults: Vec<String> = serde_json::from_value(self.browser.run_async(RUN_AXE, vec![]).await?)?;
        let sideways = "const page = document.scrollingElement;
            if (page.scrollWidth <= page.clientWidth) return [];
            const over = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > page.clientWidth);
            return [`it scrolls sideways: ${page.scrollWidth} pixels in ${page.clientWidth}: ${over.slice(0, 3).map(e => e.outerHTML.slice(0, 200)).join(' | ')}`]";
        let sideways: Vec<String> = serde_json::from_value(self.browser.run(sideways, vec![]).await?)?;
        faults.extend(sideways);
        Ok(faults)
    }

    /// Takes a picture of the whole page, for the documentation and for who looks into a failure.
    ///
    /// # Errors
    /// The browser can't, or the folder can't be written to.
    pub async fn picture(&self, name: &str) -> Result<PathBuf> {
        let shot = self
            .browser
            .driver()
            .cdp()
            .send_raw("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": true }))
            .await?;
        let folder = crate::workspace().join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}-{}.png", self.browser.width().pixels()));
        std::fs::write(
            &file,
            BASE64_STANDARD.decode(shot.get("data").and_then(Value::as_str).context("no picture")?)?,
        )?;
        Ok(file)
    }
}

fn axe() -> Result<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(file)
        .context("axe-core is not installed: run `npm ci --ignore-scripts` in the folder `tests`")
}
