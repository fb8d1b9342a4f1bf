//! What a refused field says, and what is asked of a password.

use crate::account::FormRefusal;
use crate::mobile::MobileRefusal;
use crate::password::{AttemptRefusal, CurrentPasswordRefusal, PasswordRefusal, Requirement};
use crate::refusal::{Refuse, Rule};
use crate::security_question::{AnswerRefusal, QuestionRefusal};
use crate::username::{DOMAIN, MAXIMUM_LENGTH, UsernameRefusal};

impl Refuse for UsernameRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "username-missing",
            Self::OtherDomain => "username-other-domain",
            Self::Characters => "username-characters",
            Self::TooLong => "username-too-long",
        }
    }

    fn rule(&self) -> Rule {
        Rule(8)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter your username".to_owned(),
            Self::OtherDomain => format!("Enter a username that ends in @{DOMAIN}, or leave the ending out"),
            Self::Characters => {
                "Username must only include letters a to z, numbers, dots, hyphens, underscores and apostrophes"
                    .to_owned()
            }
            Self::TooLong => format!("Username must be {MAXIMUM_LENGTH} characters or fewer"),
        }
    }
}

impl Refuse for AttemptRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "password-missing",
            Self::UnpairedSurrogate => "password-unpaired-surrogate",
        }
    }

    fn rule(&self) -> Rule {
        Rule(8)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter your password",
            Self::UnpairedSurrogate => BROKEN_CHARACTER,
        }
        .to_owned()
    }
}

impl Refuse for CurrentPasswordRefusal {
    fn code(&self) -> &'static str {
        match self.0 {
            AttemptRefusal::Missing => "current-password-missing",
            AttemptRefusal::UnpairedSurrogate => "password-unpaired-surrogate",
        }
    }

    fn rule(&self) -> Rule {
        Rule(17)
    }

    fn sentence(&self) -> String {
        match self.0 {
            AttemptRefusal::Missing => "Enter your current password".to_owned(),
            AttemptRefusal::UnpairedSurrogate => BROKEN_CHARACTER.to_owned(),
        }
    }
}

const BROKEN_CHARACTER: &str = "Password includes half of a character. Type it again instead of pasting it";

impl Refuse for PasswordRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "new-password-missing",
            Self::Unmet(requirement) => match requirement {
                Requirement::MinimumLength(_) => "password-too-short",
                Requirement::MaximumLength(_) => "password-too-long",
                Requirement::Classes(_) => "password-too-few-classes",
                Requirement::WithoutUsername => "password-contains-username",
                Requirement::WithoutNames => "password-contains-name",
                Requirement::Uncommon => "password-common",
                Requirement::AllowedCharacters => "password-characters",
            },
            Self::UnpairedSurrogate => "password-unpaired-surrogate",
        }
    }

    fn rule(&self) -> Rule {
        Rule(9)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter a new password".to_owned(),
            Self::Unmet(requirement) => match requirement {
                Requirement::MinimumLength(least) => format!("Password must be {least} characters or more"),
                Requirement::MaximumLength(most) => format!("Password must be {most} characters or fewer"),
                Requirement::Classes(4) => {
                    "Password must include an upper case letter, a lower case letter, a number and a symbol".to_owned()
                }
                Requirement::Classes(least) => {
                    format!(
                        "Password must include at least {least} of these: an upper case letter, a lower case letter, a number, a symbol"
                    )
                }
                Requirement::WithoutUsername => "Password must not include your username".to_owned(),
                Requirement::WithoutNames => "Password must not include your first or last name".to_owned(),
                Requirement::Uncommon => "Password must not be one that many people use".to_owned(),
                Requirement::AllowedCharacters => {
                    "Password must not include control characters or characters that do not exist".to_owned()
                }
            },
            Self::UnpairedSurrogate => BROKEN_CHARACTER.to_owned(),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::Unmet(Requirement::MinimumLength(least) | Requirement::Classes(least)) => vec![("minimum", *least)],
            Self::Unmet(Requirement::MaximumLength(most)) => vec![("maximum", *most)],
            _ => Vec::new(),
        }
    }
}

impl Requirement {
    /// The requirement as an item of the list beside the field, such as `8 characters or more`.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::MinimumLength(least) => format!("{least} characters or more"),
            Self::MaximumLength(most) => format!("{most} characters or fewer"),
            Self::Classes(4) => "an upper case letter, a lower case letter, a number and a symbol".to_owned(),
            Self::Classes(least) => {
                format!("at least {least} of these: an upper case letter, a lower case letter, a number, a symbol")
            }
            Self::WithoutUsername => "does not include your username".to_owned(),
            Self::WithoutNames => "does not include your first or last name".to_owned(),
            Self::Uncommon => "is not a password that many people use".to_owned(),
            Self::AllowedCharacters => "has no control characters".to_owned(),
        }
    }
}

impl Refuse for QuestionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "security-question-unknown",
            Self::Repeated => "security-question-repeated",
            Self::Count(_) => "security-question-count",
        }
    }

    fn rule(&self) -> Rule {
        Rule(9)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Unknown => "Select a security question".to_owned(),
            Self::Repeated => "Select a different security question each time".to_owned(),
            Self::Count(0) => "Security questions are not used here".to_owned(),
            Self::Count(count) => format!("Answer {count} security questions"),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::Count(count) => vec![("count", *count)],
            Self::Unknown | Self::Repeated => Vec::new(),
        }
    }
}

/// What is said of one of several questions that are asked alike: `Question 2: enter an answer`.
pub(crate) fn of_numbered_question(number: usize, sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next().map(|c| c.to_ascii_lowercase());
    format!("Question {number}: {}{}", first.map(String::from).unwrap_or_default(), rest.as_str())
}

impl Refuse for AnswerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "security-answer-missing",
            Self::TooShort(_) => "security-answer-too-short",
            Self::TooLong(_) => "security-answer-too-long",
            Self::Characters => "security-answer-characters",
        }
    }

    fn rule(&self) -> Rule {
        Rule(9)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter an answer".to_owned(),
            Self::TooShort(least) => format!("Answer must be {least} characters or more"),
            Self::TooLong(most) => format!("Answer must be {most} characters or fewer"),
            Self::Characters => "Answer must not include control characters".to_owned(),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::TooShort(least) => vec![("minimum", *least)],
            Self::TooLong(most) => vec![("maximum", *most)],
            Self::Missing | Self::Characters => Vec::new(),
        }
    }
}

impl Refuse for MobileRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "mobile-missing",
            Self::Characters => "mobile-characters",
            Self::NotUk => "mobile-not-uk",
            Self::Length => "mobile-length",
            Self::PersonalNumber => "mobile-personal-number",
            Self::Pager => "mobile-pager",
            Self::NotMobile => "mobile-not-mobile",
        }
    }

    fn rule(&self) -> Rule {
        Rule(3)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter a mobile number",
            Self::Characters => "Enter one mobile number, without an extension, like 07700 900123",
            Self::NotUk => "Enter a UK mobile number, like 07700 900123",
            Self::Length => "Enter a mobile number with 11 digits, like 07700 900123",
            Self::PersonalNumber => "Enter a mobile number. Numbers that start with 070 are not mobile numbers",
            Self::Pager => "Enter a mobile number. Numbers that start with 076 are for pagers",
            Self::NotMobile => "Enter a mobile number that starts with 07, like 07700 900123",
        }
        .to_owned()
    }
}

impl Refuse for FormRefusal {
    fn code(&self) -> &'static str {
        "terms-not-accepted"
    }

    fn rule(&self) -> Rule {
        Rule(9)
    }

    fn sentence(&self) -> String {
        "Select to accept the acceptable use policy".to_owned()
    }
}
