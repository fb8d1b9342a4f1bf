//! What an application is: an enum whose variants own their data.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ApplicationForm, ApplicationRequest, Flag, NewPerson, ToolkitLevel};
use crate::account::AccountId;
use crate::actor::AgentId;
use crate::mobile::Mobile;
use crate::note::Note;
use crate::policy::Policy;
use crate::time::{Instant, Span};

/// The identity of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct ApplicationId(pub Uuid);

/// A practice's application (R1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Application {
    /// Its identity.
    pub id: ApplicationId,
    /// When it was begun.
    pub created_at: Instant,
    /// How far it is.
    pub state: State,
}

/// How far an application is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Being filled in; can be left and taken up again (R1).
    Draft {
        /// The form so far.
        form: Box<ApplicationRequest>,
        /// When it was last saved.
        touched_at: Instant,
    },
    /// Waits for the helpdesk.
    Submitted(Box<Submission>),
    /// The helpdesk has asked back and waits for the practice.
    Questioned {
        /// What was submitted.
        submission: Box<Submission>,
        /// What is asked.
        question: Note,
        /// Who asks.
        by: AgentId,
        /// When.
        at: Instant,
    },
    /// Rejected. The practice may begin another at any time (R2); nothing personal is kept.
    Rejected {
        /// Why.
        why: Rejection,
        /// When.
        at: Instant,
    },
    /// Approved (R6).
    Approved {
        /// The accounts created, in the order of the form.
        accounts: Vec<AccountId>,
        /// Who approved.
        by: AgentId,
        /// When.
        at: Instant,
    },
    /// Withdrawn by the practice; nothing personal is kept.
    Withdrawn {
        /// When.
        at: Instant,
    },
    /// A draft that nobody touched for too long; nothing personal is kept.
    Lapsed {
        /// When.
        at: Instant,
    },
}

/// What a practice has submitted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Submission {
    /// The form.
    pub form: ApplicationForm,
    /// Likely duplicates, for the helpdesk (R4).
    pub flags: Vec<Flag>,
    /// When it was submitted, or last answered.
    pub at: Instant,
    /// What was asked and answered so far, the first question first.
    pub exchanges: Vec<Exchange>,
}

/// A question of the helpdesk with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Exchange {
    /// What was asked.
    pub question: Note,
    /// Who asked.
    pub by: AgentId,
    /// When.
    pub asked_at: Instant,
    /// What was answered.
    pub answer: Note,
    /// When.
    pub answered_at: Instant,
}

/// Why an application was rejected.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rejection {
    /// How the practice stands in the toolkit does not suffice; decided at once (R2).
    Toolkit {
        /// How it stands.
        level: ToolkitLevel,
        /// The lowest level that suffices.
        minimum: u32,
    },
    /// By the helpdesk.
    Helpdesk {
        /// Who.
        by: AgentId,
        /// Why, in words for the practice.
        reason: Note,
    },
}

impl Application {
    /// An empty draft.
    #[must_use]
    pub fn begin(id: ApplicationId, now: Instant) -> Self {
        Self { id, created_at: now, state: State::Draft { form: Box::default(), touched_at: now } }
    }

    /// What was submitted, while it waits to be decided.
    #[must_use]
    pub fn submission(&self) -> Option<&Submission> {
        match &self.state {
            State::Submitted(submission) | State::Questioned { submission, .. } => Some(submission),
            _ => None,
        }
    }

    /// Whether nothing leads on from here.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match &self.state {
            State::Draft { .. } | State::Submitted(_) | State::Questioned { .. } => false,
            State::Rejected { .. } | State::Approved { .. } | State::Withdrawn { .. } | State::Lapsed { .. } => true,
        }
    }

    /// The numbers that nobody else may apply with while this is open (R3). A draft holds none:
    /// anybody can type anybody's number into one.
    pub fn numbers_held(&self) -> impl Iterator<Item = &Mobile> {
        self.submission().into_iter().flat_map(|submission| submission.form.people()).map(|person| &person.mobile)
    }

    /// When a draft lapses unless it is touched (R1).
    #[must_use]
    pub fn lapses_at(&self, policy: &Policy) -> Option<Instant> {
        match &self.state {
            State::Draft { touched_at, .. } => Some(touched_at.plus(Span::days(policy.application_draft_days))),
            _ => None,
        }
    }
}

impl Submission {
    /// Who applied, and is written to.
    #[must_use]
    pub fn applicant(&self) -> &NewPerson {
        &self.form.applicant
    }
}
