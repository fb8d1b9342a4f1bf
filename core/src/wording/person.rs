//! What the refusals of names, addresses and codes say.

use crate::locale::{Text, say};
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::name_missing(),
            Self::Characters => say::name_characters(),
            Self::TooLong => say::name_too_long(MAXIMUM_NAME_LENGTH),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::email_missing(),
            Self::Format => say::email_format(),
            Self::TooLong => say::email_too_long(MAXIMUM_EMAIL_LENGTH),
            Self::OwnDomain => say::email_own_domain(DOMAIN),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::ods_code_missing(),
            Self::Format => say::ods_code_format(),
        }
    }
}
