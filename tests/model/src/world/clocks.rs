//! The clocks: everything that is due, one thing after the other.

use enamel_core::account::{Account, Command, Event, State};
use enamel_core::mailbox::{self, Ties};
use enamel_core::vouching;

use super::account::Proved;
use super::{Outcome, World, must};
use crate::cast::{Who, account_id, person_of};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;

impl World {
    /// Runs the clocks of all that are due.
    pub(super) fn run_clocks(&self, rules: &Rules, tally: &mut Tally) -> Outcome {
        let mut next = self.clone();
        let mut has_changed = false;
        for index in 0..u8::try_from(self.people.len()).unwrap_or(0) {
            has_changed |= next.run_clocks_of(index, rules, tally)?;
        }
        for index in 0..u8::try_from(self.mailboxes.len()).unwrap_or(0) {
            let slot = usize::from(index);
            if next.mailboxes[slot].next_due(&rules.policy).is_some_and(|due| due <= next.now) {
                let events = next
                    .mailbox_command(Who::Clock, index, &mailbox::Command::RunClocks, rules, tally)?
                    .unwrap_or_default();
                must(!events.is_empty(), Property::NudgeOnce, || "a nudge was skipped".to_owned())?;
                has_changed = true;
            }
        }
        for (id, vouching) in self.vouchings.clone() {
            let by = Who::Clock.actor();
            // The accounts' clocks have run: what one of them has lost is gone for its vouching too.
            let clocks = vouching::Command::RunClocks(next.holding(&vouching, rules));
            let events = vouching.decide(&clocks, &by, self.now, &rules.policy).unwrap_or_default();
            if !vouching.is_final() {
                tally.count(Property::VouchingHolds);
                must(events.is_empty() == next.is_needed(id, &vouching, rules), Property::VouchingHolds, || {
                    "a vouching lapsed too early or too late".to_owned()
                })?;
            }
            for event in events {
                next.follow_vouching(id, &event, rules, tally)?;
                has_changed = true;
            }
        }
        Ok(has_changed.then_some(next))
    }

    /// Runs the clocks of one account, as they would be run: not before they say that they are due.
    /// What comes of it is compared with what its history defines.
    fn run_clocks_of(&mut self, index: u8, rules: &Rules, tally: &mut Tally) -> Result<bool, Violation> {
        let (now, policy) = (self.now, &rules.policy);
        let before = Account::clone(&self.person(index).account);
        let ties = self.ties(index);
        let is_succeeded = ties.is_succeeded();
        let expected = self.person(index).spec.expected(now, policy, is_succeeded);
        let command = Command::RunClocks { ties };
        let is_due = before.next_due(policy).is_some_and(|due| due <= now);
        let decided = if is_due { before.decide(&command, now, policy).unwrap_or_default() } else { Vec::new() };

        let mut steps = Vec::new();
        for (place, event) in decided.iter().enumerate() {
            let Event::Reminded(sent) = event else { continue };
            tally.count(Property::ReminderOnce);
            steps.push((sent.kind, sent.days_before, sent.takes_effect));
            let is_alarm = matches!(decided.get(place + 1), Some(Event::SuccessionNeeded { .. }));
            if sent.kind.is_deletion() && !is_succeeded {
                tally.count(Property::Succeeded);
            }
            must(is_alarm == (sent.kind.is_deletion() && !is_succeeded), Property::Succeeded, || {
                "a deletion of an only owner came closer without an alarm, or another with one".to_owned()
            })?;
        }
        steps.sort_unstable();
        let is_deleted = decided.iter().any(|event| matches!(event, Event::Deleted { .. }));
        must(steps == expected.steps, Property::ReminderOnce, || {
            format!("sent {steps:?}, due was {:?}", expected.steps)
        })?;
        must(is_deleted == expected.deleted, Property::DeletedByClock, || {
            format!("deleted: {is_deleted}, due: {}", expected.deleted)
        })?;
        if let State::Disabled(_) = before.state {
            tally.count(Property::DisabledStandsStill);
            let is_own = |event: &Event| match event {
                Event::Reminded(sent) => sent.kind == enamel_core::account::DeadlineKind::DisabledDeleted,
                _ => true,
            };
            must(decided.iter().all(is_own), Property::DisabledStandsStill, || "a clock went on".to_owned())?;
        }
        if decided.is_empty() {
            return Ok(false);
        }
        let deadlines = self.person(index).spec.deadlines(policy);
        // The earlier step first, as they go out.
        for &(kind, step, named) in steps.iter().rev() {
            let at = deadlines.iter().find(|(other, _)| *other == kind).map_or(now, |(_, at)| *at);
            self.person_mut(index).spec.tell(kind, at, step, named, now);
        }
        self.command(index, &command, Proved::Nothing, rules, tally)?;
        let again = self.person(index).account.decide(&command, now, policy).unwrap_or_default();
        must(again.is_empty(), Property::ReminderOnce, || "the clocks had something to do twice at once".to_owned())?;
        Ok(true)
    }

    /// What the store looks up before somebody leaves or is deleted.
    pub(super) fn ties(&self, index: u8) -> Ties {
        let mailboxes: Vec<_> = self.mailboxes.iter().map(|mailbox| (**mailbox).clone()).collect();
        Ties::of(account_id(index), &mailboxes, |owner| self.standing(person_of(owner)))
    }
}
