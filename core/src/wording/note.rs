//! What the refusals of notes say.

use crate::locale::{Text, say};
use crate::note::{Note, NoteRefusal};
use crate::refusal::{Refuse, Rule};

impl Refuse for NoteRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "note-missing",
            Self::Characters => "note-characters",
            Self::TooLong => "note-too-long",
        }
    }

    fn rule(&self) -> Rule {
        Rule(33)
    }

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::note_missing(),
            Self::Characters => say::note_characters(),
            Self::TooLong => say::note_too_long(Note::MAXIMUM_LENGTH),
        }
    }
}
