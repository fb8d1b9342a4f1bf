//! What others than the holder decide about an account (R24–R28).

use super::decide::Decision;
use super::{AccountRefusal, Administration, Authority, Event, Holder, StaffCommand};
use crate::actor::Actor;
use crate::mailbox::Ties;
use crate::time::Instant;

/// Judges what may be asked at any time of an account's life.
pub(super) fn decide(holder: &Holder, by: &Actor, command: &StaffCommand, now: Instant) -> Decision {
    if !matches!(command, StaffCommand::MarkLeaver { .. }) {
        is_helpdesk(by, command)?;
    }
    match (command, &holder.administration) {
        (StaffCommand::MarkLeaver { ties }, _) => {
            may_mark(holder, by, command)?;
            mark_leaver(holder, by, ties, now)
        }
        (StaffCommand::Join { .. }, _) if holder.leaving.is_none() => Err(AccountRefusal::NotLeaving),
        (StaffCommand::Join { practice }, _) => Ok(vec![Event::Joined { practice: practice.clone(), by: by.clone() }]),
        (StaffCommand::Transfer, Administration::Organisation(_)) => Ok(vec![Event::Transferred { by: by.clone() }]),
        (StaffCommand::Disable, _) => Ok(vec![Event::Disabled { at: now, by: by.clone() }]),
        // It is NHS dental's, and open.
        (StaffCommand::Transfer | StaffCommand::Enable, _) => Ok(Vec::new()),
        (StaffCommand::IssueTemporaryPassword(_), _) => Err(AccountRefusal::AlreadyActivated),
    }
}

/// R24: the helpdesk marks leavers of NHS dental, the local administrator those of an organisation;
/// nobody does so of themselves.
fn may_mark(holder: &Holder, by: &Actor, command: &StaffCommand) -> Result<(), AccountRefusal> {
    match (&holder.administration, by) {
        (Administration::NhsDental, by) => is_helpdesk(by, command),
        (Administration::Organisation(code), Actor::LocalAdministrator { organisation, .. })
            if code == organisation =>
        {
            Ok(())
        }
        (Administration::Organisation(_), _) => {
            Err(AccountRefusal::NotPermitted(Authority::LocalAdministrator, command.rule()))
        }
    }
}

fn mark_leaver(holder: &Holder, by: &Actor, ties: &Ties, now: Instant) -> Decision {
    if holder.leaving.is_some() {
        return Ok(Vec::new());
    }
    if !ties.is_succeeded() {
        return Err(AccountRefusal::SuccessionNeeded(u32::try_from(ties.sole_owner_of.len()).unwrap_or(u32::MAX)));
    }
    Ok(vec![Event::MarkedLeaver { at: now, by: by.clone() }])
}

pub(super) fn is_helpdesk(by: &Actor, command: &StaffCommand) -> Result<(), AccountRefusal> {
    let refusal = AccountRefusal::NotPermitted(Authority::Helpdesk, command.rule());
    by.helpdesk().map(|_| ()).ok_or(refusal)
}
