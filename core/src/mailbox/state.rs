//! What a shared mailbox is.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Access, Creation, Event, MailboxAddress, Nudge};
use crate::account::AccountId;
use crate::organisation::OdsCode;
use crate::time::Instant;

/// The identity of a shared mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct MailboxId(pub Uuid);

/// A shared mailbox. It is in use from its creation on: there is nothing to activate (R11) and no
/// clock that deletes it (R16), so it has one state only.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Mailbox {
    /// Its identity.
    pub id: MailboxId,
    /// Its name.
    pub address: MailboxAddress,
    /// Whose it is.
    pub practice: OdsCode,
    /// When it was created.
    pub created_at: Instant,
    /// Who owns it and who opens it.
    pub access: Access,
    /// Who opened it last and when; `None`: nobody yet.
    pub last_opened: Option<Opening>,
    /// The last nudge that went out. An opening does not clear it: the nudge names its silence (R16).
    pub nudge: Option<Nudge>,
}

/// That somebody opened a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Opening {
    /// Who.
    pub by: AccountId,
    /// When.
    pub at: Instant,
}

impl Mailbox {
    /// A new mailbox, as an approved application asks for it (R1, R6). Its owners may be as new as it
    /// is: that an owner's account is activated is asked of later ones only (R31).
    #[must_use]
    pub fn create(creation: Creation, now: Instant) -> Self {
        Self {
            id: creation.id,
            address: creation.address,
            practice: creation.practice,
            created_at: now,
            access: Access::new(creation.owners, creation.members),
            last_opened: None,
            nudge: None,
        }
    }

    /// Applies a fact. A fact that does not fit the state changes nothing.
    #[must_use]
    pub fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::AccessGranted { account, .. } => self.access.grant(*account),
            Event::AccessRevoked { account, .. } => self.access.revoke(*account),
            Event::HandedOver { from, to, .. } => self.access.hand_over(*from, *to),
            Event::OwnerAdded { account, .. } => self.access.add_owner(*account),
            Event::SteppedDown { account, .. } => self.access.step_down(*account),
            Event::Forgotten { account, .. } => self.access.forget(*account),
            Event::Opened(opening) => {
                // Reports may come late: the latest opening counts.
                if self.last_opened.is_none_or(|last| last.at < opening.at) {
                    self.last_opened = Some(*opening);
                }
            }
            Event::Nudged(nudge) => self.nudge = Some(*nudge),
        }
        self
    }
}
