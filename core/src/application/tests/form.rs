//! The form, field by field.

use super::*;

fn faults(request: &ApplicationRequest) -> Vec<(String, String)> {
    let problems = request.check(&policy()).err().unwrap_or_default();
    problems.into_iter().map(|problem| (problem.field, problem.code.to_owned())).collect()
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
fn r4_who_has_an_account_is_shown_the_right_way_instead() {
    let mut form = request();
    form.people[1].has_account = Some(HasAccount::Yes);
    assert_eq!(faults(&form), fault("people[1].has_account", "has-account"));
    assert!(
        form.check(&policy()).unwrap_err()[0]
            .message
            .english()
            .contains("owner of the shared mailbox can give them access")
    );
    form.people[1].has_account = None;
    assert_eq!(faults(&form), fault("people[1].has_account", "has-account-missing"));
    form.people[1].has_account = Some(HasAccount::Unsure);
    assert_eq!(faults(&form), []);
    form.people[1].account_address = "sam@gmail.com".into();
    assert_eq!(faults(&form), fault("people[1].account_address", "username-other-domain"));
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
    assert_eq!((refusal.rule(), refusal.problems()[0].code), (crate::refusal::Rule(5), "applicant-not-accepted"));
}

#[test]
fn r5_nobody_but_the_applicant_for_a_sponsored_practice_is_asked_to_let_a_colleague_apply() {
    for (request, at) in [(request(), 0), (sponsored(), 1)] {
        let mut with_account = request.clone();
        with_account.people[at].has_account = Some(HasAccount::Yes);
        assert_eq!(faults(&with_account), fault(&format!("people[{at}].has_account"), "has-account"));
        let mut lookups = vec![nobody(); 2];
        lookups[at].personal_email = Some(UsedBy::Account(HOLDER));
        let form = LookedUpForm::new(request.check(&policy()).unwrap(), lookups).unwrap();
        let command = Command::Submit { link: link(), form: Box::new(form) };
        let refusal = draft().decide(&Actor::Visitor, &command, start(), &policy()).unwrap_err();
        assert_eq!((refusal.rule(), refusal.problems()[0].code), (crate::refusal::Rule(4), "person-not-accepted"));
    }
}

#[test]
fn r5_a_new_mailbox_is_applied_for_and_the_old_one_is_not_changed() {
    let mut form = sponsored();
    form.mailbox.name = "Trust.Dental".into();
    assert_eq!(faults(&form), fault("mailbox.name", "mailbox-name-of-sponsored"));
    let mut form = sponsored();
    form.mailbox.sponsor = Typed::default();
    form.mailbox.sponsored_address = Typed::default();
    let expected =
        [fault("mailbox.sponsored_address", "mailbox-missing"), fault("mailbox.sponsor", "organisation-name-missing")];
    assert_eq!(faults(&form), expected.concat());
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
