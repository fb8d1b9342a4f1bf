//! What a vouching is: an enum whose variants own their data.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Event, Held, Holding, LocalChecks};
use crate::account::AccountId;
use crate::actor::{Actor, AgentId};
use crate::mailbox::MailboxId;
use crate::mobile::Mobile;
use crate::policy::Policy;
use crate::time::{Instant, Span};

/// The identity of a vouching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct VouchingId(pub Uuid);

/// An owner's word for a member.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Vouching {
    /// Its identity.
    pub id: VouchingId,
    /// For whom.
    pub member: AccountId,
    /// By whom.
    pub owner: AccountId,
    /// The mailbox that the one owns and the other opens.
    pub mailbox: MailboxId,
    /// Where the temporary password goes.
    pub mobile: Mobile,
    /// Whether that was the number registered for the member's account at the start.
    pub is_registered_mobile: bool,
    /// The local checks that the owner has done.
    pub checks: LocalChecks,
    /// When it was started.
    pub started_at: Instant,
    /// How far it is.
    pub state: State,
}

/// How far a vouching is. The last three are final.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// For a helpdesk agent to confirm it with the owner.
    Waiting,
    /// Confirmed with the owner.
    Confirmed {
        /// By which agent.
        agent: AgentId,
        /// When.
        at: Instant,
    },
    /// A temporary password is on its way.
    Issued {
        /// By which agent, who confirmed it too.
        agent: AgentId,
        /// When.
        at: Instant,
    },
    /// The member has used the temporary password.
    Used {
        /// When.
        at: Instant,
    },
    /// Taken back before it was used.
    Withdrawn {
        /// By whom.
        by: Actor,
        /// When.
        at: Instant,
    },
    /// Nobody confirmed it, or nobody used it, in time; or nobody needs it any more.
    Lapsed {
        /// When.
        at: Instant,
    },
}

impl Vouching {
    /// Whether nothing more can come of it.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self.state, State::Used { .. } | State::Withdrawn { .. } | State::Lapsed { .. })
    }

    /// When it lapses: its days count from the start; once issued it lapses with the temporary password that the
    /// account holds (R10, R28). [`Instant::FIRST`]: at once, as nobody needs it any more, whatever a clock says
    /// that was put back. `None`: it is final, or stands still with the account.
    #[must_use]
    pub fn lapses_at(&self, holding: &Holding, policy: &Policy) -> Option<Instant> {
        match (&self.state, holding.temporary_password) {
            (State::Waiting | State::Confirmed { .. }, _) => {
                let in_time = self.started_at.plus(Span::days(policy.vouching_days));
                Some(if self.is_settled(holding) { Instant::FIRST } else { in_time })
            }
            (State::Issued { .. }, Held::Running { until, .. }) => Some(until),
            (State::Issued { .. }, Held::Nothing) => Some(Instant::FIRST),
            (State::Issued { .. }, Held::StandingStill)
            | (State::Used { .. } | State::Withdrawn { .. } | State::Lapsed { .. }, _) => None,
        }
    }

    /// Whether its cause has gone: the member has chosen a password since it was started (R17), or has no account.
    pub(super) fn is_settled(&self, holding: &Holding) -> bool {
        holding.chosen_at.is_none_or(|at| at > self.started_at)
    }

    /// Whether it can still lead anywhere at `now`; at the very instant of its lapse it can't.
    #[must_use]
    pub fn is_open(&self, now: Instant, holding: &Holding, policy: &Policy) -> bool {
        !self.is_final() && self.lapses_at(holding, policy).is_none_or(|at| now < at)
    }

    /// The agent who has confirmed or issued, while it can lead anywhere.
    #[must_use]
    pub fn agent(&self) -> Option<AgentId> {
        match &self.state {
            State::Confirmed { agent, .. } | State::Issued { agent, .. } => Some(*agent),
            State::Waiting | State::Used { .. } | State::Withdrawn { .. } | State::Lapsed { .. } => None,
        }
    }

    /// Applies a fact. A fact that does not fit the state changes nothing.
    #[must_use]
    pub fn evolve(self, event: &Event) -> Self {
        let state = match (self.state, event) {
            (State::Waiting | State::Confirmed { .. }, Event::Confirmed { at, named }) => {
                State::Confirmed { agent: named.agent, at: *at }
            }
            (State::Confirmed { .. }, Event::Issued { at, named, .. }) => State::Issued { agent: named.agent, at: *at },
            (State::Issued { .. }, Event::Used { at, .. }) => State::Used { at: *at },
            (State::Waiting | State::Confirmed { .. } | State::Issued { .. }, Event::Withdrawn { at, by }) => {
                State::Withdrawn { by: by.clone(), at: *at }
            }
            (State::Waiting | State::Confirmed { .. } | State::Issued { .. }, Event::Lapsed { at }) => {
                State::Lapsed { at: *at }
            }
            (state, _) => state,
        };
        Self { state, ..self }
    }
}
