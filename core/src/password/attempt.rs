//! A password offered to prove who someone is.

use std::fmt;

use crate::text::{Typed, nfc, visible};

/// A password offered at sign-in, or as the current one when changing it. It need not meet
/// today's policy: it may be older.
#[derive(Clone, PartialEq, Eq)]
pub struct Attempt(Typed);

/// Why nothing can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttemptRefusal {
    /// Nothing was typed.
    #[error("missing")]
    Missing,
    /// Half of a surrogate pair: no password holds one.
    #[error("unpaired surrogate")]
    UnpairedSurrogate,
}

/// The same, of the current password on the form that changes it (R17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("current password: {0}")]
pub struct CurrentPasswordRefusal(pub AttemptRefusal);

impl Attempt {
    /// Takes what was typed, never trimmed or cut.
    ///
    /// # Errors
    /// [`AttemptRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, AttemptRefusal> {
        if typed.is_empty() {
            Err(AttemptRefusal::Missing)
        } else if typed.has_unpaired_surrogate() {
            Err(AttemptRefusal::UnpairedSurrogate)
        } else {
            Ok(Self(typed.clone()))
        }
    }

    /// The form in which passwords are hashed: NFC.
    #[must_use]
    pub fn normalised(&self) -> String {
        nfc(self.0.as_str())
    }
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Attempt(…)")
    }
}

/// A text as it is compared with a temporary password (R10): no such password has a space around it, nor a
/// character of no width in it, but what was copied out of a text message often does.
#[must_use]
pub fn as_temporary(text: &str) -> String {
    nfc(visible(text).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r10_only_a_temporary_password_is_compared_without_the_spaces_around_it() {
        let copied = "\u{feff} Kt7mRw4q\u{200b}\u{a0}\n";
        assert_eq!(as_temporary(copied), "Kt7mRw4q");
        assert_eq!(Attempt::parse(&copied.into()).unwrap().normalised(), copied);
    }
}
