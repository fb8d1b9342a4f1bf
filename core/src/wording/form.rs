//! What a refused field says, and what is asked of a password.

use crate::account::FormRefusal;
use crate::locale::{Text, say};
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::username_missing(),
            Self::OtherDomain => say::username_other_domain(DOMAIN),
            Self::Characters => say::username_characters(),
            Self::TooLong => say::username_too_long(MAXIMUM_LENGTH),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::password_missing(),
            Self::UnpairedSurrogate => say::password_unpaired_surrogate(),
        }
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

    fn sentence(&self) -> Text {
        match self.0 {
            AttemptRefusal::Missing => say::current_password_missing(),
            AttemptRefusal::UnpairedSurrogate => say::password_unpaired_surrogate(),
        }
    }
}

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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::new_password_missing(),
            Self::Unmet(requirement) => match requirement {
                Requirement::MinimumLength(least) => say::password_too_short(*least),
                Requirement::MaximumLength(most) => say::password_too_long(*most),
                Requirement::Classes(4) => say::password_too_few_classes_all(),
                Requirement::Classes(least) => say::password_too_few_classes(*least),
                Requirement::WithoutUsername => say::password_contains_username(),
                Requirement::WithoutNames => say::password_contains_name(),
                Requirement::Uncommon => say::password_common(),
                Requirement::AllowedCharacters => say::password_characters(),
            },
            Self::UnpairedSurrogate => say::password_unpaired_surrogate(),
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
    pub fn label(&self) -> Text {
        match self {
            Self::MinimumLength(least) => say::requires_minimum_length(*least),
            Self::MaximumLength(most) => say::requires_maximum_length(*most),
            Self::Classes(4) => say::requires_all_classes(),
            Self::Classes(least) => say::requires_classes(*least),
            Self::WithoutUsername => say::requires_without_username(),
            Self::WithoutNames => say::requires_without_names(),
            Self::Uncommon => say::requires_uncommon(),
            Self::AllowedCharacters => say::requires_allowed_characters(),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Unknown => say::security_question_unknown(),
            Self::Repeated => say::security_question_repeated(),
            Self::Count(0) => say::security_question_count_none(),
            Self::Count(count) => say::security_question_count(*count),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::Count(count) => vec![("count", *count)],
            Self::Unknown | Self::Repeated => Vec::new(),
        }
    }
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::security_answer_missing(),
            Self::TooShort(least) => say::security_answer_too_short(*least),
            Self::TooLong(most) => say::security_answer_too_long(*most),
            Self::Characters => say::security_answer_characters(),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::mobile_missing(),
            Self::Characters => say::mobile_characters(),
            Self::NotUk => say::mobile_not_uk(),
            Self::Length => say::mobile_length(),
            Self::PersonalNumber => say::mobile_personal_number(),
            Self::Pager => say::mobile_pager(),
            Self::NotMobile => say::mobile_not_mobile(),
        }
    }
}

impl Refuse for FormRefusal {
    fn code(&self) -> &'static str {
        "terms-not-accepted"
    }

    fn rule(&self) -> Rule {
        Rule(9)
    }

    fn sentence(&self) -> Text {
        say::terms_not_accepted()
    }
}
