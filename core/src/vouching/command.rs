//! What can be asked of a vouching.

use super::{Desk, Holding};

/// What can be asked of a vouching that was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command<'a> {
    /// The agent has confirmed it with the owner. By the helpdesk; a second agent takes it over.
    Confirm(Desk<'a>),
    /// Issues a temporary password. By the agent who confirmed it: the audit names three people.
    Issue(Desk<'a>),
    /// The member uses the temporary password. By the member.
    Use(Holding),
    /// Takes it back. By the owner, by any agent, or by the member, as long as it is not used.
    Withdraw,
    /// Does what has fallen due: lapsing. By the clock.
    RunClocks(Holding),
}
