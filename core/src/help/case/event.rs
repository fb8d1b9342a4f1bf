//! What has happened to a case.

use serde::{Deserialize, Serialize};

use super::{Case, CaseNote, CaseState};
use crate::actor::AgentId;
use crate::help::{Opening, case::Group};
use crate::time::Instant;

/// A fact about a case.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseEvent {
    /// An agent has it now.
    Assigned {
        /// When.
        at: Instant,
        /// Who.
        to: AgentId,
    },
    /// An agent noted something down.
    Noted(CaseNote),
    /// Answered.
    Answered {
        /// When.
        at: Instant,
        /// By whom.
        by: AgentId,
    },
    /// Closed.
    Closed {
        /// When.
        at: Instant,
    },
    /// Back in the queue.
    Reopened {
        /// When.
        at: Instant,
        /// Whose queue.
        group: Group,
        /// By when it is to be answered now.
        due: Opening,
    },
}

impl Case {
    /// Applies a fact. Total, so a history always replays.
    #[must_use]
    pub fn evolve(mut self, event: &CaseEvent) -> Self {
        match event {
            CaseEvent::Noted(note) => self.notes.push(note.clone()),
            CaseEvent::Assigned { to, .. } => {
                if let CaseState::Open { group, due } | CaseState::Assigned { group, due, .. } = self.state {
                    self.state = CaseState::Assigned { group, due, agent: *to };
                }
            }
            CaseEvent::Answered { at, by } => self.state = CaseState::Answered { at: *at, agent: *by },
            CaseEvent::Closed { at } => self.state = CaseState::Closed { at: *at },
            CaseEvent::Reopened { group, due, .. } => self.state = CaseState::Open { group: *group, due: *due },
        }
        self
    }
}
