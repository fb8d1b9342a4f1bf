//! Why an application's command is refused.

use super::{Audience, Flag, Ground, Message, Tell, TextSays, UsedBy};
use crate::mobile::Mobile;
use crate::refusal::FieldProblem;

/// Why a command is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplicationRefusal {
    /// Only the helpdesk asks back, approves and rejects (R7).
    #[error("helpdesk only")]
    HelpdeskOnly,
    /// Only the clock lets drafts lapse (R1).
    #[error("clock only")]
    ClockOnly,
    /// The link is that of another application (R1).
    #[error("another application's link")]
    OtherLink,
    /// The draft has not been submitted (R1).
    #[error("a draft")]
    Draft,
    /// What was submitted changes only when the helpdesk asks (R1).
    #[error("submitted")]
    Submitted,
    /// The helpdesk waits for an answer (R1).
    #[error("a question is open")]
    QuestionOpen,
    /// Decided, withdrawn or lapsed: that is final (R1).
    #[error("final")]
    Final,
    /// The draft was kept for so many days and has lapsed (R1).
    #[error("lapsed after {0} days")]
    DraftLapsed(u32),
    /// More people or longer texts than a draft keeps (R1).
    #[error("more than {people} people, or a text of more than {characters} characters")]
    DraftTooLarge {
        /// Most people.
        people: u32,
        /// Most characters of a text.
        characters: u32,
    },
    /// Some people can't be given an account, at the places named (R3, R4).
    #[error("{} faults with people", .0.len())]
    People(Vec<RefusedPerson>),
    /// Likely duplicates that the agent has not looked at yet: at least one (R4).
    #[error("{} likely duplicates unseen", .0.len())]
    LikenessesUnseen(Vec<Flag>),
    /// Not one lookup or new account for each person of the form, or an account twice (R6); or the form is another
    /// one by now.
    #[error("lookups or accounts and people don't match")]
    PeopleMismatch,
}

/// One reason why one person can't be given an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPerson {
    /// The person's place on the form, from 0.
    pub person: usize,
    /// Why.
    pub refusal: PersonRefusal,
}

/// Why somebody can't be given an account. Its sentence says neither who is concerned nor whether
/// by an account or an application (R3).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefusal {
    /// The mobile number is in use (R3).
    #[error("mobile in use")]
    MobileInUse {
        /// Who uses it, for the helpdesk alone.
        by: UsedBy,
        /// The number, where its holder is to be told by text now.
        tell: Option<Mobile>,
    },
    /// They have an account for certain (R4).
    #[error("duplicate")]
    Duplicate(Ground),
    /// They apply for a practice with a sponsored mailbox and have an account for certain (R5).
    #[error("duplicate of the applicant")]
    DuplicateApplicant(Ground),
}

impl PersonRefusal {
    /// The field of the person's form to change.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::MobileInUse { .. } => "mobile",
            Self::Duplicate(Ground::AddressGiven(_)) | Self::DuplicateApplicant(Ground::AddressGiven(_)) => {
                "account_address"
            }
            Self::Duplicate(Ground::PersonalEmail(_)) | Self::DuplicateApplicant(Ground::PersonalEmail(_)) => {
                "personal_email"
            }
        }
    }

    /// The text to the number's holder (R3).
    #[must_use]
    pub fn tell(&self) -> Option<Tell> {
        let Self::MobileInUse { tell: Some(mobile), .. } = self else { return None };
        let message = Message::Text { to: mobile.clone(), says: TextSays::NumberTyped };
        Some(Tell { audience: Audience::NumberHolder, message })
    }
}

impl ApplicationRefusal {
    /// The problems of the form's fields, such as `people[1].mobile`.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        let Self::People(people) = self else { return Vec::new() };
        let problem = |RefusedPerson { person, refusal }: &RefusedPerson| {
            FieldProblem::new(format!("people[{person}].{}", refusal.field()), refusal)
        };
        people.iter().map(problem).collect()
    }

    /// Who is told although nothing has changed: the holders of the numbers typed (R3). Whoever
    /// sends these also keeps when, for [`super::NumberUse::told_at`].
    #[must_use]
    pub fn tells(&self) -> Vec<Tell> {
        let Self::People(people) = self else { return Vec::new() };
        people.iter().filter_map(|person| person.refusal.tell()).collect()
    }
}
