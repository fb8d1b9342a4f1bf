//! Who opens a mailbox: its owners, and the members to whom they granted it (R29).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Owners;
use crate::account::AccountId;

/// Owners and members of a mailbox. Nobody is both: an owner opens it anyway.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "Stored")]
pub struct Access {
    owners: Owners,
    members: BTreeSet<AccountId>,
}

#[derive(Deserialize)]
struct Stored {
    owners: Owners,
    members: BTreeSet<AccountId>,
}

impl From<Stored> for Access {
    fn from(stored: Stored) -> Self {
        Self::new(stored.owners, stored.members)
    }
}

impl Access {
    /// These owners, and of these members all that are no owners.
    #[must_use]
    pub fn new(owners: Owners, mut members: BTreeSet<AccountId>) -> Self {
        for owner in owners.iter() {
            members.remove(&owner);
        }
        Self { owners, members }
    }

    /// The owners.
    #[must_use]
    pub fn owners(&self) -> &Owners {
        &self.owners
    }

    /// The members that are no owners, any number (R29).
    pub fn members(&self) -> impl Iterator<Item = AccountId> + '_ {
        self.members.iter().copied()
    }

    /// Whether this account is an owner.
    #[must_use]
    pub fn is_owner(&self, account: AccountId) -> bool {
        self.owners.contains(account)
    }

    /// Whether this account opens the mailbox, as an owner or as a member.
    #[must_use]
    pub fn may_open(&self, account: AccountId) -> bool {
        self.members.contains(&account) || self.is_owner(account)
    }

    pub(super) fn grant(&mut self, account: AccountId) {
        if !self.is_owner(account) {
            self.members.insert(account);
        }
    }

    /// Of members only; an owner's access ends with the ownership.
    pub(super) fn revoke(&mut self, account: AccountId) {
        self.members.remove(&account);
    }

    pub(super) fn add_owner(&mut self, account: AccountId) {
        self.members.remove(&account);
        self.owners.add(account);
    }

    /// Who handed a mailbox over stays a member of it.
    pub(super) fn hand_over(&mut self, from: AccountId, to: AccountId) {
        if from != to && self.is_owner(from) {
            self.owners.replace(from, to);
            self.members.remove(&to);
            self.members.insert(from);
        }
    }

    /// Makes a member of an owner, but not of the only one.
    pub(super) fn step_down(&mut self, account: AccountId) {
        if self.is_owner(account) && self.owners.remove(account).is_ok() {
            self.members.insert(account);
        }
    }

    /// Leaves an account out, but not the only owner.
    pub(super) fn forget(&mut self, account: AccountId) {
        self.step_down(account);
        self.revoke(account);
    }
}
