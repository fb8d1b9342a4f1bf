//! Histories: commands at instants just before, at and just after something falls due.

use enamel_core::policy::Policy;
use enamel_core::security_question::QUESTIONS;
use enamel_core::time::{Instant, Span};

use super::Generator;
use super::account::json_of;
use super::field::{ROLES, TELEPHONES};
use super::mailbox::ACCOUNTS;
use crate::json::Json;

pub(super) fn input(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let start = generator.account(now, &policy);
    let mut account = start.clone();
    let steps = (0..=generator.random.below(10)).map(|_| {
        let due = account.next_due(&policy).filter(|_| !generator.random.once_in(3));
        let later = now.plus(Span::days(generator.random.pick(&[0, 0, 1, 14, 89, 90, 91, 181])));
        now = generator.beside(due.unwrap_or(later));
        let step = Json::from([("at", now.to_string().into()), ("command", generator.command(now, &policy))]);
        if let Some(after) = enamel_parity::after_step(&account, &step.to_string(), &policy) {
            account = after;
        }
        step
    });
    let steps = steps.collect();
    Json::from([("account", json_of(&start)), ("steps", Json::List(steps)), ("policy", policy_json)])
}

impl Generator {
    /// A command, as an input writes it.
    fn command(&mut self, now: Instant, policy: &Policy) -> Json {
        let flag = !self.random.once_in(3);
        let hash = Json::from(format!("h{}", self.random.below(5)));
        let novelty = self.random.pick(&["new", "new", "new", "temporary", "reused"]).into();
        let named = |name, fields: Json| Json::Object(vec![(name, fields)]);
        match self.random.below(24) {
            0 | 1 => named("sign-in", Json::from([("credential", self.credential()), ("correct", flag.into())])),
            2 => named("rehash", Json::from([("credential", self.credential()), ("hash", hash)])),
            3..=5 => self.activate(flag, hash, novelty),
            6 | 7 => {
                let fields = [("current_correct", flag.into()), ("novelty", novelty), ("hash", hash)];
                named("change-password", Json::from(fields))
            }
            8 | 9 => {
                let recovery = self.proof(now, policy);
                named("reset-password", Json::from([("recovery", recovery), ("novelty", novelty), ("hash", hash)]))
            }
            10 => named("list-mobile", Json::from([("visible", flag.into())])),
            11 => self.change_mobile(flag, now, policy),
            12 => named("edit-profile", self.profile()),
            13 => {
                let hours = self.random.pick(&[0, 0, policy.vouching_hold_hours]);
                let usable_from = now.plus(Span::minutes(hours.saturating_mul(60)));
                let fields = [
                    ("mobile", self.random.pick(&["+447700900777", "+447700900123"]).into()),
                    ("usable_from", usable_from.to_string().into()),
                    ("vouching", self.random.pick(&ACCOUNTS).into()),
                    ("hash", hash),
                ];
                named("reissue", Json::from(fields))
            }
            14 => named("withdraw-reissue", Json::from([("vouching", self.random.pick(&ACCOUNTS).into())])),
            15..=18 => {
                let command = self.staff_command(hash);
                named("staff", Json::from([("by", self.actor()), ("command", command)]))
            }
            _ => named("run-clocks", Json::from([("sole_owner_of", self.ties())])),
        }
    }

    fn credential(&mut self) -> Json {
        self.random.pick(&["password", "temporary-password"]).into()
    }

    fn activate(&mut self, mobile_visible: bool, hash: Json, novelty: Json) -> Json {
        let question = self.random.pick(&QUESTIONS).id;
        let answer = Json::from([("question", question.into()), ("answer", "a".into())]);
        let fields = [
            ("hash", hash),
            ("novelty", novelty),
            ("answers", Json::List(vec![answer])),
            ("mobile_visible", mobile_visible.into()),
        ];
        Json::from([("activate", Json::from(fields))])
    }

    fn change_mobile(&mut self, correct: bool, now: Instant, policy: &Policy) -> Json {
        let minutes = self.random.pick(&[0, 0, policy.code_minutes]);
        let sent_at = now.minus(Span::minutes(minutes));
        let sent_at = if self.random.once_in(4) { self.beside(sent_at) } else { sent_at };
        let wrong = self.random.pick(&[0, 0, 0, policy.code_tries.saturating_sub(1), policy.code_tries]);
        let waiting = [("hash", "c".into()), ("sent_at", sent_at.to_string().into()), ("wrong", Json::from(wrong))];
        let code = if self.random.once_in(8) { "spent".into() } else { Json::from([("waiting", Json::from(waiting))]) };
        let number = Json::from([("mobile", "+447700900555".into()), ("code", code)]);
        let fields = [("number", number), ("correct", correct.into()), ("is_taken", self.random.once_in(4).into())];
        Json::from([("change-mobile", Json::from(fields))])
    }

    /// A profile without a fault.
    fn profile(&mut self) -> Json {
        let telephone = TELEPHONES.get(self.random.below(5)).copied().unwrap_or_default();
        let role = ROLES.first().copied().unwrap_or_default();
        let telephone = if self.random.once_in(3) { Json::null() } else { telephone.into() };
        let specialties = (0..self.random.below(3)).map(|_| role.into()).collect();
        Json::from([("work_telephone", telephone), ("job_role", role.into()), ("specialties", Json::List(specialties))])
    }

    fn staff_command(&mut self, hash: Json) -> Json {
        match self.random.below(7) {
            0 => Json::from([("issue-temporary-password", Json::from([("hash", hash)]))]),
            1 => Json::from([("mark-leaver", Json::from([("sole_owner_of", self.ties())]))]),
            2 => Json::from([("join", Json::from([("practice", self.random.pick(&["V12345", "rx1"]).into())]))]),
            3 => "transfer".into(),
            4 | 5 => "disable".into(),
            _ => "enable".into(),
        }
    }

    /// Mailboxes that would be left without an owner; most often none.
    pub(super) fn ties(&mut self) -> Json {
        let mailboxes: &[&str] = &["molar.street", "bridge-street.dental.v12345"];
        let count = self.random.pick(&[0, 0, 0, 1, 2]);
        Json::List(mailboxes.iter().take(count).map(|&mailbox| mailbox.into()).collect())
    }
}
