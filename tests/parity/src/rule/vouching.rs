//! Vouchings (R22), from their start on.

use enamel_core::account::AccountId;
use enamel_core::actor::Actor;
use enamel_core::mailbox::Mailbox;
use enamel_core::mobile::Mobile;
use enamel_core::policy::Policy;
use enamel_core::time::Instant;
use enamel_core::vouching::{
    Command, Desk, Event, Facts, Held, Holding, LocalChecks, Start, Vouching, VouchingId, VouchingRefusal,
};
use serde::{Deserialize, Serialize};

use super::mailbox::StandingInput;
use crate::input::PolicyInput;
use crate::outcome::{Refusal, Step};
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    mailbox: Mailbox,
    start: StartInput,
    steps: Vec<StepInput>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StartInput {
    at: Instant,
    by: Actor,
    id: VouchingId,
    member: AccountId,
    mobile: Mobile,
    checks: LocalChecks,
    facts: FactsInput,
    has_open_vouching: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsInput {
    standing: StandingInput,
    #[serde(default)]
    owner_standing: StandingInput,
    registered_mobile: Option<Mobile>,
    is_mobile_of_another: bool,
    agent_account: Option<AccountId>,
}

/// What the account says of it at each step.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct HoldingInput {
    chosen_at: Option<Instant>,
    temporary_password: HeldInput,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum HeldInput {
    Running { from: Instant, until: Instant },
    StandingStill,
    Nothing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepInput {
    at: Instant,
    by: Actor,
    holding: HoldingInput,
    command: CommandInput,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CommandInput {
    Confirm(FactsInput),
    Issue(FactsInput),
    Use,
    Withdraw,
    RunClocks,
}

#[derive(Serialize)]
struct Happened {
    event: &'static str,
    told: Vec<String>,
    /// What it asks of the member's account, or takes back from it.
    reissue: Option<String>,
    revokes: Option<VouchingId>,
}

#[derive(Serialize)]
struct After {
    vouching: Option<Vouching>,
    lapses_at: Option<Instant>,
    is_open: bool,
}

impl FactsInput {
    fn facts<'a>(&'a self, mailbox: &'a Mailbox) -> Facts<'a> {
        Facts {
            mailbox,
            standing: self.standing.into(),
            owner_standing: self.owner_standing.into(),
            registered_mobile: self.registered_mobile.as_ref(),
            is_mobile_of_another: self.is_mobile_of_another,
        }
    }

    fn desk<'a>(&'a self, mailbox: &'a Mailbox, holding: Holding) -> Desk<'a> {
        Desk { facts: self.facts(mailbox), holding, agent_account: self.agent_account }
    }
}

impl From<HoldingInput> for Holding {
    fn from(input: HoldingInput) -> Self {
        let temporary_password = match input.temporary_password {
            HeldInput::Running { from, until } => Held::Running { from, until },
            HeldInput::StandingStill => Held::StandingStill,
            HeldInput::Nothing => Held::Nothing,
        };
        Self { chosen_at: input.chosen_at, temporary_password }
    }
}

fn happened(event: &Event, before: &Vouching) -> Happened {
    Happened {
        event: event.name(),
        told: event.told(before).iter().map(|told| format!("{told:?}")).collect(),
        reissue: event.reissue(before).map(|reissue| format!("{} {}", reissue.mobile.e164(), reissue.usable_from)),
        revokes: event.revokes(before),
    }
}

fn after(vouching: &Vouching, holding: &Holding, now: Instant, policy: &Policy) -> After {
    After {
        lapses_at: vouching.lapses_at(holding, policy),
        is_open: vouching.is_open(now, holding, policy),
        vouching: Some(vouching.clone()),
    }
}

fn refused(refusal: VouchingRefusal) -> Refusal {
    Refusal::of("", &refusal)
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(input.policy);
        let (mailbox, start) = (input.mailbox, input.start);
        let StartInput { at, by, id, member, mobile, checks, facts, has_open_vouching } = start;
        let wanted = Start { id, member, mobile, checks, has_open_vouching };
        let mut vouching = match Vouching::start(wanted, &by, &facts.facts(&mailbox), at) {
            Ok((vouching, _)) => vouching,
            Err(refusal) => {
                let after = After { vouching: None, lapses_at: None, is_open: false };
                return vec![Step { events: Vec::new(), refused: Some(refused(refusal)), after }];
            }
        };
        let nothing = Holding { chosen_at: Some(at), temporary_password: Held::Nothing };
        let mut steps =
            vec![Step { events: Vec::new(), refused: None, after: after(&vouching, &nothing, at, &policy) }];
        for StepInput { at, by, holding, command } in input.steps {
            let holding = holding.into();
            let command = match &command {
                CommandInput::Confirm(facts) => Command::Confirm(facts.desk(&mailbox, holding)),
                CommandInput::Issue(facts) => Command::Issue(facts.desk(&mailbox, holding)),
                CommandInput::Use => Command::Use(holding),
                CommandInput::Withdraw => Command::Withdraw,
                CommandInput::RunClocks => Command::RunClocks(holding),
            };
            let (events, refused) = match vouching.decide(&command, &by, at, &policy) {
                Ok(events) => (events, None),
                Err(refusal) => (Vec::new(), Some(refused(refusal))),
            };
            let mut list = Vec::with_capacity(events.len());
            for event in &events {
                list.push(happened(event, &vouching));
                vouching = vouching.evolve(event);
            }
            steps.push(Step { events: list, refused, after: after(&vouching, &holding, at, &policy) });
        }
        steps
    })
}
