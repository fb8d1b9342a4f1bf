//! What can be asked of a shared mailbox.

use std::collections::BTreeSet;

use super::{Candidate, MailboxAddress, MailboxId, Owners, Ties};
use crate::account::AccountId;
use crate::organisation::OdsCode;

/// All that makes a mailbox (R1, R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creation {
    /// A new identity.
    pub id: MailboxId,
    /// An address that no mailbox and no account has.
    pub address: MailboxAddress,
    /// Whose it is.
    pub practice: OdsCode,
    /// Its owners, whose mobile numbers reach them (R30): an application asks for each.
    pub owners: Owners,
    /// Who else opens it.
    pub members: BTreeSet<AccountId>,
}

/// What can be asked of a mailbox that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Gives access (R29). By an owner or the helpdesk.
    Grant(Candidate),
    /// Takes a member's access (R29). By an owner or the helpdesk, or by the member, who leaves.
    Revoke {
        /// Whose.
        account: AccountId,
    },
    /// Hands ownership over (R31); who had it stays a member. By that owner, or by the helpdesk on
    /// behalf.
    HandOver {
        /// Who is an owner.
        from: AccountId,
        /// Who takes it over, a member of the mailbox so far or not.
        to: Candidate,
    },
    /// Makes one more owner, of a member of the mailbox or of somebody else (R30, R31). By an owner
    /// or the helpdesk.
    AddOwner(Candidate),
    /// Makes a member of an owner, who is not the only one who stays (R26, R36). By that owner, or by the
    /// helpdesk.
    StepDown {
        /// Who.
        account: AccountId,
        /// The mailboxes that would be left without an owner who stays; others than this one do no harm.
        ties: Ties,
    },
    /// Notes that whoever asks has opened it (R16). By an owner or a member.
    RecordOpened,
    /// Does what has fallen due (R16). By the clock.
    RunClocks,
    /// Leaves a deleted account out, unless it is the only owner's (R26, R36). By the clock or the
    /// helpdesk, whoever deletes it.
    Forget {
        /// Which.
        account: AccountId,
    },
}
