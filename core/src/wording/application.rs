//! What the refusals and rejections of applications say.
//!
//! A visitor reads these. None says whether anybody has an account, or whose a number is (R3, R34).

use crate::application::{
    AllocationRefusal, ApplicationFormRefusal, ApplicationRefusal, JoinRefusal, OrganisationName,
    OrganisationNameRefusal, PersonRefusal, Rejection,
};
use crate::locale::{Text, say};
use crate::refusal::{NextStep, Refuse, Rule};

impl Refuse for ApplicationFormRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ToolkitMissing => "toolkit-missing",
            Self::NoPeople => "people-missing",
            Self::TooManyPeople(_) => "people-too-many",
            Self::HasAccountMissing => "has-account-missing",
            Self::HasAccount => "has-account",
            Self::ApplicantHasAccount => "applicant-has-account",
            Self::MobileRepeated => "mobile-repeated",
            Self::EmailRepeated => "email-repeated",
            Self::OwnerNeedsMobile => "owner-needs-mobile",
            Self::NoOwner => "owner-missing",
            Self::SponsoredMissing => "sponsored-missing",
            Self::NameOfSponsored => "mailbox-name-of-sponsored",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::ToolkitMissing | Self::NoPeople | Self::TooManyPeople(_) | Self::NoOwner => Rule(1),
            Self::MobileRepeated => Rule(3),
            Self::HasAccountMissing | Self::HasAccount | Self::EmailRepeated => Rule(4),
            Self::ApplicantHasAccount | Self::SponsoredMissing | Self::NameOfSponsored => Rule(5),
            Self::OwnerNeedsMobile => Rule(30),
        }
    }

    fn sentence(&self) -> Text {
        match self {
            Self::ToolkitMissing => say::toolkit_missing(),
            Self::NoPeople => say::people_missing(),
            Self::TooManyPeople(most) => say::people_too_many(*most),
            Self::HasAccountMissing => say::has_account_missing(),
            Self::HasAccount => say::has_account(),
            Self::ApplicantHasAccount => say::applicant_has_account(),
            Self::MobileRepeated => say::mobile_repeated(),
            Self::EmailRepeated => say::email_repeated(),
            Self::OwnerNeedsMobile => say::owner_needs_mobile(),
            Self::NoOwner => say::owner_missing(),
            Self::SponsoredMissing => say::sponsored_missing(),
            Self::NameOfSponsored => say::mailbox_name_of_sponsored(),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::TooManyPeople(most) => vec![("maximum", *most)],
            _ => Vec::new(),
        }
    }
}

impl Refuse for OrganisationNameRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "organisation-name-missing",
            Self::Characters => "organisation-name-characters",
            Self::TooLong => "organisation-name-too-long",
        }
    }

    fn rule(&self) -> Rule {
        Rule(1)
    }

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::organisation_name_missing(),
            Self::Characters => say::organisation_name_characters(),
            Self::TooLong => say::organisation_name_too_long(OrganisationName::MAXIMUM_LENGTH),
        }
    }
}

impl Refuse for PersonRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::MobileInUse { .. } => "mobile-not-accepted",
            Self::Duplicate(_) => "person-not-accepted",
            Self::DuplicateApplicant(_) => "applicant-not-accepted",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::MobileInUse { .. } => Rule(3),
            Self::Duplicate(_) => Rule(4),
            Self::DuplicateApplicant(_) => Rule(5),
        }
    }

    fn sentence(&self) -> Text {
        match self {
            Self::MobileInUse { .. } => say::mobile_not_accepted(),
            Self::Duplicate(_) => say::person_not_accepted(),
            Self::DuplicateApplicant(_) => say::applicant_not_accepted(),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::MobileInUse { .. } => NextStep::Correct,
            Self::Duplicate(_) => NextStep::AskOwner,
            Self::DuplicateApplicant(_) => NextStep::AskHelpdesk,
        }
    }
}

impl Refuse for ApplicationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::HelpdeskOnly => "application-helpdesk-only",
            Self::ClockOnly => "application-clock-only",
            Self::OtherLink => "application-link-wrong",
            Self::Draft => "application-not-submitted",
            Self::Submitted => "application-submitted",
            Self::QuestionOpen => "application-question-open",
            Self::Final => "application-final",
            Self::DraftLapsed(_) => "application-lapsed",
            Self::DraftTooLarge { .. } => "application-too-large",
            Self::People(_) => "application-people",
            Self::LikenessesUnseen(_) => "application-likenesses-unseen",
            Self::PeopleMismatch => "application-people-mismatch",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::HelpdeskOnly => Rule(7),
            Self::LikenessesUnseen(_) => Rule(4),
            Self::People(people) => people.first().map_or(Rule(4), |person| person.refusal.rule()),
            Self::PeopleMismatch => Rule(6),
            _ => Rule(1),
        }
    }

    fn sentence(&self) -> Text {
        match self {
            Self::HelpdeskOnly => say::application_helpdesk_only(),
            Self::ClockOnly => say::application_clock_only(),
            Self::OtherLink => say::application_link_wrong(),
            Self::Draft => say::application_not_submitted(),
            Self::Submitted => say::application_submitted(),
            Self::QuestionOpen => say::application_question_open(),
            Self::Final => say::application_final(),
            Self::DraftLapsed(days) => say::application_lapsed(say::days(*days)),
            Self::DraftTooLarge { people, characters } => say::application_too_large(*characters, *people),
            Self::People(_) => say::application_people(),
            Self::LikenessesUnseen(_) => say::likenesses_unseen(),
            Self::PeopleMismatch => say::application_people_mismatch(),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::DraftLapsed(days) => vec![("days", *days)],
            Self::DraftTooLarge { people, characters } => vec![("people", *people), ("characters", *characters)],
            _ => Vec::new(),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::HelpdeskOnly | Self::Submitted => NextStep::AskHelpdesk,
            Self::ClockOnly
            | Self::OtherLink
            | Self::Draft
            | Self::QuestionOpen
            | Self::LikenessesUnseen(_)
            | Self::PeopleMismatch => NextStep::LookAgain,
            Self::Final | Self::DraftLapsed(_) => NextStep::Apply,
            Self::DraftTooLarge { .. } | Self::People(_) => NextStep::Correct,
        }
    }
}

impl Refuse for JoinRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnerOnly => "join-owner-only",
            Self::HelpdeskOnly => "join-helpdesk-only",
            Self::Final => "join-final",
            Self::LikenessesUnseen(_) => "join-likenesses-unseen",
            Self::Newcomer(_) => "join-newcomer",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::LikenessesUnseen(_) => Rule(4),
            Self::Newcomer(refusals) => refusals.first().map_or(Rule(4), Refuse::rule),
            Self::OwnerOnly | Self::HelpdeskOnly | Self::Final => Rule(7),
        }
    }

    fn sentence(&self) -> Text {
        match self {
            Self::OwnerOnly => say::join_owner_only(),
            Self::HelpdeskOnly => say::join_helpdesk_only(),
            Self::Final => say::join_final(),
            Self::LikenessesUnseen(_) => say::likenesses_unseen(),
            Self::Newcomer(_) => say::join_newcomer(),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::OwnerOnly => NextStep::AskOwner,
            Self::HelpdeskOnly => NextStep::AskHelpdesk,
            Self::Final | Self::LikenessesUnseen(_) => NextStep::LookAgain,
            Self::Newcomer(_) => NextStep::Correct,
        }
    }
}

impl Refuse for AllocationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Letters => "username-letters",
            Self::Exhausted => "username-exhausted",
            Self::Taken => "username-taken",
        }
    }

    fn rule(&self) -> Rule {
        Rule(6)
    }

    fn sentence(&self) -> Text {
        match self {
            Self::Letters => say::username_letters(),
            Self::Exhausted => say::username_exhausted(),
            Self::Taken => say::username_taken(),
        }
    }
}

impl Rejection {
    /// Why the application was rejected and what to do next, for the practice (R2, R34).
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Toolkit { minimum, .. } => format!(
                "We cannot accept the application because the practice must have reached level {minimum} of the Information Governance Toolkit, or meet the standards of the Data Security and Protection Toolkit. Take the steps that the toolkit asks for, assess the practice again, then start a new application"
            ),
            Self::Helpdesk { reason, .. } => format!(
                "We cannot accept the application. The helpdesk says: {}\nWhen this is put right, start a new application. If you do not agree, contact dentistadmin@nhs.net",
                reason.as_str()
            ),
        }
    }
}
