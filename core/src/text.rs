//! What people type, and the forms of Unicode in which it is compared.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

pub use crate::unicode::{Category, UNICODE_VERSION, category, fold, nfc, nfkc, nfkd};

/// Lets a type whose only field is a text be read and written as that text: what `parse` refuses is not
/// read back either, from a database or a request.
macro_rules! parsed {
    ($parsed:ident, $refusal:ident) => {
        impl TryFrom<String> for $parsed {
            type Error = $refusal;

            fn try_from(text: String) -> Result<Self, $refusal> {
                Self::parse(&text.into())
            }
        }

        impl From<$parsed> for String {
            fn from(parsed: $parsed) -> Self {
                parsed.0.into()
            }
        }
    };
}
pub(crate) use parsed;

/// Text as it was typed, before any rule has judged it.
///
/// A JavaScript string, and so a JSON string, may hold half of a surrogate pair, which no Rust
/// string can; this type remembers that it did, so that the rules can refuse it by name. Its
/// `Debug` form never shows the text: it may be a password.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Typed {
    text: String,
    unpaired: bool,
}

impl Typed {
    /// Reads the UTF-16 code units of a JavaScript string.
    #[must_use]
    pub fn from_utf16(units: &[u16]) -> Self {
        String::from_utf16(units).map_or_else(
            |_| Self { text: String::from_utf16_lossy(units), unpaired: true },
            |text| Self { text, unpaired: false },
        )
    }

    /// The text; where half a surrogate pair stood, U+FFFD.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether half of a surrogate pair was typed.
    #[must_use]
    pub fn has_unpaired_surrogate(&self) -> bool {
        self.unpaired
    }

    /// Whether nothing at all was typed. A space counts as something: passwords may hold them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(…)")
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), unpaired: false }
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self { text, unpaired: false }
    }
}

impl From<Typed> for String {
    fn from(typed: Typed) -> Self {
        typed.text
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As bytes: serde_json then hands over a lone `\ud800` instead of failing.
        deserializer.deserialize_byte_buf(TypedVisitor)
    }
}

struct TypedVisitor;

impl de::Visitor<'_> for TypedVisitor {
    type Value = Typed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Typed, E> {
        Ok(text.into())
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Typed, E> {
        let mut text = String::with_capacity(bytes.len());
        let mut unpaired = false;
        // Half a pair comes as three bytes, each a chunk; its first alone stands for it, so that the
        // text is as long as from UTF-16.
        let mut rest_of_half = 0_u8;
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.valid().is_empty() {
                rest_of_half = 0;
            }
            match chunk.invalid() {
                [] => continue,
                [0x80..=0xbf] if rest_of_half > 0 => rest_of_half -= 1,
                broken => {
                    rest_of_half = if *broken == [0xed] { 2 } else { 0 };
                    text.push(char::REPLACEMENT_CHARACTER);
                }
            }
            unpaired = true;
        }
        Ok(Typed { text, unpaired })
    }
}

/// Characters without width that come along with pasted text: zero-width space, word joiner, byte order mark.
#[must_use]
pub fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A text without its characters of no width.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    // Most texts have nothing but ASCII, and none of them in it: they are not copied.
    if text.is_ascii() { Cow::Borrowed(text) } else { text.chars().filter(|&c| !is_zero_width(c)).collect() }
}

/// Whether a character shows itself and stays where it stands: none that controls, that turns the
/// direction of the text, or that means nothing to others.
#[must_use]
pub fn is_written(c: char) -> bool {
    c != char::REPLACEMENT_CHARACTER
        && !matches!(category(c), Category::Control | Category::Format | Category::Unassigned | Category::Private)
}

/// What was typed as one line: without characters of no width, without spaces around it, single spaces
/// within, NFC.
#[must_use]
pub fn one_line(typed: &Typed) -> String {
    let visible = visible(typed.as_str());
    let words: Vec<_> = visible.split_whitespace().collect();
    nfc(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_surrogate_pair_is_noticed_from_javascript_and_from_json() {
        assert!(Typed::from_utf16(&[0x61, 0xd800]).has_unpaired_surrogate());
        for (json, units) in
            [(r#""a\ud800b""#, vec![0x61, 0xd800, 0x62]), (r#""\udc00\ud800\ud800""#, vec![0xdc00, 0xd800, 0xd800])]
        {
            assert_eq!(serde_json::from_str::<Typed>(json).unwrap(), Typed::from_utf16(&units), "{json}");
        }
        let whole: Typed = serde_json::from_str(r#""a\ud83d\ude00""#).unwrap();
        assert_eq!((whole.as_str(), whole.has_unpaired_surrogate()), ("a😀", false));
        assert_eq!(Typed::from_utf16(&[0xd83d, 0xde00]).as_str(), "😀");
    }

    #[test]
    fn r37_bytes_that_are_no_text_leave_a_trace_and_make_no_username() {
        for broken in [
            &b"\"jane\xff.smith\""[..],
            b"\"jane\xed.smith\"",
            b"\"jane\x80.smith\"",
            b"\"jane\xed\xa0\x80\x80.smith\"",
        ] {
            let typed: Typed = serde_json::from_slice(broken).unwrap();
            assert!(typed.has_unpaired_surrogate(), "{broken:?}");
            assert!(crate::username::Username::parse(&typed).is_err(), "{broken:?}");
        }
        let counts = [&b"\"\xff\xfe\""[..], b"\"\xed\xa0\x80\x80\"", b"\"\xed\x80\xbfa\xbf\""]
            .map(|json| serde_json::from_slice::<Typed>(json).unwrap().as_str().chars().count());
        assert_eq!(counts, [2, 2, 3]);
    }

    #[test]
    fn only_a_string_is_text() {
        for json in ["1", "null", "[97]", "{}", "true"] {
            assert!(serde_json::from_str::<Typed>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn debug_output_never_shows_what_was_typed() {
        assert!(!format!("{:?}", Typed::from("Molar2024")).contains("Molar"));
    }

    #[test]
    fn text_is_read_from_whatever_hands_it_over() {
        let typed: Typed = serde_json::from_value("Molar".into()).unwrap();
        assert_eq!((typed.as_str(), typed.has_unpaired_surrogate()), ("Molar", false));
        assert!(serde_json::from_str::<Typed>("1").unwrap_err().to_string().contains("expected a string"));
    }
}
