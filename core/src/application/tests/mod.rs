//! The rules of applications, by example and by property.

mod approval;
mod duplicates;
mod form;
mod join;
mod life;
mod properties;

use uuid::Uuid;

use super::*;

use crate::account::{Account, AccountId, Administration};
use crate::actor::{Actor, AgentId};
use crate::note::Note;
use crate::password::PasswordHash;
use crate::person::Person;
use crate::policy::Policy;
use crate::refusal::Refuse;
use crate::text::Typed;
use crate::time::{Instant, Span};

const AGENT: AgentId = AgentId(Uuid::from_u128(1));
const HELPDESK: Actor = Actor::Helpdesk(AGENT);
const ID: ApplicationId = ApplicationId(Uuid::from_u128(2));
const HOLDER: AccountId = AccountId(Uuid::from_u128(3));
const OWNER: Actor = Actor::Member(HOLDER);

fn policy() -> Policy {
    Policy::seed_2018()
}

fn start() -> Instant {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn day(days: u32) -> Instant {
    start().plus(Span::days(days))
}

fn person(first: &str, mobile: &str) -> PersonRequest {
    PersonRequest {
        first_name: first.into(),
        last_name: "Smith".into(),
        personal_email: format!("{first}@example.org").into(),
        mobile: mobile.into(),
        has_account: Some(HasAccount::No),
        account_address: Typed::default(),
        owns_mailbox: false,
    }
}

fn request() -> ApplicationRequest {
    ApplicationRequest {
        practice_name: "High Street Dental".into(),
        ods_code: "v12345".into(),
        toolkit: Some(ToolkitLevel::Level2),
        people: vec![
            PersonRequest { owns_mailbox: true, ..person("Jane", "07700900123") },
            person("Sam", "07700900124"),
        ],
        mailbox: MailboxRequest {
            name: "dental.high-street".into(),
            is_sponsored: Some(false),
            ..MailboxRequest::default()
        },
    }
}

fn sponsored() -> ApplicationRequest {
    let mailbox = MailboxRequest {
        is_sponsored: Some(true),
        sponsored_address: "trust.dental@nhs.net".into(),
        sponsor: "Some Trust".into(),
        ..request().mailbox
    };
    ApplicationRequest { mailbox, ..request() }
}

fn form() -> ApplicationForm {
    request().check(&policy()).unwrap()
}

fn nobody() -> Lookup {
    Lookup { mobile: None, personal_email: None, same_name_at_practice: Vec::new(), address_given: None }
}

fn looked_up(form: ApplicationForm) -> Box<LookedUpForm> {
    let lookups = vec![nobody(); form.people_count()];
    Box::new(LookedUpForm::new(form, lookups).unwrap())
}

fn note(text: &str) -> Note {
    Note::parse(&text.into()).unwrap()
}

fn link() -> ProvenLink {
    ProvenLink::of(ID)
}

fn submit(form: ApplicationForm) -> Command {
    Command::Submit { link: link(), form: looked_up(form) }
}

/// Submits with what was looked up for the second person.
fn submit_second(request: &ApplicationRequest, lookup: Lookup) -> Command {
    let form = LookedUpForm::new(request.check(&policy()).unwrap(), vec![nobody(), lookup]).unwrap();
    Command::Submit { link: link(), form: Box::new(form) }
}

fn approved_person(number: u128, username: &str) -> ApprovedPerson {
    let account = NewAccount {
        id: AccountId(Uuid::from_u128(number)),
        username: FreeUsername::new(username.to_owned().try_into().unwrap(), Availability::Free).unwrap(),
        temporary_password: PasswordHash::new("temporary".to_owned()),
    };
    ApprovedPerson { lookup: nobody(), account }
}

fn approve() -> Command {
    approve_having_seen(Vec::new())
}

fn approve_having_seen(seen: Vec<Flag>) -> Command {
    Command::Approve {
        people: vec![approved_person(10, "jane.smith"), approved_person(11, "sam.smith")],
        seen,
        submitted_at: start(),
    }
}

fn answer() -> Command {
    Command::Answer { link: link(), answer: note("Both"), form: looked_up(form()) }
}

fn draft() -> Application {
    Application::begin(ID, start())
}

fn run(
    application: Application,
    by: &Actor,
    command: &Command,
    now: Instant,
) -> Result<(Application, Vec<Event>), ApplicationRefusal> {
    let events = application.decide(by, command, now, &policy())?;
    Ok((events.iter().fold(application, Application::evolve), events))
}

fn submitted() -> Application {
    run(draft(), &Actor::Visitor, &submit(form()), start()).unwrap().0
}

fn questioned() -> Application {
    run(submitted(), &HELPDESK, &Command::Ask { question: note("Which site?") }, day(1)).unwrap().0
}

/// Each command with who may ask it.
fn commands() -> Vec<(Actor, Command)> {
    let rejected = ApplicationForm { toolkit: ToolkitLevel::Level1, ..form() };
    vec![
        (Actor::Visitor, Command::SaveDraft { link: link(), form: Box::new(request()) }),
        (Actor::Visitor, submit(form())),
        (Actor::Visitor, submit(rejected)),
        (HELPDESK, Command::Ask { question: note("Which site?") }),
        (Actor::Visitor, answer()),
        (HELPDESK, approve()),
        (HELPDESK, Command::Reject { reason: note("Not a dental practice") }),
        (Actor::Visitor, Command::Withdraw { link: link() }),
        (Actor::Clock, Command::RunClocks),
    ]
}
