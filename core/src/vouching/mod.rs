//! Vouching (R22): how somebody gets in who has neither the mobile number nor the answers. An owner
//! of a shared mailbox vouches for them, a helpdesk agent confirms it with the owner and issues a
//! temporary password by text. Three different people, all named in the audit.

mod checks;
mod command;
mod decide;
mod event;
mod facts;
mod form;
mod start;
mod state;

pub use checks::{CheckLeftOut, LocalChecks, Ticks};
pub use command::Command;
pub use decide::VouchingRefusal;
pub use event::{Address, Event, Named, Reissue, Told};
pub use facts::{Desk, Facts, Held, Holding};
pub use form::{LocalCheckRefusal, VouchForm, VouchRequest};
pub use start::Start;
pub use state::{State, Vouching, VouchingId};

#[cfg(test)]
mod tests;
