//! What the other tests let pass: refusals by name, names, and edges of the clocks.

use super::*;

#[test]
fn r36_a_deleted_account_refuses_whatever_is_asked_by_name() {
    let account = newcomer().evolve(&Event::Deleted { at: start() });
    for command in commands() {
        let refusal = match command {
            Command::RunClocks { .. } => continue,
            Command::SignIn { .. } => AccountRefusal::SignInFailed,
            _ => AccountRefusal::Deleted,
        };
        assert_eq!(account.decide(&command, start(), &policy()), Err(refusal), "{command:?}");
    }
    assert_eq!(account.decide(&clocks(), day(1000), &policy()), Ok(vec![]));
}

#[test]
fn every_command_has_a_name_of_its_own() {
    let names: Vec<_> = commands().iter().map(Command::name).collect();
    let expected = [
        "run-clocks",
        "sign-in",
        "sign-in",
        "sign-in",
        "rehash",
        "activate",
        "change-password",
        "reset-password",
        "hide-mobile",
        "show-mobile",
        "change-mobile",
        "reissue",
        "withdraw-reissue",
        "issue-temporary-password",
        "mark-leaver",
        "join",
        "transfer",
        "disable",
        "enable",
    ];
    assert_eq!(names, expected);
}

#[test]
fn every_deadline_is_named_as_it_is_written() {
    for kind in [
        DeadlineKind::TemporaryPasswordExpires,
        DeadlineKind::PasswordExpires,
        DeadlineKind::BecomesInactive,
        DeadlineKind::Deleted,
        DeadlineKind::LeaverDeleted,
        DeadlineKind::DisabledDeleted,
    ] {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
    }
}

#[test]
fn r10_a_session_is_opened_with_the_credential_that_was_proved() {
    let opened = |command: &Command| command.credential();
    assert_eq!(opened(&sign_in(Credential::TemporaryPassword)), Credential::TemporaryPassword);
    assert_eq!(opened(&sign_in(Credential::Password)), Credential::Password);
    assert_eq!(opened(&Command::Activate(activation())), Credential::Password);
}

#[test]
fn r14_with_an_expired_password_nothing_of_the_account_is_edited() {
    let job_role = Some(Label::parse(&"Dentist".into()).unwrap());
    for command in [
        Command::ListMobile { visible: false },
        Command::ChangeMobile { proved: credentials::proved("07700900201"), is_taken: false },
        Command::EditProfile(Profile { job_role, ..Profile::default() }),
    ] {
        assert!(member().decide(&command, day(89), &policy()).is_ok());
        let refusal = Err(AccountRefusal::PasswordChangeRequired);
        assert_eq!(member().decide(&command, day(90), &policy()), refusal, "{command:?}");
    }
}

#[test]
fn r34_a_refusal_of_one_field_names_it() {
    for (refusal, field) in [
        (AccountRefusal::CurrentPasswordWrong, Some("current_password")),
        (AccountRefusal::PasswordReused(4), Some("new_password")),
        (AccountRefusal::PasswordIsTemporary, Some("new_password")),
        (AccountRefusal::MobileTaken, Some("mobile")),
        (AccountRefusal::SignInFailed, None),
    ] {
        assert_eq!(refusal.field(), field);
    }
}

#[test]
fn r28_a_disabled_newcomer_hears_of_a_temporary_password_that_had_run_out_before() {
    for (disabled_on, refusal) in [
        (day(13), AccountRefusal::Disabled),
        (day(14), AccountRefusal::TemporaryPasswordExpired),
        (day(15), AccountRefusal::TemporaryPasswordExpired),
    ] {
        let account = run(newcomer(), &staff(StaffCommand::Disable), disabled_on).unwrap().0;
        let verdict = account.decide(&sign_in(Credential::TemporaryPassword), day(20), &policy());
        assert_eq!(verdict, Err(refusal), "disabled at {disabled_on}");
    }
}

#[test]
fn r13_a_deadline_has_the_remedy_of_its_own_kind() {
    let account = run(newcomer(), &staff(StaffCommand::MarkLeaver { ties: Ties::none() }), start()).unwrap().0;
    let remedy = |kind| account.clocks_remedy(kind, &policy());
    assert_eq!(remedy(DeadlineKind::TemporaryPasswordExpires), Some(Remedy::Activate));
    assert_eq!(remedy(DeadlineKind::LeaverDeleted), Some(Remedy::Join));
    assert_eq!(remedy(DeadlineKind::PasswordExpires), None);
}

#[test]
fn r13_what_was_sent_is_kept_of_the_newest_deadline_of_each_kind() {
    let sent = |kind, deadline, days_before| Sent { kind, deadline, days_before, at: start(), takes_effect: deadline };
    let mut kept = Vec::new();
    let steps = [
        sent(DeadlineKind::PasswordExpires, day(90), 2),
        sent(DeadlineKind::Deleted, day(180), 60),
        sent(DeadlineKind::PasswordExpires, day(90), 1),
    ];
    for step in steps {
        step.record_in(&mut kept);
    }
    assert_eq!(kept, steps);
    let of_the_next = sent(DeadlineKind::PasswordExpires, day(91), 18);
    of_the_next.record_in(&mut kept);
    assert_eq!(kept, [steps[1], of_the_next]);
}

#[test]
fn r17_a_proof_holds_while_every_secret_it_was_made_with_is_the_same() {
    assert_eq!(names(&newcomer().secrets()), ["temporary"]);
    let account = change(change(member(), "p1", day(1)), "p2", day(2));
    assert_eq!(names(&account.secrets()), ["p2", "p1", "p0"]);
    let account = run(account, &credentials::reissue(day(3)), day(3)).unwrap().0;
    assert_eq!(names(&account.secrets()), ["p2", "vouched", "p1", "p0"]);
    assert_eq!(names(&account.evolve(&Event::Deleted { at: day(4) }).secrets()), [""; 0]);
}

#[test]
fn r9_a_password_is_judged_beside_the_names_of_its_account() {
    let context = member().password_context();
    let found = (context.username.as_str(), context.first_name.as_str(), context.last_name.as_str());
    assert_eq!(found, ("jane.smith", "Jane", "Smith"));
}
