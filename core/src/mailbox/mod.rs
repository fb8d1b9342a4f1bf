//! Shared mailboxes (R11, R16, R29, R30, R31): who owns one, who opens one, and that somebody does.
//!
//! A shared mailbox has no password and nothing to activate: it is opened from the member's own
//! mailbox. So nothing of the kind is a part of its state (R11), and no event deletes one for
//! inactivity (R16).

mod access;
mod address;
mod candidate;
mod command;
mod decide;
mod event;
mod form;
mod nudge;
mod owners;
mod state;
mod ties;

pub use access::Access;
pub use address::{MailboxAddress, MailboxAddressRefusal};
pub use candidate::{Candidate, Standing};
pub use command::{Command, Creation};
pub use decide::MailboxRefusal;
pub use event::{Event, Told};
pub use form::MailboxMemberRequest;
pub use nudge::Nudge;
pub use owners::{Owners, OwnersRefusal};
pub use state::{Mailbox, MailboxId, Opening};
pub use ties::Ties;

#[cfg(test)]
pub(crate) mod tests;
