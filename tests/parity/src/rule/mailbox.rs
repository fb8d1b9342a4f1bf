//! Shared mailboxes (R11, R16, R26, R29 to R31).

use enamel_core::account::AccountId;
use enamel_core::actor::Actor;
use enamel_core::mailbox::{Candidate, Command, Event, Mailbox, MailboxAddress, Standing, Ties};
use enamel_core::time::Instant;
use serde::{Deserialize, Serialize};

use crate::input::PolicyInput;
use crate::outcome::{Refusal, Step};
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    mailbox: Mailbox,
    steps: Vec<StepInput>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepInput {
    at: Instant,
    by: Actor,
    command: CommandInput,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StandingInput {
    #[default]
    Activated,
    NeverActivated,
    Leaving,
    Disabled,
    Gone,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CandidateInput {
    account: AccountId,
    standing: StandingInput,
    has_reachable_mobile: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
enum CommandInput {
    Grant(CandidateInput),
    Revoke { account: AccountId },
    HandOver { from: AccountId, to: CandidateInput },
    AddOwner(CandidateInput),
    StepDown { account: AccountId, sole_owner_of: Vec<MailboxAddress> },
    RecordOpened,
    RunClocks,
    Forget { account: AccountId },
}

impl From<StandingInput> for Standing {
    fn from(input: StandingInput) -> Self {
        match input {
            StandingInput::Activated => Self::Activated,
            StandingInput::NeverActivated => Self::NeverActivated,
            StandingInput::Leaving => Self::Leaving,
            StandingInput::Disabled => Self::Disabled,
            StandingInput::Gone => Self::Gone,
        }
    }
}

impl From<CandidateInput> for Candidate {
    fn from(input: CandidateInput) -> Self {
        let CandidateInput { account, standing, has_reachable_mobile } = input;
        Self { account, standing: standing.into(), has_reachable_mobile }
    }
}

impl From<CommandInput> for Command {
    fn from(input: CommandInput) -> Self {
        match input {
            CommandInput::Grant(candidate) => Self::Grant(candidate.into()),
            CommandInput::Revoke { account } => Self::Revoke { account },
            CommandInput::HandOver { from, to } => Self::HandOver { from, to: to.into() },
            CommandInput::AddOwner(candidate) => Self::AddOwner(candidate.into()),
            CommandInput::StepDown { account, sole_owner_of } => {
                Self::StepDown { account, ties: Ties { sole_owner_of } }
            }
            CommandInput::RecordOpened => Self::RecordOpened,
            CommandInput::RunClocks => Self::RunClocks,
            CommandInput::Forget { account } => Self::Forget { account },
        }
    }
}

#[derive(Serialize)]
struct Happened {
    event: &'static str,
    told: Vec<String>,
}

#[derive(Serialize)]
struct After {
    mailbox: Mailbox,
    next_due: Option<Instant>,
    /// Who could not simply go (R26).
    sole_owners: Vec<AccountId>,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(input.policy);
        let mut mailbox = input.mailbox;
        let mut steps = Vec::with_capacity(input.steps.len());
        for StepInput { at, by, command } in input.steps {
            let (events, refused) = match mailbox.decide(&command.into(), &by, at, &policy) {
                Ok(events) => (events, None),
                Err(refusal) => (Vec::new(), Some(Refusal::of("", &refusal))),
            };
            let mut happened = Vec::with_capacity(events.len());
            for event in &events {
                let told = event.told(&mailbox).iter().map(|told| format!("{told:?}")).collect();
                happened.push(Happened { event: Event::name(event), told });
                mailbox = mailbox.evolve(event);
            }
            let ties = |owner: &AccountId| {
                !Ties::of(*owner, std::slice::from_ref(&mailbox), |_| Standing::Activated).is_succeeded()
            };
            let sole_owners = mailbox.access.owners().iter().filter(ties).collect();
            let after = After { next_due: mailbox.next_due(&policy), sole_owners, mailbox: mailbox.clone() };
            steps.push(Step { events: happened, refused, after });
        }
        steps
    })
}
