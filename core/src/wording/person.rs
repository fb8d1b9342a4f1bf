//! What the refusals of names, addresses and codes say.

use crate::organisation::OdsCodeRefusal;
use crate::person::{EmailRefusal, MAXIMUM_EMAIL_LENGTH, MAXIMUM_NAME_LENGTH, NameRefusal};
use crate::refusal::{Refuse, Rule};
use crate::username::DOMAIN;

impl Refuse for NameRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "name-missing",
            Self::Characters => "name-characters",
            Self::TooLong => "name-too-long",
        }
    }

    fn rule(&self) -> Rule {
        Rule(1)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter a name".to_owned(),
            Self::Characters => {
                "Name must only include letters, spaces, hyphens, apostrophes and full stops".to_owned()
            }
            Self::TooLong => format!("Name must be {MAXIMUM_NAME_LENGTH} characters or fewer"),
        }
    }
}

impl Refuse for EmailRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "email-missing",
            Self::Format => "email-format",
            Self::TooLong => "email-too-long",
            Self::OwnDomain => "email-own-domain",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::Missing | Self::Format | Self::TooLong => Rule(1),
            Self::OwnDomain => Rule(6),
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter a personal email address".to_owned(),
            Self::Format => "Enter an email address in the correct format, like name@example.com".to_owned(),
            Self::TooLong => format!("Email address must be {MAXIMUM_EMAIL_LENGTH} characters or fewer"),
            Self::OwnDomain => format!(
                "Enter a personal email address that does not end in @{DOMAIN}, so that you can read it before you first sign in"
            ),
        }
    }
}

impl Refuse for OdsCodeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "ods-code-missing",
            Self::Format => "ods-code-format",
        }
    }

    fn rule(&self) -> Rule {
        Rule(1)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter the ODS code",
            Self::Format => "Enter the ODS code, letters and numbers like V12345",
        }
        .to_owned()
    }
}
