//! What ties an account to mailboxes, so that it can't simply go (R26).

use super::{Mailbox, MailboxAddress, Standing};
use crate::account::AccountId;

/// What the store must have looked up before an owner leaves, is deleted or steps down: the mailboxes
/// that would be left without an owner who stays (R26).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// The mailboxes whose only owner, or only owner who stays, the account is.
    pub sole_owner_of: Vec<MailboxAddress>,
}

impl Ties {
    /// Of an account that is the only owner of no mailbox.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Of this account, where `mailboxes` holds every mailbox that it owns; others do no harm. An owner who
    /// is about to go as well, or whose account is closed or was never opened, is no successor: of two who
    /// leave one after the other, the second must be succeeded.
    #[must_use]
    pub fn of(account: AccountId, mailboxes: &[Mailbox], standing: impl Fn(AccountId) -> Standing) -> Self {
        let succeeds = |owner: AccountId| owner != account && standing(owner) == Standing::Activated;
        let is_tie = |mailbox: &&Mailbox| {
            let owners = mailbox.access.owners();
            owners.contains(account) && !owners.iter().any(succeeds)
        };
        Self { sole_owner_of: mailboxes.iter().filter(is_tie).map(|mailbox| mailbox.address.clone()).collect() }
    }

    /// Whether every mailbox would still have an owner.
    #[must_use]
    pub fn is_succeeded(&self) -> bool {
        self.sole_owner_of.is_empty()
    }
}
