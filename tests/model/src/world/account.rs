//! A command to an account, and everything that follows from it.

use std::sync::Arc;

use enamel_core::account::{Account, Command, Event, StaffCommand, State};
use enamel_core::code::SentCode;
use enamel_core::mailbox;
use enamel_core::session::{Credential, Next};

use super::{World, must};
use crate::cast::{Who, account_id, secret_of};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;

/// What whoever sets a password has proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proved {
    /// Nothing.
    Nothing,
    /// The current password.
    Password,
    /// A temporary password, by the session opened with it.
    Temporary(u32),
    /// Who they are, in a recovery.
    Recovery,
}

impl World {
    /// Puts a command to an account; `None`: it was refused, and nothing has changed.
    pub(crate) fn command(
        &mut self,
        index: u8,
        command: &Command,
        proved: Proved,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<Option<Vec<Event>>, Violation> {
        let before = Arc::clone(&self.person(index).account);
        let decision = before.decide(command, self.now, &rules.policy);
        if let State::Deleted { .. } = before.state {
            tally.count(Property::DeletedIsFinal);
            must(decision.as_ref().map_or(true, Vec::is_empty), Property::DeletedIsFinal, || {
                format!("{} was decided about a deleted account", command.name())
            })?;
        }
        let Ok(events) = decision else { return Ok(None) };
        if events.is_empty() {
            return Ok(Some(events));
        }
        is_final(&before, &events, tally)?;
        let (now, policy) = (self.now, &rules.policy);
        for event in &events {
            self.judge(index, &before, command, event, proved, rules, tally)?;
            let person = self.person_mut(index);
            person.account = Arc::new(Account::clone(&person.account).evolve(event));
            // Reminders are told to the spec where they are compared with it.
            person.spec.note(event, now, policy);
            self.follow(index, event, rules, tally)?;
        }
        Ok(Some(events))
    }

    /// Whether an event may come of a command.
    #[expect(clippy::too_many_arguments, reason = "what an event is judged by")]
    fn judge(
        &self,
        index: u8,
        before: &Account,
        command: &Command,
        event: &Event,
        proved: Proved,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<(), Violation> {
        let person = self.person(index);
        match event {
            Event::PasswordChanged { hash, .. } => {
                tally.count(Property::ProofNeeded);
                must(matches!(proved, Proved::Password | Proved::Recovery), Property::ProofNeeded, || {
                    format!("{} by somebody who had proved {proved:?}", event.name())
                })?;
                self.judge_new(index, secret_of(hash).0)
            }
            Event::Activated { activation, .. } => {
                tally.count(Property::ProofNeeded);
                tally.count(Property::ActiveNeedsActivation);
                tally.count(Property::TemporaryPasswordOnce);
                let Proved::Temporary(secret) = proved else {
                    return Err(Violation::new(Property::ProofNeeded, format!("activated by {proved:?}")));
                };
                must(!person.spec.spent.contains(&secret), Property::TemporaryPasswordOnce, || {
                    "a temporary password was used again".to_owned()
                })?;
                let usable = person.spec.usable.filter(|usable| usable.secret == secret);
                let days = enamel_core::time::Span::days(rules.policy.temporary_password_days);
                must(
                    usable.is_some_and(|usable| usable.from <= self.now && self.now < usable.from.plus(days)),
                    Property::TemporaryPasswordOnce,
                    || "a temporary password worked that is not in force".to_owned(),
                )?;
                self.judge_new(index, secret_of(&activation.password).0)
            }
            Event::Deleted { .. } => {
                tally.count(Property::DeletedByClock);
                must(matches!(command, Command::RunClocks { .. }), Property::DeletedByClock, || {
                    format!("{} deleted an account", command.name())
                })?;
                self.judge_succession(index, false, tally)
            }
            Event::MarkedLeaver { .. } => self.judge_succession(index, true, tally),
            // What is issued may put a deletion off: which date is then named, the history defines.
            Event::Reminded(_) => {
                let may_remind = match command {
                    Command::RunClocks { .. } | Command::Reissue { .. } => true,
                    Command::Staff { command, .. } => matches!(command, StaffCommand::IssueTemporaryPassword(_)),
                    _ => false,
                };
                must(may_remind, Property::ReminderOnce, || format!("{} sent a reminder", command.name()))
            }
            Event::Enabled { .. } => {
                tally.count(Property::DisabledStandsStill);
                must(matches!(before.state, State::Disabled(_)), Property::DisabledStandsStill, || {
                    "an account was enabled that was not disabled".to_owned()
                })
            }
            _ => Ok(()),
        }
    }

    fn judge_new(&self, index: u8, secret: u32) -> Result<(), Violation> {
        let spec = &self.person(index).spec;
        let is_of_before = spec.recent.contains(&secret)
            || spec.spent.contains(&secret)
            || spec.usable.is_some_and(|usable| usable.secret == secret);
        must(!is_of_before, Property::PasswordIsNew, || "a password of before was set".to_owned())
    }

    /// Each mailbox that a person owns has another owner who stays: one whose account is not deleted,
    /// and where `is_leaver`, one who does not leave.
    fn judge_succession(&self, index: u8, is_leaver: bool, tally: &mut Tally) -> Result<(), Violation> {
        for mailbox in &self.mailboxes {
            let owners = mailbox.access.owners();
            if !owners.contains(account_id(index)) {
                continue;
            }
            tally.count(Property::Succeeded);
            let stays = |owner: u8| {
                owners.contains(account_id(owner))
                    && !self.is_gone(owner)
                    && !(is_leaver && self.person(owner).spec.leaving.is_some())
            };
            let is_succeeded = (0..self.people.len())
                .filter_map(|owner| u8::try_from(owner).ok())
                .any(|owner| owner != index && stays(owner));
            must(is_succeeded, Property::Succeeded, || format!("{} would be left without an owner", mailbox.address))?;
        }
        Ok(())
    }

    /// What the server does with an event.
    fn follow(&mut self, index: u8, event: &Event, rules: &Rules, tally: &mut Tally) -> Result<(), Violation> {
        if event.ends_sessions() {
            let person = self.person_mut(index);
            (person.session, person.elsewhere) = (None, None);
        }
        if event.cancels_codes() {
            let person = self.person_mut(index);
            for recovery in [&mut person.recovery, &mut person.intruder].into_iter().flatten() {
                Arc::make_mut(recovery).code = SentCode::Spent;
            }
            if let Some(asked) = &mut person.new_number {
                Arc::make_mut(&mut asked.number).code = SentCode::Spent;
            }
        }
        if event.opens_locks() {
            self.person_mut(index).open_locks();
        }
        match event {
            Event::TemporaryPasswordIssued { hash, .. } => {
                let is_reached = self.reaches(index, &self.registered(index));
                let person = self.person_mut(index);
                person.knows.temporary = is_reached.then(|| secret_of(hash).0);
            }
            Event::Reissued { reissue, hash, .. } => {
                let is_reached = self.reaches(index, &reissue.mobile);
                let person = self.person_mut(index);
                person.knows.temporary = is_reached.then(|| secret_of(hash).0);
            }
            Event::Deleted { .. } => {
                let person = self.person_mut(index);
                (person.recovery, person.code, person.new_number, person.known_device) = (None, None, None, false);
                person.knows = super::Knows { password: None, temporary: None, answers: false, phone: true };
                for mailbox in 0..self.mailboxes.len() {
                    let command = mailbox::Command::Forget { account: account_id(index) };
                    let mailbox = u8::try_from(mailbox).unwrap_or(u8::MAX);
                    self.mailbox_command(Who::Clock, mailbox, &command, rules, tally)?
                        .ok_or_else(|| Violation::new(Property::AlwaysAnOwner, "the only owner was deleted"))?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The number registered for an account; of one that is gone, the first.
    #[must_use]
    pub fn registered(&self, index: u8) -> enamel_core::mobile::Mobile {
        self.person(index)
            .account
            .holder()
            .map_or_else(|| crate::cast::number(index, false), |holder| holder.mobile.number().clone())
    }

    /// The person's session, where it leads to `next`.
    pub(crate) fn session_to(&self, index: u8, next: Next, rules: &Rules) -> Option<super::Session> {
        self.person(index).session.filter(|_| self.next(index, rules) == Some(next))
    }

    /// Opens a session, as the server does with a decision; one that is open stays open elsewhere.
    pub(crate) fn open_session(&mut self, index: u8, credential: Credential, secret: u32) {
        let times = enamel_core::session::SessionTimes { created_at: self.now, seen_at: self.now };
        let person = self.person_mut(index);
        person.elsewhere = person.session.or(person.elsewhere);
        person.session = Some(super::Session { credential, secret, times });
    }
}

impl super::Person {
    /// What the right password, a recovery and the helpdesk do.
    pub(crate) fn open_locks(&mut self) {
        for tries in &mut self.tries {
            tries.guesses = enamel_core::guessing::Guesses::default();
        }
    }
}

/// No event leads from deleted to anything: each is put to the same account, deleted.
fn is_final(account: &Account, events: &[Event], tally: &mut Tally) -> Result<(), Violation> {
    let state = State::Deleted { at: account.created_at };
    for event in events {
        tally.count(Property::DeletedIsFinal);
        let after = Account { state: state.clone(), ..account.clone() }.evolve(event);
        must(after.state == state, Property::DeletedIsFinal, || format!("{} leads from deleted", event.name()))?;
    }
    Ok(())
}
