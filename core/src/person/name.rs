//! Names of people (R1): any letters that people are named with.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Category, Typed, category, one_line};

/// The longest first or last name in characters.
pub const MAXIMUM_NAME_LENGTH: usize = 70;

/// A first or a last name: NFC, without spaces around it, single spaces within.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// A digit, a symbol, or something that is no character at all.
    #[error("characters")]
    Characters,
    /// More than [`MAXIMUM_NAME_LENGTH`] characters.
    #[error("too long")]
    TooLong,
}

impl Name {
    /// Reads what was typed: letters and marks of any script, spaces, hyphens, apostrophes, full stops.
    ///
    /// # Errors
    /// [`NameRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, NameRefusal> {
        if typed.has_unpaired_surrogate() {
            return Err(NameRefusal::Characters);
        }
        let name = one_line(typed);
        if name.is_empty() {
            Err(NameRefusal::Missing)
        } else if name.chars().count() > MAXIMUM_NAME_LENGTH {
            Err(NameRefusal::TooLong)
        } else if !name.chars().all(is_of_a_name) || !name.chars().any(is_letter) {
            Err(NameRefusal::Characters)
        } else {
            Ok(Self(name))
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_letter(c: char) -> bool {
    category(c).is_letter()
}

fn is_of_a_name(c: char) -> bool {
    is_letter(c)
        || matches!(category(c), Category::Mark | Category::Dash)
        || matches!(c, ' ' | '\'' | '\u{2019}' | '\u{2bc}' | '.')
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text::parsed!(Name, NameRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r1_names_of_every_kind_are_taken() {
        for (typed, name) in [
            ("Jane", "Jane"),
            ("  Mary   Ann ", "Mary Ann"),
            ("O'Neill", "O'Neill"),
            ("D\u{2019}Souza", "D\u{2019}Souza"),
            ("Smith-Jones", "Smith-Jones"),
            ("Gru\u{308}n", "Gr\u{fc}n"),
            ("Weiß", "Weiß"),
            ("\u{a0}Lee\u{200b}", "Lee"),
            ("St. John", "St. John"),
            ("अमीरा", "अमीरा"),
        ] {
            assert_eq!(Name::parse(&typed.into()).map(|name| name.0).as_deref(), Ok(name), "{typed}");
        }
    }

    #[test]
    fn r1_what_is_no_name_is_refused() {
        for (typed, refusal) in [
            ("", NameRefusal::Missing),
            (" \u{a0}\u{200b}", NameRefusal::Missing),
            ("Jane2", NameRefusal::Characters),
            ("jane@nhs.net", NameRefusal::Characters),
            ("Jane\u{202e}", NameRefusal::Characters),
            ("J\0", NameRefusal::Characters),
            ("😀", NameRefusal::Characters),
            ("-", NameRefusal::Characters),
        ] {
            assert_eq!(Name::parse(&typed.into()), Err(refusal), "{typed:?}");
        }
        assert_eq!(Name::parse(&"a".repeat(71).into()), Err(NameRefusal::TooLong));
        assert_eq!(Name::parse(&Typed::from_utf16(&[0x61, 0xd800])), Err(NameRefusal::Characters));
    }

    #[test]
    fn r1_the_longest_name_is_taken() {
        let longest = "n".repeat(MAXIMUM_NAME_LENGTH);
        assert_eq!(Name::parse(&longest.as_str().into()).unwrap().as_str(), longest);
    }
}
