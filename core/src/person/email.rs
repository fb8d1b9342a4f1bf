//! Personal email addresses (R1, R6): where the new username goes.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Typed, visible};
use crate::username::DOMAIN;

/// The longest address in characters (RFC 5321, 4.5.3.1.3, without its brackets).
pub const MAXIMUM_EMAIL_LENGTH: usize = 254;

/// An address outside the service, its domain in lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is no personal email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// Not of the form `name@example.com`.
    #[error("format")]
    Format,
    /// More than [`MAXIMUM_EMAIL_LENGTH`] characters.
    #[error("too long")]
    TooLong,
    /// An address of this service: what is sent there can't be read before the first sign-in (R6).
    #[error("own domain")]
    OwnDomain,
}

impl Email {
    /// Reads what was typed: the dot-atom form of RFC 5322, 3.4.1, in ASCII, which every mail server
    /// takes; spaces around it are dropped.
    ///
    /// # Errors
    /// [`EmailRefusal`]. Whether anybody reads it, only a message can tell.
    pub fn parse(typed: &Typed) -> Result<Self, EmailRefusal> {
        let visible = visible(typed.as_str());
        let address = visible.trim();
        if address.is_empty() {
            return Err(EmailRefusal::Missing);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(EmailRefusal::Format)?;
        let domain = domain.to_ascii_lowercase();
        if !is_dot_atom(local) || local.len() > 64 || !is_domain(&domain) {
            Err(EmailRefusal::Format)
        } else if local.len() + 1 + domain.len() > MAXIMUM_EMAIL_LENGTH {
            Err(EmailRefusal::TooLong)
        } else if domain == DOMAIN {
            Err(EmailRefusal::OwnDomain)
        } else {
            Ok(Self(format!("{local}@{domain}")))
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both lead to the same letter box as far as can be told without its server: the local
    /// part is its server's, but no large one tells its case apart.
    #[must_use]
    pub fn is_same_box(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

fn is_dot_atom(local: &str) -> bool {
    local.split('.').all(|atom| {
        !atom.is_empty()
            && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    })
}

/// At least two labels of letters, digits and inner hyphens (RFC 1035, 2.3.1, with RFC 1123, 2.1).
fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
        // A last label of digits alone would be an address of numbers.
        && !domain.ends_with(|c: char| c.is_ascii_digit())
}

impl fmt::Debug for Email {
    /// Never the address: logs are read by many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

crate::text::parsed!(Email, EmailRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r1_an_address_is_taken_as_its_owner_writes_it() {
        for (typed, address) in [
            ("jane@example.com", "jane@example.com"),
            (" Jane.O'Neill+nhs@Example.CO.UK ", "Jane.O'Neill+nhs@example.co.uk"),
            ("\u{feff}j@a-b.org\u{a0}", "j@a-b.org"),
        ] {
            assert_eq!(Email::parse(&typed.into()).map(|email| email.0).as_deref(), Ok(address), "{typed}");
        }
        let (one, other) = (Email::parse(&"Jane@a.org".into()).unwrap(), Email::parse(&"jane@A.org".into()).unwrap());
        assert!(one.is_same_box(&other) && one != other);
    }

    #[test]
    fn r6_what_is_no_personal_address_is_refused() {
        for (typed, refusal) in [
            ("", EmailRefusal::Missing),
            ("jane", EmailRefusal::Format),
            ("jane@", EmailRefusal::Format),
            ("@example.com", EmailRefusal::Format),
            ("jane@example", EmailRefusal::Format),
            ("ja ne@example.com", EmailRefusal::Format),
            ("a@b@example.com", EmailRefusal::Format),
            (".jane@example.com", EmailRefusal::Format),
            ("jane@-a.com", EmailRefusal::Format),
            ("jane@10.0.0.1", EmailRefusal::Format),
            ("ja\u{301}ne@example.com", EmailRefusal::Format),
            ("jane@a.com\0", EmailRefusal::Format),
            ("jane.smith@nhs.net", EmailRefusal::OwnDomain),
            ("jane.smith@NHS.net", EmailRefusal::OwnDomain),
        ] {
            assert_eq!(Email::parse(&typed.into()), Err(refusal), "{typed:?}");
        }
        let long = format!(
            "{}@{}.com",
            "a".repeat(64),
            ["b".repeat(60), "c".repeat(60), "d".repeat(63), "e".repeat(3)].join(".")
        );
        assert_eq!(Email::parse(&long.as_str().into()), Err(EmailRefusal::TooLong));
    }

    #[test]
    fn r1_the_longest_address_is_taken_and_a_longer_one_is_not() {
        let label = "d".repeat(60);
        // 64 + 1 + 3 * 61 + 6 = 254 characters.
        let longest = format!("{}@{label}.{label}.{label}.abc.de", "l".repeat(64));
        assert_eq!(longest.len(), MAXIMUM_EMAIL_LENGTH);
        assert_eq!(Email::parse(&longest.as_str().into()).unwrap().as_str(), longest);
        let longer = format!("{longest}f");
        assert_eq!(Email::parse(&longer.as_str().into()), Err(EmailRefusal::TooLong));
        let short_local = format!("l@{label}.{label}.{label}.{label}.abcdefghi");
        assert_eq!((short_local.len(), Email::parse(&short_local.as_str().into()).is_ok()), (255, false));
    }

    #[test]
    fn r4_two_boxes_are_not_one() {
        let email = |text: &str| Email::parse(&text.into()).unwrap();
        assert!(!email("jane@example.org").is_same_box(&email("june@example.org")));
    }
}
