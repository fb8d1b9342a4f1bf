//! What must be known of an account before it is given a mailbox (R29, R30, R31).

use crate::account::AccountId;

/// What an account is, as far as it matters to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Activated, and meant to stay. An expired password or a long silence changes nothing in it.
    Activated,
    /// Created, but never activated.
    NeverActivated,
    /// Activated, and marked as a leaver (R25).
    Leaving,
    /// Disabled for now (R28).
    Disabled,
    /// Deleted, or there never was one.
    Gone,
}

/// What the store must have looked up of the account that is to get access or ownership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Whose account.
    pub account: AccountId,
    /// What it is.
    pub standing: Standing,
    /// Whether there is a mobile number that reaches its holder (R30).
    pub has_reachable_mobile: bool,
}
