//! What holds for every state of every page: no violation of accessibility rules, no scrolling sideways.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::browser::Kind;
use crate::visit::Visit;

/// What axe-core finds wrong, and what it leaves to be looked at.
const RUN_AXE: &str = "
    // Looked at by hand: the label's background is the page's, though the dot of the button before it, which the
    // design system draws by a pseudo-element, comes near its edge.
    // So were the numbers of the coming dates in their picture, which are in the text's colour on the page's.
    const is_noted = ({ id, nodes }) => id === 'color-contrast' && nodes.every(({ html, any }) => html.startsWith('<text x=') ||
        (html.includes('nhsuk-radios__label') && any.every(({ data }) => data?.messageKey === 'pseudoContent')));
    // The frame of the demo's page shows pages that are inspected by themselves.
    const is_open = (rule) => !(incomplete.includes(rule) && (rule.id === 'frame-tested' || is_noted(rule)));
    // Forced colours are the reader's own palette. Chromium tells the colour of text by another than it paints then.
    const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
    const { violations, incomplete } = await axe.run(document, { rules, resultTypes: ['violations', 'incomplete'] });
    return [...violations, ...incomplete].filter(is_open).map(({ id, impact, help, nodes }) =>
        `${id} (${impact}): ${help}: ${nodes.map(({ html, any, all, none }) =>
            html + ' – ' + [...any, ...all, ...none].map(check => check.message).join('; ')).join(' | ')}`);";

/// What a second engine finds wrong, which is written by others and in another way.
const RUN_CODESNIFFER: &str = "
    await new Promise((done, fail) => HTMLCS.process('WCAG2AA', document, done, fail));
    return HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR).map(({ code, msg, element }) =>
        `${code}: ${msg}: ${element.outerHTML?.slice(0, 200)}`);";

/// A script of the folder `tests`, the name by which it is known in a page, and what it finds there.
const ENGINES: [(&str, &str, &str); 2] =
    [("axe-core/axe.min.js", "axe", RUN_AXE), ("html_codesniffer/build/HTMLCS.js", "HTMLCS", RUN_CODESNIFFER)];

/// What its measures show: nothing scrolls sideways, also with letters twice as large (WCAG 1.4.4) and with its text
/// spaced out (1.4.12), where nothing is cut off either; and what is pressed is large enough for a thumb (2.5.5).
const LAYOUT: &str = include_str!("layout.js");

/// The ways in which a page is looked at: as it is, and in the colours of who needs them to be a few.
const LOOKS: [(&str, bool); 2] = [("", false), (" in forced colours", true)];

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
        let mut faults = Vec::new();
        // What engines find does not depend on the browser, so they look in one of them.
        let looks = if self.browser.kind() == Kind::Chromium { &LOOKS[..] } else { &[] };
        for (look, is_forced) in looks {
            self.browser.force_colours(*is_forced).await?;
            for (file, name, run) in ENGINES {
                if self.browser.run(&format!("return typeof window.{name}"), vec![]).await? == "undefined" {
                    self.browser.run(&engine(file)?, vec![]).await?;
                }
                let found: Vec<String> = serde_json::from_value(self.browser.run_async(run, vec![]).await?)?;
                faults.extend(found.into_iter().map(|fault| format!("{name}{look}: {fault}")));
            }
        }
        self.browser.force_colours(false).await?;
        let found = self.browser.run(LAYOUT, vec![json!(self.browser.width().pixels())]).await?;
        faults.extend(serde_json::from_value::<Vec<String>>(found)?);
        Ok(faults)
    }

    /// Takes a picture of the whole page, for the documentation and for who looks into a failure.
    ///
    /// # Errors
    /// The browser can't, or the folder can't be written to.
    pub async fn picture(&self, name: &str) -> Result<PathBuf> {
        let folder = crate::workspace().join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}-{}.png", self.browser.width().pixels()));
        std::fs::write(&file, self.browser.screenshot().await?)?;
        Ok(file)
    }
}

fn engine(file: &str) -> Result<String> {
    let file = [concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/"), file].concat();
    let script = std::fs::read_to_string(&file)
        .with_context(|| format!("{file} is missing: run `npm ci --ignore-scripts` in the folder `tests`"))?;
    // What a script declares is known outside of it as a property of the window alone.
    Ok(script.replacen("var HTMLCS =", "window.HTMLCS =", 1))
}
