//! What people write into an enquiry or a case.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Typed, is_zero_width, nfc};

/// The longest name of a shared mailbox in characters: an address fits in it.
pub const MAXIMUM_MAILBOX_NAME_LENGTH: usize = 254;
/// The longest note in characters.
pub const MAXIMUM_NOTE_LENGTH: usize = 2000;

/// A shared mailbox as somebody calls it, by its name or its address: whether there is such a one is
/// for the helpdesk to find out. NFC, without spaces around it, single spaces within.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct NamedMailbox(String);

/// What an agent notes down about a case. NFC, without spaces around it.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

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

/// Why a text is no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// A control character other than a line's end or a tab, or half of a surrogate pair.
    #[error("characters")]
    Characters,
    /// More than [`MAXIMUM_NOTE_LENGTH`] characters.
    #[error("too long")]
    TooLong,
}

impl NamedMailbox {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`NamedMailboxRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, NamedMailboxRefusal> {
        let visible: String = typed.as_str().chars().filter(|&c| !is_zero_width(c)).collect();
        let words: Vec<_> = visible.split_whitespace().collect();
        let name = nfc(&words.join(" "));
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

impl Note {
    /// Reads what was typed; a browser's line ends become line feeds.
    ///
    /// # Errors
    /// [`NoteRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, NoteRefusal> {
        let text = nfc(typed.as_str().replace("\r\n", "\n").trim());
        if typed.has_unpaired_surrogate() || text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            Err(NoteRefusal::Characters)
        } else if text.chars().all(is_zero_width) {
            Err(NoteRefusal::Missing)
        } else if text.chars().count() > MAXIMUM_NOTE_LENGTH {
            Err(NoteRefusal::TooLong)
        } else {
            Ok(Self(text))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Note {
    /// Never the text, which may be about a person: logs are read by many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note(…)")
    }
}

impl TryFrom<String> for NamedMailbox {
    type Error = NamedMailboxRefusal;

    fn try_from(text: String) -> Result<Self, NamedMailboxRefusal> {
        Self::parse(&text.into())
    }
}

impl From<NamedMailbox> for String {
    fn from(name: NamedMailbox) -> Self {
        name.0
    }
}

impl TryFrom<String> for Note {
    type Error = NoteRefusal;

    fn try_from(text: String) -> Result<Self, NoteRefusal> {
        Self::parse(&text.into())
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r33_a_mailbox_is_named_by_name_or_address() {
        for (typed, name) in [
            ("  Molar   Street Dental ", "Molar Street Dental"),
            ("molar.street@nhs.net", "molar.street@nhs.net"),
            ("Cafe\u{301} Dental\u{200b}", "Caf\u{e9} Dental"),
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
    fn r33_a_note_keeps_its_lines_and_is_not_shown_in_logs() {
        let note = Note::parse(&" Called Jane.\r\nNo answer.\t\n".into()).unwrap();
        assert_eq!(note.as_str(), "Called Jane.\nNo answer.");
        assert!(!format!("{note:?}").contains("Jane"));
        for (typed, refusal) in [
            ("\u{200b} ", NoteRefusal::Missing),
            ("a\u{7}b", NoteRefusal::Characters),
            (&*"n".repeat(2001), NoteRefusal::TooLong),
        ] {
            assert_eq!(Note::parse(&typed.into()), Err(refusal), "{typed:?}");
        }
    }
}
