//! Recovery by oneself, and what a stranger tries with it.

use enamel_core::guessing::Guesses;
use std::sync::Arc;

use enamel_core::account::{Command, Proof};
use enamel_core::recovery::{Recovery, RecoveryCommand, RecoveryEvent};
use enamel_core::session::Credential;
use enamel_core::time::Span;

use super::account::Proved;
use super::{Code, Outcome, World, must};
use crate::action::{Offer, Recover};
use crate::cast::{hash, username};
use crate::property::{Property, Tally};
use crate::rules::Rules;

impl World {
    /// What the holder does in a recovery of their own.
    pub(super) fn recover(&self, index: u8, recover: Recover, rules: &Rules, tally: &mut Tally) -> Outcome {
        let person = self.person(index);
        let mut next = self.clone();
        let Some(recovery) = person.recovery.as_deref() else {
            next.person_mut(index).recovery = Some(Arc::new(Recovery::begin(username(index))));
            return Ok((recover == Recover::Begin).then_some(next));
        };
        match recover {
            Recover::Begin => {
                let person = next.person_mut(index);
                (person.recovery, person.code) = (Some(Arc::new(Recovery::begin(username(index)))), None);
                Ok(Some(next))
            }
            Recover::SendCode => {
                let device = person.own_tries();
                let Some((secret, after)) = next.send_code(index, recovery, device, rules) else { return Ok(None) };
                let is_reached = !self.is_gone(index) && self.reaches(index, &self.registered(index));
                let code = Code { secret, sent_at: self.now, is_used: false, wrong: 0 };
                let person = next.person_mut(index);
                (person.recovery, person.code) = (Some(after), is_reached.then_some(code));
                Ok(Some(next))
            }
            Recover::Code(offer) => self.enter_code(index, offer, rules, tally),
            Recover::Answers(offer) => {
                let is_right = offer == Offer::Right && person.knows.answers;
                Ok(next
                    .tried(
                        index,
                        recovery,
                        &RecoveryCommand::Answer { proof: Proof::of(is_right), guesses: Guesses::default() },
                        rules,
                    )
                    .then_some(next))
            }
            Recover::Passkey(offer) => {
                let is_right = offer == Offer::Right;
                Ok(next
                    .tried(index, recovery, &RecoveryCommand::UsePasskey(Proof::of(is_right)), rules)
                    .then_some(next))
            }
            Recover::SetPassword(choice) => {
                let Ok(events) = recovery.decide(&RecoveryCommand::SetPassword, self.now, &rules.policy) else {
                    return Ok(None);
                };
                let Ok(permit) = recovery.permit(self.now, &rules.policy) else { return Ok(None) };
                let (secret, novelty) = next.choose(index, choice, rules, tally);
                let command = Command::ResetPassword { permit, novelty, password: hash(secret, false) };
                let locked = person.tries.iter().any(|tries| tries.guesses.admit(self.now).is_err());
                let after = events.iter().fold(recovery.clone(), Recovery::evolve);
                next.person_mut(index).recovery = Some(Arc::new(after));
                if next.command(index, &command, Proved::Recovery, rules, tally)?.is_none() {
                    return Ok(None);
                }
                next.open_session(index, Credential::Password, secret);
                let person = next.person_mut(index);
                person.knows.password = Some(secret);
                person.known_device = true;
                if locked {
                    tally.count(Property::LockOpens);
                    let is_open = person.tries.iter().all(|tries| tries.guesses.admit(self.now).is_ok());
                    must(is_open, Property::LockOpens, || "locked still, after a recovery".to_owned())?;
                }
                Ok(Some(next))
            }
        }
    }

    /// Sends a code, asked for on a device; gives its secret and the recovery after it.
    fn send_code(
        &mut self,
        index: u8,
        recovery: &Recovery,
        device: usize,
        rules: &Rules,
    ) -> Option<(u32, Arc<Recovery>)> {
        let secret = self.secret();
        let allowance = self.person(index).tries[device].allowance.clone();
        let command = RecoveryCommand::SendCode { hash: hash(secret, false), allowance };
        let events = recovery.decide(&command, self.now, &rules.policy).ok()?;
        let now = self.now;
        let tries = &mut self.person_mut(index).tries[device];
        tries.allowance = std::mem::take(&mut tries.allowance).after_sending(now);
        tries.sent.push(now);
        Some((secret, Arc::new(events.iter().fold(recovery.clone(), Recovery::evolve))))
    }

    /// Enters the last code that the holder was sent, or a wrong one. Whether it worked before plays no
    /// part in whether it is the right one.
    fn enter_code(&self, index: u8, offer: Offer, rules: &Rules, tally: &mut Tally) -> Outcome {
        let person = self.person(index);
        let Some(recovery) = person.recovery.as_deref() else { return Ok(None) };
        let is_right = offer == Offer::Right;
        if is_right && person.code.is_none() {
            return Ok(None);
        }
        let mut next = self.clone();
        let command = RecoveryCommand::EnterCode(Proof::of(is_right));
        let is_accepted = recovery.decide(&command, self.now, &rules.policy).is_ok();
        if is_accepted {
            tally.count(Property::CodeOnce);
            let policy = &rules.policy;
            let is_in_force = person.code.is_some_and(|code| {
                !code.is_used
                    && self.now < code.sent_at.plus(Span::minutes(policy.code_minutes))
                    && code.wrong < policy.code_tries
            });
            must(is_right && is_in_force, Property::CodeOnce, || {
                "a code proved something that was wrong, used, too old or tried too often".to_owned()
            })?;
        }
        let has_changed = next.tried(index, recovery, &command, rules);
        if let Some(code) = &mut next.person_mut(index).code {
            code.is_used |= is_accepted;
            code.wrong += u32::from(!is_right && code.wrong < rules.policy.code_tries);
        }
        Ok(has_changed.then_some(next))
    }

    /// Applies what comes of a command to the holder's recovery; whether anything did.
    fn tried(&mut self, index: u8, recovery: &Recovery, command: &RecoveryCommand, rules: &Rules) -> bool {
        let events = traces(recovery, command, self.now, rules);
        let after = events.iter().fold(recovery.clone(), Recovery::evolve);
        self.person_mut(index).recovery = Some(Arc::new(after));
        !events.is_empty()
    }

    /// What a stranger does in a recovery of an account that is not theirs.
    pub(super) fn intrude_by_recovery(&self, index: u8, recover: Recover, rules: &Rules, tally: &mut Tally) -> Outcome {
        let mut next = self.clone();
        let Some(recovery) = self.person(index).intruder.as_deref() else {
            next.person_mut(index).intruder = Some(Arc::new(Recovery::begin(username(index))));
            return Ok((recover == Recover::Begin).then_some(next));
        };
        let command = match recover {
            Recover::Begin => {
                next.person_mut(index).intruder = Some(Arc::new(Recovery::begin(username(index))));
                return Ok(Some(next));
            }
            // The text goes to the registered number: the stranger never sees it.
            Recover::SendCode => {
                let Some((_, after)) = next.send_code(index, recovery, 0, rules) else { return Ok(None) };
                next.person_mut(index).intruder = Some(after);
                return Ok(Some(next));
            }
            Recover::Code(_) => RecoveryCommand::EnterCode(Proof::Wrong),
            Recover::Answers(_) => RecoveryCommand::Answer { proof: Proof::Wrong, guesses: Guesses::default() },
            Recover::Passkey(_) => RecoveryCommand::UsePasskey(Proof::Wrong),
            Recover::SetPassword(_) => {
                let decision = recovery.decide(&RecoveryCommand::SetPassword, self.now, &rules.policy);
                let permit = recovery.permit(self.now, &rules.policy);
                if let Ok(permit) = permit {
                    let (password, novelty) = (hash(next.secret(), false), enamel_core::account::Novelty::New);
                    let command = Command::ResetPassword { permit, novelty, password };
                    next.command(index, &command, Proved::Nothing, rules, tally)?;
                }
                must(decision.is_err(), Property::StrangerStaysOut, || {
                    "a recovery went on in which nothing was proved".to_owned()
                })?;
                return Ok(None);
            }
        };
        let events = traces(recovery, &command, self.now, rules);
        let has_proved = events.iter().any(|event| matches!(event, RecoveryEvent::Proved { .. }));
        must(!has_proved, Property::StrangerStaysOut, || "a wrong answer proved something".to_owned())?;
        let after = events.iter().fold(recovery.clone(), Recovery::evolve);
        next.person_mut(index).intruder = Some(Arc::new(after));
        Ok((!events.is_empty()).then_some(next))
    }
}

/// What happens, whether a command is refused or not: a wrong try counts.
fn traces(
    recovery: &Recovery,
    command: &RecoveryCommand,
    now: enamel_core::time::Instant,
    rules: &Rules,
) -> Vec<RecoveryEvent> {
    match recovery.decide(command, now, &rules.policy) {
        Ok(events) => events,
        Err(refused) => refused.events,
    }
}
