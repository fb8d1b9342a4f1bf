//! Lines of input from files.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;

/// Inputs that went wrong somewhere, or might: kept by hand.
const COMMITTED: &str = include_str!("../corpus.jsonl");

/// The lines of the corpus that belongs to the project.
pub(crate) fn committed() -> Vec<String> {
    lines(COMMITTED)
}

/// The lines of a file.
///
/// # Errors
/// It can't be read, or is not UTF-8.
pub(crate) fn read(file: &Path) -> anyhow::Result<Vec<String>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    Ok(lines(text.trim_start_matches('\u{feff}')))
}

fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(to_ascii).collect()
}

/// The same JSON in ASCII, so that no pipe and no decoder on the way can change it.
pub(crate) fn to_ascii(line: &str) -> String {
    let mut ascii = String::with_capacity(line.len());
    let mut units = [0; 2];
    for character in line.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            for unit in character.encode_utf16(&mut units) {
                // Writing to a string can't fail.
                let _ = write!(ascii, "\\u{unit:04x}");
            }
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r37_the_corpus_covers_every_rule_and_is_judged_without_a_panic() {
        let lines = committed();
        assert!(lines.len() >= 300, "{}", lines.len());
        for line in &lines {
            let verdict = enamel_parity::judge_line(line);
            assert!(verdict.starts_with(['{', '[', '"']) || verdict == "null", "{line}\n{verdict}");
        }
        for rule in &enamel_parity::RULES {
            let start = format!(r#"{{"rule":"{}","#, rule.name);
            let sound = |line: &&String| {
                line.replace(": ", ":").starts_with(&start)
                    && !enamel_parity::judge_line(line).starts_with(r#"{"malformed""#)
            };
            assert!(lines.iter().filter(sound).count() >= 5, "{}", rule.name);
        }
    }

    #[test]
    fn a_line_becomes_ascii_and_stays_the_same_json() {
        let line = to_ascii(r#"{"é":"😀\u00e9"}"#);
        assert_eq!(line, r#"{"\u00e9":"\ud83d\ude00\u00e9"}"#);
    }

    #[test]
    fn a_line_of_no_rule_has_a_verdict_too() {
        for line in [
            "",
            "[]",
            r#"["username",{"text":"jane"}]"#,
            r#"{"rule":"username"}"#,
            r#"{"rule":"no such","input":{}}"#,
            "{\"rule\":1",
            "\u{0}",
        ] {
            assert!(enamel_parity::judge_line(line).starts_with(r#"{"malformed":""#), "{line}");
        }
    }
}
