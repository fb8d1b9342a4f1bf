//! Recoveries, allowances and locks: steps at the edges of the policy's minutes.

use enamel_core::policy::Policy;
use enamel_core::time::{Instant, Span};

use super::Generator;
use crate::json::Json;

pub(super) fn input(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let odds = generator.random.pick(&[2, 3, 30]);
    let steps = (0..=generator.random.below(16)).map(|_| {
        now = if odds == 30 { now } else { generator.minutes_after(now, &policy) };
        let command = generator.recovery_command(now, odds);
        Json::from([("at", now.to_string().into()), ("command", command)])
    });
    let steps = steps.collect();
    Json::from([("username", "jane.smith".into()), ("steps", Json::List(steps)), ("policy", policy_json)])
}

pub(super) fn allowance(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let sent = generator.sent_codes(now);
    let steps = (0..=generator.random.below(12)).map(|_| {
        now = generator.minutes_after(now, &policy);
        now.to_string().into()
    });
    let steps = steps.collect();
    let new_number = if generator.random.once_in(3) { "+447700900555".into() } else { Json::null() };
    Json::from([("allowance", sent), ("new_number", new_number), ("steps", Json::List(steps)), ("policy", policy_json)])
}

pub(super) fn guesses(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let locks = generator.random.pick(&[0, 0, 1, 6, 7, 31, 32, u32::MAX]);
    let start = if generator.random.once_in(2) {
        let wrong = generator.random.pick(&[0, 8, 9, 10, policy.lock_tries.saturating_sub(1), u32::MAX]);
        Json::from([("open", Json::from([("wrong", wrong.into()), ("locks", locks.into())]))])
    } else {
        let until = generator.minutes_after(now, &policy).to_string();
        Json::from([("locked", Json::from([("until", until.into()), ("locks", locks.into())]))])
    };
    let steps = (0..=generator.random.below(24)).map(|_| {
        if generator.random.once_in(3) {
            now = generator.minutes_after(now, &policy);
        }
        Json::from([("at", now.to_string().into()), ("correct", generator.random.once_in(20).into())])
    });
    let steps = steps.collect();
    Json::from([("guesses", start), ("steps", Json::List(steps)), ("policy", policy_json)])
}

impl Generator {
    /// So long after `now` that one of the policy's short periods is over just then.
    fn minutes_after(&mut self, now: Instant, policy: &Policy) -> Instant {
        let minutes = self.random.pick(&[
            0,
            0,
            0,
            1,
            policy.code_minutes,
            policy.proof_minutes,
            policy.lock_minutes,
            policy.lock_maximum_minutes,
            60,
            1440,
        ]);
        let at = now.plus(Span::minutes(minutes));
        if self.random.once_in(3) { self.beside(at) } else { at }
    }

    /// Instants at which codes were sent, rising mostly.
    fn sent_codes(&mut self, now: Instant) -> Json {
        let sent = (0..self.random.below(8)).map(|_| {
            let minutes = self.random.pick(&[0, 1, 59, 60, 61, 600, 1439, 1440, 1441]);
            self.beside(now.minus(Span::minutes(minutes)))
        });
        let mut sent: Vec<Instant> = sent.collect();
        if !self.random.once_in(10) {
            sent.sort_unstable();
        }
        Json::List(sent.into_iter().map(|at| at.to_string().into()).collect())
    }

    /// A step of a recovery; what it proves is right once in `odds` times.
    fn recovery_command(&mut self, now: Instant, odds: usize) -> Json {
        let correct = |generator: &mut Self| Json::from([("correct", generator.random.once_in(odds).into())]);
        match self.random.below(9) {
            0..=2 => {
                let hash = format!("c{}", self.random.below(3));
                let sent = if self.random.once_in(3) { self.sent_codes(now) } else { Json::List(Vec::new()) };
                Json::from([("send-code", Json::from([("hash", hash.into()), ("allowance", sent)]))])
            }
            3 | 4 => Json::from([("enter-code", correct(self))]),
            5 | 6 => Json::from([("answer", correct(self))]),
            7 => Json::from([("use-passkey", correct(self))]),
            _ => "set-password".into(),
        }
    }

    /// A recovery that most often proves who somebody is, at about `now`.
    pub(super) fn proof(&mut self, now: Instant, policy: &Policy) -> Json {
        let username = self.random.pick(&["jane.smith", "jane.smith", "jane.smith", "x", "mary.o'neill"]);
        let minutes = self.random.pick(&[0, 0, 1, policy.proof_minutes]);
        let at = now.minus(Span::minutes(minutes));
        let at = if self.random.once_in(4) { self.beside(at) } else { at };
        let yes = || Json::from([("correct", true.into())]);
        let commands = match self.random.below(5) {
            0 => vec![Json::from([("answer", yes())])],
            1 => vec![Json::from([("use-passkey", yes())])],
            2 => vec![self.recovery_command(at, 2), self.recovery_command(at, 2)],
            _ => vec![
                Json::from([("send-code", Json::from([("hash", "c".into()), ("allowance", Json::List(Vec::new()))]))]),
                Json::from([("enter-code", yes())]),
            ],
        };
        let steps =
            commands.into_iter().map(|command| Json::from([("at", at.to_string().into()), ("command", command)]));
        Json::from([("username", username.into()), ("steps", Json::List(steps.collect()))])
    }
}
