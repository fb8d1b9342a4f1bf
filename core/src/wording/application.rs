//! What the refusals and rejections of applications say.
//!
//! A visitor reads these. None says whether anybody has an account, or whose a number is (R3, R34).

use crate::application::{
    AllocationRefusal, ApplicationFormRefusal, ApplicationRefusal, JoinRefusal, OrganisationName,
    OrganisationNameRefusal, PersonRefusal, Rejection,
};
use crate::refusal::{NextStep, Refuse, Rule};

/// To the helpdesk, about likely duplicates that came up meanwhile (R4).
const UNSEEN: &str = "Somebody on this form may already have an account, or have asked for one. Look at who it may be before you create another";

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

    fn sentence(&self) -> String {
        match self {
            Self::ToolkitMissing => "Select how the practice stands in the toolkit",
            Self::NoPeople => "Add at least one person who needs an NHSmail account",
            Self::TooManyPeople(most) => {
                return format!("Add {most} people or fewer. The owner of the shared mailbox can ask for more accounts later");
            }
            Self::HasAccountMissing => "Select whether this person already has an NHSmail account",
            Self::HasAccount => {
                "Remove this person: nobody needs a second NHSmail account. The owner of the shared mailbox can give them access once it is created"
            }
            Self::ApplicantHasAccount => {
                "Ask a colleague who does not have an NHSmail account to apply, so that nobody gets a second one"
            }
            Self::MobileRepeated => {
                "Enter a different mobile number for each person, so that each gets their own temporary password"
            }
            Self::EmailRepeated => {
                "Enter a different personal email address for each person, so that each gets their own username"
            }
            Self::OwnerNeedsMobile => {
                "Enter a mobile number that reaches this person, as the helpdesk calls the owner of the shared mailbox first"
            }
            Self::NoOwner => "Select at least one person to own the shared mailbox",
            Self::SponsoredMissing => {
                "Select whether the practice has a shared mailbox sponsored by another organisation"
            }
            Self::NameOfSponsored => {
                "Enter a different name for the new shared mailbox, as the one you have cannot be changed"
            }
        }
        .to_owned()
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

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter the organisation's name".to_owned(),
            Self::Characters => "Name must not include control characters or characters that do not exist".to_owned(),
            Self::TooLong => format!("Name must be {} characters or fewer", OrganisationName::MAXIMUM_LENGTH),
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

    fn sentence(&self) -> String {
        match self {
            Self::MobileInUse { .. } => {
                "We cannot use this mobile number. Enter another that belongs to this person alone, or contact dentistadmin@nhs.net"
            }
            Self::Duplicate(_) => {
                "We cannot take an application for this person with these details. Anyone who already has an NHSmail account does not need another: the owner of the shared mailbox can give them access. Otherwise contact dentistadmin@nhs.net"
            }
            Self::DuplicateApplicant(_) => {
                "We cannot take an application from this person with these details. Anyone who already has an NHSmail account must ask a colleague who has none to apply. Otherwise contact dentistadmin@nhs.net"
            }
        }
        .to_owned()
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

    fn sentence(&self) -> String {
        match self {
            Self::HelpdeskOnly => "Only the helpdesk can do this. Contact dentistadmin@nhs.net".to_owned(),
            Self::ClockOnly => "Only the service itself does this, when the time has come. Look at the application again later".to_owned(),
            Self::OtherLink => "Open the application again with the link you were given".to_owned(),
            Self::Draft => "This application has not been submitted. Wait until the practice submits it, then look at it again".to_owned(),
            Self::Submitted => {
                "This application has been submitted and waits for the helpdesk. If something has to change, contact dentistadmin@nhs.net".to_owned()
            }
            Self::QuestionOpen => "The helpdesk has asked a question. Answer it first to carry on".to_owned(),
            Self::Final => "This application is closed. Start a new one if you still need accounts".to_owned(),
            Self::DraftLapsed(days) => {
                format!("We kept this application for {} after you last saved it. Start a new one", super::days(*days))
            }
            Self::DraftTooLarge { people, characters } => {
                format!("Add {people} people or fewer, and enter {characters} characters or fewer in each box")
            }
            Self::People(_) => {
                "We cannot take the application with these details. Change what is marked and submit it again".to_owned()
            }
            Self::LikenessesUnseen(_) => UNSEEN.to_owned(),
            Self::PeopleMismatch => {
                "The people and accounts of this decision do not match those of the application. Open it again and decide anew".to_owned()
            }
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

    fn sentence(&self) -> String {
        match self {
            Self::OwnerOnly => "Ask the owner of the practice's shared mailbox to request this account",
            Self::HelpdeskOnly => {
                "Only the helpdesk can create accounts. Request the account, and the helpdesk will create it"
            }
            Self::Final => "This request has already been decided. Look at it again, and make a new one if you still need the account",
            Self::LikenessesUnseen(_) => UNSEEN,
            Self::Newcomer(_) => {
                "We cannot take the request with these details. Change what is marked and send it again"
            }
        }
        .to_owned()
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

    fn sentence(&self) -> String {
        match self {
            Self::Letters => "Choose a username: this name has letters that cannot be written with a to z",
            Self::Exhausted => "Choose a username: every number for this name is taken",
            Self::Taken => "Choose another username: this one is taken or was deleted too recently",
        }
        .to_owned()
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
