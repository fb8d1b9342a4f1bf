//! What must be known from outside before a vouching goes a step further (R3, R22).

use super::VouchingRefusal;
use crate::account::AccountId;
use crate::mailbox::{Mailbox, Standing};
use crate::mobile::Mobile;
use crate::time::Instant;

/// What the store must have looked up of the two people and the number. It is asked for at every
/// step up to the temporary password: an owner may have lost the mailbox since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The mailbox by which they know each other.
    pub mailbox: &'a Mailbox,
    /// What the member's account is.
    pub standing: Standing,
    /// What the owner's account is.
    pub owner_standing: Standing,
    /// The number registered for it; `None`: there is none.
    pub registered_mobile: Option<&'a Mobile>,
    /// Whether the number to use belongs to another live account or open application (R3).
    pub is_mobile_of_another: bool,
}

/// What the member's account says of a vouching, looked up in the transaction that decides:
/// [`Account::holding`](crate::account::Account::holding).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// When the member's password was chosen: what was vouched for before has no cause any more (R17, R22).
    /// `None`: there is none, the account is deleted or was never activated.
    pub chosen_at: Option<Instant>,
    /// The temporary password that was issued on the vouching.
    pub temporary_password: Held,
}

/// What the account holds of the temporary password that was issued on a vouching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It can be used within these instants; at the second it can't.
    Running {
        /// From.
        from: Instant,
        /// Until.
        until: Instant,
    },
    /// The account is disabled, and so its days don't count (R28).
    StandingStill,
    /// Nothing: not issued yet, used, taken back, replaced, or dropped with its cause.
    Nothing,
}

/// What the store must have looked up when a helpdesk agent acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk<'a> {
    /// Of the two people and the number.
    pub facts: Facts<'a>,
    /// Of the member's account.
    pub holding: Holding,
    /// The personal account that the agent holds, where there is one.
    pub agent_account: Option<AccountId>,
}

impl Facts<'_> {
    /// Whether `owner` may vouch for `member`. Whether the two know each other comes first: who is a
    /// stranger to an account learns nothing of it.
    pub(super) fn judge_people(&self, member: AccountId, owner: AccountId) -> Result<(), VouchingRefusal> {
        if member == owner {
            return Err(VouchingRefusal::ForThemselves);
        }
        if !self.mailbox.access.is_owner(owner) || !self.mailbox.access.may_open(member) {
            return Err(VouchingRefusal::NotOfTheirMailbox);
        }
        // Whoever left, or is shut out, can't be asked whether the word still stands.
        if !matches!(self.owner_standing, Standing::Activated | Standing::Leaving) {
            return Err(VouchingRefusal::OwnerClosed);
        }
        match self.standing {
            Standing::Activated | Standing::Leaving => Ok(()),
            Standing::NeverActivated => Err(VouchingRefusal::NeverActivated),
            Standing::Disabled => Err(VouchingRefusal::Disabled),
            Standing::Gone => Err(VouchingRefusal::NotOfTheirMailbox),
        }
    }

    /// Whether the number to use is nobody else's (R3).
    pub(super) fn judge_number(&self) -> Result<(), VouchingRefusal> {
        if self.is_mobile_of_another { Err(VouchingRefusal::MobileInUse) } else { Ok(()) }
    }

    pub(super) fn is_registered(&self, mobile: &Mobile) -> bool {
        self.registered_mobile == Some(mobile)
    }
}
