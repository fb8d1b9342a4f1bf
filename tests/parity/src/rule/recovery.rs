//! Recoveries (R21), the codes that they send, and the locks that they open (R23).

use enamel_core::account::{NewNumber, Proof};
use enamel_core::code::Allowance;
use enamel_core::guessing::Guesses;
use enamel_core::mobile::Mobile;
use enamel_core::password::PasswordHash;
use enamel_core::policy::Policy;
use enamel_core::recovery::{Means, Permit, Recovery, RecoveryCommand, RecoveryEvent, Refused};
use enamel_core::time::Instant;
use enamel_core::username::Username;
use serde::{Deserialize, Serialize};

use crate::input::PolicyInput;
use crate::outcome::{Refusal, Step};
use crate::verdict::judged;

/// A recovery from its beginning on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct History {
    username: Username,
    steps: Vec<StepInput>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepInput {
    at: Instant,
    command: CommandInput,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
enum CommandInput {
    SendCode { hash: PasswordHash, allowance: Allowance },
    EnterCode { correct: bool },
    Answer { correct: bool },
    UsePasskey { correct: bool },
    SetPassword,
}

impl From<CommandInput> for RecoveryCommand {
    fn from(input: CommandInput) -> Self {
        match input {
            CommandInput::SendCode { hash, allowance } => Self::SendCode { hash, allowance },
            CommandInput::EnterCode { correct } => Self::EnterCode(Proof::of(correct)),
            CommandInput::Answer { correct } => Self::Answer { proof: Proof::of(correct), guesses: Guesses::default() },
            CommandInput::UsePasskey { correct } => Self::UsePasskey(Proof::of(correct)),
            CommandInput::SetPassword => Self::SetPassword,
        }
    }
}

#[derive(Serialize)]
struct After {
    recovery: Recovery,
    permit: Option<Means>,
}

fn run(recovery: Recovery, command: CommandInput, at: Instant, policy: &Policy) -> (Recovery, Step<String, After>) {
    let (events, refused) = match recovery.decide(&command.into(), at, policy) {
        Ok(events) => (events, None),
        Err(Refused { refusal, events }) => (events, Some(Refusal::of("", &refusal))),
    };
    let recovery = events.iter().fold(recovery, Recovery::evolve);
    let permit = recovery.permit(at, policy).ok().map(|permit| permit.means());
    let after = After { recovery: recovery.clone(), permit };
    (recovery, Step { events: events.iter().map(name).collect(), refused, after })
}

fn name(event: &RecoveryEvent) -> String {
    format!("{event:?}")
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |history: History| {
        let policy = PolicyInput::policy(history.policy);
        let mut recovery = Recovery::begin(history.username);
        let mut steps = Vec::with_capacity(history.steps.len());
        for StepInput { at, command } in history.steps {
            let step;
            (recovery, step) = run(recovery, command, at, &policy);
            steps.push(step);
        }
        steps
    })
}

impl History {
    /// What the history leads to: only a recovery gives a permit.
    pub(crate) fn permit(self, now: Instant, policy: &Policy) -> Result<Permit, Refusal> {
        let begun = Recovery::begin(self.username);
        let recovery = self
            .steps
            .into_iter()
            .fold(begun, |recovery, StepInput { at, command }| run(recovery, command, at, policy).0);
        recovery.permit(now, policy).map_err(|refusal| Refusal::of("", &refusal))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllowanceInput {
    allowance: Allowance,
    /// The number to which they go, where it is to be a member's (R19).
    new_number: Option<Mobile>,
    /// When a code is asked for.
    steps: Vec<Instant>,
    policy: Option<PolicyInput>,
}

pub(crate) fn judge_allowance(json: &str) -> serde_json::Result<String> {
    judged(json, |input: AllowanceInput| {
        let policy = PolicyInput::policy(input.policy);
        let mut allowance = input.allowance;
        let mut steps = Vec::with_capacity(input.steps.len());
        for now in input.steps {
            let outcome = match input.new_number.clone() {
                Some(mobile) => {
                    NewNumber::ask(mobile, PasswordHash::new("c".to_owned()), allowance.clone(), now, &policy)
                        .map(|(_, after)| after)
                        .map_err(|refusal| Refusal::of("", &refusal))
                }
                None => allowance
                    .admit(now, &policy)
                    .map(|()| allowance.clone().after_sending(now))
                    .map_err(|refusal| Refusal::of("", &refusal)),
            };
            let refused = match outcome {
                Ok(after) => {
                    allowance = after;
                    None
                }
                Err(refusal) => Some(refusal),
            };
            steps.push(Step { events: Vec::<()>::new(), refused, after: allowance.clone() });
        }
        steps
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuessesInput {
    guesses: Guesses,
    steps: Vec<Try>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Try {
    at: Instant,
    correct: bool,
}

pub(crate) fn judge_guesses(json: &str) -> serde_json::Result<String> {
    judged(json, |input: GuessesInput| {
        let policy = PolicyInput::policy(input.policy);
        let mut guesses = input.guesses;
        let mut steps = Vec::with_capacity(input.steps.len());
        for Try { at, correct } in input.steps {
            let refused = guesses.admit(at).err();
            guesses = match refused {
                Some(_) => guesses,
                None if correct => Guesses::default(),
                None => guesses.after_wrong(at, &policy),
            };
            let refused = refused.map(|refusal| Refusal::of("", &refusal));
            steps.push(Step { events: Vec::<()>::new(), refused, after: guesses });
        }
        steps
    })
}
