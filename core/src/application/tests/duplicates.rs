//! Numbers in use and people who have an account already.

use super::*;
use crate::refusal::Rule;

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
    assert_eq!((problem.field.as_str(), problem.rule), ("people[1].mobile", Some(Rule(3))));
    for word in ["account", "application", "already", "someone", "holder", "07700"] {
        assert!(!problem.message.english().contains(word), "{:?}", problem.message);
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
fn r4_a_certain_duplicate_is_refused_and_a_likely_one_flagged() {
    let mut request = request();
    request.people[1].has_account = Some(HasAccount::Unsure);
    request.people[1].account_address = "sam.smith".into();
    let unsure = &request.check(&policy()).unwrap().colleagues[0].earlier_account;
    let email = UsedBy::Account(HOLDER);
    for (account, lookup, expected) in [
        (&EarlierAccount::None, nobody(), Duplicate::None),
        (unsure, nobody(), Duplicate::Likely(vec![Likeness::Unsure])),
        (&EarlierAccount::None, Lookup { address_given: Some(HOLDER), ..nobody() }, Duplicate::None),
        (unsure, Lookup { address_given: Some(HOLDER), ..nobody() }, Duplicate::Certain(Ground::AddressGiven(HOLDER))),
        (
            &EarlierAccount::None,
            Lookup { personal_email: Some(email), same_name_at_practice: vec![UsedBy::Account(HOLDER)], ..nobody() },
            Duplicate::Certain(Ground::PersonalEmail(email)),
        ),
        (
            &EarlierAccount::None,
            Lookup { same_name_at_practice: vec![UsedBy::Account(HOLDER)], ..nobody() },
            Duplicate::Likely(vec![Likeness::SameNameAtPractice(UsedBy::Account(HOLDER))]),
        ),
    ] {
        assert_eq!(duplicate(account, &lookup), expected);
    }

    let certain = Lookup { address_given: Some(HOLDER), ..nobody() };
    let refusal = draft().decide(&Actor::Visitor, &submit_second(&request, certain), start(), &policy()).unwrap_err();
    let problem = &refusal.problems()[0];
    assert_eq!((&*problem.field, problem.rule), ("people[1].account_address", Some(Rule(4))));
    assert!(problem.message.english().contains("the owner of the shared mailbox can give them access"));
    assert!(!problem.message.english().contains("Sam"));
    assert_eq!(refusal.tells(), []);
    let ApplicationRefusal::People(people) = refusal else { panic!("{refusal:?}") };
    assert_eq!(people[0].refusal.ground(), Some(Ground::AddressGiven(HOLDER)), "for the helpdesk");

    let (application, _) = run(draft(), &Actor::Visitor, &submit_second(&request, nobody()), start()).unwrap();
    assert_eq!(application.submission().unwrap().flags, [Flag { person: 1, likeness: Likeness::Unsure }]);
    // The helpdesk has looked at it and approves.
    let flag = Flag { person: 1, likeness: Likeness::Unsure };
    assert!(application.decide(&HELPDESK, &approve_having_seen(vec![flag]), day(1), &policy()).is_ok());
}

#[test]
fn r4_a_likeness_that_came_up_since_the_form_was_sent_is_looked_at_first() {
    // Another practice owner, or another application, asked for somebody of that name meanwhile.
    let other = UsedBy::Join(JoinId(Uuid::from_u128(21)));
    let decide = |seen: Vec<Flag>| {
        let Command::Approve { mut people, seen, submitted_at } = approve_having_seen(seen) else { unreachable!() };
        people[1].lookup.same_name_at_practice = vec![UsedBy::Account(HOLDER), other];
        submitted().decide(&HELPDESK, &Command::Approve { people, seen, submitted_at }, day(1), &policy())
    };
    let flags =
        [UsedBy::Account(HOLDER), other].map(|by| Flag { person: 1, likeness: Likeness::SameNameAtPractice(by) });
    let elsewhere = Flag { person: 0, ..flags[1] };
    for (seen, unseen) in [(vec![], &flags[..]), (vec![flags[0], elsewhere], &flags[1..])] {
        let refusal = decide(seen).unwrap_err();
        assert_eq!(refusal, ApplicationRefusal::LikenessesUnseen(unseen.to_vec()));
        assert_eq!(refusal.rule(), crate::refusal::Rule(4));
    }
    assert!(decide(flags.to_vec()).is_ok());
}

#[test]
fn r4_a_form_that_was_answered_since_the_agent_read_it_is_not_approved() {
    let (asked, _) = run(submitted(), &HELPDESK, &Command::Ask { question: note("Which?") }, day(1)).unwrap();
    let (answered, _) = run(asked, &Actor::Visitor, &answer(), day(2)).unwrap();
    let refusal = answered.decide(&HELPDESK, &approve(), day(3), &policy());
    assert_eq!(refusal, Err(ApplicationRefusal::PeopleMismatch));
    let Command::Approve { people, seen, .. } = approve() else { unreachable!() };
    let anew = Command::Approve { people, seen, submitted_at: day(2) };
    assert!(answered.decide(&HELPDESK, &anew, day(3), &policy()).is_ok());
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
    assert_eq!(key("José", "O\u{2019}Neill-Groß").as_str(), "josé o'neill-gross");

    let mut form = request();
    form.people[1].first_name = "JANE".into();
    let (application, _) = run(draft(), &Actor::Visitor, &submit(form.check(&policy()).unwrap()), start()).unwrap();
    let flags = &application.submission().unwrap().flags;
    assert_eq!(flags, &[Flag { person: 1, likeness: Likeness::SameNameOnForm(0) }]);
}

#[test]
fn r4_what_was_looked_up_is_looked_up_again_at_the_approval() {
    let Command::Approve { mut people, seen, submitted_at } = approve() else { unreachable!() };
    people[0].lookup.mobile = Some(NumberUse { by: UsedBy::Account(HOLDER), told_at: None });
    people[1].lookup.personal_email = Some(UsedBy::Account(HOLDER));
    let refusal =
        submitted().decide(&HELPDESK, &Command::Approve { people, seen, submitted_at }, day(1), &policy()).unwrap_err();
    let fields: Vec<_> = refusal.problems().into_iter().map(|problem| problem.field).collect();
    assert_eq!(fields, ["people[0].mobile", "people[1].personal_email"]);
}
