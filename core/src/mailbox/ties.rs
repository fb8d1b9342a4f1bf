//! What ties a person to shared mailboxes.

use serde::{Deserialize, Serialize};

/// The name of a shared mailbox.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct MailboxAddress(String);

impl MailboxAddress {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The mailboxes that would be left without an owner, which the store must have looked up (R26).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// The mailboxes whose only owner the person is.
    pub sole_owner_of: Vec<MailboxAddress>,
}

impl Ties {
    /// Of somebody who is the only owner of no mailbox.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether every mailbox keeps an owner without this person.
    #[must_use]
    pub fn is_succeeded(&self) -> bool {
        self.sole_owner_of.is_empty()
    }
}
