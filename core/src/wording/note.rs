//! What the refusals of notes say.

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

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter what you want to say".to_owned(),
            Self::Characters => "Text must not include control characters or characters that do not exist".to_owned(),
            Self::TooLong => format!("Text must be {} characters or fewer", Note::MAXIMUM_LENGTH),
        }
    }
}
