//! What the holder of an account does, and a stranger in the holder's place.

use std::sync::Arc;

use enamel_core::account::{Activation, Command, NewNumber, Novelty, Profile, Proof};
use enamel_core::session::{Credential, Next};

use super::account::Proved;
use super::{Asked, Outcome, World, must};
use crate::action::{Choice, Intrude, Loss, Offer, Own};
use crate::cast::{hash, number, secret_of};
use crate::property::{Property, Tally};
use crate::rules::Rules;
use crate::spec::Life;

impl World {
    pub(super) fn own(&self, index: u8, own: Own, rules: &Rules, tally: &mut Tally) -> Outcome {
        let mut next = self.clone();
        let is_home = self.session_to(index, Next::Home, rules).is_some();
        let is_done = match own {
            Own::SignIn(offer) => {
                let secret = self.person(index).knows.password.filter(|_| offer == Offer::Right);
                return self.sign_in(index, secret, rules, tally);
            }
            Own::SignInWithTemporary => {
                return self.sign_in(index, self.person(index).knows.temporary, rules, tally);
            }
            Own::Recover(recover) => return self.recover(index, recover, rules, tally),
            Own::ConfirmNumber(offer) if is_home => return self.confirm_number(index, offer, rules, tally),
            Own::Activate(choice) => next.activate(index, choice, rules, tally)?,
            Own::ChangePassword(offer, choice) => next.change_password(index, offer, choice, rules, tally)?,
            Own::Rehash => {
                let Some(session) = self.person(index).session else { return Ok(None) };
                let command = Command::Rehash { credential: session.credential, hash: hash(session.secret, true) };
                let is_costly = self.person(index).account.credentials().iter().any(|(_, hash)| secret_of(hash).1);
                !is_costly && next.command(index, &command, Proved::Nothing, rules, tally)?.is_some()
            }
            Own::ListMobile if is_home => {
                let member = self.person(index).account.holder();
                let visible = !member.is_some_and(|holder| holder.mobile.is_visible());
                next.command(index, &Command::ListMobile { visible }, Proved::Nothing, rules, tally)?.is_some()
            }
            Own::EditProfile if is_home => {
                let role = enamel_core::account::Label::parse(&"Dentist".into()).ok();
                let is_set =
                    self.person(index).account.holder().is_some_and(|holder| holder.profile.job_role.is_some());
                let profile = Profile { job_role: role.filter(|_| !is_set), ..Profile::default() };
                next.command(index, &Command::EditProfile(profile), Proved::Nothing, rules, tally)?.is_some()
            }
            Own::AskNumber { taken } if is_home => {
                let code = next.secret();
                let other = u8::from(index == 0);
                let mobile = if taken { number(other, false) } else { number(index, true) };
                let before = self.person(index).new_number.as_ref();
                let (allowance, mut sent) =
                    before.map(|asked| (asked.allowance.clone(), asked.sent.clone())).unwrap_or_default();
                match NewNumber::ask(mobile, hash(code, false), allowance, self.now, &rules.policy) {
                    Ok((number, allowance)) => {
                        sent.push(self.now);
                        let asked = Asked { number: Arc::new(number), code, is_used: false, allowance, sent };
                        next.person_mut(index).new_number = Some(asked);
                        true
                    }
                    Err(_) => false,
                }
            }
            Own::ListMobile | Own::EditProfile | Own::AskNumber { .. } | Own::ConfirmNumber(_) => false,
        };
        Ok(is_done.then_some(next))
    }

    /// Signs in with a secret, or with a wrong one, on the holder's device.
    fn sign_in(&self, index: u8, secret: Option<u32>, rules: &Rules, tally: &mut Tally) -> Outcome {
        let device = self.person(index).own_tries();
        let mut next = self.clone();
        let Some((credential, proof)) = next.offer(index, secret, device) else { return Ok(None) };
        let command = Command::SignIn { credential, proof };
        let events = next.command(index, &command, Proved::Nothing, rules, tally)?;
        if events.is_some() {
            let secret = secret.unwrap_or_default();
            next.open_session(index, credential, secret);
            let person = next.person_mut(index);
            person.known_device = true;
            person.open_locks();
            return Ok(Some(next));
        }
        Ok((proof == Proof::Wrong).then(|| next.guessed_wrong(index, device, rules)))
    }

    /// What comes of comparing a secret with the account's; `None`: no try is taken.
    fn offer(&self, index: u8, secret: Option<u32>, device: usize) -> Option<(Credential, Proof)> {
        let person = self.person(index);
        person.tries[device].guesses.admit(self.now).ok()?;
        let credentials = person.account.credentials();
        let matched = credentials.into_iter().find(|(_, hash)| Some(secret_of(hash).0) == secret);
        Some(matched.map_or((Credential::Password, Proof::Wrong), |(credential, _)| (credential, Proof::Correct)))
    }

    fn guessed_wrong(mut self, index: u8, device: usize, rules: &Rules) -> Self {
        let now = self.now;
        let tries = &mut self.person_mut(index).tries[device];
        tries.guesses = tries.guesses.after_wrong(now, &rules.policy);
        self
    }

    /// A new password as it is chosen, and how it compares with those of before.
    pub(super) fn choose(&mut self, index: u8, choice: Choice, rules: &Rules, tally: &mut Tally) -> (u32, Novelty) {
        let person = self.person(index);
        // Of those that were used the oldest, which is the first that would be forgotten.
        let temporary = person.knows.temporary.or_else(|| person.spec.spent.first().copied());
        let chosen = match choice {
            Choice::New => None,
            Choice::Current => person.spec.recent.last().copied().or(temporary),
            Choice::Temporary => temporary,
        };
        let Some(secret) = chosen else { return (self.secret(), Novelty::New) };
        tally.count(Property::PasswordIsNew);
        let compared = person.account.compared_passwords(&rules.policy);
        let holds =
            |hashes: &[&enamel_core::password::PasswordHash]| hashes.iter().any(|hash| secret_of(hash).0 == secret);
        let novelty = if holds(&compared.temporary) {
            Novelty::Temporary
        } else if holds(&compared.earlier) {
            Novelty::Reused
        } else {
            Novelty::New
        };
        (secret, novelty)
    }

    fn activate(
        &mut self,
        index: u8,
        choice: Choice,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<bool, crate::property::Violation> {
        let Some(session) = self.session_to(index, Next::Activate, rules) else { return Ok(false) };
        let (secret, novelty) = self.choose(index, choice, rules, tally);
        let activation =
            Activation { password: hash(secret, false), novelty, answers: Vec::new(), mobile_visible: true };
        let (proved, vouching) = (Proved::Temporary(session.secret), self.reissued_on(index, rules));
        if self.command(index, &Command::Activate(activation), proved, rules, tally)?.is_none() {
            return Ok(false);
        }
        if let Some(vouching) = vouching {
            self.use_vouching(index, vouching, rules, tally)?;
        }
        self.open_session(index, Credential::Password, secret);
        let person = self.person_mut(index);
        (person.knows.password, person.knows.answers) = (Some(secret), rules.policy.recovery_by_answers);
        Ok(true)
    }

    fn change_password(
        &mut self,
        index: u8,
        offer: Offer,
        choice: Choice,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<bool, crate::property::Violation> {
        let next = self.next(index, rules);
        if !matches!(next, Some(Next::Home | Next::ChangePassword)) {
            return Ok(false);
        }
        let person = self.person(index);
        let current = person.account.member().map(|member| secret_of(&member.password).0);
        let is_right = offer == Offer::Right && person.knows.password.is_some() && person.knows.password == current;
        let (secret, novelty) = self.choose(index, choice, rules, tally);
        let command = Command::ChangePassword { current: Proof::of(is_right), novelty, password: hash(secret, false) };
        let proved = if is_right { Proved::Password } else { Proved::Nothing };
        if self.command(index, &command, proved, rules, tally)?.is_none() {
            return Ok(false);
        }
        self.open_session(index, Credential::Password, secret);
        self.person_mut(index).knows.password = Some(secret);
        Ok(true)
    }

    /// Enters the code sent to a new number. A code is right as long as it is the last one sent, used or not.
    fn confirm_number(&self, index: u8, offer: Offer, rules: &Rules, tally: &mut Tally) -> Outcome {
        let Some(asked) = &self.person(index).new_number else { return Ok(None) };
        let is_right = offer == Offer::Right;
        let mut next = self.clone();
        let proved = asked.number.confirm(is_right, self.now, &rules.policy);
        let tried = Arc::new(NewNumber::clone(&asked.number).tried(is_right));
        let Ok(proved) = proved else {
            next.person_mut(index).new_number = Some(Asked { number: tried, ..asked.clone() });
            return Ok(Some(next));
        };
        tally.count(Property::CodeOnce);
        must(is_right && !asked.is_used, Property::CodeOnce, || {
            "a code for a new number worked twice, or was wrong".to_owned()
        })?;
        let is_taken = self.is_taken(index, proved.mobile());
        let command = Command::ChangeMobile { proved, is_taken };
        next.person_mut(index).new_number = Some(Asked { number: tried, is_used: true, ..asked.clone() });
        next.command(index, &command, Proved::Nothing, rules, tally)?;
        Ok(Some(next))
    }

    /// What a stranger tries, who has nothing.
    pub(super) fn intrude(&self, index: u8, intrude: Intrude, rules: &Rules, tally: &mut Tally) -> Outcome {
        tally.count(Property::StrangerStaysOut);
        let mut next = self.clone();
        match intrude {
            Intrude::Recover(recover) => self.intrude_by_recovery(index, recover, rules, tally),
            Intrude::Force => {
                let password = hash(next.secret(), false);
                let novelty = Novelty::New;
                let command = Command::ChangePassword { current: Proof::Wrong, novelty, password };
                let events = next.command(index, &command, Proved::Nothing, rules, tally)?;
                must(events.is_none_or(|events| events.is_empty()), Property::StrangerStaysOut, || {
                    "a password was changed with a wrong one".to_owned()
                })?;
                Ok(None)
            }
            Intrude::Guess => {
                let Some((_, proof)) = self.offer(index, None, 0) else { return Ok(None) };
                for credential in [Credential::Password, Credential::TemporaryPassword] {
                    let events =
                        next.command(index, &Command::SignIn { credential, proof }, Proved::Nothing, rules, tally)?;
                    must(events.is_none(), Property::StrangerStaysOut, || "a wrong guess signed in".to_owned())?;
                }
                Ok(Some(next.guessed_wrong(index, 0, rules)))
            }
        }
    }

    pub(super) fn lose(&self, index: u8, loss: Loss) -> Option<Self> {
        // Before the activation there is no way back from a lost phone: the text has nowhere else to go.
        if matches!(self.person(index).spec.life, Life::Waiting { .. }) {
            return None;
        }
        let mut next = self.clone();
        let person = next.person_mut(index);
        let had = match loss {
            Loss::Password => person.knows.password.take().is_some(),
            Loss::Answers => std::mem::take(&mut person.knows.answers),
            Loss::Phone => std::mem::take(&mut person.knows.phone),
        };
        had.then_some(next)
    }
}
