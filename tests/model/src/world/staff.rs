//! What is staff's, asked by whomever.

use enamel_core::account::{Administration, Command, Dormant, StaffCommand, State};

use super::account::Proved;
use super::{Outcome, World, must};
use crate::action::Staff;
use crate::cast::{Who, hash, practice};
use crate::property::{Property, Tally};
use crate::rules::Rules;

impl World {
    pub(super) fn staff(&self, who: Who, index: u8, staff: Staff, rules: &Rules, tally: &mut Tally) -> Outcome {
        if !self.can_ask(who, rules) {
            return Ok(None);
        }
        let mut next = self.clone();
        let command = match staff {
            Staff::Issue => StaffCommand::IssueTemporaryPassword(hash(next.secret(), false)),
            Staff::MarkLeaver => StaffCommand::MarkLeaver { ties: self.ties(index) },
            Staff::Join => StaffCommand::Join { practice: practice() },
            Staff::Transfer => StaffCommand::Transfer,
            Staff::Disable => StaffCommand::Disable,
            Staff::Enable => StaffCommand::Enable,
        };
        let command = Command::Staff { by: who.actor(), command };
        let events = next.command(index, &command, Proved::Nothing, rules, tally)?;
        tally.count(Property::Authority);
        must(events.is_none() || self.is_theirs(who, index, staff), Property::Authority, || {
            format!("{who:?} was let {staff:?}")
        })?;
        Ok(events.filter(|events| !events.is_empty()).map(|_| next))
    }

    /// Marking a leaver is the local administrator's where there is one, everything else the helpdesk's
    /// (R24, R25, R27, R28).
    fn is_theirs(&self, who: Who, index: u8, staff: Staff) -> bool {
        let holder = match &self.person(index).account.state {
            State::Newcomer(newcomer) => &newcomer.holder,
            State::Member(member) => &member.holder,
            State::Disabled(disabled) => match &disabled.was {
                Dormant::Newcomer(newcomer) => &newcomer.holder,
                Dormant::Member(member) => &member.holder,
            },
            State::Deleted { .. } => return true,
        };
        match (staff, &holder.administration, who) {
            (Staff::MarkLeaver, Administration::Organisation(_), who) => who == Who::Administrator { of_hers: true },
            (_, _, who) => matches!(who, Who::Agent(_)),
        }
    }
}
