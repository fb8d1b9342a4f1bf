//! The life of an application.

use super::*;

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
fn r1_an_application_is_withdrawn_once_and_for_all() {
    let withdraw = Command::Withdraw { link: link() };
    for application in [draft(), submitted(), questioned()] {
        assert!(!application.is_final());
        let (withdrawn, _) = run(application, &Actor::Visitor, &withdraw, day(2)).unwrap();
        assert!(withdrawn.is_final());
        assert_eq!(withdrawn.decide(&Actor::Visitor, &withdraw, day(3), &policy()), Ok(vec![]), "already so");
        let refusal = withdrawn.decide(&Actor::Visitor, &submit(form()), day(3), &policy());
        assert_eq!(refusal, Err(ApplicationRefusal::Final));
    }
}

#[test]
fn r1_each_event_is_called_after_what_happened() {
    let save = Command::SaveDraft { link: link(), form: Box::new(request()) };
    for (application, by, command, name) in [
        (draft(), Actor::Visitor, save, "draft-saved"),
        (draft(), Actor::Visitor, submit(form()), "submitted"),
        (submitted(), HELPDESK, Command::Ask { question: note("Who?") }, "asked"),
        (questioned(), Actor::Visitor, answer(), "answered"),
        (submitted(), HELPDESK, Command::Reject { reason: note("No") }, "rejected"),
        (submitted(), HELPDESK, approve(), "approved"),
        (submitted(), Actor::Visitor, Command::Withdraw { link: link() }, "withdrawn"),
    ] {
        assert_eq!(application.decide(&by, &command, day(2), &policy()).unwrap()[0].name(), name);
    }
    let lapsed = draft().decide(&Actor::Clock, &Command::RunClocks, day(99), &policy()).unwrap();
    assert_eq!(lapsed[0].name(), "lapsed");
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
