//! What becomes of an application (R1 to R6) and of an owner's request for a newcomer (R7).

use enamel_core::account::AccountId;
use enamel_core::actor::Actor;
use enamel_core::application::{
    Application, ApplicationId, ApplicationRefusal, ApplicationRequest, ApprovedPerson, Availability, Command, Event,
    Flag, FreeUsername, JoinCommand, JoinForm, JoinId, JoinRefusal, Joining, Likeness, LookedUpForm, Lookup,
    NewAccount, NumberUse, Ownership, ProvenLink, UsedBy, WantedJoin,
};
use enamel_core::note::Note;
use enamel_core::organisation::OdsCode;
use enamel_core::password::PasswordHash;
use enamel_core::policy::Policy;
use enamel_core::refusal::FieldProblemView;
use enamel_core::time::Instant;
use enamel_core::username::Username;
use serde::{Deserialize, Serialize};

use crate::input::PolicyInput;
use crate::outcome::{Refusal, Step};
use crate::verdict::{judged, said};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    id: ApplicationId,
    at: Instant,
    steps: Vec<StepInput>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepInput {
    at: Instant,
    by: Actor,
    /// To which application the link leads that was proved.
    link: ApplicationId,
    command: CommandInput,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
enum CommandInput {
    SaveDraft { form: Box<ApplicationRequest> },
    Submit { form: Box<ApplicationRequest>, lookups: Vec<LookupInput> },
    Ask { question: Note },
    Answer { answer: Note, form: Box<ApplicationRequest>, lookups: Vec<LookupInput> },
    Approve { people: Vec<ApprovedInput>, seen: Vec<Flag>, submitted_at: Instant },
    Reject { reason: Note },
    Withdraw,
    RunClocks,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct LookupInput {
    mobile: Option<NumberInput>,
    personal_email: Option<UsedBy>,
    same_name_at_practice: Vec<UsedBy>,
    address_given: Option<AccountId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberInput {
    by: UsedBy,
    told_at: Option<Instant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApprovedInput {
    lookup: LookupInput,
    id: AccountId,
    username: Username,
    temporary_password: PasswordHash,
}

impl From<LookupInput> for Lookup {
    fn from(input: LookupInput) -> Self {
        Self {
            mobile: input.mobile.map(|number| NumberUse { by: number.by, told_at: number.told_at }),
            personal_email: input.personal_email,
            same_name_at_practice: input.same_name_at_practice,
            address_given: input.address_given,
        }
    }
}

impl TryFrom<ApprovedInput> for ApprovedPerson {
    type Error = Refusal;

    fn try_from(input: ApprovedInput) -> Result<Self, Refusal> {
        let username = FreeUsername::new(input.username, Availability::Free);
        let username = username.map_err(|refusal| Refusal::of("username", &refusal))?;
        let account = NewAccount { id: input.id, username, temporary_password: input.temporary_password };
        Ok(Self { lookup: input.lookup.into(), account })
    }
}

/// Why a step is refused.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Reason {
    /// The form has faults of its own.
    Form(Vec<FieldProblemView>),
    Step {
        refusal: Refusal,
        problems: Vec<FieldProblemView>,
        tells: Vec<String>,
    },
}

#[derive(Serialize)]
struct Happened {
    event: &'static str,
    tells: Vec<String>,
}

#[derive(Serialize)]
struct After {
    reason: Option<Reason>,
    application: Application,
    lapses_at: Option<Instant>,
    numbers_held: Vec<String>,
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self::Step { refusal, problems: Vec::new(), tells: Vec::new() }
    }
}

impl From<ApplicationRefusal> for Reason {
    fn from(refusal: ApplicationRefusal) -> Self {
        Self::Step {
            problems: said(refusal.problems()),
            tells: refusal.tells().iter().map(|tell| format!("{tell:?}")).collect(),
            refusal: Refusal::of("", &refusal),
        }
    }
}

fn looked_up(
    form: &ApplicationRequest,
    lookups: Vec<LookupInput>,
    policy: &Policy,
) -> Result<Box<LookedUpForm>, Reason> {
    let form = form.check(policy).map_err(|problems| Reason::Form(said(problems)))?;
    Ok(Box::new(LookedUpForm::new(form, lookups.into_iter().map(Lookup::from).collect())?))
}

fn decide(application: &Application, step: StepInput, policy: &Policy) -> Result<Vec<Event>, Reason> {
    let link = ProvenLink::of(step.link);
    let command = match step.command {
        CommandInput::SaveDraft { form } => Command::SaveDraft { link, form },
        CommandInput::Submit { form, lookups } => Command::Submit { link, form: looked_up(&form, lookups, policy)? },
        CommandInput::Ask { question } => Command::Ask { question },
        CommandInput::Answer { answer, form, lookups } => {
            Command::Answer { link, answer, form: looked_up(&form, lookups, policy)? }
        }
        CommandInput::Approve { people, seen, submitted_at } => {
            let people = people.into_iter().map(ApprovedPerson::try_from).collect::<Result<_, _>>()?;
            Command::Approve { people, seen, submitted_at }
        }
        CommandInput::Reject { reason } => Command::Reject { reason },
        CommandInput::Withdraw => Command::Withdraw { link },
        CommandInput::RunClocks => Command::RunClocks,
    };
    Ok(application.decide(&step.by, &command, step.at, policy)?)
}

pub(crate) fn judge_application(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(input.policy);
        let mut application = Application::begin(input.id, input.at);
        let mut steps = Vec::with_capacity(input.steps.len());
        for step in input.steps {
            let (events, reason) = match decide(&application, step, &policy) {
                Ok(events) => (events, None),
                Err(reason) => (Vec::new(), Some(reason)),
            };
            let mut list = Vec::with_capacity(events.len());
            for event in &events {
                let tells = event.tells(&application).iter().map(|tell| format!("{tell:?}")).collect();
                list.push(Happened { event: event.name(), tells });
                application = application.evolve(event);
            }
            let after = After {
                reason,
                lapses_at: application.lapses_at(&policy),
                numbers_held: application.numbers_held().map(|mobile| mobile.e164().to_owned()).collect(),
                application: application.clone(),
            };
            steps.push(Step { events: list, refused: None, after });
        }
        steps
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinInput {
    id: JoinId,
    organisation: OdsCode,
    by: Actor,
    is_owner: bool,
    form: JoinForm,
    lookup: LookupInput,
    at: Instant,
    steps: Vec<JoinStep>,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinStep {
    at: Instant,
    by: Actor,
    command: JoinCommandInput,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
enum JoinCommandInput {
    Create { person: Box<ApprovedInput>, seen: Vec<Likeness> },
    Decline { reason: Note },
}

#[derive(Serialize)]
struct AfterJoin {
    reason: Option<Reason>,
    joining: Option<Joining>,
}

impl From<JoinRefusal> for Reason {
    fn from(refusal: JoinRefusal) -> Self {
        Self::Step {
            problems: said(refusal.problems()),
            tells: refusal.tells().iter().map(|tell| format!("{tell:?}")).collect(),
            refusal: Refusal::of("", &refusal),
        }
    }
}

fn join_command(input: JoinCommandInput) -> Result<JoinCommand, Reason> {
    Ok(match input {
        JoinCommandInput::Create { person, seen } => {
            JoinCommand::Create { person: Box::new((*person).try_into()?), seen }
        }
        JoinCommandInput::Decline { reason } => JoinCommand::Decline { reason },
    })
}

pub(crate) fn judge_joining(json: &str) -> serde_json::Result<String> {
    judged(json, |input: JoinInput| {
        let policy = PolicyInput::policy(input.policy);
        let wanted = WantedJoin {
            id: input.id,
            organisation: input.organisation,
            ownership: if input.is_owner { Ownership::Owner } else { Ownership::Other },
            form: input.form,
            lookup: input.lookup.into(),
        };
        let mut joining = match Joining::ask(&input.by, wanted, input.at, &policy) {
            Ok(joining) => joining,
            Err(refusal) => {
                let after = AfterJoin { reason: Some(refusal.into()), joining: None };
                return vec![Step { events: Vec::new(), refused: None, after }];
            }
        };
        let first = joining.tells().iter().map(|tell| format!("{tell:?}")).collect();
        let after = AfterJoin { reason: None, joining: Some(joining.clone()) };
        let mut steps = vec![Step { events: first, refused: None, after }];
        for JoinStep { at, by, command } in input.steps {
            let decided = join_command(command)
                .and_then(|command| joining.decide(&by, &command, at, &policy).map_err(Reason::from));
            let (events, reason) = match decided {
                Ok(events) => (events, None),
                Err(reason) => (Vec::new(), Some(reason)),
            };
            let tells = events.iter().flat_map(|event| event.tells(&joining));
            let tells = tells.map(|tell| format!("{tell:?}")).collect();
            joining = events.iter().fold(joining, Joining::evolve);
            let after = AfterJoin { reason, joining: Some(joining.clone()) };
            steps.push(Step { events: tells, refused: None, after });
        }
        steps
    })
}
