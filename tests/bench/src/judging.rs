//! How long the rules take, natively: any form by its `check`, and every deadline of an account.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant as Stopwatch;

use anyhow::Result;
use enamel_core::account::{
    Account, AccountId, Activation, ActivationRequest, Administration, ChangePasswordRequest, Command, Creation,
    Novelty, ProfileRequest, SecurityAnswerRequest,
};
use enamel_core::application::{ApplicationRequest, HasAccount, MailboxRequest, PersonRequest, ToolkitLevel};
use enamel_core::help::EnquiryRequest;
use enamel_core::password::{PasswordContext, PasswordHash};
use enamel_core::person::Person;
use enamel_core::policy::Policy;
use enamel_core::security_question::QUESTIONS;
use enamel_core::session::SignInRequest;
use enamel_core::text::Typed;
use enamel_core::time::{Instant, Span};
use enamel_core::vouching::{Ticks, VouchRequest};
use uuid::Uuid;

use crate::report::{Line, Target, median};

/// Microseconds that judging a form may take.
const FORM: f64 = 20.0;
/// Microseconds that all deadlines of an account may take.
const DEADLINES: f64 = 1.0;
const ROUNDS: usize = 301;
/// So many in one go, so that the clock's own time is nothing beside.
const TIMES: u32 = 200;

type Judge = Box<dyn Fn() -> bool>;

/// The form that takes longest, to the 20 µs allowed.
pub(crate) fn forms(_: &Path) -> Result<Line> {
    let mut slowest = ("", 0.0);
    for (name, judge) in forms_to_judge() {
        anyhow::ensure!(judge(), "{name} is not taken: it would be judged but in part");
        let micros = micros(|| {
            black_box(judge());
        });
        eprintln!("  {micros:8.2} µs  {name}");
        if micros > slowest.1 {
            slowest = (name, micros);
        }
    }
    Ok(line("judging a form natively, the slowest", format!("{:.2} µs ({})", slowest.1, slowest.0), slowest.1, FORM))
}

/// Every deadline of an account that has as many as can be.
pub(crate) fn deadlines(_: &Path) -> Result<Line> {
    let (account, now, policy) = (member()?, start().plus(Span::days(85)), Policy::seed_2018());
    anyhow::ensure!(account.deadlines(now, &policy).len() == 3, "not all deadlines are there");
    let micros = micros(|| {
        black_box(black_box(&account).deadlines(black_box(now), &policy));
    });
    Ok(line("all deadlines of an account natively", format!("{micros:.3} µs"), micros, DEADLINES))
}

fn line(what: &'static str, figure: String, micros: f64, most: f64) -> Line {
    Line { what, figure, reference: format!("{most} µs"), ratio: micros / most, target: Target::AtMost(1.0) }
}

fn micros(act: impl Fn()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let watch = Stopwatch::now();
        (0..TIMES).for_each(|_| act());
        watch.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
    });
    median(rounds.collect())
}

fn start() -> Instant {
    Instant::from_micros(1_795_424_400_000_000)
}

fn member() -> Result<Account> {
    let hash = |text: &str| PasswordHash::new(text.to_owned());
    let person = Person::parse(&"Jane".into(), &"Smith".into(), &"jane@example.org".into())
        .map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    let creation = Creation {
        id: AccountId(Uuid::from_u128(7)),
        username: "jane.smith".to_owned().try_into()?,
        person,
        mobile: "07700900123".to_owned().try_into()?,
        administration: Administration::NhsDental,
        practice: None,
        temporary_password: hash("t"),
    };
    let activation =
        Activation { password: hash("p"), novelty: Novelty::New, answers: Vec::new(), mobile_visible: true };
    let account = Account::create(creation, start());
    let policy = Policy::seed_2018();
    let leave = Command::Staff {
        by: enamel_core::actor::Actor::Helpdesk(enamel_core::actor::AgentId(Uuid::nil())),
        command: enamel_core::account::StaffCommand::MarkLeaver { ties: enamel_core::mailbox::Ties::none() },
    };
    let mut account = account;
    for (command, days) in [(Command::Activate(activation), 0), (leave, 80)] {
        let events = account.decide(&command, start().plus(Span::days(days)), &policy)?;
        account = events.iter().fold(account, Account::evolve);
    }
    Ok(account)
}

fn forms_to_judge() -> Vec<(&'static str, Judge)> {
    let policy = Policy::seed_2018();
    let context = PasswordContext {
        username: "jane.smith".to_owned(),
        first_name: "Jane".to_owned(),
        last_name: "Smith".to_owned(),
    };
    // As long as people type them, with what takes the long way.
    let password: Typed = "Zahnra\u{308}der & Kro\u{308}nchen 27".into();
    let answers = QUESTIONS.iter().take(3).map(|question| SecurityAnswerRequest {
        question: question.id.to_owned(),
        answer: "Sankt-Gallen-Straße".into(),
    });
    let activation = ActivationRequest {
        accept_terms: true,
        new_password: password.clone(),
        security_answers: answers.collect(),
        mobile_visible: true,
    };
    let change = ChangePasswordRequest { current_password: "Molar and Incisor 32".into(), new_password: password };
    let sign_in = SignInRequest { username: " Jane.Smith@NHS.net ".into(), password: "Molar and Incisor 32".into() };
    let profile = ProfileRequest {
        work_telephone: "0113 496 0000 ext. 12".into(),
        job_role: "Associate dentist".into(),
        specialties: vec!["Endodontics".into(), "Zahnerhaltungskunde".into()],
    };
    let enquiry = EnquiryRequest::PersonalDetailsMissing {
        first_name: "Siobhán".into(),
        last_name: "O\u{2019}Neill-Schönborn".into(),
        ods_code: "v12345".into(),
        mailbox_name: "bridge-street.dental.v12345".into(),
    };
    let vouch = VouchRequest {
        username: "jane.smith".into(),
        mobile: "+44 (0)7700 900123".into(),
        checks: Ticks { identity_in_person: true, mobile_is_theirs: true },
    };
    let (for_activation, for_change) = (policy.clone(), policy.clone());
    let change_context = context.clone();
    let application = application(4);
    vec![
        ("sign-in", Box::new(move || sign_in.check().is_ok()) as Judge),
        ("activation", Box::new(move || activation.check(&context, &for_activation).is_ok())),
        ("change of password", Box::new(move || change.check(&change_context, &for_change).is_ok())),
        ("profile", Box::new(move || profile.check().is_ok())),
        ("enquiry", Box::new(move || enquiry.check().is_ok())),
        ("vouching", Box::new(move || vouch.check().is_ok())),
        ("application for 4 people", Box::new(move || application.check(&policy).is_ok())),
    ]
}

fn application(people: u32) -> ApplicationRequest {
    let person = |number: u32| PersonRequest {
        first_name: "Siobhán".into(),
        last_name: "O\u{2019}Neill-Schönborn".into(),
        personal_email: format!("siobhan.{number}@example.org").into(),
        mobile: format!("+44 (0)7700 900{number:03}").into(),
        has_account: Some(HasAccount::No),
        owns_mailbox: number == 0,
        ..PersonRequest::default()
    };
    ApplicationRequest {
        practice_name: "Bridge Street Dental Practice".into(),
        ods_code: "V12345".into(),
        toolkit: Some(ToolkitLevel::StandardsMet),
        people: (0..people).map(person).collect(),
        mailbox: MailboxRequest {
            name: "bridge-street.dental".into(),
            is_sponsored: Some(false),
            ..MailboxRequest::default()
        },
    }
}
