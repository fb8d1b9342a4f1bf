//! What holds whatever is typed and whatever is asked.

use proptest::prelude::*;

use super::*;

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

/// A form without a fault, but for perhaps one text.
fn a_nearly_right_request() -> impl Strategy<Value = ApplicationRequest> {
    (0..8_usize, typed()).prop_map(|(place, text)| {
        let mut request = sponsored();
        let ApplicationRequest { practice_name, ods_code, people, mailbox, .. } = &mut request;
        let person = &mut people[1];
        let fields = [
            practice_name,
            ods_code,
            &mut person.first_name,
            &mut person.personal_email,
            &mut person.mobile,
            &mut person.account_address,
            &mut mailbox.name,
            &mut mailbox.sponsor,
        ];
        fields.into_iter().nth(place).into_iter().for_each(|field| *field = text.clone());
        request
    })
}

fn a_random_request() -> impl Strategy<Value = ApplicationRequest> {
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
    fn r1_a_form_is_judged_whatever_is_typed_and_the_same_after_it_was_kept_as_a_draft(
        request in prop_oneof![a_random_request(), a_nearly_right_request()]
    ) {
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
}

#[test]
fn r1_an_application_and_a_newcomers_request_read_what_they_write() {
    let mut request = sponsored();
    request.people[1].has_account = Some(HasAccount::Unsure);
    let lookup = Lookup { same_name_at_practice: vec![UsedBy::Account(HOLDER)], ..nobody() };
    let (flagged, _) = run(draft(), &Actor::Visitor, &submit_second(&request, lookup), start()).unwrap();
    let (answered, _) = run(questioned(), &Actor::Visitor, &answer(), day(2)).unwrap();
    for before in [draft(), flagged, submitted(), questioned(), answered] {
        for (by, command) in commands() {
            let application = run(before.clone(), &by, &command, day(1)).map_or(before.clone(), |(after, _)| after);
            let json = serde_json::to_string(&application).unwrap();
            assert_eq!(serde_json::from_str::<Application>(&json).unwrap(), application);
        }
    }
    let joining = Joining::ask(&OWNER, join::wanted(), start(), &policy()).unwrap();
    let json = serde_json::to_string(&joining).unwrap();
    assert_eq!(serde_json::from_str::<Joining>(&json).unwrap(), joining);
}
