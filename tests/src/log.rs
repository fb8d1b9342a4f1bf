//! The browser's log: whatever goes wrong in a page, its content security policy included.

use thirtyfour::BrowserLogEntry;

/// The entries at which a test fails. Refusals are answers like others, though the browser logs them;
/// so is, to a test that stopped the server, that it can't be reached.
pub(crate) fn faults(entries: &[BrowserLogEntry], was_stopped: bool) -> Vec<String> {
    entries
        .iter()
        .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"))
        .filter(|entry| !is_refusal(entry) && !is_refused_page(entry))
        .filter(|entry| !(was_stopped && is_unreachable(entry)))
        .map(|entry| format!("{} {}: {}", entry.level, entry.source.as_deref().unwrap_or("-"), entry.message))
        .collect()
}

fn is_refusal(entry: &BrowserLogEntry) -> bool {
    entry.source.as_deref() == Some("network")
        && entry.message.contains("/api/v1/")
        && has_status(&entry.message, &["400", "401", "403", "409", "422"])
}

/// Whether it is about a document: the address has no page, or its form was refused. A file that is missing is
/// a fault.
fn is_refused_page(entry: &BrowserLogEntry) -> bool {
    let (address, what) = entry.message.split_once(" - ").unwrap_or_default();
    entry.source.as_deref() == Some("network")
        && !address.contains("/api/")
        && address.rsplit('/').next().is_some_and(|name| !name.contains('.'))
        && has_status(what, &["401", "403", "404", "409", "422"])
}

fn has_status(message: &str, all: &[&str]) -> bool {
    all.iter().any(|status| message.contains(&format!("responded with a status of {status}")))
}

fn is_unreachable(entry: &BrowserLogEntry) -> bool {
    match entry.source.as_deref() {
        // The second is the service worker's script, which the browser fetches when it likes.
        Some("network") => {
            ["net::ERR_", "error occurred when fetching the script"].iter().any(|what| entry.message.contains(what))
        }
        // The loader of chunks tells of its failure there, besides returning it.
        Some("console-api") => entry.message.contains("TypeError: Failed to fetch"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(level: &str, source: &str, message: &str) -> BrowserLogEntry {
        BrowserLogEntry {
            level: level.to_owned(),
            message: message.to_owned(),
            timestamp: 0,
            source: Some(source.to_owned()),
        }
    }

    #[test]
    fn a_refusal_is_no_fault_and_a_violated_policy_is_one() {
        let refusal = entry(
            "SEVERE",
            "network",
            "http://127.0.0.1:1/api/v1/session - Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)",
        );
        let policy =
            entry("SEVERE", "security", "Applying inline style violates the following Content Security Policy …");
        let missing = entry(
            "SEVERE",
            "network",
            "http://127.0.0.1:1/style.css - Failed to load resource: the server responded with a status of 404",
        );
        let no_page = entry(
            "SEVERE",
            "network",
            "http://127.0.0.1:1/account/nowhere - Failed to load resource: the server responded with a status of 404",
        );
        let gone = entry(
            "SEVERE",
            "network",
            "http://127.0.0.1:1/a.wasm - Failed to load resource: net::ERR_CONNECTION_REFUSED",
        );
        assert_eq!(faults(&[refusal, policy, missing, no_page, gone.clone()], false).len(), 3);
        assert_eq!(faults(&[gone], true).len(), 0);
    }
}
