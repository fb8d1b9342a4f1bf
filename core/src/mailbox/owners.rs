//! Owners: at least one, by the type (R36).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::account::AccountId;

/// The owners of a mailbox, each once, in the order in which the helpdesk turns to them (R30). There
/// is no value of this type without an owner, so no mailbox is ever without one (R36).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "Vec<AccountId>", into = "Vec<AccountId>")]
pub struct Owners {
    first: AccountId,
    others: Vec<AccountId>,
}

/// Why accounts are not the owners of a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OwnersRefusal {
    /// Nobody would be left.
    #[error("a mailbox has an owner")]
    Nobody,
    /// The same account twice.
    #[error("an owner is named twice")]
    Repeated,
}

impl Owners {
    /// One owner.
    #[must_use]
    pub fn new(first: AccountId) -> Self {
        Self { first, others: Vec::new() }
    }

    /// Whom the helpdesk turns to first (R30).
    #[must_use]
    pub fn first_contact(&self) -> AccountId {
        self.first
    }

    /// All of them, the first contact first.
    pub fn iter(&self) -> impl Iterator<Item = AccountId> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// Whether this account is an owner.
    #[must_use]
    pub fn contains(&self, account: AccountId) -> bool {
        self.iter().any(|owner| owner == account)
    }

    /// Whether this account is the only owner (R26).
    #[must_use]
    pub fn is_only(&self, account: AccountId) -> bool {
        self.first == account && self.others.is_empty()
    }

    /// Adds an owner, after the others. An owner stays where they are.
    pub fn add(&mut self, account: AccountId) {
        if !self.contains(account) {
            self.others.push(account);
        }
    }

    /// Takes an owner away. Whoever is none stays none.
    ///
    /// # Errors
    /// [`OwnersRefusal::Nobody`] where it is the only one; nothing has changed then.
    pub fn remove(&mut self, account: AccountId) -> Result<(), OwnersRefusal> {
        if self.first != account {
            self.others.retain(|&owner| owner != account);
        } else if self.others.is_empty() {
            return Err(OwnersRefusal::Nobody);
        } else {
            self.first = self.others.remove(0);
        }
        Ok(())
    }

    /// Puts `to` into the place of the owner `from`. Where `from` is none, nothing changes.
    pub fn replace(&mut self, from: AccountId, to: AccountId) {
        if from == to || !self.contains(from) {
            return;
        }
        // Whoever is an owner already moves to the better of the two places.
        let heir_comes_first = self.iter().find(|&owner| owner == from || owner == to) == Some(to);
        let leaving = if heir_comes_first { from } else { to };
        self.others.retain(|&owner| owner != leaving);
        if self.first == from {
            self.first = to;
        }
        for owner in &mut self.others {
            if *owner == from {
                *owner = to;
            }
        }
    }
}

impl TryFrom<Vec<AccountId>> for Owners {
    type Error = OwnersRefusal;

    fn try_from(accounts: Vec<AccountId>) -> Result<Self, OwnersRefusal> {
        if accounts.iter().collect::<BTreeSet<_>>().len() < accounts.len() {
            return Err(OwnersRefusal::Repeated);
        }
        let mut accounts = accounts.into_iter();
        let first = accounts.next().ok_or(OwnersRefusal::Nobody)?;
        Ok(Self { first, others: accounts.collect() })
    }
}

impl From<Owners> for Vec<AccountId> {
    fn from(owners: Owners) -> Self {
        owners.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id(number: u8) -> AccountId {
        AccountId(Uuid::from_u128(number.into()))
    }

    fn owners(numbers: &[u8]) -> Owners {
        numbers.iter().map(|&number| id(number)).collect::<Vec<_>>().try_into().unwrap()
    }

    #[test]
    fn r36_owners_are_at_least_one_and_each_once_from_whatever_they_are_read() {
        assert_eq!(Owners::try_from(Vec::new()), Err(OwnersRefusal::Nobody));
        assert_eq!(Owners::try_from(vec![id(1), id(2), id(1)]), Err(OwnersRefusal::Repeated));
        assert!(serde_json::from_str::<Owners>("[]").is_err());
        let json = serde_json::to_string(&owners(&[2, 1])).unwrap();
        assert_eq!(serde_json::from_str::<Owners>(&json).unwrap(), owners(&[2, 1]));
    }

    #[test]
    fn r36_the_only_owner_is_not_removed() {
        let mut one = owners(&[1]);
        assert_eq!((one.remove(id(1)), &one), (Err(OwnersRefusal::Nobody), &owners(&[1])));
        assert_eq!((one.remove(id(2)), &one), (Ok(()), &owners(&[1])));
    }

    #[test]
    fn r30_who_takes_over_an_ownership_takes_its_place_as_a_contact() {
        for (before, from, to, after) in [
            (&[1, 2, 3][..], 1, 4, &[4, 2, 3][..]),
            (&[1, 2, 3], 2, 4, &[1, 4, 3]),
            (&[1, 2, 3], 1, 3, &[3, 2]),
            (&[1, 2, 3], 3, 1, &[1, 2]),
            (&[1, 2, 3], 3, 2, &[1, 2]),
            (&[1, 2, 3], 2, 2, &[1, 2, 3]),
            (&[1, 2, 3], 9, 2, &[1, 2, 3]),
        ] {
            let mut changed = owners(before);
            changed.replace(id(from), id(to));
            assert_eq!(changed, owners(after), "{from} to {to}");
        }
    }

    proptest! {
        #[test]
        fn r36_whatever_is_done_to_owners_they_stay_a_set_that_is_not_empty(
            steps in prop::collection::vec((0..3_u8, 0..5_u8, 0..5_u8), 0..40)
        ) {
            let mut owners = Owners::new(id(0));
            for (choice, one, other) in steps {
                match choice {
                    0 => owners.add(id(one)),
                    1 => prop_assert_eq!(owners.is_only(id(one)), owners.remove(id(one)).is_err()),
                    _ => owners.replace(id(one), id(other)),
                }
                let listed: Vec<_> = owners.clone().into();
                prop_assert_eq!(Owners::try_from(listed), Ok(owners.clone()));
            }
        }
    }
}
