//! What ties an account to mailboxes, so that it can't simply go (R26).

use super::{Mailbox, MailboxAddress};
use crate::account::AccountId;

/// What the store must have looked up before an account is marked as a leaver or deleted: the
/// mailboxes that would be left without an owner (R26).
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

    /// Of this account, where `mailboxes` holds every mailbox that it owns; others do no harm.
    #[must_use]
    pub fn of(account: AccountId, mailboxes: &[Mailbox]) -> Self {
        Self::of_leaver(account, mailboxes, |_| false)
    }

    /// The same, where owners who are about to go as well are no successors: of two who leave one
    /// after the other, the second must be succeeded.
    #[must_use]
    pub fn of_leaver(account: AccountId, mailboxes: &[Mailbox], is_leaving: impl Fn(AccountId) -> bool) -> Self {
        let is_tie = |mailbox: &&Mailbox| {
            let owners = mailbox.access.owners();
            owners.contains(account) && owners.iter().all(|owner| owner == account || is_leaving(owner))
        };
        Self { sole_owner_of: mailboxes.iter().filter(is_tie).map(|mailbox| mailbox.address.clone()).collect() }
    }

    /// Whether every mailbox would still have an owner.
    #[must_use]
    pub fn is_succeeded(&self) -> bool {
        self.sole_owner_of.is_empty()
    }
}
