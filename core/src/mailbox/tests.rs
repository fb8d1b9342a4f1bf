//! The mailbox's rules, by example and by property.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::account::AccountId;
use crate::actor::{Actor, AgentId};
use crate::organisation::OdsCode;
use crate::policy::Policy;
use crate::time::{Instant, Span};

fn start() -> Instant {
    crate::account::tests::START.parse().unwrap()
}

fn day(days: u32) -> Instant {
    start().plus(Span::days(days))
}

fn policy() -> Policy {
    Policy::seed_2018()
}

pub(crate) fn account(number: u8) -> AccountId {
    AccountId(Uuid::from_u128(number.into()))
}

fn member(number: u8) -> Actor {
    Actor::Member(account(number))
}

fn helpdesk() -> Actor {
    Actor::Helpdesk(AgentId(Uuid::from_u128(900)))
}

/// An account that may own a mailbox.
fn able(number: u8) -> Candidate {
    Candidate { account: account(number), standing: Standing::Activated, has_reachable_mobile: true }
}

pub(crate) fn mailbox_of(id: u8, owners: &[u8], members: &[u8]) -> Mailbox {
    let creation = Creation {
        id: MailboxId(Uuid::from_u128(id.into())),
        address: MailboxAddress::parse(&format!("practice-{id}.dental").into()).unwrap(),
        practice: OdsCode::parse(&"V12345".into()).unwrap(),
        owners: owners.iter().map(|&number| account(number)).collect::<Vec<_>>().try_into().unwrap(),
        members: members.iter().map(|&number| account(number)).collect(),
    };
    Mailbox::create(creation, start())
}

/// Owned by 1, opened by 2 and 3 as well.
fn mailbox() -> Mailbox {
    mailbox_of(1, &[1], &[2, 3])
}

fn judge(mailbox: &Mailbox, command: &Command, by: &Actor) -> Result<Vec<Event>, MailboxRefusal> {
    mailbox.decide(command, by, day(1), &policy())
}

fn run(mailbox: Mailbox, command: &Command, by: &Actor, now: Instant) -> Result<(Mailbox, Vec<Event>), MailboxRefusal> {
    let events = mailbox.decide(command, by, now, &policy())?;
    Ok((events.iter().fold(mailbox, Mailbox::evolve), events))
}

fn done(mailbox: Mailbox, command: &Command, by: &Actor) -> Mailbox {
    run(mailbox, command, by, day(1)).unwrap().0
}

fn ties(is_tied: bool) -> Ties {
    Ties { sole_owner_of: is_tied.then(|| mailbox().address).into_iter().collect() }
}

/// Of an owner whom another succeeds.
fn step_down(number: u8) -> Command {
    Command::StepDown { account: account(number), ties: ties(false) }
}

fn owners(mailbox: &Mailbox) -> Vec<AccountId> {
    mailbox.access.owners().iter().collect()
}

#[test]
fn r11_a_mailbox_is_open_to_its_people_from_its_creation_on_and_keeps_no_secret() {
    let json = serde_json::to_value(mailbox()).unwrap();
    let fields: BTreeSet<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(Vec::from_iter(fields), ["access", "address", "created_at", "id", "last_opened", "nudge", "practice"]);
    for number in [1, 2, 3] {
        assert!(judge(&mailbox(), &Command::RecordOpened, &member(number)).is_ok());
    }
    for stranger in [member(4), helpdesk(), Actor::Visitor, Actor::Clock] {
        assert_eq!(judge(&mailbox(), &Command::RecordOpened, &stranger), Err(MailboxRefusal::NoAccess));
    }
}

#[test]
fn r29_owners_and_the_helpdesk_grant_and_revoke_and_nobody_else() {
    let administrator = Actor::LocalAdministrator {
        agent: AgentId(Uuid::from_u128(901)),
        organisation: OdsCode::parse(&"V12345".into()).unwrap(),
    };
    for (by, may) in [
        (member(1), true),
        (helpdesk(), true),
        (member(2), false),
        (member(4), false),
        (Actor::Visitor, false),
        (Actor::Clock, false),
        (administrator, false),
    ] {
        for command in [Command::Grant(able(4)), Command::Revoke { account: account(3) }, Command::AddOwner(able(2))] {
            let verdict = judge(&mailbox(), &command, &by);
            assert_eq!(verdict == Err(MailboxRefusal::NotAllowed), !may, "{command:?} by {by:?}");
            assert_eq!(verdict.is_ok(), may, "{command:?} by {by:?}");
        }
    }
    let granted = done(mailbox(), &Command::Grant(able(4)), &member(1));
    assert!(granted.access.may_open(account(4)) && !granted.access.is_owner(account(4)));
    let revoked = done(granted, &Command::Revoke { account: account(4) }, &member(1));
    assert_eq!(revoked, mailbox());
}

#[test]
fn r29_a_member_leaves_by_themselves_and_an_owner_steps_down_first() {
    let left = done(mailbox(), &Command::Revoke { account: account(2) }, &member(2));
    assert!(!left.access.may_open(account(2)));
    for by in [member(1), helpdesk()] {
        assert_eq!(judge(&mailbox(), &Command::Revoke { account: account(1) }, &by), Err(MailboxRefusal::StillOwner));
    }
}

#[test]
fn r29_any_number_of_members_each_with_a_personal_account() {
    let everybody =
        (4..=255).fold(mailbox(), |mailbox, number| done(mailbox, &Command::Grant(able(number)), &helpdesk()));
    assert_eq!(everybody.access.members().count(), 254);
    for (standing, refused) in [
        (Standing::Activated, false),
        (Standing::NeverActivated, false),
        (Standing::Leaving, false),
        (Standing::Disabled, false),
        (Standing::Gone, true),
    ] {
        let grant = Command::Grant(Candidate { standing, has_reachable_mobile: false, ..able(4) });
        assert_eq!(judge(&mailbox(), &grant, &member(1)) == Err(MailboxRefusal::NoAccount), refused, "{standing:?}");
    }
}

#[test]
fn r30_r31_an_owner_is_activated_and_reachable_and_stays() {
    for (candidate, refusal) in [
        (Candidate { standing: Standing::NeverActivated, ..able(2) }, MailboxRefusal::OwnerNotActivated),
        (Candidate { standing: Standing::Leaving, ..able(2) }, MailboxRefusal::OwnerLeaving),
        (Candidate { standing: Standing::Disabled, ..able(2) }, MailboxRefusal::OwnerDisabled),
        (Candidate { standing: Standing::Gone, ..able(2) }, MailboxRefusal::NoAccount),
        (Candidate { has_reachable_mobile: false, ..able(2) }, MailboxRefusal::OwnerUnreachable),
    ] {
        for command in [Command::AddOwner(candidate), Command::HandOver { from: account(1), to: candidate }] {
            assert_eq!(judge(&mailbox(), &command, &member(1)), Err(refusal), "{command:?}");
            assert_eq!(judge(&mailbox(), &command, &helpdesk()), Err(refusal), "{command:?}");
        }
        // Another owner is no successor either, if the mailbox could not depend on them.
        let two = mailbox_of(1, &[1, 2], &[]);
        let hand_over = Command::HandOver { from: account(1), to: candidate };
        assert_eq!(judge(&two, &hand_over, &member(1)), Err(refusal));
    }
}

#[test]
fn r31_ownership_is_handed_over_by_who_has_it_or_by_the_helpdesk_which_is_told() {
    let hand_over = Command::HandOver { from: account(1), to: able(2) };
    for by in [member(1), helpdesk()] {
        let (after, events) = run(mailbox(), &hand_over, &by, day(1)).unwrap();
        assert_eq!(owners(&after), [account(2)]);
        assert!(after.access.may_open(account(1)), "who handed over stays a member");
        assert_eq!(events[0].told(&mailbox()), [Told::Owner(account(2)), Told::Member(account(1)), Told::Helpdesk]);
    }
    let two = mailbox_of(1, &[1, 2], &[3]);
    for by in [member(2), member(3)] {
        for command in [Command::HandOver { from: account(1), to: able(3) }, step_down(1)] {
            assert_eq!(judge(&two, &command, &by), Err(MailboxRefusal::NotAllowed), "{command:?} by {by:?}");
        }
    }
    let from_a_member = Command::HandOver { from: account(2), to: able(3) };
    assert_eq!(judge(&mailbox(), &from_a_member, &helpdesk()), Err(MailboxRefusal::NotOwner));
    assert_eq!(judge(&mailbox(), &from_a_member, &member(2)), Err(MailboxRefusal::NotAllowed));
}

#[test]
fn r31_the_new_owner_may_be_somebody_who_did_not_open_it_so_far() {
    let after = done(mailbox(), &Command::HandOver { from: account(1), to: able(9) }, &member(1));
    assert_eq!((owners(&after), after.access.may_open(account(1))), (vec![account(9)], true));
}

#[test]
fn r36_the_only_owner_neither_steps_down_nor_is_forgotten() {
    assert_eq!(judge(&mailbox(), &step_down(1), &member(1)), Err(MailboxRefusal::OnlyOwner));
    let forget = |number| Command::Forget { account: account(number) };
    assert_eq!(judge(&mailbox(), &forget(1), &Actor::Clock), Err(MailboxRefusal::OnlyOwner));
    let two = done(mailbox(), &Command::AddOwner(able(2)), &member(1));
    assert_eq!(owners(&done(two.clone(), &forget(1), &Actor::Clock)), [account(2)]);
    assert!(!done(mailbox(), &forget(2), &Actor::Clock).access.may_open(account(2)));
    // Who is there still steps down, with what that asks for.
    for by in [helpdesk(), member(1)] {
        assert_eq!(judge(&two, &forget(2), &by), Err(MailboxRefusal::NotAllowed));
    }
}

#[test]
fn r36_no_fact_that_does_not_fit_changes_anything_least_of_all_the_only_owner() {
    let at = start();
    for event in [
        Event::SteppedDown { at, account: account(1), by: helpdesk() },
        Event::Forgotten { at, account: account(1) },
        Event::AccessRevoked { at, account: account(1), by: helpdesk() },
        Event::SteppedDown { at, account: account(9), by: helpdesk() },
        Event::HandedOver { at, from: account(2), to: account(3), by: helpdesk() },
        Event::HandedOver { at, from: account(1), to: account(1), by: helpdesk() },
    ] {
        assert_eq!(mailbox().evolve(&event), mailbox(), "{event:?}");
    }
}

#[test]
fn what_is_so_already_is_no_event() {
    for (command, by) in [
        (Command::Grant(able(2)), member(1)),
        (Command::Grant(able(1)), member(1)),
        (Command::AddOwner(able(1)), helpdesk()),
        (Command::Revoke { account: account(9) }, member(1)),
        (step_down(2), helpdesk()),
        (Command::HandOver { from: account(1), to: able(1) }, member(1)),
        (Command::Forget { account: account(9) }, Actor::Clock),
        (Command::RunClocks, Actor::Clock),
    ] {
        assert_eq!(judge(&mailbox(), &command, &by), Ok(vec![]), "{command:?}");
    }
    let opened = done(mailbox(), &Command::RecordOpened, &member(2));
    assert_eq!(judge(&opened, &Command::RecordOpened, &member(3)), Ok(vec![]), "at the very instant");
}

#[test]
fn r29_who_is_concerned_is_told_and_the_owners_unless_they_did_it() {
    let two = mailbox_of(1, &[1, 5], &[2, 3]);
    for (command, by, told) in [
        (Command::Grant(able(4)), member(1), vec![Told::Member(account(4)), Told::Owner(account(5))]),
        (
            Command::Grant(able(4)),
            helpdesk(),
            vec![Told::Member(account(4)), Told::Owner(account(1)), Told::Owner(account(5))],
        ),
        (Command::Revoke { account: account(2) }, member(2), vec![Told::Owner(account(1)), Told::Owner(account(5))]),
        (
            Command::AddOwner(able(2)),
            member(1),
            vec![Told::Owner(account(1)), Told::Owner(account(5)), Told::Owner(account(2)), Told::Helpdesk],
        ),
        (step_down(1), member(1), vec![Told::Owner(account(5)), Told::Member(account(1)), Told::Helpdesk]),
        (Command::Forget { account: account(2) }, Actor::Clock, vec![Told::Owner(account(1)), Told::Owner(account(5))]),
        (Command::Forget { account: account(5) }, Actor::Clock, vec![Told::Owner(account(1)), Told::Helpdesk]),
        (Command::RecordOpened, member(2), vec![]),
    ] {
        let events = judge(&two, &command, &by).unwrap();
        assert_eq!(events.iter().flat_map(|event| event.told(&two)).collect::<Vec<_>>(), told, "{command:?}");
    }
}

#[test]
fn r16_owners_and_members_are_nudged_once_when_nobody_opened_it_for_14_days() {
    let clock = |mailbox, days| run(mailbox, &Command::RunClocks, &Actor::Clock, day(days)).unwrap();
    assert_eq!(clock(mailbox(), 13).1, []);
    let (nudged, events) = clock(mailbox(), 14);
    assert_eq!(events, [Event::Nudged(Nudge { silent_since: start(), at: day(14) })]);
    assert_eq!(
        events[0].told(&mailbox()),
        [Told::Owner(account(1)), Told::Member(account(2)), Told::Member(account(3))]
    );
    assert_eq!(clock(nudged.clone(), 400).1, [], "and it is there for ever");
    let (opened, _) = run(nudged, &Command::RecordOpened, &member(3), day(20)).unwrap();
    assert_eq!(opened.last_opened, Some(Opening { by: account(3), at: day(20) }));
    assert_eq!(opened.next_due(&policy()), Some(day(34)));
    assert_eq!((clock(opened.clone(), 33).1.len(), clock(opened, 34).1.len()), (0, 1));
    assert_eq!(judge(&mailbox(), &Command::RunClocks, &helpdesk()), Err(MailboxRefusal::NotAllowed));
}

#[test]
fn r16_an_opening_that_is_reported_late_does_not_undo_a_later_one() {
    let opened = |mailbox: Mailbox, days| mailbox.evolve(&Event::Opened(Opening { by: account(2), at: day(days) }));
    assert_eq!(opened(opened(mailbox(), 9), 7).silent_since(), day(9));
}

#[test]
fn r26_an_account_is_tied_by_the_mailboxes_that_it_owns_alone() {
    let mailboxes = [mailbox_of(1, &[1], &[2]), mailbox_of(2, &[1, 2], &[]), mailbox_of(3, &[2], &[1])];
    let alone = Ties::of(account(1), &mailboxes, everybody_stays);
    assert_eq!(alone.sole_owner_of, [mailboxes[0].address.clone()]);
    assert!(!alone.is_succeeded());
    for number in [3, 4] {
        assert_eq!(Ties::of(account(number), &mailboxes, everybody_stays), Ties::none());
    }
    assert!(Ties::none().is_succeeded());
}

fn everybody_stays(_: AccountId) -> Standing {
    Standing::Activated
}

#[test]
fn r26_of_two_owners_who_leave_one_after_the_other_the_second_must_be_succeeded() {
    let shared = [mailbox_of(1, &[1, 2], &[3])];
    let is =
        |one: u8, standing| move |other: AccountId| if other == account(one) { standing } else { Standing::Activated };
    assert!(Ties::of(account(2), &shared, everybody_stays).is_succeeded());
    for gone in [Standing::Leaving, Standing::Disabled, Standing::NeverActivated, Standing::Gone] {
        assert!(!Ties::of(account(2), &shared, is(1, gone)).is_succeeded(), "{gone:?} is no successor");
        assert!(Ties::of(account(2), &shared, is(3, gone)).is_succeeded(), "a member succeeds nobody");
        assert!(Ties::of(account(3), &shared, |_| gone).is_succeeded(), "who owns nothing leaves nothing");
    }
}

#[test]
fn r26_an_owner_does_not_step_down_in_favour_of_owners_who_go_as_well() {
    let two = mailbox_of(1, &[1, 2], &[3]);
    let tied = Command::StepDown { account: account(1), ties: ties(true) };
    assert_eq!(judge(&two, &tied, &member(1)), Err(MailboxRefusal::NoOwnerStays));
    let elsewhere = Ties { sole_owner_of: vec![mailbox_of(9, &[1], &[]).address] };
    let step_down = Command::StepDown { account: account(1), ties: elsewhere };
    assert_eq!(owners(&done(two, &step_down, &member(1))), [account(2)]);
}

#[test]
fn r34_every_refusal_says_what_to_do() {
    use crate::refusal::Refuse;
    use MailboxRefusal as Refusal;
    let all = [
        Refusal::NotAllowed,
        Refusal::NoAccess,
        Refusal::NoAccount,
        Refusal::StillOwner,
        Refusal::NotOwner,
        Refusal::OwnerNotActivated,
        Refusal::OwnerLeaving,
        Refusal::OwnerDisabled,
        Refusal::OwnerUnreachable,
        Refusal::OnlyOwner,
        Refusal::NoOwnerStays,
    ];
    let codes: BTreeSet<_> = all.iter().map(Refuse::code).collect();
    assert_eq!(codes.len(), all.len());
    for refusal in all {
        let sentence = refusal.sentence().english();
        assert!(sentence.contains(". ") && !sentence.ends_with('.'), "why, and the next step: {sentence}");
    }
}

#[test]
fn the_form_names_a_username_in_any_spelling() {
    let request = MailboxMemberRequest { username: " Jane.Smith@NHS.net".into() };
    assert_eq!(request.check().unwrap().as_str(), "jane.smith");
    let problems = MailboxMemberRequest::default().check().unwrap_err();
    assert_eq!(problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["username"]);
}

fn actors() -> impl Strategy<Value = Actor> {
    prop_oneof![
        6 => (0..6_u8).prop_map(member),
        3 => Just(helpdesk()),
        2 => Just(Actor::Clock),
        1 => Just(Actor::Visitor),
    ]
}

fn candidates() -> impl Strategy<Value = Candidate> {
    let standing = prop_oneof![
        6 => Just(Standing::Activated),
        1 => Just(Standing::NeverActivated),
        1 => Just(Standing::Leaving),
        1 => Just(Standing::Disabled),
        1 => Just(Standing::Gone),
    ];
    (0..6_u8, standing, prop::bool::weighted(0.8)).prop_map(|(number, standing, has_reachable_mobile)| Candidate {
        account: account(number),
        standing,
        has_reachable_mobile,
    })
}

fn commands() -> impl Strategy<Value = Command> {
    let named = (0..6_u8).prop_map(account);
    prop_oneof![
        candidates().prop_map(Command::Grant),
        named.clone().prop_map(|account| Command::Revoke { account }),
        (named.clone(), candidates()).prop_map(|(from, to)| Command::HandOver { from, to }),
        candidates().prop_map(Command::AddOwner),
        (named.clone(), any::<bool>())
            .prop_map(|(account, is_tied)| Command::StepDown { account, ties: ties(is_tied) }),
        Just(Command::RecordOpened),
        Just(Command::RunClocks),
        named.prop_map(|account| Command::Forget { account }),
    ]
}

proptest! {
    #[test]
    fn r36_after_any_commands_by_anybody_a_mailbox_has_an_owner_and_nobody_is_owner_and_member(
        steps in prop::collection::vec((commands(), actors(), 0..20_u32), 0..60)
    ) {
        let (mut mailbox, mut now) = (mailbox(), start());
        for (command, by, days) in steps {
            now = now.plus(Span::days(days));
            let before = mailbox.clone();
            let Ok((after, events)) = run(mailbox.clone(), &command, &by, now) else { continue };
            let owners = owners(&after);
            prop_assert!(!owners.is_empty());
            prop_assert_eq!(owners.iter().collect::<BTreeSet<_>>().len(), owners.len());
            prop_assert!(after.access.members().all(|member| !owners.contains(&member)));
            // Whoever became an owner was fit to, and somebody entitled made them one.
            for owner in owners.iter().filter(|&&owner| !before.access.is_owner(owner)) {
                let (Command::AddOwner(made) | Command::HandOver { to: made, .. }) = &command else {
                    return Err(TestCaseError::fail(format!("{command:?} made an owner")));
                };
                prop_assert_eq!(made, &Candidate { account: *owner, ..able(0) });
                let entitled = by == helpdesk() || by.member().is_some_and(|by| before.access.is_owner(by));
                prop_assert!(entitled, "{:?} by {:?}", command, by);
            }
            for event in &events {
                let told = event.told(&before);
                let accounts: BTreeSet<_> = told.iter().map(|told| told.account()).collect();
                prop_assert_eq!(accounts.len(), told.len(), "each once: {:?}", told);
                // An event is of something: what it says was not so before.
                prop_assert!(before.clone().evolve(event) != before, "{:?}", event);
            }
            mailbox = after;
        }
        let json = serde_json::to_string(&mailbox).unwrap();
        prop_assert_eq!(serde_json::from_str::<Mailbox>(&json).unwrap(), mailbox);
    }

    #[test]
    fn r16_no_nudge_is_lost_or_sent_twice_in_whatever_steps_time_moves(
        openings in prop::collection::btree_set(1..200_u32, 0..8),
        runs in prop::collection::btree_set(1..300_u32, 0..40),
    ) {
        let (mut mailbox, mut sent) = (mailbox(), Vec::new());
        for today in 1..300 {
            if openings.contains(&today) {
                mailbox = run(mailbox, &Command::RecordOpened, &member(2), day(today)).unwrap().0;
            }
            if runs.contains(&today) {
                let due = mailbox.next_due(&policy());
                let (after, events) = run(mailbox, &Command::RunClocks, &Actor::Clock, day(today)).unwrap();
                prop_assert_eq!(events.is_empty(), due.is_none_or(|due| due > day(today)));
                sent.extend(events);
                mailbox = after;
                prop_assert_eq!(mailbox.next_due(&policy()).filter(|&due| due <= day(today)), None, "at rest");
            }
        }
        // Told apart from the code: each silence, and the first run that found it 14 days old.
        let silences: Vec<u32> = std::iter::once(0).chain(openings.iter().copied()).collect();
        let expected: Vec<Event> = silences
            .iter()
            .enumerate()
            .filter_map(|(number, &from)| {
                let until = silences.get(number + 1).copied().unwrap_or(u32::MAX);
                let run = runs.iter().find(|&&run| run >= from + 14 && run < until)?;
                Some(Event::Nudged(Nudge { silent_since: day(from), at: day(*run) }))
            })
            .collect();
        prop_assert_eq!(sent, expected);
    }

    #[test]
    fn r16_clocks_run_daily_nudge_about_the_same_silences_as_clocks_run_once(
        openings in prop::collection::vec(1..40_u32, 0..8)
    ) {
        let nudges = |daily: bool| {
            let (mut mailbox, mut today, mut silences) = (mailbox(), 0, Vec::new());
            for gap in openings.iter().copied().chain([100]) {
                // The days of one silence, up to the eve of the opening that ends it.
                let days = if daily { today..=today + gap - 1 } else { today + gap - 1..=today + gap - 1 };
                for at in days {
                    let (after, events) = run(mailbox, &Command::RunClocks, &Actor::Clock, day(at)).unwrap();
                    silences.extend(events.iter().filter_map(|event| match event {
                        Event::Nudged(nudge) => Some(nudge.silent_since),
                        _ => None,
                    }));
                    mailbox = after;
                }
                today += gap;
                mailbox = run(mailbox, &Command::RecordOpened, &member(1), day(today)).unwrap().0;
            }
            silences
        };
        prop_assert_eq!(nudges(true), nudges(false));
    }
}

#[test]
fn r16_of_two_openings_at_one_instant_the_first_reported_counts() {
    let opened = |by| Event::Opened(Opening { by: account(by), at: day(3) });
    let mailbox = mailbox().evolve(&opened(2)).evolve(&opened(3));
    assert_eq!(mailbox.last_opened.unwrap().by, account(2));
}

#[test]
fn every_event_of_a_mailbox_has_a_name_of_its_own() {
    let (at, account, by) = (day(1), account(2), helpdesk());
    for (event, name) in [
        (Event::AccessGranted { at, account, by: by.clone() }, "mailbox-access-granted"),
        (Event::AccessRevoked { at, account, by: by.clone() }, "mailbox-access-revoked"),
        (Event::HandedOver { at, from: account, to: account, by: by.clone() }, "mailbox-handed-over"),
        (Event::OwnerAdded { at, account, by: by.clone() }, "mailbox-owner-added"),
        (Event::SteppedDown { at, account, by }, "mailbox-owner-stepped-down"),
        (Event::Opened(Opening { by: account, at }), "mailbox-opened"),
        (Event::Nudged(Nudge { silent_since: at, at }), "mailbox-nudged"),
        (Event::Forgotten { at, account }, "mailbox-account-forgotten"),
    ] {
        assert_eq!(event.name(), name);
    }
}
