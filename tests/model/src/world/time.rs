//! Time, in the steps that matter.

use enamel_core::account::State;
use enamel_core::code::SentCode;
use enamel_core::recovery::{Proved, Recovery};
use enamel_core::time::{Instant, Span};

use super::{Person, World};
use crate::action::Step;
use crate::rules::Rules;

impl World {
    /// The world after some time in which nobody did anything and nothing ran; `None`: nothing comes.
    pub(super) fn pass(&self, step: Step, rules: &Rules) -> Option<Self> {
        let coming = |mut instants: Vec<Instant>| {
            instants.retain(|&at| at > self.now);
            instants.sort_unstable();
            instants.dedup();
            instants
        };
        let to = match step {
            Step::Minutes => *coming(self.minutes(rules)).first()?,
            Step::Before => Some(coming(self.days(rules)).first()?.minus(rules.before)).filter(|&at| at > self.now)?,
            Step::Next => *coming(self.days(rules)).first()?,
            Step::Second => *coming(self.days(rules)).get(1)?,
            Step::Far => coming(self.days(rules)).last()?.plus(Span::days(1)),
        };
        Some(self.at(to, rules))
    }

    /// The world at a later instant.
    pub(crate) fn at(&self, now: Instant, rules: &Rules) -> Self {
        let mut next = Self { now, ..self.clone() };
        for index in 0..self.people.len() {
            let index = u8::try_from(index).unwrap_or(u8::MAX);
            let policy = &rules.policy;
            let person = next.person(index);
            let is_over = |sent: &Instant| sent.plus(Span::days(1)) <= now;
            let is_live = |session: &super::Session| session.times.is_live(now, policy);
            let has_run_out = [person.session, person.elsewhere].iter().flatten().any(|session| !is_live(session));
            if has_run_out || person.tries.iter().any(|tries| tries.sent.iter().any(is_over)) {
                let person = next.person_mut(index);
                person.session = person.session.filter(is_live);
                person.elsewhere = person.elsewhere.filter(is_live);
                for tries in &mut person.tries {
                    tries.sent.retain(|sent| !is_over(sent));
                }
            }
        }
        next
    }

    /// When sessions, codes, proofs and locks end, and another code may be sent.
    pub(crate) fn minutes(&self, rules: &Rules) -> Vec<Instant> {
        let mut all = Vec::new();
        for person in &self.people {
            person.minutes(self.now, rules, &mut all);
        }
        all
    }

    /// When anything that is counted in days falls due.
    fn days(&self, rules: &Rules) -> Vec<Instant> {
        let policy = &rules.policy;
        let mut all = Vec::new();
        for person in &self.people {
            for (kind, at) in person.spec.deadlines(policy) {
                let effective = person.spec.effective(kind, at, policy);
                all.push(effective);
                all.extend(kind.steps(policy).iter().map(|&days| effective.minus(Span::days(days))));
            }
            match &person.account.state {
                State::Newcomer(newcomer) => all.push(newcomer.temporary_password.runs_out_at(policy)),
                State::Member(member) => {
                    let vouched = member.vouched.iter();
                    all.extend(vouched.flat_map(|it| [it.usable_from(), it.temporary_password.runs_out_at(policy)]));
                }
                State::Disabled(_) | State::Deleted { .. } => {}
            }
        }
        all.extend(self.mailboxes.iter().filter_map(|mailbox| mailbox.next_due(policy)));
        all.extend(
            self.vouchings
                .iter()
                .filter_map(|(_, vouching)| vouching.lapses_at(&self.holding(vouching, rules), policy)),
        );
        all
    }
}

impl Person {
    fn minutes(&self, now: Instant, rules: &Rules, all: &mut Vec<Instant>) {
        let policy = &rules.policy;
        for session in [self.session, self.elsewhere].into_iter().flatten() {
            all.push(session.times.created_at.plus(Span::minutes(policy.session_minutes)));
        }
        let mut code = |code: &SentCode| {
            if let SentCode::Waiting { sent_at, .. } = code {
                all.push(sent_at.plus(Span::minutes(policy.code_minutes)));
            }
        };
        let recoveries: Vec<&Recovery> =
            [&self.recovery, &self.intruder].into_iter().filter_map(|it| it.as_deref()).collect();
        for recovery in &recoveries {
            code(&recovery.code);
        }
        if let Some(asked) = &self.new_number {
            code(&asked.number.code);
            all.extend(asked.allowance.admit(now, policy).err().map(|again| again.0));
        }
        for recovery in recoveries {
            if let Proved::By { at, .. } = recovery.proved {
                all.push(at.plus(Span::minutes(policy.proof_minutes)));
            }
        }
        for tries in &self.tries {
            all.extend(tries.guesses.admit(now).err().map(|locked| locked.until));
            all.extend(tries.allowance.admit(now, policy).err().map(|again| again.0));
        }
    }
}
