//! Who asks for something (the rulebook's "People").

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::AccountId;
use crate::organisation::OdsCode;

/// The identity of somebody who acts for the service: a helpdesk agent or a local administrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct AgentId(pub Uuid);

/// Who asks. That an owner is one is a fact of the mailbox, not of the person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Nobody who is signed in.
    Visitor,
    /// The holder of a personal account.
    Member(AccountId),
    /// The dentist administration team, the national helpdesk, the dentist resolver group.
    Helpdesk(AgentId),
    /// Who administers the accounts of another organisation.
    LocalAdministrator {
        /// Who.
        agent: AgentId,
        /// Whose accounts.
        organisation: OdsCode,
    },
    /// The service itself, when something has fallen due.
    Clock,
}

impl Actor {
    /// The account, where a member asks.
    #[must_use]
    pub fn member(&self) -> Option<AccountId> {
        match self {
            Self::Member(id) => Some(*id),
            _ => None,
        }
    }

    /// The agent, where the helpdesk asks.
    #[must_use]
    pub fn helpdesk(&self) -> Option<AgentId> {
        match self {
            Self::Helpdesk(agent) => Some(*agent),
            _ => None,
        }
    }
}
