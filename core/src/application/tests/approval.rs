//! What an approval creates, and who is told.

use super::*;

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
        assert_eq!(
            (&creation.administration, &creation.practice),
            (&Administration::NhsDental, &Some(form().organisation))
        );
        assert!(Account::create(creation.clone(), day(1)).member().is_none());
    }
    assert_eq!(
        (mailbox.name.as_str(), mailbox.owners.iter().collect::<Vec<_>>().as_slice(), &mailbox.members),
        ("dental.high-street", &ids[..1], &ids)
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
        let refusal = submitted().decide(
            &HELPDESK,
            &Command::Approve { people, seen: Vec::new(), submitted_at: start() },
            day(1),
            &policy(),
        );
        assert_eq!(refusal, Err(ApplicationRefusal::PeopleMismatch));
    }
    assert_eq!(LookedUpForm::new(form(), vec![nobody()]), Err(ApplicationRefusal::PeopleMismatch));
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
