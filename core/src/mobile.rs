//! UK mobile numbers (R3), in the one form of E.164.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Category, Typed, category, is_zero_width, nfkc};

/// A UK mobile number as E.164 writes it, such as `+447700900123`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile(String);

/// Why a text is no UK mobile number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MobileRefusal {
    /// Nothing was typed.
    #[error("missing")]
    Missing,
    /// Something is left over that is no part of a number: a letter, an extension, a second number.
    #[error("characters")]
    Characters,
    /// A number of another country.
    #[error("not a UK number")]
    NotUk,
    /// Too few or too many digits.
    #[error("length")]
    Length,
    /// 070: a personal number, which forwards to any telephone.
    #[error("personal number")]
    PersonalNumber,
    /// 076 but for 07624: a pager.
    #[error("pager")]
    Pager,
    /// A UK number that is no mobile.
    #[error("not a mobile")]
    NotMobile,
}

impl Mobile {
    /// Reads what was typed: NFKC first, then every kind of space, hyphen, dot and bracket is
    /// dropped, and `+44`, `0044`, `44` and a `(0)` after them lead to one form.
    ///
    /// # Errors
    /// [`MobileRefusal`]; what is left over is refused, never cut off.
    pub fn parse(typed: &Typed) -> Result<Self, MobileRefusal> {
        let number: String = nfkc(typed.as_str()).chars().filter(|&c| !is_separator(c)).collect();
        if number.is_empty() {
            return Err(MobileRefusal::Missing);
        }
        let (plus, digits) = number.strip_prefix('+').map_or((false, number.as_str()), |digits| (true, digits));
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MobileRefusal::Characters);
        }
        let national = if plus {
            digits.strip_prefix("44").ok_or(MobileRefusal::NotUk)?
        } else if let Some(international) = digits.strip_prefix("00") {
            international.strip_prefix("44").ok_or(MobileRefusal::NotUk)?
        } else if let Some(national) = digits.strip_prefix("44") {
            national
        } else if digits.starts_with('0') {
            digits
        } else {
            return Err(MobileRefusal::NotMobile);
        };
        Self::from_significant(national.strip_prefix('0').unwrap_or(national))
    }

    /// Judges the digits after the trunk `0`.
    fn from_significant(digits: &str) -> Result<Self, MobileRefusal> {
        if !digits.starts_with('7') {
            return Err(MobileRefusal::NotMobile);
        }
        if digits.len() != 10 {
            return Err(MobileRefusal::Length);
        }
        match digits.as_bytes() {
            [_, b'0', ..] => Err(MobileRefusal::PersonalNumber),
            [_, b'6', b'2', b'4', ..] => Ok(Self(format!("+44{digits}"))),
            [_, b'6', ..] => Err(MobileRefusal::Pager),
            _ => Ok(Self(format!("+44{digits}"))),
        }
    }

    /// The number as E.164 writes it.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// The number as people in the UK write it: `07700 900123`.
    #[must_use]
    pub fn national(&self) -> String {
        let significant = self.0.strip_prefix("+44").unwrap_or_default();
        let (head, tail) = significant.split_at_checked(4).unwrap_or((significant, ""));
        format!("0{head} {tail}")
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || is_zero_width(c)
        // Dots, and the minus and soft hyphen, have no category of their own.
        || matches!(c, '.' | '·' | '•' | '‧' | '・' | '−' | '\u{ad}')
        || matches!(category(c), Category::Space | Category::Dash | Category::Bracket)
}

impl fmt::Debug for Mobile {
    /// Never the number: it may be hidden (R18), and logs are read by many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mobile(…)")
    }
}

crate::text::parsed!(Mobile, MobileRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r3_every_spelling_of_one_number_leads_to_one_form() {
        for text in [
            "07700900123",
            "07700 900123",
            "07700-900-123",
            "+44 (0)7700 900123",
            "+447700900123",
            "00447700900123",
            "0044 (0) 7700 900123",
            "447700900123",
            "(07700) 900.123",
            "０７７００\u{a0}９００１２３",
            "＋４４7700\u{2011}900\u{2013}123",
            "\u{feff}07700900123",
        ] {
            let mobile = Mobile::parse(&text.into());
            assert_eq!(mobile.as_ref().map(Mobile::e164), Ok("+447700900123"), "{text:?}");
        }
        assert_eq!(Mobile::parse(&"+447700900123".into()).unwrap().national(), "07700 900123");
    }

    #[test]
    fn r3_what_is_no_uk_mobile_is_refused() {
        use MobileRefusal::{Characters, Length, Missing, NotMobile, NotUk, Pager, PersonalNumber};
        for (text, refusal) in [
            ("", Missing),
            (" ()-", Missing),
            ("+", Characters),
            ("07700 900123 ext 4", Characters),
            ("07700900123/07700900124", Characters),
            ("07700900123 07700900124", Length),
            ("0770090012", Length),
            ("٠٧٧٠٠٩٠٠١٢٣", Characters),
            ("07700900123\0", Characters),
            ("07700 900123\u{202c}", Characters),
            ("+33612345678", NotUk),
            ("0033612345678", NotUk),
            ("07012345678", PersonalNumber),
            ("07612345678", Pager),
            ("02079460000", NotMobile),
            ("7700900123", NotMobile),
        ] {
            assert_eq!(Mobile::parse(&text.into()), Err(refusal), "{text:?}");
        }
        assert!(Mobile::parse(&"07624 400000".into()).is_ok());
    }
}
