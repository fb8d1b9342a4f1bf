//! Shared mailboxes (R29–R31).

mod ties;

pub use ties::{MailboxAddress, Ties};
