//! An account at a moment, and an account through a list of commands (R9 to R20).

use enamel_core::account::{Account, AccountView, ActivationView, DeadlineView, Event, Status};
use enamel_core::notice;
use enamel_core::policy::Policy;
use enamel_core::refusal::FieldProblem;
use enamel_core::session::Next;
use enamel_core::time::Instant;
use serde::{Deserialize, Serialize};

use super::command::CommandInput;
use crate::input::PolicyInput;
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Moment {
    account: Account,
    now: Instant,
    policy: Option<PolicyInput>,
}

impl Moment {
    pub(crate) fn into_parts(self) -> (Account, Instant, Policy) {
        (self.account, self.now, PolicyInput::policy(self.policy))
    }
}

#[derive(Serialize)]
struct Judged {
    status: Status,
    next: Option<Next>,
    next_due: Option<Instant>,
    deadlines: Vec<DeadlineView>,
    view: Option<AccountView>,
    activation_view: Option<ActivationView>,
}

pub(crate) fn judge_deadlines(json: &str) -> serde_json::Result<String> {
    judged(json, |moment: Moment| {
        let (account, now, policy) = moment.into_parts();
        Judged {
            status: account.status(now, &policy),
            next: account.next(now, &policy),
            next_due: account.next_due(&policy),
            deadlines: account.deadlines(now, &policy).into_iter().map(|due| DeadlineView::of(due, now)).collect(),
            view: AccountView::of(&account, now, &policy),
            activation_view: ActivationView::of(&account),
        }
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clocks {
    account: Account,
    steps: Vec<Step>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    at: Instant,
    command: CommandInput,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Done { events: Vec<&'static str>, notices: Vec<Notice>, account: Box<Account>, next_due: Option<Instant> },
    Refused(FieldProblem),
}

/// A message as it would go out.
#[derive(Serialize)]
struct Notice {
    topic: notice::Topic,
    channel: notice::Channel,
    to: String,
    subject: Option<String>,
    body: String,
}

impl From<notice::Notice> for Notice {
    fn from(notice: notice::Notice) -> Self {
        let notice::Notice { topic, channel, to, subject, body } = notice;
        Self { topic, channel, to, subject, body }
    }
}

pub(crate) fn judge_clocks(json: &str) -> serde_json::Result<String> {
    judged(json, |clocks: Clocks| {
        let policy = PolicyInput::policy(clocks.policy);
        let mut account = clocks.account;
        let mut outcomes = Vec::with_capacity(clocks.steps.len());
        for step in clocks.steps {
            outcomes.push(match account.decide(&step.command.into(), step.at, &policy) {
                Ok(events) => {
                    let mut notices = Vec::new();
                    for event in &events {
                        notices.extend(notices_of(&account, event, &policy));
                        account = account.evolve(event);
                    }
                    Outcome::Done {
                        events: events.iter().map(Event::name).collect(),
                        notices,
                        account: Box::new(account.clone()),
                        next_due: account.next_due(&policy),
                    }
                }
                Err(refusal) => Outcome::Refused(FieldProblem::new(refusal.field().unwrap_or_default(), &refusal)),
            });
        }
        outcomes
    })
}

fn notices_of(account: &Account, event: &Event, policy: &Policy) -> impl Iterator<Item = Notice> {
    notice::of_event(account, event, policy, "https://enamel.example").into_iter().map(Notice::from)
}
