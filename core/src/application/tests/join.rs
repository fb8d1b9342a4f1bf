//! An owner's request for a newcomer.

use super::*;

fn join_form() -> JoinForm {
    let request = JoinRequest {
        first_name: "Ali".into(),
        last_name: "Khan".into(),
        personal_email: "ali@example.org".into(),
        mobile: "07700900125".into(),
    };
    request.check().unwrap()
}

pub(super) fn wanted() -> WantedJoin {
    WantedJoin {
        id: JoinId(Uuid::from_u128(20)),
        organisation: form().organisation,
        ownership: Ownership::Owner,
        form: join_form(),
        lookup: nobody(),
    }
}

fn create(person: ApprovedPerson, seen: Vec<Likeness>) -> JoinCommand {
    JoinCommand::Create { person: Box::new(person), seen }
}

#[test]
fn r4_a_newcomer_is_not_created_beside_somebody_whom_nobody_has_looked_at() {
    let joining = Joining::ask(&OWNER, wanted(), start(), &policy()).unwrap();
    let others = [UsedBy::Account(HOLDER), UsedBy::Join(JoinId(Uuid::from_u128(21)))];
    let alike = others.map(Likeness::SameNameAtPractice);
    let person = || {
        let lookup = Lookup { same_name_at_practice: others.to_vec(), ..nobody() };
        ApprovedPerson { lookup, ..approved_person(30, "ali.khan") }
    };
    for (seen, unseen) in [(&[][..], &alike[..]), (&alike[..1], &alike[1..])] {
        let refusal = joining.decide(&HELPDESK, &create(person(), seen.to_vec()), day(1), &policy());
        assert_eq!(refusal, Err(JoinRefusal::LikenessesUnseen(unseen.to_vec())));
    }
    assert!(joining.decide(&HELPDESK, &create(person(), alike.to_vec()), day(1), &policy()).is_ok());
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
    let create = create(approved_person(30, "ali.khan"), Vec::new());
    for command in [&create, &JoinCommand::Decline { reason: note("No") }] {
        assert_eq!(joining.decide(&OWNER, command, start(), &policy()), Err(JoinRefusal::HelpdeskOnly));
    }
    assert_eq!(joining.number_held(), Some(&join_form().mobile), "R3, while it waits");
    let events = joining.decide(&HELPDESK, &create, day(1), &policy()).unwrap();
    let JoinEvent::Created { account, .. } = &events[0] else { panic!("{events:?}") };
    assert_eq!((&account.person, &account.mobile), (&join_form().person, &join_form().mobile));
    let told: Vec<_> = events[0].tells(&joining).into_iter().map(|tell| tell.audience).collect();
    assert_eq!(told, [Audience::NewMember, Audience::NewMember, Audience::Owner(HOLDER)]);
    let done = joining.evolve(&events[0]);
    assert_eq!(done.state, JoinState::Created { account: account.id, by: AGENT, at: day(1) });
    assert_eq!(done.number_held(), None);
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
    let likely = Lookup { same_name_at_practice: vec![UsedBy::Account(HOLDER)], ..nobody() };
    let joining = Joining::ask(&OWNER, WantedJoin { lookup: likely, ..wanted() }, start(), &policy()).unwrap();
    assert!(matches!(&joining.state, JoinState::Waiting { likenesses, .. } if likenesses.len() == 1));
    let create = create(ApprovedPerson { lookup: in_use, ..approved_person(30, "ali.khan") }, Vec::new());
    assert!(matches!(joining.decide(&HELPDESK, &create, day(1), &policy()), Err(JoinRefusal::Newcomer(_))));
}
