//! The rules of applications, by example and by property.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::account::{Account, AccountId};
use crate::actor::{Actor, AgentId};
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
    Command::Approve { people: vec![approved_person(10, "jane.smith"), approved_person(11, "sam.smith")] }
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

fn faults(request: &ApplicationRequest) -> Vec<(String, String)> {
    let problems = request.check(&policy()).err().unwrap_or_default();
    problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
}

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[test]
fn r1_every_field_of_every_person_is_judged_at_its_place() {
    let broken = ApplicationRequest {
        people: vec![PersonRequest::default(), person("Sam", "1"), person("Jo2", "07700900125")],
        ..ApplicationRequest::default()
    };
    let fields: Vec<_> = faults(&broken).into_iter().map(|(field, _)| field).collect();
    let all = "practice_name ods_code toolkit people[0].owns_mailbox people[0].first_name people[0].last_name \
               people[0].personal_email people[0].mobile people[0].has_account people[1].mobile people[2].first_name \
               mailbox.name mailbox.is_sponsored";
    assert_eq!(fields, all.split(' ').collect::<Vec<_>>());
    assert_eq!(faults(&request()), []);
}

#[test]
fn r1_a_form_has_people_and_not_too_many() {
    let of = |people| faults(&ApplicationRequest { people, ..request() });
    assert_eq!(of(Vec::new()), fault("people", "people-missing"));
    let crowd: Vec<_> = (0..21)
        .map(|at| PersonRequest {
            personal_email: format!("p{at}@example.org").into(),
            owns_mailbox: true,
            ..person("Jo", &format!("077009001{at:02}"))
        })
        .collect();
    assert_eq!(of(crowd.clone()), fault("people", "people-too-many"));
    assert_eq!(of(crowd[..20].to_vec()), []);
    // One who is at fault does not pass for another.
    let mut two = request().people;
    two[0].last_name = "2".into();
    assert_eq!(of(two), fault("people[0].last_name", "name-characters"));
}

#[test]
fn r1_a_draft_is_left_and_taken_up_again() {
    let half = ApplicationRequest {
        practice_name: "High St".into(),
        people: vec![PersonRequest { mobile: "077".into(), ..PersonRequest::default() }],
        ..ApplicationRequest::default()
    };
    let save = |form: &ApplicationRequest| Command::SaveDraft { link: link(), form: Box::new(form.clone()) };
    let (application, _) = run(draft(), &Actor::Visitor, &save(&half), day(10)).unwrap();
    assert_eq!(application.state, State::Draft { form: Box::new(half), touched_at: day(10) });

    let crowd = ApplicationRequest { people: vec![PersonRequest::default(); 21], ..request() };
    let long = ApplicationRequest { ods_code: "a".repeat(1001).into(), ..request() };
    for form in [crowd, long] {
        let refusal = application.decide(&Actor::Visitor, &save(&form), day(10), &policy());
        assert_eq!(refusal, Err(ApplicationRefusal::DraftTooLarge { people: 20, characters: 1000 }));
    }
}

#[test]
fn r1_a_draft_that_nobody_touches_lapses_after_30_days() {
    let save = Command::SaveDraft { link: link(), form: Box::new(request()) };
    let (saved, _) = run(draft(), &Actor::Visitor, &save, day(10)).unwrap();
    let just_before = Instant::from_micros(day(40).micros() - 1);
    assert_eq!(saved.lapses_at(&policy()), Some(day(40)));
    assert_eq!(saved.decide(&Actor::Clock, &Command::RunClocks, just_before, &policy()), Ok(vec![]));
    assert!(saved.decide(&Actor::Visitor, &save, just_before, &policy()).is_ok());
    for command in [save, submit(form())] {
        // Whether the clock has been round or not.
        let refusal = saved.decide(&Actor::Visitor, &command, day(40), &policy());
        assert_eq!(refusal, Err(ApplicationRefusal::DraftLapsed(30)));
    }
    let (lapsed, _) = run(saved, &Actor::Clock, &Command::RunClocks, day(40)).unwrap();
    assert_eq!(lapsed.state, State::Lapsed { at: day(40) });
    assert_eq!(submitted().decide(&Actor::Clock, &Command::RunClocks, day(400), &policy()), Ok(vec![]));
}

#[test]
fn r1_only_the_links_holder_edits_and_only_the_helpdesk_decides() {
    let other = ProvenLink::of(ApplicationId(Uuid::from_u128(99)));
    for command in [
        Command::SaveDraft { link: other, form: Box::default() },
        Command::Submit { link: other, form: looked_up(form()) },
        Command::Answer { link: other, answer: note("Both"), form: looked_up(form()) },
        Command::Withdraw { link: other },
    ] {
        for application in [draft(), questioned()] {
            let refusal = application.decide(&Actor::Visitor, &command, start(), &policy());
            assert_eq!(refusal, Err(ApplicationRefusal::OtherLink));
        }
    }
    let administrator = Actor::LocalAdministrator { agent: AGENT, organisation: form().organisation };
    for command in [approve(), Command::Reject { reason: note("No") }, Command::Ask { question: note("Who?") }] {
        for by in [&Actor::Visitor, &OWNER, &administrator, &Actor::Clock] {
            let refusal = submitted().decide(by, &command, start(), &policy());
            assert_eq!(refusal, Err(ApplicationRefusal::HelpdeskOnly), "{by:?}");
        }
    }
    let refusal = draft().decide(&HELPDESK, &Command::RunClocks, day(99), &policy());
    assert_eq!(refusal, Err(ApplicationRefusal::ClockOnly));
}

#[test]
fn r1_the_helpdesk_asks_back_and_the_practice_answers() {
    let application = questioned();
    assert_eq!(application.decide(&HELPDESK, &approve(), day(2), &policy()), Err(ApplicationRefusal::QuestionOpen));
    let mut corrected = form();
    corrected.practice = OrganisationName::parse(&"Low Street Dental".into()).unwrap();
    let command = Command::Answer { link: link(), answer: note("The other one"), form: looked_up(corrected.clone()) };
    let (application, events) = run(application, &Actor::Visitor, &command, day(2)).unwrap();
    assert_eq!(events[0].tells(&application)[0].audience, Audience::Helpdesk);
    let State::Submitted(submission) = &application.state else { panic!("{application:?}") };
    assert_eq!((&submission.form, submission.at), (&corrected, day(2)));
    let exchange = &submission.exchanges[0];
    assert_eq!((exchange.question.as_str(), exchange.answer.as_str()), ("Which site?", "The other one"));
    assert_eq!((exchange.by, exchange.asked_at, exchange.answered_at), (AGENT, day(1), day(2)));
    // What was submitted changes in no other way.
    for command in [submit(form()), command, Command::SaveDraft { link: link(), form: Box::default() }] {
        let refusal = application.decide(&Actor::Visitor, &command, day(3), &policy());
        assert_eq!(refusal, Err(ApplicationRefusal::Submitted));
    }
}

#[test]
fn r1_each_event_tells_whom_it_concerns() {
    for (application, (by, command), audiences) in [
        (submitted(), (HELPDESK, Command::Ask { question: note("Who?") }), vec![Audience::Applicant]),
        (draft(), (Actor::Visitor, submit(form())), vec![Audience::Applicant, Audience::Helpdesk]),
        (submitted(), (HELPDESK, Command::Reject { reason: note("No") }), vec![Audience::Applicant]),
        (questioned(), (HELPDESK, Command::Reject { reason: note("No") }), vec![Audience::Applicant]),
        (
            submitted(),
            (Actor::Visitor, Command::Withdraw { link: link() }),
            vec![Audience::Applicant, Audience::Helpdesk],
        ),
        (draft(), (Actor::Visitor, Command::Withdraw { link: link() }), vec![]),
    ] {
        let event = &application.decide(&by, &command, day(2), &policy()).unwrap()[0];
        let told: Vec<_> = event.tells(&application).into_iter().map(|tell| tell.audience).collect();
        assert_eq!(told, audiences, "{}", event.name());
    }
}

#[test]
fn r2_too_low_a_toolkit_level_is_rejected_at_once_with_what_to_do_next() {
    for level in [ToolkitLevel::Level1, ToolkitLevel::StandardsNotMet, ToolkitLevel::NotAssessed] {
        let low = ApplicationRequest { toolkit: Some(level), ..request() };
        // Whoever else is in the way, the answer is the same.
        let in_use = Lookup { mobile: Some(NumberUse { by: UsedBy::Account(HOLDER), told_at: None }), ..nobody() };
        let (application, events) = run(draft(), &Actor::Visitor, &submit_second(&low, in_use), start()).unwrap();
        let why = Rejection::Toolkit { level, minimum: 2 };
        assert_eq!(application.state, State::Rejected { why: why.clone(), at: start() });
        let says = EmailSays::ApplicationRejected(ID, why.clone());
        let to = form().applicant.person.personal_email;
        let told = Tell { audience: Audience::Applicant, message: Message::Email { to, says } };
        assert_eq!(events[0].tells(&draft()), [told]);
        assert!(why.sentence().contains("level 2") && why.sentence().contains("start a new application"));
    }
    let again = Application::begin(ApplicationId(Uuid::from_u128(5)), day(1));
    let command = Command::Submit { link: ProvenLink::of(again.id), form: looked_up(form()) };
    assert!(matches!(run(again, &Actor::Visitor, &command, day(1)).unwrap().0.state, State::Submitted(_)));
}

#[test]
fn r2_an_answer_that_corrects_the_toolkit_level_downwards_is_rejected_too() {
    let form = looked_up(ApplicationForm { toolkit: ToolkitLevel::Level0, ..form() });
    let command = Command::Answer { link: link(), answer: note("Sorry"), form };
    let (application, _) = run(questioned(), &Actor::Visitor, &command, day(2)).unwrap();
    assert!(matches!(application.state, State::Rejected { why: Rejection::Toolkit { .. }, .. }));
}

#[test]
fn r3_two_people_of_one_form_have_two_numbers_and_two_addresses() {
    let mut twice = request();
    twice.people[1].mobile = "+44 7700 900 123".into();
    // The first one's other faults hide nothing.
    twice.people[0].first_name = "2".into();
    let expected =
        [fault("people[0].first_name", "name-characters"), fault("people[1].mobile", "mobile-repeated")].concat();
    assert_eq!(faults(&twice), expected);
    let mut twice = request();
    twice.people[1].personal_email = "JANE@example.org".into();
    assert_eq!(faults(&twice), fault("people[1].personal_email", "email-repeated"));
}

#[test]
fn r3_the_refusal_of_a_number_in_use_is_neutral_and_its_holder_is_told_by_text() {
    let users = [
        UsedBy::Account(HOLDER),
        UsedBy::Application(ApplicationId(Uuid::from_u128(9))),
        UsedBy::Join(JoinId(Uuid::from_u128(9))),
    ];
    let refusals = users.map(|by| {
        let lookup = Lookup { mobile: Some(NumberUse { by, told_at: None }), ..nobody() };
        draft().decide(&Actor::Visitor, &submit_second(&request(), lookup), start(), &policy()).unwrap_err()
    });
    for refusal in &refusals {
        assert_eq!(refusal.problems(), refusals[0].problems());
        let message = Message::Text { to: form().colleagues[0].mobile.clone(), says: TextSays::NumberTyped };
        assert_eq!(refusal.tells(), [Tell { audience: Audience::NumberHolder, message }]);
    }
    let problem = &refusals[0].problems()[0];
    assert_eq!((problem.field.as_str(), problem.rule.as_deref()), ("people[1].mobile", Some("R3")));
    for word in ["account", "application", "already", "someone", "holder", "07700"] {
        assert!(!problem.message.contains(word), "{}", problem.message);
    }
}

#[test]
fn r3_the_holder_of_a_number_is_not_told_at_each_try() {
    let told = |at| {
        let number = NumberUse { by: UsedBy::Account(HOLDER), told_at: Some(start()) };
        let command = submit_second(&request(), Lookup { mobile: Some(number), ..nobody() });
        draft().decide(&Actor::Visitor, &command, at, &policy()).unwrap_err().tells().len()
    };
    assert_eq!((told(Instant::from_micros(day(1).micros() - 1)), told(day(1))), (0, 1));
}

#[test]
fn r3_an_open_application_holds_its_numbers_and_no_other_does() {
    let numbers = |application: &Application| application.numbers_held().count();
    assert_eq!((numbers(&draft()), numbers(&submitted()), numbers(&questioned())), (0, 2, 2));
    for (by, command) in [
        (HELPDESK, approve()),
        (HELPDESK, Command::Reject { reason: note("No") }),
        (Actor::Visitor, Command::Withdraw { link: link() }),
    ] {
        assert_eq!(numbers(&run(submitted(), &by, &command, day(1)).unwrap().0), 0);
    }
}

#[test]
fn r4_who_has_an_account_is_shown_the_right_way_instead() {
    let mut form = request();
    form.people[1].has_account = Some(HasAccount::Yes);
    assert_eq!(faults(&form), fault("people[1].has_account", "has-account"));
    assert!(form.check(&policy()).unwrap_err()[0].message.contains("owner of the shared mailbox can give them access"));
    form.people[1].has_account = None;
    assert_eq!(faults(&form), fault("people[1].has_account", "has-account-missing"));
    form.people[1].has_account = Some(HasAccount::Unsure);
    assert_eq!(faults(&form), []);
    form.people[1].account_address = "sam@gmail.com".into();
    assert_eq!(faults(&form), fault("people[1].account_address", "username-other-domain"));
}

#[test]
fn r4_a_certain_duplicate_is_refused_and_a_likely_one_flagged() {
    let mut request = request();
    request.people[1].has_account = Some(HasAccount::Unsure);
    request.people[1].account_address = "sam.smith".into();
    let unsure = &request.check(&policy()).unwrap().colleagues[0].earlier_account;
    let email = UsedBy::Account(HOLDER);
    for (account, lookup, expected) in [
        (&EarlierAccount::None, nobody(), Duplicate::None),
        (unsure, nobody(), Duplicate::Likely(vec![Likeness::Unsure])),
        (unsure, Lookup { address_given: Some(HOLDER), ..nobody() }, Duplicate::Certain(Ground::AddressGiven(HOLDER))),
        (
            &EarlierAccount::None,
            Lookup { personal_email: Some(email), same_name_at_practice: vec![HOLDER], ..nobody() },
            Duplicate::Certain(Ground::PersonalEmail(email)),
        ),
        (
            &EarlierAccount::None,
            Lookup { same_name_at_practice: vec![HOLDER], ..nobody() },
            Duplicate::Likely(vec![Likeness::SameNameAtPractice(vec![HOLDER])]),
        ),
    ] {
        assert_eq!(duplicate(account, &lookup), expected);
    }

    let certain = Lookup { address_given: Some(HOLDER), ..nobody() };
    let refusal = draft().decide(&Actor::Visitor, &submit_second(&request, certain), start(), &policy()).unwrap_err();
    let problem = &refusal.problems()[0];
    assert_eq!((&*problem.field, problem.rule.as_deref()), ("people[1].account_address", Some("R4")));
    assert!(problem.message.contains("the owner of the shared mailbox can give them access"));
    assert!(!problem.message.contains("Sam"));
    assert_eq!(refusal.tells(), []);

    let (application, _) = run(draft(), &Actor::Visitor, &submit_second(&request, nobody()), start()).unwrap();
    assert_eq!(application.submission().unwrap().flags, [Flag { person: 1, likeness: Likeness::Unsure }]);
    // The helpdesk has looked at it and approves.
    assert!(application.decide(&HELPDESK, &approve(), day(1), &policy()).is_ok());
}

#[test]
fn r4_names_are_compared_however_they_are_written() {
    let key = |first: &str, last: &str| {
        NameKey::of(&Person::parse(&first.into(), &last.into(), &"a@example.org".into()).unwrap())
    };
    for (first, last) in
        [("JOSÉ", "o'neill-groß"), ("Jose\u{301}", "O\u{2019}Neill-Gross"), ("ｊｏｓé", " O\u{2bc}NEILL-GROSS ")]
    {
        assert_eq!(key("José", "O'Neill-Groß"), key(first, last), "{first} {last}");
    }
    // Marks below and above in either order.
    assert_eq!(key("a\u{323}\u{302}", "b"), key("a\u{302}\u{323}", "b"));
    assert_ne!(key("Jose", "Smith"), key("José", "Smith"));

    let mut form = request();
    form.people[1].first_name = "JANE".into();
    let (application, _) = run(draft(), &Actor::Visitor, &submit(form.check(&policy()).unwrap()), start()).unwrap();
    let flags = &application.submission().unwrap().flags;
    assert_eq!(flags, &[Flag { person: 1, likeness: Likeness::SameNameOnForm(0) }]);
}

#[test]
fn r4_what_was_looked_up_is_looked_up_again_at_the_approval() {
    let Command::Approve { mut people } = approve() else { unreachable!() };
    people[0].lookup.mobile = Some(NumberUse { by: UsedBy::Account(HOLDER), told_at: None });
    people[1].lookup.personal_email = Some(UsedBy::Account(HOLDER));
    let refusal = submitted().decide(&HELPDESK, &Command::Approve { people }, day(1), &policy()).unwrap_err();
    let fields: Vec<_> = refusal.problems().into_iter().map(|problem| problem.field).collect();
    assert_eq!(fields, ["people[0].mobile", "people[1].personal_email"]);
}

#[test]
fn r5_the_applicant_for_a_sponsored_practice_has_no_account() {
    assert_eq!(faults(&sponsored()), []);
    let mut form = sponsored();
    form.people[0].has_account = Some(HasAccount::Yes);
    assert_eq!(faults(&form), fault("people[0].has_account", "applicant-has-account"));
    let lookup = Lookup { personal_email: Some(UsedBy::Account(HOLDER)), ..nobody() };
    let form = LookedUpForm::new(sponsored().check(&policy()).unwrap(), vec![lookup, nobody()]).unwrap();
    let command = Command::Submit { link: link(), form: Box::new(form) };
    let refusal = draft().decide(&Actor::Visitor, &command, start(), &policy()).unwrap_err();
    assert_eq!((refusal.rule(), &*refusal.problems()[0].code), (crate::refusal::Rule(5), "applicant-not-accepted"));
}

#[test]
fn r5_a_new_mailbox_is_applied_for_and_the_old_one_is_not_changed() {
    let mut form = sponsored();
    form.mailbox.name = "Trust.Dental".into();
    assert_eq!(faults(&form), fault("mailbox.name", "mailbox-name-of-sponsored"));
    let mut form = sponsored();
    form.mailbox.sponsor = Typed::default();
    form.mailbox.sponsored_address = Typed::default();
    let expected = [
        fault("mailbox.sponsored_address", "mailbox-name-missing"),
        fault("mailbox.sponsor", "organisation-name-missing"),
    ];
    assert_eq!(faults(&form), expected.concat());
}

#[test]
fn r5_the_practice_is_told_to_have_the_old_mailbox_deleted_once_the_new_one_is_there() {
    let form = sponsored().check(&policy()).unwrap();
    let (application, before) = run(draft(), &Actor::Visitor, &submit(form.clone()), start()).unwrap();
    let events = application.decide(&HELPDESK, &approve(), day(1), &policy()).unwrap();
    let asks = |event: &Event, application| {
        let tells = event.tells(application);
        tells
            .into_iter()
            .filter(|tell| {
                matches!(&tell.message, Message::Email { to, says: EmailSays::HaveSponsoredDeleted { mailbox, sponsor } }
                    if mailbox.as_str() == "trust.dental" && sponsor.as_str() == "Some Trust"
                        && *to == form.applicant.person.personal_email && tell.audience == Audience::Practice)
            })
            .count()
    };
    assert_eq!((asks(&before[0], &draft()), asks(&events[0], &application)), (0, 1));
}

#[test]
fn r6_an_approval_creates_an_account_for_each_person() {
    let (application, events) = run(submitted(), &HELPDESK, &approve(), day(1)).unwrap();
    let Event::Approved { accounts, mailbox, .. } = &events[0] else { panic!("{events:?}") };
    let ids = vec![AccountId(Uuid::from_u128(10)), AccountId(Uuid::from_u128(11))];
    assert_eq!(application.state, State::Approved { accounts: ids.clone(), by: AGENT, at: day(1) });
    for (person, creation) in form().people().zip(accounts) {
        assert_eq!((&creation.person, &creation.mobile), (&person.person, &person.mobile));
        assert!(Account::create(creation.clone(), day(1)).member().is_none());
    }
    assert_eq!(
        (mailbox.name.as_str(), &mailbox.owners, &mailbox.members),
        ("dental.high-street", &ids[..1].to_vec(), &ids)
    );
}

#[test]
fn r6_an_approval_is_one_decision_for_all_people_or_none() {
    for people in [
        vec![approved_person(10, "jane.smith")],
        vec![approved_person(10, "jane.smith"), approved_person(11, "jane.smith")],
        vec![approved_person(10, "jane.smith"), approved_person(10, "sam.smith")],
        vec![approved_person(10, "a"), approved_person(11, "b"), approved_person(12, "c")],
    ] {
        let refusal = submitted().decide(&HELPDESK, &Command::Approve { people }, day(1), &policy());
        assert_eq!(refusal, Err(ApplicationRefusal::AccountsMismatch));
    }
    assert_eq!(LookedUpForm::new(form(), vec![nobody()]), Err(ApplicationRefusal::AccountsMismatch));
}

#[test]
fn r6_the_username_goes_by_email_and_the_temporary_password_by_text() {
    let events = submitted().decide(&HELPDESK, &approve(), day(1), &policy()).unwrap();
    let tells = events[0].tells(&submitted());
    let member: Vec<_> = tells.iter().filter(|tell| tell.audience == Audience::NewMember).collect();
    assert_eq!(member.len(), 4);
    for (person, id) in form().people().zip([10, 11]) {
        let id = AccountId(Uuid::from_u128(id));
        assert!(
            member
                .iter()
                .any(|tell| matches!(&tell.message, Message::Email { to, says: EmailSays::Username { account, .. } }
            if *to == person.person.personal_email && *account == id))
        );
        assert!(
            member
                .iter()
                .any(|tell| matches!(&tell.message, Message::Text { to, says: TextSays::TemporaryPassword(account) }
            if *to == person.mobile && *account == id))
        );
    }
}

#[test]
fn r30_an_owner_needs_a_mobile_number() {
    let mut form = request();
    form.people[0].mobile = " ".into();
    assert_eq!(faults(&form), fault("people[0].mobile", "owner-needs-mobile"));
    form.people[0].owns_mailbox = false;
    let expected = [fault("people[0].owns_mailbox", "owner-missing"), fault("people[0].mobile", "mobile-missing")];
    assert_eq!(faults(&form), expected.concat());
}

fn join_form() -> JoinForm {
    let request = JoinRequest {
        first_name: "Ali".into(),
        last_name: "Khan".into(),
        personal_email: "ali@example.org".into(),
        mobile: "07700900125".into(),
    };
    request.check().unwrap()
}

fn wanted() -> WantedJoin {
    WantedJoin {
        id: JoinId(Uuid::from_u128(20)),
        organisation: form().organisation,
        ownership: Ownership::Owner,
        form: join_form(),
        lookup: nobody(),
    }
}

#[test]
fn r7_only_an_owner_asks_for_a_newcomer() {
    let joining = Joining::ask(&OWNER, wanted(), start(), &policy()).unwrap();
    assert_eq!((joining.asked_by, joining.tells()[0].audience), (HOLDER, Audience::Helpdesk));
    let other = WantedJoin { ownership: Ownership::Other, ..wanted() };
    for (by, wanted) in [(&OWNER, other), (&Actor::Visitor, wanted()), (&HELPDESK, wanted())] {
        assert_eq!(Joining::ask(by, wanted, start(), &policy()), Err(JoinRefusal::OwnerOnly));
    }
    let problems = JoinRequest::default().check().unwrap_err();
    let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["first_name", "last_name", "personal_email", "mobile"]);
}

#[test]
fn r7_the_helpdesk_creates_the_account_and_no_owner_can() {
    let joining = Joining::ask(&OWNER, wanted(), start(), &policy()).unwrap();
    let create = JoinCommand::Create(Box::new(approved_person(30, "ali.khan")));
    for command in [&create, &JoinCommand::Decline { reason: note("No") }] {
        assert_eq!(joining.decide(&OWNER, command, start(), &policy()), Err(JoinRefusal::HelpdeskOnly));
    }
    let events = joining.decide(&HELPDESK, &create, day(1), &policy()).unwrap();
    let JoinEvent::Created { account, .. } = &events[0] else { panic!("{events:?}") };
    assert_eq!((&account.person, &account.mobile), (&join_form().person, &join_form().mobile));
    let told: Vec<_> = events[0].tells(&joining).into_iter().map(|tell| tell.audience).collect();
    assert_eq!(told, [Audience::NewMember, Audience::NewMember, Audience::Owner(HOLDER)]);
    let done = joining.evolve(&events[0]);
    assert_eq!(done.state, JoinState::Created { account: account.id, by: AGENT, at: day(1) });
    assert_eq!(done.decide(&HELPDESK, &create, day(2), &policy()), Err(JoinRefusal::Final));
    let declined = JoinEvent::Declined { reason: note("No"), by: AGENT, at: day(2) };
    assert_eq!(done.clone().evolve(&declined), done);
}

#[test]
fn r7_a_newcomer_is_compared_like_an_applicant_at_both_times() {
    let in_use = Lookup { mobile: Some(NumberUse { by: UsedBy::Application(ID), told_at: None }), ..nobody() };
    let refusal =
        Joining::ask(&OWNER, WantedJoin { lookup: in_use.clone(), ..wanted() }, start(), &policy()).unwrap_err();
    assert_eq!((&*refusal.problems()[0].field, refusal.tells().len()), ("mobile", 1));
    let likely = Lookup { same_name_at_practice: vec![HOLDER], ..nobody() };
    let joining = Joining::ask(&OWNER, WantedJoin { lookup: likely, ..wanted() }, start(), &policy()).unwrap();
    assert!(matches!(&joining.state, JoinState::Waiting { likenesses, .. } if likenesses.len() == 1));
    let create = JoinCommand::Create(Box::new(ApprovedPerson { lookup: in_use, ..approved_person(30, "ali.khan") }));
    assert!(matches!(joining.decide(&HELPDESK, &create, day(1), &policy()), Err(JoinRefusal::Newcomer(_))));
}

fn typed() -> impl Strategy<Value = Typed> {
    prop_oneof![
        prop::collection::vec(any::<u16>(), 0..20).prop_map(|units| Typed::from_utf16(&units)),
        "\\PC{0,40}".prop_map(Typed::from),
        prop::sample::select(vec!["Jane", "07700 900123", "jane@example.org", "V12345", "dental.a", " ", ""])
            .prop_map(Typed::from),
    ]
}

fn a_person() -> impl Strategy<Value = PersonRequest> {
    let answer = prop::option::of(prop::sample::select(vec![HasAccount::Yes, HasAccount::No, HasAccount::Unsure]));
    ([typed(), typed(), typed(), typed(), typed()], answer, any::<bool>()).prop_map(
        |([first_name, last_name, personal_email, mobile, account_address], has_account, owns_mailbox)| PersonRequest {
            first_name,
            last_name,
            personal_email,
            mobile,
            has_account,
            account_address,
            owns_mailbox,
        },
    )
}

fn a_request() -> impl Strategy<Value = ApplicationRequest> {
    let toolkit = prop::option::of(prop::sample::select(vec![ToolkitLevel::Level2, ToolkitLevel::StandardsNotMet]));
    let people = prop::collection::vec(a_person(), 0..24);
    ([typed(), typed(), typed(), typed(), typed()], toolkit, people, prop::option::of(any::<bool>())).prop_map(
        |([practice_name, ods_code, name, sponsored_address, sponsor], toolkit, people, is_sponsored)| {
            let mailbox = MailboxRequest { name, is_sponsored, sponsored_address, sponsor };
            ApplicationRequest { practice_name, ods_code, toolkit, people, mailbox }
        },
    )
}

proptest! {
    #[test]
    fn r1_a_form_is_judged_whatever_is_typed_and_the_same_after_it_was_kept_as_a_draft(request in a_request()) {
        let json = serde_json::to_string(&request).unwrap();
        let kept: ApplicationRequest = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_string(&kept).unwrap(), json);
        prop_assert_eq!(kept.check(&policy()), request.check(&policy()));
        prop_assert_eq!(kept.is_keepable(&policy()), request.people.len() <= 20);
        if let Ok(form) = request.check(&policy()) {
            prop_assert_eq!(form.people_count(), request.people.len());
            prop_assert!(form.people().any(|person| person.owns_mailbox));
        }
    }

    #[test]
    fn r1_a_decided_application_never_leaves_its_state(
        steps in prop::collection::vec((0..9_usize, 0..40_u32), 1..30)
    ) {
        let (mut application, mut days, mut last) = (draft(), 0, None);
        let mut seen = Vec::new();
        for (choice, later) in steps {
            days += later;
            let (by, command) = &commands()[choice];
            if let Ok((after, events)) = run(application.clone(), by, command, day(days)) {
                seen.extend(events);
                application = after;
            }
            if let Some(last) = &last {
                prop_assert_eq!(&application, last);
            } else if application.is_final() {
                last = Some(application.clone());
            }
        }
        if let Some(last) = last {
            prop_assert_eq!(seen.iter().fold(last.clone(), Application::evolve), last);
        } else {
            let history = seen.iter().fold(draft(), Application::evolve);
            prop_assert_eq!(history, application);
        }
    }

    #[test]
    fn r1_an_application_reads_what_it_writes(steps in prop::collection::vec(0..9_usize, 0..6)) {
        let application = steps.into_iter().fold(draft(), |application, choice| {
            let (by, command) = &commands()[choice];
            run(application.clone(), by, command, day(1)).map_or(application, |(after, _)| after)
        });
        let json = serde_json::to_string(&application).unwrap();
        prop_assert_eq!(serde_json::from_str::<Application>(&json).unwrap(), application);
    }
}
