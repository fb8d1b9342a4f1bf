//! Leaving, joining, transfer, disablement (R24–R28).

use super::*;
use crate::mailbox::MailboxAddress;
use crate::refusal::Rule;

fn code(text: &str) -> OdsCode {
    text.to_owned().try_into().unwrap()
}

fn administrator_of(organisation: &str) -> Actor {
    Actor::LocalAdministrator { agent: AgentId(Uuid::from_u128(71)), organisation: code(organisation) }
}

pub(super) fn leave(by: Actor, ties: Ties) -> Command {
    Command::Staff { by, command: StaffCommand::MarkLeaver { ties } }
}

pub(super) fn ties() -> Ties {
    Ties { sole_owner_of: vec![MailboxAddress::parse(&"smile.v12345".into()).unwrap()] }
}

fn leaver() -> Account {
    run(member(), &leave(helpdesk(), Ties::none()), start()).unwrap().0
}

pub(super) fn of_organisation(account: Account) -> Account {
    let mut account = account;
    if let State::Member(member) = &mut account.state {
        member.holder.administration = Administration::Organisation(code("RXX"));
    }
    account
}

#[test]
fn r24_a_leaver_is_marked_by_whoever_administers_the_account_and_by_nobody_else() {
    let own = Actor::Member(member().id);
    for by in [Actor::Visitor, Actor::Clock, own.clone(), administrator_of("RXX")] {
        assert_eq!(
            member().decide(&leave(by, Ties::none()), start(), &policy()),
            Err(AccountRefusal::NotPermitted(Authority::Helpdesk, Rule(24)))
        );
    }
    let elsewhere = of_organisation(member());
    for by in [helpdesk(), own, administrator_of("RYY")] {
        assert_eq!(
            elsewhere.decide(&leave(by, Ties::none()), start(), &policy()),
            Err(AccountRefusal::NotPermitted(Authority::LocalAdministrator, Rule(24)))
        );
    }
    assert_eq!(elsewhere.decide(&leave(administrator_of("RXX"), Ties::none()), start(), &policy()).unwrap().len(), 1);
    assert_eq!(leaver().decide(&leave(helpdesk(), Ties::none()), day(1), &policy()), Ok(vec![]), "already so");
}

#[test]
fn r25_a_leaver_goes_on_until_the_thirtieth_day_and_is_warned() {
    let mut account = leaver();
    let mut log = Vec::new();
    for hour in 0..(30 * 24) {
        let now = start().plus(Span::hours(hour));
        let steps;
        (account, steps) = tick(account, now);
        log.extend(
            steps
                .into_iter()
                .filter(|(kind, _)| *kind == DeadlineKind::LeaverDeleted)
                .map(|(_, days)| (hour / 24, days)),
        );
        assert_eq!(account.status(now, &policy()), Status::Active);
    }
    assert_eq!(log, [(16, 14), (23, 7), (29, 1)]);
    let (account, _) = tick(account, day(30));
    assert_eq!(account.state, State::Deleted { at: day(30) });
}

#[test]
fn r25_a_practice_that_takes_the_leaver_on_stops_the_clock() {
    let join = staff(StaffCommand::Join { practice: code("V12345") });
    assert_eq!(member().decide(&join, start(), &policy()), Err(AccountRefusal::NotLeaving));
    let by_owner =
        Command::Staff { by: Actor::Member(member().id), command: StaffCommand::Join { practice: code("V12345") } };
    assert_eq!(
        leaver().decide(&by_owner, start(), &policy()),
        Err(AccountRefusal::NotPermitted(Authority::Helpdesk, Rule(25)))
    );
    let account = run(leaver(), &join, day(29)).unwrap().0;
    let account = change(account, "fresh", day(29));
    assert!(account.deadlines(day(29), &policy()).iter().all(|deadline| deadline.kind != DeadlineKind::LeaverDeleted));
    assert_eq!(tick(account.clone(), day(60)).0.status(day(60), &policy()), Status::Active);
    assert_eq!(account.holder().unwrap().practice, Some(code("V12345")));
}

#[test]
fn r26_an_owner_who_leaves_must_be_succeeded() {
    assert_eq!(
        member().decide(&leave(helpdesk(), ties()), start(), &policy()),
        Err(AccountRefusal::SuccessionNeeded(1))
    );
}

#[test]
fn r26_no_clock_deletes_an_owner_who_is_not_succeeded_and_the_helpdesk_is_told_before() {
    let run_tied = |account: Account, now| run(account, &Command::RunClocks { ties: ties() }, now).unwrap();
    let alarms =
        |events: &[Event]| events.iter().filter(|event| matches!(event, Event::SuccessionNeeded { .. })).count();
    let mut account = leaver();
    let mut log = Vec::new();
    for at in 0..40 {
        let events;
        (account, events) = run_tied(account, day(at));
        if alarms(&events) > 0 {
            log.push(at);
        }
        assert_ne!(account.status(day(at), &policy()), Status::Deleted);
    }
    assert_eq!(log, [16, 23, 29, 30], "with each warning, and once when the day has come");
    assert!(account.next_due(&policy()).unwrap() <= day(40), "it stays due");
    // Succeeded at last: whoever worked on meanwhile hears of a new date, with all the first warning's days.
    let (account, steps) = tick(account, day(41));
    assert_eq!(steps, [(DeadlineKind::LeaverDeleted, 14)]);
    let coming = account.deadlines(day(41), &policy());
    assert!(coming.iter().any(|it| it.kind == DeadlineKind::LeaverDeleted && it.at == day(55)), "{coming:?}");
    let account = tick(account, day(54)).0;
    assert_eq!(run(account, &clocks(), day(55)).unwrap().0.state, State::Deleted { at: day(55) });
}

#[test]
fn r26_an_alarm_names_the_date_on_which_the_deletion_takes_effect() {
    let run_tied = |account: Account, now| run(account, &Command::RunClocks { ties: ties() }, now).unwrap();
    let (account, _) = run_tied(member(), day(1000));
    let (account, _) = run_tied(account, day(1059));
    let (_, events) = run_tied(account, day(1060));
    let alarm = Event::SuccessionNeeded { mailboxes: ties().sole_owner_of, deletion: day(1060) };
    assert!(events.contains(&alarm), "{events:?}");
}

#[test]
fn r27_the_helpdesk_transfers_an_account_to_nhs_dental() {
    let transfer = staff(StaffCommand::Transfer);
    let account = of_organisation(member());
    let by_administrator = Command::Staff { by: administrator_of("RXX"), command: StaffCommand::Transfer };
    assert_eq!(
        account.decide(&by_administrator, start(), &policy()),
        Err(AccountRefusal::NotPermitted(Authority::Helpdesk, Rule(27)))
    );
    let before = account.clone();
    let account = run(account, &transfer, start()).unwrap().0;
    assert_eq!(account.holder().unwrap().administration, Administration::NhsDental);
    assert_eq!((account.id, account.username.clone()), (before.id, before.username), "no second account comes of it");
    assert_eq!(account.decide(&transfer, start(), &policy()), Ok(vec![]), "already so");
    let disabled = run(of_organisation(member()), &staff(StaffCommand::Disable), start()).unwrap().0;
    let disabled = run(disabled, &transfer, start()).unwrap().0;
    assert_eq!(disabled.holder().unwrap().administration, Administration::NhsDental);
}

#[test]
fn r28_clocks_stand_still_while_disabled() {
    let (mut account, _) = tick(member(), day(73));
    account = run(account, &staff(StaffCommand::Disable), day(75)).unwrap().0;
    assert_eq!(account.status(day(75), &policy()), Status::Disabled);
    assert_eq!(account.next(Credential::Password, day(75), &policy()), None, "sessions end");
    for at in [80, 165, 300] {
        let steps;
        (account, steps) = tick(account, day(at));
        assert_eq!(steps, [], "nothing falls due on day {at}");
    }
    let by_member = Command::Staff { by: Actor::Member(account.id), command: StaffCommand::Enable };
    assert_eq!(
        account.decide(&by_member, day(300), &policy()),
        Err(AccountRefusal::NotPermitted(Authority::Helpdesk, Rule(28)))
    );
    account = run(account, &staff(StaffCommand::Enable), day(300)).unwrap().0;
    assert_eq!(account.status(day(300), &policy()), Status::Active);
    assert_eq!(account.member().unwrap().expires_at(&policy()), Some(day(315)));
    assert_eq!(account.member().unwrap().password_set.began, start(), "what happened, happened then");
    // The step of 18 days named a date that is no longer true, if it reached anybody.
    let (account, steps) = tick(account, day(304));
    assert_eq!(steps, [(DeadlineKind::PasswordExpires, 18)]);
    assert_eq!(tick(account, day(305)).1, [(DeadlineKind::PasswordExpires, 10)]);
}

#[test]
fn r28_who_comes_back_from_a_long_leave_is_warned_anew_of_a_deletion_and_not_deleted_at_once() {
    let warned = [120, 150, 166, 173, 179].into_iter().fold(member(), |account, at| tick(account, day(at)).0);
    let disabled = run(warned, &staff(StaffCommand::Disable), day(179)).unwrap().0;
    let enabled = run(disabled, &staff(StaffCommand::Enable), day(400)).unwrap().0;
    let (account, steps) = tick(enabled, day(400));
    assert!(steps.contains(&(DeadlineKind::Deleted, 60)), "{steps:?}");
    assert_eq!(tick(account.clone(), day(459)).0.status(day(459), &policy()), Status::Inactive);
    assert_eq!(tick(tick(account, day(459)).0, day(460)).0.status(day(460), &policy()), Status::Deleted);
}

#[test]
fn r28_who_is_opened_again_at_once_is_reminded_of_nothing_twice() {
    let (account, steps) = tick(member(), day(72));
    assert_eq!(steps, [(DeadlineKind::PasswordExpires, 18)]);
    let disabled = run(account, &staff(StaffCommand::Disable), day(72)).unwrap().0;
    let enabled = run(disabled, &staff(StaffCommand::Enable), day(72)).unwrap().0;
    assert_eq!(tick(enabled, day(72)).1, []);
}

#[test]
fn r28_of_each_deletion_the_latest_date_that_was_named_is_kept() {
    let said =
        |kind, days_before, on| Sent { kind, deadline: day(180), days_before, at: day(120), takes_effect: day(on) };
    let mut sent = vec![
        said(DeadlineKind::Deleted, 60, 180),
        said(DeadlineKind::LeaverDeleted, 14, 190),
        said(DeadlineKind::Deleted, 30, 200),
        said(DeadlineKind::PasswordExpires, 1, 180),
    ];
    Sent::forget_steps(&mut sent);
    let kept = [(DeadlineKind::Deleted, 200), (DeadlineKind::LeaverDeleted, 190)];
    assert_eq!(sent, kept.map(|(kind, on)| said(kind, Sent::NO_STEP, on)));
}

#[test]
fn r31_to_a_mailbox_an_account_is_what_can_be_expected_of_it() {
    use crate::mailbox::Standing;
    let disabled = run(member(), &staff(StaffCommand::Disable), start()).unwrap().0;
    let gone = member().evolve(&Event::Deleted { at: start() });
    assert_eq!(
        [newcomer(), member(), leaver(), disabled, gone].map(|account| account.standing()),
        [Standing::NeverActivated, Standing::Activated, Standing::Leaving, Standing::Disabled, Standing::Gone]
    );
}

#[test]
fn r28_a_newcomer_and_a_leaver_stand_still_too() {
    let disabled = run(newcomer(), &staff(StaffCommand::Disable), day(10)).unwrap().0;
    let account = run(disabled, &staff(StaffCommand::Enable), day(110)).unwrap().0;
    assert!(account.decide(&sign_in(Credential::TemporaryPassword), day(113), &policy()).is_ok());
    assert_eq!(account.status(day(114), &policy()), Status::TemporaryPasswordExpired);
    assert_eq!(account.status(day(190), &policy()), Status::Inactive);
    let disabled = run(leaver(), &staff(StaffCommand::Disable), day(10)).unwrap().0;
    let account = run(disabled, &staff(StaffCommand::Enable), day(110)).unwrap().0;
    assert!(
        account
            .deadlines(day(110), &policy())
            .iter()
            .any(|deadline| deadline.kind == DeadlineKind::LeaverDeleted && deadline.at == day(130))
    );
}

#[test]
fn r28_a_disabled_account_lets_nobody_in_and_is_deleted_after_eighteen_months() {
    let disabled = run(member(), &staff(StaffCommand::Disable), start()).unwrap().0;
    let wrong = Command::SignIn { credential: Credential::Password, proof: Proof::Wrong };
    assert_eq!(disabled.decide(&sign_in(Credential::Password), day(1), &policy()), Err(AccountRefusal::Disabled));
    assert_eq!(disabled.decide(&wrong, day(1), &policy()), Err(AccountRefusal::SignInFailed));
    assert_eq!(disabled.decide(&staff(StaffCommand::Disable), day(1), &policy()), Ok(vec![]), "already so");
    assert_eq!(member().decide(&staff(StaffCommand::Enable), day(1), &policy()), Ok(vec![]), "already so");
    assert_eq!(crate::directory::DirectoryEntry::of(&disabled), None);
    let end = start().plus_months(18);
    let mut account = disabled;
    let mut now = start();
    let mut log = Vec::new();
    while account.status(now, &policy()) != Status::Deleted && now < day(1000) {
        now = now.plus(Span::days(1));
        let steps;
        (account, steps) = tick(account, now);
        log.extend(steps.into_iter().map(|(_, days)| days));
    }
    assert_eq!(log, [60, 30, 14, 7, 1]);
    assert_eq!(now, end);
}

#[test]
fn r26_no_alarm_is_raised_where_nobody_has_to_succeed_or_nothing_is_deleted() {
    let alarms = |account: &Account, ties: Ties, now: Instant| {
        let events = account.decide(&Command::RunClocks { ties }, now, &policy()).unwrap();
        assert_ne!(events, [], "something has fallen due");
        events.iter().filter(|event| matches!(event, Event::SuccessionNeeded { .. })).count()
    };
    assert_eq!(alarms(&leaver(), Ties::none(), day(16)), 0, "succeeded");
    assert_eq!(alarms(&leaver(), ties(), day(16)), 1);
    assert_eq!(alarms(&member(), ties(), day(72)), 0, "a password expires");
}
