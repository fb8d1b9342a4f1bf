//! What a screen reader has to go by: the browser's accessibility tree, written as a text.

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::golden;
use crate::visit::Visit;

/// Roles that say nothing by themselves; what they hold stands in their place.
const SILENT: [&str; 6] = ["generic", "none", "InlineTextBox", "LayoutTable", "LineBreak", "ListMarker"];

/// Properties that are said, each in its own words.
const SAID: [&str; 9] =
    ["checked", "invalid", "required", "disabled", "expanded", "pressed", "level", "live", "readonly"];

impl Visit {
    /// The page as it stands, a line for each thing that is read out.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn transcript(&self) -> Result<String> {
        let cdp = self.browser.driver().cdp();
        let tree = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree.get("nodes").and_then(Value::as_array).context("no tree")?;
        let by_id: HashMap<&str, &Value> = nodes.iter().filter_map(|node| Some((id(node)?, node))).collect();
        let root = nodes.first().context("an empty tree")?;
        let mut lines = Vec::new();
        read(root, &by_id, 0, "", &mut lines);
        Ok(lines.join("\n") + "\n")
    }

    /// What is said of that which has the focus.
    ///
    /// # Errors
    /// Nothing has it, or the browser does not answer.
    pub async fn spoken(&self) -> Result<String> {
        let tree = self.browser.driver().cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree.get("nodes").and_then(Value::as_array).context("no tree")?;
        let has_focus = |node: &&Value| {
            let properties = node.get("properties").and_then(Value::as_array).into_iter().flatten();
            properties.into_iter().any(|property| {
                property.get("name").and_then(Value::as_str) == Some("focused")
                    && property.pointer("/value/value") == Some(&Value::Bool(true))
            })
        };
        // The document has it as well as what is in it.
        let node = nodes.iter().rfind(has_focus).context("nothing has the focus")?;
        let (role, name) = (text(node, "role"), text(node, "name"));
        if name.is_empty() {
            let words = "return document.activeElement.innerText.replace(/\\s+/g, ' ').trim()";
            return Ok(format!("“{}”", self.browser.run(words, vec![]).await?.as_str().unwrap_or_default()));
        }
        Ok(line(node, role, name))
    }

    /// What differs between the page as it stands and the transcript of this name; nothing where it is the same.
    ///
    /// # Errors
    /// The browser does not answer, or a file can't be read.
    pub async fn differs_from_transcript(&self, name: &str) -> Result<Option<String>> {
        differs(&format!("transcripts/{name}.txt"), &self.transcript().await?)
    }
}

/// What differs between a text and the one that is kept; nothing where they are the same.
///
/// # Errors
/// A file can't be written.
pub fn differs(name: &str, now: &str) -> Result<Option<String>> {
    let before = std::fs::read_to_string(golden::file(name)).unwrap_or_default();
    if before == now {
        return Ok(None);
    }
    let path = golden::keep(name, now.as_bytes())?;
    if golden::is_accepted() {
        return Ok(None);
    }
    let line = before.lines().zip(now.lines()).position(|(before, now)| before != now);
    let line = line.unwrap_or_else(|| before.lines().count().min(now.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").trim().to_owned();
    Ok(Some(format!("line {} is «{}», not «{}»: see {}", line + 1, at(now), at(&before), path.display())))
}

fn id(node: &Value) -> Option<&str> {
    node.get("nodeId")?.as_str()
}

fn text<'a>(node: &'a Value, what: &str) -> &'a str {
    node.pointer(&format!("/{what}/value")).and_then(Value::as_str).unwrap_or_default()
}

fn read(node: &Value, all: &HashMap<&str, &Value>, depth: usize, above: &str, lines: &mut Vec<String>) {
    let role = text(node, "role");
    let name = text(node, "name");
    let is_ignored = node.get("ignored").and_then(Value::as_bool) == Some(true);
    // A text that is the whole name of what holds it was read with it.
    let is_silent =
        is_ignored || SILENT.contains(&role) || (role == "StaticText" && (name == above || name.trim().is_empty()));
    if !is_silent {
        lines.push(format!("{}{}", "  ".repeat(depth), line(node, role, name)));
    }
    let (depth, above) = if is_silent { (depth, above) } else { (depth + 1, name) };
    for child in node.get("childIds").and_then(Value::as_array).into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|child| all.get(child)) {
            read(child, all, depth, above, lines);
        }
    }
}

fn line(node: &Value, role: &str, name: &str) -> String {
    let what = match role {
        "StaticText" => format!("“{}”", name.trim()),
        "RootWebArea" => format!("document “{name}”"),
        _ if name.is_empty() => role.to_owned(),
        _ => format!("{role} “{name}”"),
    };
    let properties = node.get("properties").and_then(Value::as_array).into_iter().flatten();
    let said = [("value", "holds"), ("description", "described as")].into_iter().filter_map(|(what, word)| {
        let said = text(node, what);
        (!said.is_empty()).then(|| format!("{word} “{said}”"))
    });
    std::iter::once(what).chain(properties.filter_map(property)).chain(said).collect::<Vec<_>>().join(", ")
}

fn property(property: &Value) -> Option<String> {
    let what = property.get("name")?.as_str().filter(|what| SAID.contains(what))?;
    match property.pointer("/value/value")? {
        Value::Bool(true) => Some(what.to_owned()),
        Value::String(value) if value != "false" => Some(format!("{what} {value}")),
        Value::Number(value) => Some(format!("{what} {value}")),
        _ => None,
    }
}
