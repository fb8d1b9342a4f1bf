//! Addresses of shared mailboxes (R33): from one name space with usernames.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Typed;
use crate::username::{Username, UsernameRefusal};

/// The name of a shared mailbox, such as `bridge-street.dental.v12345`, without the domain. Sign-in
/// would read it as a username, so it is spelled like one and no account may have it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct MailboxAddress(Username);

/// Why a text is no address of a shared mailbox: the same that keeps it from being a username, of which
/// fewer signs are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct MailboxAddressRefusal(pub UsernameRefusal);

impl MailboxAddress {
    /// Reads what was typed: any case, stray spaces anywhere, with or without `@nhs.net`. Letters and
    /// digits with single dots, hyphens or underscores between them.
    ///
    /// # Errors
    /// [`MailboxAddressRefusal`], without saying whether there is such a mailbox.
    pub fn parse(typed: &Typed) -> Result<Self, MailboxAddressRefusal> {
        let name = Username::parse(typed).map_err(MailboxAddressRefusal)?;
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if name.as_str().split(['.', '-', '_']).all(is_part) {
            Ok(Self(name))
        } else {
            Err(MailboxAddressRefusal(UsernameRefusal::Characters))
        }
    }

    /// The name without its domain.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The mail address, such as `bridge-street.dental.v12345@nhs.net`.
    #[must_use]
    pub fn address(&self) -> String {
        self.0.address()
    }
}

impl fmt::Display for MailboxAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

crate::text::parsed!(MailboxAddress, MailboxAddressRefusal);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Refuse;

    #[test]
    fn r33_a_mailbox_is_found_by_any_spelling_of_its_address() {
        for typed in
            ["bridge-street.dental.v12345", " Bridge-Street.Dental.V12345@NHS.net ", "bridge-street . dental.v12345"]
        {
            let address = MailboxAddress::parse(&typed.into()).unwrap();
            assert_eq!(address.address(), "bridge-street.dental.v12345@nhs.net", "{typed}");
        }
    }

    #[test]
    fn r33_what_is_no_address_is_refused_as_a_mailbox_and_not_as_a_username() {
        for typed in [
            "",
            "reception@gmail.com",
            "bridge street!",
            ".dental",
            "dental..a",
            "dental-",
            "o'dental",
            "t\u{177}",
            &"a".repeat(65),
        ] {
            let refusal = MailboxAddress::parse(&typed.into()).unwrap_err();
            assert!(!refusal.sentence().english().contains("sername"), "{}", refusal.sentence().english());
            assert!(refusal.code().starts_with("mailbox-"), "{}", refusal.code());
        }
    }

    #[test]
    fn r33_a_mailbox_is_written_without_its_domain() {
        let address = MailboxAddress::parse(&"Bridge-Street.Dental@nhs.net".into()).unwrap();
        assert_eq!(
            (address.as_str(), address.to_string()),
            ("bridge-street.dental", "bridge-street.dental".to_owned())
        );
    }
}
