//! Cases of the helpdesk's queue (R32, R33).

use enamel_core::actor::{Actor, AgentId};
use enamel_core::help::{Case, CaseCommand, CaseEvent, CaseId, CaseOpening, Holidays, Matter, TeamHours};
use enamel_core::note::Note;
use enamel_core::time::Instant;
use serde::{Deserialize, Serialize};

use crate::input::PolicyInput;
use crate::outcome::{Refusal, Step};
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    id: CaseId,
    matter: Matter,
    by: Actor,
    at: Instant,
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

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
enum CommandInput {
    Assign { to: AgentId },
    Note(Note),
    Answer,
    Close,
    Reopen,
}

impl From<CommandInput> for CaseCommand {
    fn from(input: CommandInput) -> Self {
        match input {
            CommandInput::Assign { to } => Self::Assign { to },
            CommandInput::Note(note) => Self::Note(note),
            CommandInput::Answer => Self::Answer,
            CommandInput::Close => Self::Close,
            CommandInput::Reopen => Self::Reopen,
        }
    }
}

#[derive(Serialize)]
struct After {
    case: Case,
    is_overdue: bool,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let (policy, holidays) = (PolicyInput::policy(input.policy), Holidays::default());
        let hours = TeamHours::new(&policy, &holidays);
        let opening = CaseOpening { id: input.id, matter: input.matter, by: input.by };
        let mut case = Case::open(opening, input.at, hours);
        let mut steps = Vec::with_capacity(input.steps.len());
        for StepInput { at, by, command } in input.steps {
            let (events, refused) = match case.decide(&command.into(), &by, at, hours) {
                Ok(events) => (events, None),
                Err(refusal) => (Vec::<CaseEvent>::new(), Some(Refusal::of("", &refusal))),
            };
            case = events.iter().fold(case, Case::evolve);
            let after = After { case: case.clone(), is_overdue: case.is_overdue(at) };
            steps.push(Step { events, refused, after });
        }
        steps
    })
}
