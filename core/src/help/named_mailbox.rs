//! How people call a shared mailbox in an enquiry (R33).

use serde::{Deserialize, Serialize};

use crate::text::{Typed, one_line};

/// The longest name of a shared mailbox in characters: an address fits in it.
pub const MAXIMUM_MAILBOX_NAME_LENGTH: usize = 254;

/// A shared mailbox as somebody calls it, by its name or its address: whether there is such a one is
/// for the helpdesk to find out. NFC, without spaces around it, single spaces within.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct NamedMailbox(String);

/// Why a text names no mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NamedMailboxRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// A control character, or half of a surrogate pair.
    #[error("characters")]
    Characters,
    /// More than [`MAXIMUM_MAILBOX_NAME_LENGTH`] characters.
    #[error("too long")]
    TooLong,
}

impl NamedMailbox {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`NamedMailboxRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, NamedMailboxRefusal> {
        let name = one_line(typed);
        if typed.has_unpaired_surrogate() || name.chars().any(char::is_control) {
            Err(NamedMailboxRefusal::Characters)
        } else if name.is_empty() {
            Err(NamedMailboxRefusal::Missing)
        } else if name.chars().count() > MAXIMUM_MAILBOX_NAME_LENGTH {
            Err(NamedMailboxRefusal::TooLong)
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

crate::text::parsed!(NamedMailbox, NamedMailboxRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r33_a_mailbox_is_named_by_name_or_address() {
        for (typed, name) in [
            ("  Molar   Street Dental ", "Molar Street Dental"),
            ("molar.street@nhs.net", "molar.street@nhs.net"),
            ("Cafe\u{301} Dental\u{200b}", "Café Dental"),
        ] {
            assert_eq!(NamedMailbox::parse(&typed.into()).unwrap().as_str(), name);
        }
        for (typed, refusal) in [
            (" \u{a0}", NamedMailboxRefusal::Missing),
            ("Molar\0", NamedMailboxRefusal::Characters),
            (&*"m".repeat(255), NamedMailboxRefusal::TooLong),
        ] {
            assert_eq!(NamedMailbox::parse(&typed.into()), Err(refusal), "{typed:?}");
        }
        assert_eq!(NamedMailbox::parse(&Typed::from_utf16(&[0x61, 0xd800])), Err(NamedMailboxRefusal::Characters));
    }

    #[test]
    fn r33_the_longest_name_of_a_mailbox_is_taken() {
        let name = "m".repeat(MAXIMUM_MAILBOX_NAME_LENGTH);
        assert_eq!(NamedMailbox::parse(&name.as_str().into()).unwrap().as_str(), name);
    }
}
