//! What is asked of a mailbox.

use std::sync::Arc;

use enamel_core::mailbox::{Candidate, Command, Event, Mailbox, Ties};

use super::{Outcome, World, must};
use crate::action::Share;
use crate::cast::{Who, account_id, person_of};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;

impl World {
    pub(super) fn share(&self, who: Who, mailbox: u8, share: Share, rules: &Rules, tally: &mut Tally) -> Outcome {
        if !self.can_ask(who, rules) {
            return Ok(None);
        }
        let command = match share {
            Share::Grant(person) => Command::Grant(self.candidate(person)),
            Share::Revoke(person) => Command::Revoke { account: account_id(person) },
            Share::HandOver(from, to) => Command::HandOver { from: account_id(from), to: self.candidate(to) },
            Share::AddOwner(person) => Command::AddOwner(self.candidate(person)),
            Share::StepDown(person) => {
                let this = std::slice::from_ref(&*self.mailboxes[usize::from(mailbox)]);
                let ties = Ties::of(account_id(person), this, |owner| self.standing(person_of(owner)));
                Command::StepDown { account: account_id(person), ties }
            }
            Share::Open => Command::RecordOpened,
            Share::RunClocks => Command::RunClocks,
            // Only what is deleted is forgotten: the deletion does it.
            Share::Forget(person) if !self.is_gone(person) => return Ok(None),
            Share::Forget(person) => Command::Forget { account: account_id(person) },
        };
        let mut next = self.clone();
        let events = next.mailbox_command(who, mailbox, &command, rules, tally)?;
        let is_theirs = self.is_owners_or_helpdesks(who, mailbox, share);
        must(events.is_none() || is_theirs, Property::Authority, || format!("{who:?} was let {share:?}"))?;
        Ok(events.filter(|events| !events.is_empty()).map(|_| next))
    }

    fn candidate(&self, person: u8) -> Candidate {
        let mobile = self.registered(person);
        Candidate {
            account: account_id(person),
            standing: self.standing(person),
            has_reachable_mobile: self.reaches(person, &mobile),
        }
    }

    /// Owners and the helpdesk decide; of ownership itself, its owner and the helpdesk (R29, R31).
    fn is_owners_or_helpdesks(&self, who: Who, mailbox: u8, share: Share) -> bool {
        let access = &self.mailboxes[usize::from(mailbox)].access;
        match (who, share) {
            (Who::Person(who), Share::Open) => access.may_open(account_id(who)),
            (Who::Person(who), Share::HandOver(person, _) | Share::StepDown(person)) => {
                who == person && access.is_owner(account_id(who))
            }
            (Who::Person(who), Share::Revoke(person)) if who == person => true,
            (Who::Person(who), Share::Grant(_) | Share::AddOwner(_) | Share::Revoke(_)) => {
                access.is_owner(account_id(who))
            }
            (Who::Agent(_), share) => !matches!(share, Share::Open | Share::RunClocks),
            (Who::Clock, share) => matches!(share, Share::RunClocks | Share::Forget(_)),
            _ => false,
        }
    }

    /// Puts a command to a mailbox; `None`: it was refused.
    pub(super) fn mailbox_command(
        &mut self,
        who: Who,
        mailbox: u8,
        command: &Command,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<Option<Vec<Event>>, Violation> {
        let slot = usize::from(mailbox);
        let before = Arc::clone(&self.mailboxes[slot]);
        tally.count(Property::Authority);
        let Ok(events) = before.decide(command, &who.actor(), self.now, &rules.policy) else { return Ok(None) };
        for event in &events {
            if let Event::Nudged(nudge) = event {
                tally.count(Property::NudgeOnce);
                let silence = before.silent_since();
                let is_first = before.nudge.is_none_or(|earlier| earlier.silent_since != silence);
                let is_due = nudge.silent_since == silence
                    && self.now.since(silence) >= enamel_core::time::Span::days(rules.policy.mailbox_nudge_days);
                must(is_first && is_due, Property::NudgeOnce, || {
                    "a silence was nudged about again, or early".to_owned()
                })?;
            }
        }
        if !events.is_empty() {
            self.mailboxes[slot] = Arc::new(events.iter().fold(Mailbox::clone(&before), Mailbox::evolve));
        }
        Ok(Some(events))
    }
}
