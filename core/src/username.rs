//! Usernames (R8): `first.last`, taken with or without the service's domain.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Typed, is_zero_width};

/// The domain that the sign-in form supplies.
pub const DOMAIN: &str = "nhs.net";

/// The longest username in characters: the local part of an address (RFC 5321, 4.5.3.1.1).
pub const MAXIMUM_LENGTH: usize = 64;

/// A username in its one form: lower-case ASCII letters, digits, `.`, `-`, `_` and `'`, without the domain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Username(String);

/// Why a text is no username.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsernameRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// The address has another domain than [`DOMAIN`].
    #[error("another domain")]
    OtherDomain,
    /// A character that no username has.
    #[error("characters")]
    Characters,
    /// More than [`MAXIMUM_LENGTH`] characters.
    #[error("too long")]
    TooLong,
}

impl Username {
    /// Reads what was typed: any case, stray spaces anywhere, with or without `@nhs.net` (R8).
    ///
    /// # Errors
    /// [`UsernameRefusal`], without saying whether such an account exists.
    pub fn parse(typed: &Typed) -> Result<Self, UsernameRefusal> {
        let compact: String = typed
            .as_str()
            .chars()
            .filter(|c| !c.is_whitespace() && !is_zero_width(*c))
            // Phones type the second where the first is meant.
            .map(|c| if c == '\u{2019}' { '\'' } else { c.to_ascii_lowercase() })
            .collect();
        if compact.is_empty() {
            return Err(UsernameRefusal::Missing);
        }
        let local = match compact.split_once('@') {
            None => compact.as_str(),
            Some((local, DOMAIN)) => local,
            Some((_, domain)) if domain.contains('@') => return Err(UsernameRefusal::Characters),
            Some(_) => return Err(UsernameRefusal::OtherDomain),
        };
        if local.is_empty() {
            Err(UsernameRefusal::Missing)
        } else if !local
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_'".contains(&byte))
        {
            Err(UsernameRefusal::Characters)
        } else if local.len() > MAXIMUM_LENGTH {
            Err(UsernameRefusal::TooLong)
        } else {
            Ok(Self(local.to_owned()))
        }
    }

    /// The username without its domain.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The mail address, such as `jane.smith@nhs.net`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}@{DOMAIN}", self.0)
    }
}

impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text::parsed!(Username, UsernameRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r8_any_spelling_of_one_username_is_taken() {
        for text in [
            "jane.smith",
            "Jane.Smith",
            " jane.smith ",
            "JANE.SMITH@NHS.NET",
            "jane.smith @ nhs.net",
            "\u{a0}jane.smith\t",
            "\u{feff}jane.smith\u{200b}",
        ] {
            assert_eq!(Username::parse(&text.into()).unwrap().as_str(), "jane.smith", "{text}");
        }
        for text in ["mary.o'neill", "Mary.O\u{2019}Neill"] {
            assert_eq!(Username::parse(&text.into()).unwrap().address(), "mary.o'neill@nhs.net");
        }
    }

    #[test]
    fn r8_what_is_no_username_is_refused() {
        use UsernameRefusal::{Characters, Missing, OtherDomain, TooLong};
        for (text, refusal) in [
            ("", Missing),
            (" \u{2003}", Missing),
            ("@nhs.net", Missing),
            ("jane@gmail.com", OtherDomain),
            ("jane@nhs.net@nhs.net", Characters),
            ("jané", Characters),
            ("ｊane", Characters),
            ("jane\0", Characters),
            ("\u{212a}ate", Characters),
            ("jane\u{202e}", Characters),
        ] {
            assert_eq!(Username::parse(&text.into()), Err(refusal), "{text:?}");
        }
        assert_eq!(Username::parse(&"a".repeat(65).into()), Err(TooLong));
        assert!(Username::parse(&"a".repeat(64).into()).is_ok());
    }

    #[test]
    fn r8_a_username_is_written_without_its_domain() {
        let username = Username::parse(&"Jane.Smith@nhs.net".into()).unwrap();
        assert_eq!(
            (username.to_string(), username.address()),
            ("jane.smith".to_owned(), "jane.smith@nhs.net".to_owned())
        );
    }
}
