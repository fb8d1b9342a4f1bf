//! What has happened to a vouching, who is named by it, and who is told.

use super::{State, Vouching, VouchingId};
use crate::account::AccountId;
use crate::actor::{Actor, AgentId};
use crate::mobile::Mobile;
use crate::time::Instant;

/// The three people of a vouching, for the audit (R22). They are different people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// For whom.
    pub member: AccountId,
    /// By whom.
    pub owner: AccountId,
    /// Who confirmed it.
    pub agent: AgentId,
}

/// A fact about a vouching. Applying one is total, so a history always replays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An owner vouches.
    Started {
        /// When.
        at: Instant,
        /// For whom.
        member: AccountId,
        /// By whom.
        owner: AccountId,
    },
    /// An agent has confirmed it with the owner.
    Confirmed {
        /// When.
        at: Instant,
        /// The three.
        named: Named,
    },
    /// A temporary password is to be issued.
    Issued {
        /// When.
        at: Instant,
        /// The three.
        named: Named,
        /// Where the temporary password goes.
        mobile: Mobile,
        /// From when on it works: at once, or after the hold of a number that was not registered.
        usable_from: Instant,
    },
    /// The member has used the temporary password.
    Used {
        /// When.
        at: Instant,
        /// The three.
        named: Named,
    },
    /// It was taken back.
    Withdrawn {
        /// When.
        at: Instant,
        /// By whom.
        by: Actor,
    },
    /// Nobody confirmed it, or nobody used it, in time; or nobody needs it any more.
    Lapsed {
        /// When.
        at: Instant,
    },
}

/// What an issued vouching asks of the member's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reissue {
    /// Where the temporary password goes.
    pub mobile: Mobile,
    /// From when on it works.
    pub usable_from: Instant,
    /// Which vouching ends when it is used.
    pub vouching: VouchingId,
}

/// Somebody who is told of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The member, at each of [`Vouching::addresses`].
    Member(AccountId),
    /// The owner.
    Owner(AccountId),
    /// The agent who confirmed it.
    Agent(AgentId),
    /// The helpdesk's queue: no agent has confirmed it yet.
    Helpdesk,
}

/// Where a member is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// By text, at the number registered for the account.
    RegisteredMobile,
    /// By text, at the number that the owner gave, where that is another.
    NewMobile,
    /// By email, at the personal address.
    PersonalEmail,
}

impl Vouching {
    /// Where the member is told: on every address there is, so that nobody who has got hold of one
    /// can keep it from them. `registered_mobile` is what is registered for the account now.
    #[must_use]
    pub fn addresses(&self, registered_mobile: Option<&Mobile>) -> Vec<Address> {
        let is_new = registered_mobile != Some(&self.mobile);
        [
            registered_mobile.map(|_| Address::RegisteredMobile),
            is_new.then_some(Address::NewMobile),
            Some(Address::PersonalEmail),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Event {
    /// Who is told: the member, the owner and the helpdesk of everything that happens (R22);
    /// `vouching` is as it stood before, or as it was started.
    #[must_use]
    pub fn told(&self, vouching: &Vouching) -> [Told; 3] {
        let agent = match self {
            Self::Confirmed { named, .. } | Self::Issued { named, .. } | Self::Used { named, .. } => Some(named.agent),
            Self::Started { .. } | Self::Withdrawn { .. } | Self::Lapsed { .. } => vouching.agent(),
        };
        [Told::Member(vouching.member), Told::Owner(vouching.owner), agent.map_or(Told::Helpdesk, Told::Agent)]
    }

    /// What it asks of the member's account: a temporary password; `vouching` is the event's.
    #[must_use]
    pub fn reissue(&self, vouching: &Vouching) -> Option<Reissue> {
        match self {
            Self::Issued { mobile, usable_from, .. } => {
                Some(Reissue { mobile: mobile.clone(), usable_from: *usable_from, vouching: vouching.id })
            }
            _ => None,
        }
    }

    /// Which reissued temporary password must not work any more: that of a vouching withdrawn or
    /// lapsed after it was issued; `vouching` is as it stood before.
    #[must_use]
    pub fn revokes(&self, vouching: &Vouching) -> Option<VouchingId> {
        let ends = matches!(self, Self::Withdrawn { .. } | Self::Lapsed { .. });
        (ends && matches!(vouching.state, State::Issued { .. })).then_some(vouching.id)
    }

    /// The stable name of the kind of event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Started { .. } => "vouching-started",
            Self::Confirmed { .. } => "vouching-confirmed",
            Self::Issued { .. } => "vouching-issued",
            Self::Used { .. } => "vouching-used",
            Self::Withdrawn { .. } => "vouching-withdrawn",
            Self::Lapsed { .. } => "vouching-lapsed",
        }
    }
}
