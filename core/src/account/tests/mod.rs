//! The account's rules, by example and by property.

mod credentials;
mod deadlines;
mod edges;
mod events;
mod staff;
mod ways;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::actor::{Actor, AgentId};
use crate::locale::Language;
use crate::mailbox::Ties;
use crate::organisation::OdsCode;
use crate::password::PasswordHash;
use crate::person::Person;
use crate::policy::Policy;
use crate::security_question::QUESTIONS;
use crate::session::{Credential, Next};
use crate::time::{Instant, Span};

pub(crate) const START: &str = "2026-11-23T09:00:00Z";

pub(crate) fn start() -> Instant {
    START.parse().unwrap()
}

pub(crate) fn day(days: u32) -> Instant {
    start().plus(Span::days(days))
}

fn names<'a>(hashes: &[&'a PasswordHash]) -> Vec<&'a str> {
    hashes.iter().map(|hash| hash.as_str()).collect()
}

pub(crate) fn hash(text: &str) -> PasswordHash {
    PasswordHash::new(text.to_owned())
}

pub(crate) fn newcomer() -> Account {
    let person = Person::parse(&"Jane".into(), &"Smith".into(), &"jane@example.org".into()).unwrap();
    let creation = Creation {
        id: AccountId(Uuid::from_u128(7)),
        username: "jane.smith".to_owned().try_into().unwrap(),
        person,
        mobile: "07700900123".to_owned().try_into().unwrap(),
        administration: Administration::NhsDental,
        practice: None,
        temporary_password: hash("temporary"),
    };
    Account::create(creation, start())
}

fn sign_in(credential: Credential) -> Command {
    Command::SignIn { credential, proof: Proof::Correct }
}

pub(crate) fn helpdesk() -> Actor {
    Actor::Helpdesk(AgentId(Uuid::from_u128(70)))
}

fn staff(command: StaffCommand) -> Command {
    Command::Staff { by: helpdesk(), command }
}

fn issue(hash: PasswordHash) -> Command {
    staff(StaffCommand::IssueTemporaryPassword(hash))
}

fn clocks() -> Command {
    Command::RunClocks { ties: Ties::none() }
}

fn activation() -> Activation {
    Activation { password: hash("p0"), novelty: Novelty::New, answers: Vec::new(), mobile_visible: true }
}

/// An account activated at [`START`].
pub(crate) fn member() -> Account {
    run(newcomer(), &Command::Activate(activation()), start()).unwrap().0
}

pub(crate) fn run(account: Account, command: &Command, now: Instant) -> Result<(Account, Vec<Event>), AccountRefusal> {
    let events = account.decide(command, now, &Policy::seed_2018())?;
    Ok((events.iter().fold(account, Account::evolve), events))
}

/// Signs in and changes the password.
fn change(account: Account, to: &str, now: Instant) -> Account {
    let (account, _) = run(account, &sign_in(Credential::Password), now).unwrap();
    run(account, &Command::ChangePassword { current: Proof::Correct, novelty: Novelty::New, password: hash(to) }, now)
        .unwrap()
        .0
}

/// Runs the clocks at `now` and returns the steps that went out.
fn tick(account: Account, now: Instant) -> (Account, Vec<(DeadlineKind, u32)>) {
    let (account, events) = run(account, &clocks(), now).unwrap();
    let steps = events
        .iter()
        .filter_map(|event| match event {
            Event::Reminded(sent) => Some((sent.kind, sent.days_before)),
            _ => None,
        })
        .collect();
    (account, steps)
}

pub(crate) fn policy() -> Policy {
    Policy::seed_2018()
}

#[test]
fn r9_nothing_but_activation_works_before_it() {
    let account = newcomer();
    assert_eq!(account.next(Credential::TemporaryPassword, start(), &policy()), Some(Next::Activate));
    for command in [
        Command::ListMobile { visible: false },
        Command::ChangePassword { current: Proof::Correct, novelty: Novelty::New, password: hash("p") },
    ] {
        assert_eq!(account.decide(&command, start(), &policy()), Err(AccountRefusal::ActivationRequired));
    }
    assert!(AccountView::of(&account, start(), &policy(), Language::En).is_none());
}

#[test]
fn r9_activation_takes_effect_whole() {
    let answers =
        vec![AnsweredQuestion { question: QUESTIONS[0].id.to_owned().try_into().unwrap(), answer: hash("a") }];
    let (account, _) = run(
        newcomer(),
        &Command::Activate(Activation { answers: answers.clone(), mobile_visible: false, ..activation() }),
        day(1),
    )
    .unwrap();
    let member = account.member().unwrap();
    assert_eq!((member.password.as_str(), &member.answers, member.activated_at), ("p0", &answers, day(1)));
    assert!(!member.holder.mobile.is_visible());
    assert_eq!(account.next(Credential::Password, day(1), &policy()), Some(Next::Home));
}

#[test]
fn r10_a_temporary_password_works_for_one_activation_and_runs_out() {
    let sign_in = sign_in(Credential::TemporaryPassword);
    let just_before = Instant::from_micros(day(14).micros() - 1);
    assert_eq!(newcomer().decide(&sign_in, just_before, &policy()), Ok(vec![]));
    for command in [&sign_in, &Command::Activate(activation())] {
        assert_eq!(newcomer().decide(command, day(14), &policy()), Err(AccountRefusal::TemporaryPasswordExpired));
    }
    assert_eq!(newcomer().status(day(14), &policy()), Status::TemporaryPasswordExpired);
    // A wrong one does not learn that it has run out.
    assert_eq!(
        newcomer().decide(
            &Command::SignIn { credential: Credential::Password, proof: Proof::Wrong },
            day(20),
            &policy()
        ),
        Err(AccountRefusal::SignInFailed)
    );
    assert_eq!(
        member().decide(&Command::Activate(activation()), start(), &policy()),
        Err(AccountRefusal::AlreadyActivated)
    );
    let reissued = run(newcomer(), &issue(hash("second")), day(20)).unwrap().0;
    assert_eq!(reissued.credentials(), [(Credential::TemporaryPassword, &hash("second"))]);
    assert_eq!(reissued.status(day(33), &policy()), Status::NeverActivated);
    assert_eq!(member().credentials(), [(Credential::Password, &hash("p0"))], "the temporary password is gone");
}

#[test]
fn r10_the_temporary_password_is_not_taken_as_the_new_one() {
    let same = Command::Activate(Activation { novelty: Novelty::Temporary, ..activation() });
    assert_eq!(newcomer().decide(&same, start(), &policy()), Err(AccountRefusal::PasswordIsTemporary));
}

#[test]
fn r13_each_reminder_goes_out_once_on_its_day() {
    let mut account = member();
    let mut log = Vec::new();
    for hour in 0..(95 * 24) {
        let now = start().plus(Span::minutes(60 * hour));
        let steps;
        (account, steps) = tick(account, now);
        log.extend(
            steps
                .into_iter()
                .filter(|(kind, _)| *kind == DeadlineKind::PasswordExpires)
                .map(|(_, days)| (hour / 24, days)),
        );
    }
    assert_eq!(log, [(72, 18), (80, 10), (85, 5), (88, 2), (89, 1), (90, 0)]);
}

#[test]
fn r13_no_reminder_is_lost_by_downtime_and_none_goes_out_twice() {
    let (account, steps) = tick(member(), day(86));
    assert_eq!(steps, [18, 10, 5].map(|days| (DeadlineKind::PasswordExpires, days)));
    let (account, steps) = tick(account, day(86));
    assert_eq!(steps, []);
    assert_eq!(tick(account, day(88)).1, [(DeadlineKind::PasswordExpires, 2)]);
    // After the deadline one notice stands for all.
    assert_eq!(tick(member(), day(95)).1, [(DeadlineKind::PasswordExpires, 0)]);
}

#[test]
fn r13_none_goes_out_after_the_password_was_changed() {
    let account = change(tick(member(), day(80)).0, "p1", day(81));
    assert_eq!(tick(account.clone(), day(89)).1, []);
    assert_eq!(account.next_due(&policy()), Some(day(81 + 72)));
    assert_eq!(tick(account, day(81 + 72)).1, [(DeadlineKind::PasswordExpires, 18)]);
}

#[test]
fn r14_an_expired_password_opens_only_its_change() {
    let account = member();
    assert_eq!(
        account.next(Credential::Password, Instant::from_micros(day(90).micros() - 1), &policy()),
        Some(Next::Home)
    );
    assert_eq!(account.next(Credential::Password, day(90), &policy()), Some(Next::ChangePassword));
    assert_eq!(account.status(day(90), &policy()), Status::Inactive);
    assert_eq!(
        account.decide(&Command::ListMobile { visible: false }, day(90), &policy()),
        Err(AccountRefusal::PasswordChangeRequired)
    );
    let account = run(account, &sign_in(Credential::Password), day(100)).unwrap().0;
    assert_eq!(account.status(day(100), &policy()), Status::Inactive);
    let account = change(account, "p1", day(100));
    assert_eq!(account.status(day(100), &policy()), Status::Active);
    assert_eq!(account.next(Credential::Password, day(100), &policy()), Some(Next::Home));
}

#[test]
fn r15_the_earlier_of_two_clocks_counts() {
    let policy = Policy::nhsmail_2019();
    let account = member();
    assert_eq!(account.status(day(90), &policy), Status::Inactive);
    let used = run(account, &sign_in(Credential::Password), day(60)).unwrap().0;
    assert_eq!(used.status(day(90), &policy), Status::Active);
    assert_eq!(
        used.deadlines(day(60), &policy).first().map(|d| (d.kind, d.at)),
        Some((DeadlineKind::BecomesInactive, day(150)))
    );
    assert_eq!(
        used.status(day(90), &self::policy()),
        Status::Inactive,
        "under a 90-day password the password's clock is earlier"
    );
}

#[test]
fn r15_an_inactive_account_is_deleted_after_a_further_90_days_with_its_warnings_before() {
    let (mut account, mut warned) = (member(), Vec::new());
    for at in 0..=180 {
        let steps;
        (account, steps) = tick(account, day(at));
        warned.extend(steps.into_iter().filter(|(kind, _)| *kind == DeadlineKind::Deleted).map(|(_, days)| (at, days)));
        assert_eq!(account.status(day(at), &policy()) == Status::Deleted, at == 180, "day {at}");
    }
    assert_eq!(warned, [(120, 60), (150, 30), (166, 14), (173, 7), (179, 1)]);
    assert_eq!(account.holder(), None, "nothing personal is kept");
    assert_eq!(account.next_due(&policy()), None);
}

#[test]
fn r15_nobody_is_deleted_without_a_warning_however_long_nothing_ran() {
    let (account, steps) = tick(member(), day(1000));
    assert_eq!(steps, [(DeadlineKind::PasswordExpires, 0), (DeadlineKind::Deleted, 60)]);
    let mut warned = Vec::new();
    let mut account = account;
    for at in 1000..=1060 {
        assert_eq!(
            account.deadlines(day(at), &policy()).first().map(|deadline| deadline.at),
            (at < 1060).then(|| day(1060))
        );
        let steps;
        (account, steps) = tick(account, day(at));
        warned.extend(steps.into_iter().map(|(_, days)| (at, days)));
        assert_eq!(account.status(day(at), &policy()) == Status::Deleted, at == 1060, "day {at}");
    }
    assert_eq!(warned, [(1030, 30), (1046, 14), (1053, 7), (1059, 1)]);
}

// Found by the property: warned of one clock's deletion, whoever signs in is then told of the other clock's.
#[test]
fn r15_signing_in_with_an_expired_password_brings_no_deletion_forward() {
    let signed_in = run(member(), &sign_in(Credential::Password), day(20)).unwrap().0;
    let modern = Policy { password_days: Some(95), ..policy() };
    let warned = |account: Account| {
        let events = account.decide(&clocks(), day(150), &modern).unwrap();
        events.iter().find_map(|event| match event {
            Event::Reminded(sent) if sent.kind == DeadlineKind::Deleted => Some(sent.takes_effect),
            _ => None,
        })
    };
    // By the last sign-in the account goes on day 200, 50 days on; by the password on day 185, 35 days on.
    assert_eq!(warned(signed_in.clone()), Some(day(210)));
    let (again, _) = run(signed_in, &sign_in(Credential::Password), day(150)).unwrap();
    assert_eq!(warned(again), Some(day(210)), "not with fewer days");
}

#[test]
fn r15_who_was_warned_once_is_not_deleted_because_the_rest_was_missed() {
    let (account, _) = tick(member(), day(120));
    // Nothing ran, so that nobody could sign in, until the day had passed.
    let (account, steps) = tick(account, day(181));
    assert!(steps.contains(&(DeadlineKind::Deleted, 1)), "{steps:?}");
    assert_eq!(tick(account.clone(), day(181)).0.status(day(181), &policy()), Status::Inactive);
    assert_eq!(tick(account, day(182)).0.status(day(182), &policy()), Status::Deleted);
}

#[test]
fn r15_a_later_warning_names_the_date_that_the_first_one_named() {
    let (account, _) = tick(member(), day(120));
    // The step of 30 days was due a day ago.
    let (_, events) = run(account, &clocks(), day(151)).unwrap();
    let named: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Reminded(sent) if sent.kind == DeadlineKind::Deleted => Some((sent.days_before, sent.takes_effect)),
            _ => None,
        })
        .collect();
    assert_eq!(named, [(30, day(180))], "on which it is deleted");
}

#[test]
fn r15_a_never_activated_account_has_its_clock_from_creation() {
    let account = run(newcomer(), &issue(hash("second")), day(100)).unwrap().0;
    let deadlines = account.deadlines(day(100), &policy());
    let dates: Vec<_> = deadlines.iter().map(|deadline| (deadline.kind, deadline.at)).collect();
    assert_eq!(dates, [(DeadlineKind::TemporaryPasswordExpires, day(114)), (DeadlineKind::Deleted, day(180))]);
}

#[test]
fn r17_a_changed_password_needs_the_current_one_and_differs_from_the_last_four() {
    let wrong = Command::ChangePassword { current: Proof::Wrong, novelty: Novelty::Reused, password: hash("x") };
    assert_eq!(member().decide(&wrong, start(), &policy()), Err(AccountRefusal::CurrentPasswordWrong));
    let reused = Command::ChangePassword { current: Proof::Correct, novelty: Novelty::Reused, password: hash("x") };
    assert_eq!(member().decide(&reused, start(), &policy()), Err(AccountRefusal::PasswordReused(4)));
    assert_eq!(member().decide(&reused, start(), &Policy::modern()), Err(AccountRefusal::PasswordReused(1)));
    let account = (1..=5).fold(member(), |account, n| change(account, &format!("p{n}"), start()));
    let compared: Vec<_> = names(&account.compared_passwords(&policy()).earlier);
    assert_eq!(compared, ["p5", "p4", "p3", "p2"]);
    assert_eq!(names(&account.compared_passwords(&policy()).temporary), ["temporary"]);
}

#[test]
fn r18_a_hidden_mobile_is_in_no_directory_entry_and_can_be_shown_again() {
    use crate::directory::DirectoryEntry;
    assert_eq!(DirectoryEntry::of(&newcomer()), None);
    let shown = DirectoryEntry::of(&member()).unwrap();
    assert_eq!(shown.mobile.unwrap().e164(), "+447700900123");
    let (account, events) = run(member(), &Command::ListMobile { visible: false }, start()).unwrap();
    assert_eq!(events.len(), 1);
    assert_eq!(DirectoryEntry::of(&account).unwrap().mobile, None);
    assert_eq!(account.holder().unwrap().mobile.number().e164(), "+447700900123", "codes still go to it");
    assert_eq!(account.decide(&Command::ListMobile { visible: false }, start(), &policy()), Ok(vec![]), "already so");
    let (account, _) = run(account, &Command::ListMobile { visible: true }, start()).unwrap();
    assert!(DirectoryEntry::of(&account).unwrap().mobile.is_some());
}

#[test]
fn r20_the_view_names_every_deadline_with_its_remedy() {
    let view = AccountView::of(&member(), day(85), &policy(), Language::En).unwrap();
    let dates: Vec<_> = view.deadlines.iter().map(|d| (d.kind, d.at, d.remedy, d.days_left)).collect();
    assert_eq!(
        dates,
        [
            (DeadlineKind::PasswordExpires, day(90), Remedy::ChangePassword, 5),
            (DeadlineKind::Deleted, day(180), Remedy::ChangePassword, 95)
        ]
    );
}

#[test]
fn r36_deleted_is_final() {
    let account = newcomer().evolve(&Event::Deleted { at: start() });
    for command in commands() {
        match account.decide(&command, start(), &policy()) {
            Ok(events) => assert_eq!(events, [], "{command:?}"),
            Err(refusal) => {
                assert!(matches!(refusal, AccountRefusal::Deleted | AccountRefusal::SignInFailed), "{refusal:?}");
            }
        }
    }
}

pub(crate) fn commands() -> Vec<Command> {
    vec![
        clocks(),
        sign_in(Credential::Password),
        sign_in(Credential::TemporaryPassword),
        Command::SignIn { credential: Credential::Password, proof: Proof::Wrong },
        Command::Rehash { credential: Credential::Password, hash: hash("r") },
        Command::Activate(activation()),
        Command::ChangePassword { current: Proof::Correct, novelty: Novelty::New, password: hash("c") },
        credentials::reset("jane.smith"),
        Command::ListMobile { visible: false },
        Command::ListMobile { visible: true },
        Command::ChangeMobile { proved: credentials::proved("07700900201"), is_taken: false },
        credentials::reissue(day(3)),
        credentials::withdraw(),
        issue(hash("t")),
        staff(StaffCommand::MarkLeaver { ties: Ties::none() }),
        staff(StaffCommand::Join { practice: "V12345".to_owned().try_into().unwrap() }),
        staff(StaffCommand::Transfer),
        staff(StaffCommand::Disable),
        staff(StaffCommand::Enable),
    ]
}

proptest! {
    #[test]
    fn r13_whatever_the_history_no_step_goes_out_twice_and_the_clocks_come_to_rest(
        steps in prop::collection::vec((0..19_usize, 0..(40 * 24_u32)), 1..40)
    ) {
        let (mut account, mut now, mut seen) = (newcomer(), start(), std::collections::HashSet::new());
        for (choice, hours) in steps {
            now = now.plus(Span::minutes(hours * 60));
            let Ok((after, events)) = run(account.clone(), &commands()[choice], now) else { continue };
            for event in &events {
                if let Event::Reminded(sent) = event {
                    prop_assert!(seen.insert((sent.kind, sent.deadline, sent.days_before, sent.takes_effect)), "{sent:?} twice");
                }
            }
            account = after;
            if commands()[choice] == clocks() {
                prop_assert_eq!(account.decide(&clocks(), now, &policy()), Ok(vec![]));
                if let Some(due) = account.next_due(&policy()) {
                    prop_assert!(due > now, "due {} at {}", due, now);
                    let events = account.decide(&clocks(), due, &policy()).unwrap();
                    prop_assert!(!events.is_empty(), "nothing due at {}", due);
                }
            }
            let coming = account.deadlines(now, &policy());
            prop_assert!(coming.iter().all(|deadline| deadline.at > now));
            prop_assert!(coming.is_sorted_by_key(|deadline| deadline.at));
        }
    }

    #[test]
    fn a_state_reads_what_it_writes(visible: bool, days in 0..200_u32) {
        let account = run(member(), &Command::ListMobile { visible }, start()).unwrap().0;
        let account = tick(account, day(days)).0;
        let json = serde_json::to_string(&account).unwrap();
        prop_assert_eq!(serde_json::from_str::<Account>(&json).unwrap(), account);
    }
}
