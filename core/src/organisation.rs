//! Organisations, by their code of the Organisation Data Service (R1, R24).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Typed, is_zero_width, nfkc};

/// A code of the Organisation Data Service, such as `V12345` of a dental practice: 3 to 12 upper-case
/// ASCII letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct OdsCode(String);

/// Why a text is no ODS code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OdsCodeRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// Not 3 to 12 letters and digits.
    #[error("format")]
    Format,
}

impl OdsCode {
    /// Reads what was typed: any case, spaces anywhere, full-width characters.
    ///
    /// # Errors
    /// [`OdsCodeRefusal`]. Whether the code is given to anybody is not looked up.
    pub fn parse(typed: &Typed) -> Result<Self, OdsCodeRefusal> {
        let code: String = nfkc(typed.as_str())
            .chars()
            .filter(|&c| !c.is_whitespace() && !is_zero_width(c))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if code.is_empty() {
            Err(OdsCodeRefusal::Missing)
        } else if (3..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Ok(Self(code))
        } else {
            Err(OdsCodeRefusal::Format)
        }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OdsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text::parsed!(OdsCode, OdsCodeRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r1_a_code_is_read_in_every_spelling() {
        for typed in ["V12345", "v12345", " v 123 45 ", "\u{ff36}12345", "V12345\u{200b}"] {
            assert_eq!(OdsCode::parse(&typed.into()).map(|code| code.0).as_deref(), Ok("V12345"), "{typed}");
        }
        for (typed, refusal) in [
            ("", OdsCodeRefusal::Missing),
            ("\u{a0}", OdsCodeRefusal::Missing),
            ("V1", OdsCodeRefusal::Format),
            ("V12345678901234", OdsCodeRefusal::Format),
            ("V-12345", OdsCodeRefusal::Format),
            ("V1234é", OdsCodeRefusal::Format),
        ] {
            assert_eq!(OdsCode::parse(&typed.into()), Err(refusal), "{typed:?}");
        }
    }

    #[test]
    fn a_code_is_written_as_it_is_compared() {
        let code = OdsCode::parse(&" v12 345".into()).unwrap();
        assert_eq!((code.to_string(), code.as_str()), ("V12345".to_owned(), "V12345"));
    }
}
