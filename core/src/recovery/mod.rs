//! Getting back in without the password (R21).
//!
//! A recovery belongs to whoever began it, not to the account: a stranger's has codes and tries of
//! its own. It runs alike for usernames that nobody has; only no code is sent then, and no try is
//! ever right.

mod state;
#[cfg(test)]
mod tests;

pub use state::{Means, Permit, Proved, Recovery, RecoveryCommand, RecoveryEvent, RecoveryRefusal, Refused};
