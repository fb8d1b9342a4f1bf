//! Names of practices and of sponsoring organisations (R1, R5).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Typed, is_written, one_line};

/// The name of a practice or of a sponsoring organisation: NFC, one line, single spaces, 1 to
/// [`OrganisationName::MAXIMUM_LENGTH`] characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganisationName(String);

/// Why a text is no name of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrganisationNameRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// A control character, or something that is no character at all.
    #[error("characters")]
    Characters,
    /// More than [`OrganisationName::MAXIMUM_LENGTH`] characters.
    #[error("too long")]
    TooLong,
}

impl OrganisationName {
    /// The longest name in characters.
    pub const MAXIMUM_LENGTH: usize = 100;

    /// Reads what was typed: letters, digits, punctuation and symbols of any script.
    ///
    /// # Errors
    /// [`OrganisationNameRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, OrganisationNameRefusal> {
        let name = one_line(typed);
        if name.is_empty() {
            Err(OrganisationNameRefusal::Missing)
        } else if typed.has_unpaired_surrogate() || !name.chars().all(is_written) {
            Err(OrganisationNameRefusal::Characters)
        } else if name.chars().count() > Self::MAXIMUM_LENGTH {
            Err(OrganisationNameRefusal::TooLong)
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

impl fmt::Display for OrganisationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text::parsed!(OrganisationName, OrganisationNameRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r1_a_practice_is_named_as_its_sign_says() {
        for (typed, name) in [
            ("  Smith & Jones\u{a0}Dental  Care (2) ", "Smith & Jones Dental Care (2)"),
            ("Deintyddfa Tŷ Gwyn", "Deintyddfa Tŷ Gwyn"),
            ("24/7 Dental™", "24/7 Dental™"),
        ] {
            assert_eq!(
                OrganisationName::parse(&typed.into()).map(|read| read.to_string()).as_deref(),
                Ok(name),
                "{typed}"
            );
        }
        assert!(OrganisationName::parse(&"a".repeat(100).into()).is_ok());
        for (typed, refusal) in [
            (Typed::from(" \u{200b}"), OrganisationNameRefusal::Missing),
            ("A\0".into(), OrganisationNameRefusal::Characters),
            ("A\u{202e}".into(), OrganisationNameRefusal::Characters),
            (Typed::from_utf16(&[0x61, 0xd800]), OrganisationNameRefusal::Characters),
            ("a".repeat(101).into(), OrganisationNameRefusal::TooLong),
        ] {
            assert_eq!(OrganisationName::parse(&typed), Err(refusal), "{}", typed.as_str());
        }
    }
}
