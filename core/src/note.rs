//! Texts of some lines that the helpdesk and practices write (R1, R7, R33).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Category, Typed, category, is_written, nfc, visible};

/// What the helpdesk notes down of a case, or writes to a practice and the practice to it: NFC, without spaces around it, 1 to
/// [`Note::MAXIMUM_LENGTH`] characters, in lines. `Debug` never shows it.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

/// Why a text is no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// A control character other than a line's end or a tab, or something that is no character at all.
    #[error("characters")]
    Characters,
    /// More than [`Note::MAXIMUM_LENGTH`] characters.
    #[error("too long")]
    TooLong,
}

impl Note {
    /// The longest note in characters.
    pub const MAXIMUM_LENGTH: usize = 2000;

    /// Reads what was typed. A line's end is a line feed, however it was typed.
    ///
    /// # Errors
    /// [`NoteRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, NoteRefusal> {
        let visible = visible(typed.as_str());
        let text = nfc(visible.trim()).replace("\r\n", "\n").replace('\r', "\n");
        // Marks that join emoji, or turn the text of another script, have their place here.
        let is_allowed = |c| is_written(c) || matches!(c, '\n' | '\t') || category(c) == Category::Format;
        if text.is_empty() {
            Err(NoteRefusal::Missing)
        } else if typed.has_unpaired_surrogate() || !text.chars().all(is_allowed) {
            Err(NoteRefusal::Characters)
        } else if text.chars().count() > Self::MAXIMUM_LENGTH {
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note(…)")
    }
}

crate::text::parsed!(Note, NoteRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r33_a_note_keeps_its_lines_and_is_not_shown_in_logs() {
        let note = Note::parse(&" Called Jane.\r\nNo answer.\t\rWhich site?\n".into()).unwrap();
        assert_eq!(note.as_str(), "Called Jane.\nNo answer.\t\nWhich site?");
        assert!(!format!("{note:?}").contains("Jane"));
        for (typed, refusal) in [
            ("\u{200b}\n ".into(), NoteRefusal::Missing),
            ("a\u{1}".into(), NoteRefusal::Characters),
            (Typed::from_utf16(&[0x61, 0xd800]), NoteRefusal::Characters),
            ("n".repeat(2001).into(), NoteRefusal::TooLong),
        ] {
            assert_eq!(Note::parse(&typed), Err(refusal), "{typed:?}");
        }
    }

    #[test]
    fn r33_the_longest_note_is_taken() {
        let note = "n".repeat(Note::MAXIMUM_LENGTH);
        assert_eq!(Note::parse(&note.as_str().into()).unwrap().as_str(), note);
    }
}
