//! What a case is.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::AccountId;
use crate::actor::{Actor, AgentId};
use crate::help::{Enquiry, Opening, Task, TeamHours};
use crate::note::Note;
use crate::time::Instant;

/// The identity of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct CaseId(pub Uuid);

/// To whom a case goes (R32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Group {
    /// What comes in hours.
    DentistAdministrationTeam,
    /// What comes out of hours.
    DentistResolverGroup,
}

/// What a case is about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Details that never came (R33).
    Enquiry(Enquiry),
    /// A member wants something done, such as to be marked as a leaver (R24).
    Request {
        /// What.
        task: Task,
        /// Whose account.
        account: AccountId,
    },
}

/// All that opens a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseOpening {
    /// A new identity.
    pub id: CaseId,
    /// What it is about.
    pub matter: Matter,
    /// Who asks.
    pub by: Actor,
}

/// A case of the helpdesk's queue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Case {
    /// Its identity.
    pub id: CaseId,
    /// What it is about.
    pub matter: Matter,
    /// Who asked.
    pub opened_by: Actor,
    /// When.
    pub opened_at: Instant,
    /// What agents noted down, oldest first.
    pub notes: Vec<CaseNote>,
    /// How far it has come.
    pub state: CaseState,
}

/// A note of an agent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct CaseNote {
    /// When.
    pub at: Instant,
    /// Whose.
    pub by: AgentId,
    /// What.
    pub text: Note,
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Nobody has taken it.
    Open {
        /// Whose queue it is in.
        group: Group,
        /// By when it is to be answered.
        due: Opening,
    },
    /// An agent has it.
    Assigned {
        /// Whose queue it was in.
        group: Group,
        /// By when it is to be answered.
        due: Opening,
        /// Who has it.
        agent: AgentId,
    },
    /// Whoever asked has an answer.
    Answered {
        /// When.
        at: Instant,
        /// By whom.
        agent: AgentId,
    },
    /// Done with.
    Closed {
        /// When.
        at: Instant,
    },
}

impl Group {
    /// Who takes what comes at `now`.
    #[must_use]
    pub fn on_duty(now: Instant, hours: TeamHours<'_>) -> Self {
        if hours.is_open(now) { Self::DentistAdministrationTeam } else { Self::DentistResolverGroup }
    }
}

impl CaseState {
    /// A case that comes, or comes back, at `now`: due when the team next begins a day's work (R32).
    pub(super) fn open(now: Instant, hours: TeamHours<'_>) -> Self {
        Self::Open { group: Group::on_duty(now, hours), due: hours.next_start(now) }
    }
}

impl Case {
    /// A new case at `now`.
    #[must_use]
    pub fn open(opening: CaseOpening, now: Instant, hours: TeamHours<'_>) -> Self {
        Self {
            id: opening.id,
            matter: opening.matter,
            opened_by: opening.by,
            opened_at: now,
            notes: Vec::new(),
            state: CaseState::open(now, hours),
        }
    }

    /// By when it is to be answered; `None` where it is.
    #[must_use]
    pub fn due(&self) -> Option<Opening> {
        match self.state {
            CaseState::Open { due, .. } | CaseState::Assigned { due, .. } => Some(due),
            CaseState::Answered { .. } | CaseState::Closed { .. } => None,
        }
    }

    /// Whether it waits for its answer longer than it should. One whose due day is not known is not.
    #[must_use]
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.due().and_then(Opening::at).is_some_and(|due| now > due)
    }

    /// The member who asked for something about their own account.
    #[must_use]
    pub fn requester(&self) -> Option<AccountId> {
        self.opened_by.member()
    }
}
