//! An account at a moment, and an account through a list of commands (R9 to R20).

use enamel_core::account::{Account, AccountView, ActivationView, DeadlineView, Event, Status};
use enamel_core::locale::Language;
use enamel_core::notice;
use enamel_core::policy::Policy;
use enamel_core::session::{Credential, Next};
use enamel_core::time::Instant;
use serde::{Deserialize, Serialize};

use super::command::CommandInput;
use crate::input::PolicyInput;
use crate::outcome::Refusal;
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
    /// Where a session leads that was opened with a password, or with a temporary one.
    next: [Option<Next>; 2],
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
            next: [Credential::Password, Credential::TemporaryPassword]
                .map(|credential| account.next(credential, now, &policy)),
            next_due: account.next_due(&policy),
            deadlines: account
                .deadlines(now, &policy)
                .into_iter()
                .map(|due| DeadlineView::of(due, now, Language::En))
                .collect(),
            view: AccountView::of(&account, now, &policy, Language::En),
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
    Refused(Refusal),
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
            outcomes.push(match decide(&account, step, &policy) {
                Ok(events) => {
                    let notices = notice::of_events(&account, &events, &policy, "https://enamel.example");
                    account = events.iter().fold(account, Account::evolve);
                    Outcome::Done {
                        events: events.iter().map(Event::name).collect(),
                        notices: notices.into_iter().map(Notice::from).collect(),
                        account: Box::new(account.clone()),
                        next_due: account.next_due(&policy),
                    }
                }
                Err(refusal) => Outcome::Refused(refusal),
            });
        }
        outcomes
    })
}

fn decide(account: &Account, step: Step, policy: &Policy) -> Result<Vec<Event>, Refusal> {
    let command = step.command.command(step.at, policy)?;
    account
        .decide(&command, step.at, policy)
        .map_err(|refusal| Refusal::of(refusal.field().unwrap_or_default(), &refusal))
}

/// What is left of `account` after a step, as a line of input writes it; `None` where it is refused or none. For whoever aims
/// inputs at what falls due next.
#[must_use]
pub fn after_step(account: &Account, step: &str, policy: &Policy) -> Option<Account> {
    let events = decide(account, serde_json::from_str(step).ok()?, policy).ok()?;
    Some(events.iter().fold(account.clone(), Account::evolve))
}
