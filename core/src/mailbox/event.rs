//! What has happened to a shared mailbox, and who is told.

use super::{Mailbox, Nudge, Opening};
use crate::account::AccountId;
use crate::actor::Actor;
use crate::time::Instant;

/// A fact about a mailbox. Applying one is total, so a history always replays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An account was given access (R29).
    AccessGranted {
        /// When.
        at: Instant,
        /// Whose.
        account: AccountId,
        /// Who did it.
        by: Actor,
    },
    /// A member's access was taken, or given up (R29).
    AccessRevoked {
        /// When.
        at: Instant,
        /// Whose.
        account: AccountId,
        /// Who did it.
        by: Actor,
    },
    /// Ownership was handed over (R31).
    HandedOver {
        /// When.
        at: Instant,
        /// Who was an owner, and is a member now.
        from: AccountId,
        /// Who is an owner now.
        to: AccountId,
        /// Who did it.
        by: Actor,
    },
    /// There is one more owner (R30).
    OwnerAdded {
        /// When.
        at: Instant,
        /// Who.
        account: AccountId,
        /// Who did it.
        by: Actor,
    },
    /// An owner is a member now.
    SteppedDown {
        /// When.
        at: Instant,
        /// Who.
        account: AccountId,
        /// Who did it.
        by: Actor,
    },
    /// Somebody opened it.
    Opened(Opening),
    /// Its people are nudged, because nobody opened it (R16).
    Nudged(Nudge),
    /// An account that has been deleted was left out.
    Forgotten {
        /// When.
        at: Instant,
        /// Which.
        account: AccountId,
    },
}

/// Somebody who is told of an event, as what they stand after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// An owner of the mailbox.
    Owner(AccountId),
    /// A member of the mailbox, or somebody whose access has just ended.
    Member(AccountId),
    /// The national helpdesk (R31).
    Helpdesk,
}

impl Event {
    /// Who is told, each once; `mailbox` is as it stood before.
    #[must_use]
    pub fn told(&self, mailbox: &Mailbox) -> Vec<Told> {
        let after = mailbox.clone().evolve(self).access;
        let owners = after.owners().iter().map(Told::Owner);
        match self {
            // Whoever did it knows.
            Self::AccessGranted { account, by, .. } | Self::AccessRevoked { account, by, .. } => {
                let doer = by.member();
                let concerned = [Told::Member(*account)].into_iter().chain(owners);
                concerned.filter(|told| doer.is_none() || told.account() != doer).collect()
            }
            Self::OwnerAdded { .. } => owners.chain([Told::Helpdesk]).collect(),
            Self::HandedOver { from: former, .. } | Self::SteppedDown { account: former, .. } => {
                owners.chain([Told::Member(*former), Told::Helpdesk]).collect()
            }
            Self::Nudged(_) => owners.chain(after.members().map(Told::Member)).collect(),
            Self::Forgotten { account, .. } => {
                // A deleted owner was a contact of the helpdesk's (R30).
                let helpdesk = mailbox.access.is_owner(*account).then_some(Told::Helpdesk);
                owners.chain(helpdesk).collect()
            }
            Self::Opened(_) => Vec::new(),
        }
    }

    /// The stable name of the kind of event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::AccessGranted { .. } => "mailbox-access-granted",
            Self::AccessRevoked { .. } => "mailbox-access-revoked",
            Self::HandedOver { .. } => "mailbox-handed-over",
            Self::OwnerAdded { .. } => "mailbox-owner-added",
            Self::SteppedDown { .. } => "mailbox-owner-stepped-down",
            Self::Opened(_) => "mailbox-opened",
            Self::Nudged(_) => "mailbox-nudged",
            Self::Forgotten { .. } => "mailbox-account-forgotten",
        }
    }
}

impl Told {
    /// The account, unless it is the helpdesk.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        match self {
            Self::Owner(account) | Self::Member(account) => Some(account),
            Self::Helpdesk => None,
        }
    }
}
