//! Histories: commands at instants just before, at and just after something falls due.

use enamel_core::account::{Account, Activation, AnsweredQuestion, Command, Proof};
use enamel_core::security_question::{QUESTIONS, QuestionId};
use enamel_core::time::Span;

use super::Generator;
use super::account::{hash, json_of};
use crate::json::Json;

pub(super) fn input(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let start = generator.account(now, &policy);
    let mut account = start.clone();
    let steps = (0..=generator.random.below(10))
        .map(|_| {
            let due = account.next_due(&policy).filter(|_| !generator.random.once_in(3));
            let later = now.plus(Span::days(generator.random.pick(&[0, 0, 1, 14, 89, 90, 91, 181])));
            now = generator.beside(due.unwrap_or(later));
            let (command, json) = generator.command();
            if let Ok(events) = account.decide(&command, now, &policy) {
                account = events.iter().fold(account.clone(), Account::evolve);
            }
            Json::from([("at", now.to_string().into()), ("command", json)])
        })
        .collect();
    Json::from([("account", json_of(&start)), ("steps", Json::List(steps)), ("policy", policy_json)])
}

impl Generator {
    /// A command, and how an input writes it.
    fn command(&mut self) -> (Command, Json) {
        let flag = !self.random.once_in(3);
        let secret = format!("h{}", self.random.below(5));
        let secret_json = || Json::from(secret.as_str());
        let named = |name, fields| Json::Object(vec![(name, fields)]);
        let proof = |correct| if correct { Proof::Correct } else { Proof::Wrong };
        match self.random.below(12) {
            0 | 1 => (Command::SignIn { proof: proof(flag) }, named("sign-in", Json::from([("correct", flag.into())]))),
            2 => (Command::Rehash(hash(&secret)), named("rehash", Json::from([("hash", secret_json())]))),
            3 | 4 => self.activate(flag, &secret),
            5 | 6 => {
                let is_reused = self.random.once_in(4);
                (
                    Command::ChangePassword { current: proof(flag), is_reused, password: hash(&secret) },
                    named(
                        "change-password",
                        Json::from([
                            ("current_correct", flag.into()),
                            ("is_reused", is_reused.into()),
                            ("hash", secret_json()),
                        ]),
                    ),
                )
            }
            7 => (Command::ListMobile { visible: flag }, named("list-mobile", Json::from([("visible", flag.into())]))),
            8 => (
                Command::IssueTemporaryPassword(hash(&secret)),
                named("issue-temporary-password", Json::from([("hash", secret_json())])),
            ),
            _ => (Command::RunClocks, "run-clocks".into()),
        }
    }

    fn activate(&mut self, mobile_visible: bool, secret: &str) -> (Command, Json) {
        let is_temporary_password = self.random.once_in(5);
        let question = self.random.pick(&QUESTIONS).id;
        let answers = QuestionId::parse(question)
            .map(|question| AnsweredQuestion { question, answer: hash("a") })
            .into_iter()
            .collect();
        let json = Json::from([
            ("hash", secret.into()),
            ("is_temporary", is_temporary_password.into()),
            ("answers", Json::List(vec![Json::from([("question", question.into()), ("answer", "a".into())])])),
            ("mobile_visible", mobile_visible.into()),
        ]);
        let activation = Activation { password: hash(secret), is_temporary_password, answers, mobile_visible };
        (Command::Activate(activation), Json::Object(vec![("activate", json)]))
    }
}
