//! Typed text: from JSON, as the server gets it, and from UTF-16, as the page does (R37).

use std::fmt::Write as _;

use enamel_core::text::Typed;

use crate::input;

/// The bytes are a JSON document of their own, and a text that both sides get.
///
/// # Panics
/// Where they get different ones.
pub fn run(data: &[u8]) {
    if let Ok(typed) = serde_json::from_slice::<Typed>(data) {
        let is_utf8 = std::str::from_utf8(data).is_ok();
        assert!(is_utf8 || typed.has_unpaired_surrogate(), "broken bytes pass for text");
        assert!(is_utf8 || typed.as_str().contains(char::REPLACEMENT_CHARACTER), "broken bytes leave no trace");
        assert!(!typed.has_unpaired_surrogate() || typed.as_str().contains(char::REPLACEMENT_CHARACTER));
        if !typed.has_unpaired_surrogate() {
            let written = serde_json::to_string(&typed).unwrap_or_default();
            assert_eq!(serde_json::from_str::<Typed>(&written).ok(), Some(typed));
        }
    }
    let units = input::units(data);
    let page = Typed::from_utf16(&units);
    assert_eq!(page.as_str().chars().count(), characters(&units));
    for json in [escaped(&units), written(&units)] {
        let server = serde_json::from_str::<Typed>(&json).ok();
        assert_eq!(server.as_ref().map(Typed::as_str), Some(page.as_str()), "{json}");
        assert_eq!(server, Some(page.clone()), "{json}");
    }
}

/// How many characters there are, half a pair counted as one.
fn characters(units: &[u16]) -> usize {
    char::decode_utf16(units.iter().copied()).count()
}

/// Every unit escaped.
fn escaped(units: &[u16]) -> String {
    let mut json = String::from("\"");
    for unit in units {
        _ = write!(json, "\\u{unit:04x}");
    }
    json.push('"');
    json
}

/// As a browser writes it: only halves of pairs, controls, quotes and backslashes escaped.
fn written(units: &[u16]) -> String {
    let mut json = String::from("\"");
    for character in char::decode_utf16(units.iter().copied()) {
        match character {
            Ok(character @ ('"' | '\\')) => json.extend(['\\', character]),
            Ok(character) if character < ' ' => _ = write!(json, "\\u{:04x}", u32::from(character)),
            Ok(character) => json.push(character),
            Err(half) => _ = write!(json, "\\u{:04x}", half.unpaired_surrogate()),
        }
    }
    json.push('"');
    json
}
