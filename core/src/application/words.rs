//! What an application says in words: names of practices and mailboxes, questions and answers.

use std::fmt;

use icu_properties::props::GeneralCategory;
use serde::{Deserialize, Serialize};

use crate::text::{Typed, category, is_zero_width, nfc};
use crate::username::{Username, UsernameRefusal};

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
        let visible: String = typed.as_str().chars().filter(|&c| !is_zero_width(c)).collect();
        let words: Vec<_> = visible.split_whitespace().collect();
        let name = nfc(&words.join(" "));
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

/// Whether a character shows itself and stays where it stands: none that controls, that turns the
/// direction of the text, or that means nothing to others.
fn is_written(c: char) -> bool {
    c != char::REPLACEMENT_CHARACTER
        && !matches!(
            category(c),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::Unassigned
                | GeneralCategory::PrivateUse
                | GeneralCategory::Surrogate
        )
}

impl fmt::Display for OrganisationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for OrganisationName {
    type Error = OrganisationNameRefusal;

    fn try_from(text: String) -> Result<Self, OrganisationNameRefusal> {
        Self::parse(&text.into())
    }
}

impl From<OrganisationName> for String {
    fn from(name: OrganisationName) -> Self {
        name.0
    }
}

/// The name that a shared mailbox has or is to have: an address without the service's domain, such
/// as `dental.high-street`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct MailboxName(String);

/// Why a text is no name of a shared mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailboxNameRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// Something else than ASCII letters, digits, and dots, hyphens and underscores between them.
    #[error("format")]
    Format,
    /// The address has another domain than the service's.
    #[error("another domain")]
    OtherDomain,
    /// Longer than the part of an address before `@` may be.
    #[error("too long")]
    TooLong,
}

impl MailboxName {
    /// Reads what was typed as a username is read: any case, stray spaces, with or without the domain.
    ///
    /// # Errors
    /// [`MailboxNameRefusal`]. Whether the name is free is not looked up.
    pub fn parse(typed: &Typed) -> Result<Self, MailboxNameRefusal> {
        let local = Username::parse(typed).map_err(|refusal| match refusal {
            UsernameRefusal::Missing => MailboxNameRefusal::Missing,
            UsernameRefusal::OtherDomain => MailboxNameRefusal::OtherDomain,
            UsernameRefusal::Characters => MailboxNameRefusal::Format,
            UsernameRefusal::TooLong => MailboxNameRefusal::TooLong,
        })?;
        let local = String::from(local);
        let separates = |c| matches!(c, '.' | '-' | '_');
        if local.split(separates).all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        {
            Ok(Self(local))
        } else {
            Err(MailboxNameRefusal::Format)
        }
    }

    /// The name without the domain.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for MailboxName {
    type Error = MailboxNameRefusal;

    fn try_from(text: String) -> Result<Self, MailboxNameRefusal> {
        Self::parse(&text.into())
    }
}

impl From<MailboxName> for String {
    fn from(name: MailboxName) -> Self {
        name.0
    }
}

/// What the helpdesk and a practice write to each other: NFC, without spaces around it, 1 to
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
        let visible: String = typed.as_str().chars().filter(|&c| !is_zero_width(c)).collect();
        let text = nfc(visible.trim()).replace("\r\n", "\n").replace('\r', "\n");
        // Marks that join emoji, or turn the text of another script, have their place here.
        let is_allowed = |c| is_written(c) || matches!(c, '\n' | '\t') || category(c) == GeneralCategory::Format;
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
    fn r1_a_practice_is_named_as_its_sign_says() {
        for (typed, name) in [
            ("  Smith & Jones\u{a0}Dental  Care (2) ", "Smith & Jones Dental Care (2)"),
            ("Deintyddfa Tŷ Gwyn", "Deintyddfa Tŷ Gwyn"),
            ("24/7 Dental™", "24/7 Dental™"),
        ] {
            assert_eq!(OrganisationName::parse(&typed.into()).map(|name| name.0).as_deref(), Ok(name), "{typed}");
        }
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

    #[test]
    fn r1_a_mailbox_is_named_like_an_address() {
        for typed in ["dental.high-st_1", " Dental.High-St_1@NHS.net "] {
            assert_eq!(MailboxName::parse(&typed.into()).map(|name| name.0).as_deref(), Ok("dental.high-st_1"));
        }
        for (typed, refusal) in [
            ("", MailboxNameRefusal::Missing),
            (".dental", MailboxNameRefusal::Format),
            ("dental..a", MailboxNameRefusal::Format),
            ("dental'a", MailboxNameRefusal::Format),
            ("tŷ", MailboxNameRefusal::Format),
            ("a@gmail.com", MailboxNameRefusal::OtherDomain),
            (&*"a".repeat(65), MailboxNameRefusal::TooLong),
        ] {
            assert_eq!(MailboxName::parse(&typed.into()), Err(refusal), "{typed}");
        }
    }

    #[test]
    fn r1_a_note_keeps_its_lines() {
        assert_eq!(Note::parse(&" Which\r\nsite?\rBoth ".into()).unwrap().as_str(), "Which\nsite?\nBoth");
        for (typed, refusal) in [
            ("\n ", NoteRefusal::Missing),
            ("a\u{1}", NoteRefusal::Characters),
            (&*"a".repeat(2001), NoteRefusal::TooLong),
        ] {
            assert_eq!(Note::parse(&typed.into()), Err(refusal));
        }
        assert!(!format!("{:?}", Note::parse(&"secret".into())).contains("secret"));
    }
}
