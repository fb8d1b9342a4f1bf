//! The rules of vouching, by example.

mod holding;
mod properties;

use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::account::AccountId;
use crate::actor::{Actor, AgentId};
use crate::mailbox::tests::{account, mailbox_of};
use crate::mailbox::{Mailbox, Standing};
use crate::mobile::Mobile;
use crate::policy::Policy;
use crate::refusal::Refuse;
use crate::time::{Instant, Span};

/// The owners of the mailbox, and a member of it.
const OWNER: u8 = 1;
const OTHER_OWNER: u8 = 2;
const MEMBER: u8 = 3;

fn begin() -> Instant {
    crate::account::tests::START.parse().unwrap()
}

fn hour(hours: u32) -> Instant {
    begin().plus(Span::minutes(hours * 60))
}

fn policy() -> Policy {
    Policy::seed_2018()
}

fn mailbox() -> Mailbox {
    mailbox_of(1, &[OWNER, OTHER_OWNER], &[MEMBER, 4])
}

fn mobile(last: u8) -> Mobile {
    format!("0770090000{last}").try_into().unwrap()
}

fn person(number: u8) -> Actor {
    Actor::Member(account(number))
}

fn agent_id(number: u8) -> AgentId {
    AgentId(Uuid::from_u128(u128::from(number) + 900))
}

fn agent(number: u8) -> Actor {
    Actor::Helpdesk(agent_id(number))
}

/// What was looked up where nothing stands against it; the number registered is 5, the one to use 6.
struct Looked {
    mailbox: Mailbox,
    registered: Option<Mobile>,
}

impl Looked {
    fn up() -> Self {
        Self { mailbox: mailbox(), registered: Some(mobile(5)) }
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            mailbox: &self.mailbox,
            standing: Standing::Activated,
            owner_standing: Standing::Activated,
            registered_mobile: self.registered.as_ref(),
            is_mobile_of_another: false,
        }
    }

    fn desk(&self) -> Desk<'_> {
        Desk { facts: self.facts(), holding: BEFORE, agent_account: None }
    }
}

/// What the account says whose password was chosen before, and which holds nothing.
const BEFORE: Holding = Holding { chosen_at: Some(Instant::FIRST), temporary_password: Held::Nothing };

/// What the account says that holds what [`issued`] gave it.
fn holding() -> Holding {
    let held = Held::Running { from: hour(26), until: hour(26 + 14 * 24) };
    Holding { temporary_password: held, ..BEFORE }
}

fn says_of(vouching: &Vouching) -> Holding {
    if matches!(vouching.state, State::Issued { .. }) { holding() } else { BEFORE }
}

fn request(member: u8, to: u8) -> Start {
    let ticks = Ticks { identity_in_person: true, mobile_is_theirs: true };
    Start {
        id: VouchingId(Uuid::from_u128(77)),
        member: account(member),
        mobile: mobile(to),
        checks: ticks.try_into().unwrap(),
        has_open_vouching: false,
    }
}

fn started_to(to: u8) -> Vouching {
    Vouching::start(request(MEMBER, to), &person(OWNER), &Looked::up().facts(), begin()).unwrap().0
}

fn started() -> Vouching {
    started_to(6)
}

fn run(
    vouching: Vouching,
    command: &Command<'_>,
    by: &Actor,
    now: Instant,
) -> Result<(Vouching, Vec<Event>), VouchingRefusal> {
    let events = vouching.decide(command, by, now, &policy())?;
    Ok((events.iter().fold(vouching, Vouching::evolve), events))
}

fn confirmed(vouching: Vouching) -> Vouching {
    run(vouching, &Command::Confirm(Looked::up().desk()), &agent(1), hour(1)).unwrap().0
}

fn issued(vouching: Vouching) -> Vouching {
    run(confirmed(vouching), &Command::Issue(Looked::up().desk()), &agent(1), hour(2)).unwrap().0
}

fn used() -> Vouching {
    run(issued(started()), &Command::Use(holding()), &person(MEMBER), hour(26)).unwrap().0
}

fn withdrawn() -> Vouching {
    run(started(), &Command::Withdraw, &person(OWNER), hour(1)).unwrap().0
}

fn lapsed() -> Vouching {
    run(started(), &Command::RunClocks(BEFORE), &Actor::Clock, hour(7 * 24)).unwrap().0
}

#[test]
fn r22_an_owner_vouches_an_agent_confirms_and_issues_and_the_member_uses_it() {
    let looked = Looked::up();
    let (vouching, event) = Vouching::start(request(MEMBER, 6), &person(OWNER), &looked.facts(), begin()).unwrap();
    assert_eq!(event, Event::Started { at: begin(), member: account(MEMBER), owner: account(OWNER) });
    assert_eq!((vouching.mailbox, vouching.is_registered_mobile), (looked.mailbox.id, false));
    let named = Named { member: account(MEMBER), owner: account(OWNER), agent: agent_id(1) };
    let (vouching, events) = run(vouching, &Command::Confirm(looked.desk()), &agent(1), hour(1)).unwrap();
    assert_eq!(events, [Event::Confirmed { at: hour(1), named }]);
    let (vouching, events) = run(vouching, &Command::Issue(looked.desk()), &agent(1), hour(2)).unwrap();
    assert_eq!(events, [Event::Issued { at: hour(2), named, mobile: mobile(6), usable_from: hour(26) }]);
    assert_eq!(
        events[0].reissue(&vouching),
        Some(Reissue { mobile: mobile(6), usable_from: hour(26), vouching: vouching.id })
    );
    let (vouching, events) = run(vouching, &Command::Use(holding()), &person(MEMBER), hour(26)).unwrap();
    assert_eq!(events, [Event::Used { at: hour(26), named }]);
    assert_eq!((vouching.state.clone(), vouching.is_final()), (State::Used { at: hour(26) }, true));
}

#[test]
fn r22_nobody_vouches_for_themselves() {
    for number in [OWNER, OTHER_OWNER] {
        let verdict = Vouching::start(request(number, 6), &person(number), &Looked::up().facts(), begin());
        assert_eq!(verdict, Err(VouchingRefusal::ForThemselves));
    }
    assert!(Vouching::start(request(OTHER_OWNER, 6), &person(OWNER), &Looked::up().facts(), begin()).is_ok());
}

#[test]
fn r22_only_an_owner_of_a_mailbox_that_the_member_opens_vouches() {
    let looked = Looked::up();
    for (by, member, refusal) in [
        (person(4), MEMBER, VouchingRefusal::NotOfTheirMailbox),
        (person(9), MEMBER, VouchingRefusal::NotOfTheirMailbox),
        (person(OWNER), 9, VouchingRefusal::NotOfTheirMailbox),
        (agent(1), MEMBER, VouchingRefusal::NotAllowed),
        (Actor::Visitor, MEMBER, VouchingRefusal::NotAllowed),
        (Actor::Clock, MEMBER, VouchingRefusal::NotAllowed),
    ] {
        let verdict = Vouching::start(request(member, 6), &by, &looked.facts(), begin());
        assert_eq!(verdict, Err(refusal), "{by:?} for {member}");
    }
}

#[test]
fn r22_an_account_is_vouched_for_that_a_password_would_open() {
    let looked = Looked::up();
    for (standing, refusal) in [
        (Standing::Activated, None),
        (Standing::Leaving, None),
        (Standing::NeverActivated, Some(VouchingRefusal::NeverActivated)),
        (Standing::Disabled, Some(VouchingRefusal::Disabled)),
        (Standing::Gone, Some(VouchingRefusal::NotOfTheirMailbox)),
    ] {
        let facts = Facts { standing, ..looked.facts() };
        assert_eq!(Vouching::start(request(MEMBER, 6), &person(OWNER), &facts, begin()).err(), refusal);
        // A stranger learns nothing of what the account is.
        assert_eq!(
            Vouching::start(request(MEMBER, 6), &person(4), &facts, begin()).err(),
            Some(VouchingRefusal::NotOfTheirMailbox)
        );
    }
}

#[test]
fn r22_an_owner_who_leaves_vouches_as_long_as_the_account_works() {
    let looked = Looked::up();
    let leaving = Facts { owner_standing: Standing::Leaving, ..looked.facts() };
    assert!(Vouching::start(request(MEMBER, 6), &person(OWNER), &leaving, begin()).is_ok());
}

#[test]
fn r3_the_number_is_nobody_elses_and_whose_it_is_is_not_said() {
    let looked = Looked::up();
    let taken = Facts { is_mobile_of_another: true, ..looked.facts() };
    let refusal = Vouching::start(request(MEMBER, 6), &person(OWNER), &taken, begin()).unwrap_err();
    assert_eq!(refusal, VouchingRefusal::MobileInUse);
    for told in ["use by", "belong", "somebody", "account"] {
        assert!(!refusal.sentence().english().contains(told), "{}", refusal.sentence().english());
    }
}

#[test]
fn r22_a_second_vouching_waits_for_the_first_to_end() {
    let second = Start { has_open_vouching: true, ..request(MEMBER, 6) };
    let verdict = Vouching::start(second, &person(OTHER_OWNER), &Looked::up().facts(), begin());
    assert_eq!(verdict, Err(VouchingRefusal::AlreadyOpen));
    assert!(started().is_open(hour(7 * 24 - 1), &BEFORE, &policy()));
    assert!(!started().is_open(hour(7 * 24), &BEFORE, &policy()));
    for done in [used(), withdrawn(), lapsed()] {
        assert!(!done.is_open(begin(), &BEFORE, &policy()), "{:?}", done.state);
    }
}

#[test]
fn r22_an_agent_who_is_the_owner_or_the_member_does_not_act() {
    let looked = Looked::up();
    for party in [OWNER, MEMBER] {
        let desk = Desk { agent_account: Some(account(party)), ..looked.desk() };
        for (vouching, command) in [(started(), Command::Confirm(desk)), (confirmed(started()), Command::Issue(desk))] {
            assert_eq!(run(vouching, &command, &agent(1), hour(3)).err(), Some(VouchingRefusal::AgentIsParty));
        }
    }
    let desk = Desk { agent_account: Some(account(OTHER_OWNER)), ..looked.desk() };
    assert!(run(started(), &Command::Confirm(desk), &agent(1), hour(3)).is_ok());
}

#[test]
fn r22_who_confirmed_issues_and_a_second_agent_confirms_anew() {
    let looked = Looked::up();
    let (confirm, issue) = (Command::Confirm(looked.desk()), Command::Issue(looked.desk()));
    assert_eq!(run(started(), &issue, &agent(1), hour(1)).err(), Some(VouchingRefusal::NotConfirmed));
    assert_eq!(run(confirmed(started()), &issue, &agent(2), hour(1)).err(), Some(VouchingRefusal::OtherAgent));
    let (taken_over, _) = run(confirmed(started()), &confirm, &agent(2), hour(2)).unwrap();
    assert_eq!(run(taken_over.clone(), &issue, &agent(1), hour(3)).err(), Some(VouchingRefusal::OtherAgent));
    assert!(run(taken_over, &issue, &agent(2), hour(3)).is_ok());
    assert_eq!(run(confirmed(started()), &confirm, &agent(1), hour(2)).unwrap().1, [], "already so");
    let desk = Desk { holding: holding(), ..looked.desk() };
    for again in [Command::Confirm(desk), Command::Issue(desk)] {
        let refusal = run(issued(started()), &again, &agent(1), hour(3)).err();
        assert_eq!(refusal, Some(VouchingRefusal::AlreadyIssued));
    }
}

#[test]
fn r22_only_the_helpdesk_confirms_and_issues_and_only_the_member_uses() {
    let looked = Looked::up();
    for by in [person(OWNER), person(MEMBER), person(4), Actor::Visitor, Actor::Clock] {
        for command in [Command::Confirm(looked.desk()), Command::Issue(looked.desk())] {
            assert_eq!(run(started(), &command, &by, hour(1)).err(), Some(VouchingRefusal::NotAllowed));
        }
    }
    for by in [person(OWNER), person(4), agent(1), Actor::Clock] {
        let refusal = run(issued(started()), &Command::Use(holding()), &by, hour(30)).err();
        assert_eq!(refusal, Some(VouchingRefusal::NotAllowed));
    }
    for early in [started(), confirmed(started())] {
        assert_eq!(run(early, &Command::Use(BEFORE), &person(MEMBER), hour(3)).err(), Some(VouchingRefusal::NotIssued));
    }
}

#[test]
fn r22_what_let_it_start_must_still_hold_at_each_step() {
    let (looked, mut lost, mut left) = (Looked::up(), Looked::up(), Looked::up());
    lost.mailbox = mailbox_of(1, &[OTHER_OWNER], &[MEMBER, OWNER]);
    left.mailbox = mailbox_of(1, &[OWNER], &[]);
    let mut other = Looked::up();
    other.mailbox = mailbox_of(2, &[OWNER], &[MEMBER]);
    for (facts, refusal) in [
        (lost.facts(), VouchingRefusal::NotOfTheirMailbox),
        (left.facts(), VouchingRefusal::NotOfTheirMailbox),
        (other.facts(), VouchingRefusal::NotOfTheirMailbox),
        (Facts { standing: Standing::Disabled, ..looked.facts() }, VouchingRefusal::Disabled),
        (Facts { is_mobile_of_another: true, ..looked.facts() }, VouchingRefusal::MobileInUse),
        (Facts { owner_standing: Standing::Disabled, ..looked.facts() }, VouchingRefusal::OwnerClosed),
        (Facts { owner_standing: Standing::NeverActivated, ..looked.facts() }, VouchingRefusal::OwnerClosed),
    ] {
        let desk = Desk { facts, ..looked.desk() };
        assert_eq!(run(started(), &Command::Confirm(desk), &agent(1), hour(1)).err(), Some(refusal));
        assert_eq!(run(confirmed(started()), &Command::Issue(desk), &agent(1), hour(2)).err(), Some(refusal));
    }
}

#[test]
fn r22_a_number_that_was_not_registered_is_held_back_and_a_registered_one_is_not() {
    let issue = |vouching: Vouching, policy: &Policy| {
        let looked = Looked::up();
        let events = confirmed(vouching).decide(&Command::Issue(looked.desk()), &agent(1), hour(2), policy).unwrap();
        match events[..] {
            [Event::Issued { usable_from, .. }] => usable_from,
            _ => panic!("{events:?}"),
        }
    };
    assert_eq!(issue(started_to(5), &policy()), hour(2));
    assert_eq!(issue(started(), &policy()), hour(26));
    let held = run(issued(started()), &Command::Use(holding()), &person(MEMBER), hour(25)).err();
    assert_eq!(held, Some(VouchingRefusal::Held(hour(26))));
    assert_eq!(issue(started(), &Policy { vouching_hold_hours: 0, ..policy() }), hour(2));
}

#[test]
fn r22_a_number_that_was_registered_or_dropped_since_the_start_is_held_back_too() {
    for (to, registered) in [(6, Some(mobile(6))), (5, Some(mobile(7))), (5, None)] {
        let looked = Looked { registered, ..Looked::up() };
        let events = run(confirmed(started_to(to)), &Command::Issue(looked.desk()), &agent(1), hour(2)).unwrap().1;
        assert!(matches!(events[..], [Event::Issued { usable_from, .. }] if usable_from == hour(26)), "{events:?}");
    }
}

#[test]
fn r22_owner_agent_and_member_withdraw_until_it_is_used() {
    for by in [person(OWNER), person(MEMBER), agent(1), agent(2)] {
        for vouching in [started(), confirmed(started()), issued(started())] {
            let was_issued = matches!(vouching.state, State::Issued { .. });
            let (after, events) = run(vouching.clone(), &Command::Withdraw, &by, hour(3)).unwrap();
            assert_eq!(after.state, State::Withdrawn { by: by.clone(), at: hour(3) });
            assert_eq!(events[0].revokes(&vouching), was_issued.then_some(vouching.id));
            assert_eq!(run(after, &Command::Withdraw, &by, hour(4)).unwrap().1, [], "already so");
        }
        assert_eq!(run(used(), &Command::Withdraw, &by, hour(30)).err(), Some(VouchingRefusal::Used));
    }
    for by in [person(OTHER_OWNER), person(4), Actor::Visitor, Actor::Clock] {
        assert_eq!(run(started(), &Command::Withdraw, &by, hour(3)).err(), Some(VouchingRefusal::NotAllowed));
    }
    let refusal = run(withdrawn(), &Command::Confirm(Looked::up().desk()), &agent(1), hour(3)).err();
    assert_eq!(refusal, Some(VouchingRefusal::Withdrawn));
}

#[test]
fn r22_it_lapses_unconfirmed_and_unused_and_no_hold_shortens_its_use() {
    let clock = |vouching: Vouching, at| {
        let command = Command::RunClocks(says_of(&vouching));
        run(vouching, &command, &Actor::Clock, at).unwrap()
    };
    let week = 7 * 24;
    for waiting in [started(), confirmed(started())] {
        assert_eq!(clock(waiting.clone(), hour(week - 1)).1, []);
        let (lapsed, events) = clock(waiting.clone(), hour(week));
        assert_eq!((lapsed.state, events[0].revokes(&waiting)), (State::Lapsed { at: hour(week) }, None));
    }
    let (confirm, at) = (Looked::up(), hour(week));
    let late = run(started(), &Command::Confirm(confirm.desk()), &agent(1), at).err();
    assert_eq!(late, Some(VouchingRefusal::Lapsed), "before the clocks are run as well");
    // With the temporary password, and so after its 14 days.
    assert_eq!(clock(issued(started()), hour(26 + 2 * week - 1)).1, []);
    let (lapsed, events) = clock(issued(started()), hour(26 + 2 * week));
    assert_eq!(events[0].revokes(&issued(started())), Some(lapsed.id));
    let late = run(issued(started()), &Command::Use(holding()), &person(MEMBER), hour(26 + 2 * week)).err();
    assert_eq!(late, Some(VouchingRefusal::Lapsed));
}

#[test]
fn r22_both_and_the_member_are_told_of_each_step() {
    let (member, owner) = (Told::Member(account(MEMBER)), Told::Owner(account(OWNER)));
    let (queue, confirming) = (Told::Helpdesk, Told::Agent(agent_id(1)));
    let looked = Looked::up();
    let first = Event::Started { at: begin(), member: account(MEMBER), owner: account(OWNER) };
    assert_eq!(first.told(&started()), [member, owner, queue]);
    for (vouching, command, by, third) in [
        (started(), Command::Confirm(looked.desk()), agent(1), confirming),
        (confirmed(started()), Command::Issue(looked.desk()), agent(1), confirming),
        (issued(started()), Command::Use(holding()), person(MEMBER), confirming),
        (started(), Command::Withdraw, person(MEMBER), queue),
        (issued(started()), Command::Withdraw, agent(2), confirming),
    ] {
        let events = run(vouching.clone(), &command, &by, hour(30)).unwrap().1;
        assert_eq!(events[0].told(&vouching), [member, owner, third], "{command:?}");
    }
    assert_eq!(Event::Lapsed { at: hour(400) }.told(&confirmed(started())), [member, owner, confirming]);
}

#[test]
fn r22_the_member_is_told_on_every_address_there_is() {
    use Address::{NewMobile, PersonalEmail, RegisteredMobile};
    for (to, registered, addresses) in [
        (5, Some(mobile(5)), &[RegisteredMobile, PersonalEmail][..]),
        (6, Some(mobile(5)), &[RegisteredMobile, NewMobile, PersonalEmail]),
        (5, Some(mobile(7)), &[RegisteredMobile, NewMobile, PersonalEmail]),
        (6, None, &[NewMobile, PersonalEmail]),
    ] {
        assert_eq!(started_to(to).addresses(registered.as_ref()), addresses);
    }
}

#[test]
fn r22_each_local_check_must_be_ticked() {
    let request = |identity_in_person, mobile_is_theirs| VouchRequest {
        username: "Jane.Smith@nhs.net".into(),
        mobile: "07700 900006".into(),
        checks: Ticks { identity_in_person, mobile_is_theirs },
    };
    let form = request(true, true).check().unwrap();
    assert_eq!((form.member.as_str(), form.mobile), ("jane.smith", mobile(6)));
    for (identity, number, fields) in [
        (false, true, &["checks.identity_in_person"][..]),
        (true, false, &["checks.mobile_is_theirs"]),
        (false, false, &["checks.identity_in_person", "checks.mobile_is_theirs"]),
    ] {
        let request = request(identity, number);
        let problems = request.check().unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), fields);
        assert!(LocalChecks::try_from(request.checks).is_err());
        let kept = serde_json::to_string(&request.checks).unwrap();
        assert!(serde_json::from_str::<LocalChecks>(&kept).is_err());
    }
    let problems = VouchRequest::default().check().unwrap_err();
    assert_eq!(problems.len(), 4, "each field is named at once");
}

#[test]
fn r34_every_refusal_of_a_vouching_has_a_code_of_its_own_and_says_why() {
    use VouchingRefusal as Refusal;
    let all = [
        Refusal::NotAllowed,
        Refusal::ForThemselves,
        Refusal::NotOfTheirMailbox,
        Refusal::AgentIsParty,
        Refusal::NeverActivated,
        Refusal::Disabled,
        Refusal::MobileInUse,
        Refusal::AlreadyOpen,
        Refusal::NotConfirmed,
        Refusal::OtherAgent,
        Refusal::AlreadyIssued,
        Refusal::NotIssued,
        Refusal::Held(begin()),
        Refusal::Settled,
        Refusal::Lapsed,
        Refusal::Used,
        Refusal::Withdrawn,
    ];
    assert_eq!(all.iter().map(Refuse::code).collect::<BTreeSet<_>>().len(), all.len());
    for refusal in all {
        let sentence = refusal.sentence().english();
        assert!(sentence.len() > 40 && !sentence.ends_with('.'), "{sentence}");
    }
    assert!(Refusal::Held(begin()).sentence().english().contains("from 9:00am on Monday 23 November 2026"));
}

#[test]
fn no_number_is_printed_for_debugging() {
    let printed = format!("{:?} {:?}", issued(started()), request(MEMBER, 6));
    assert!(!printed.contains("77009"), "{printed}");
}

#[test]
fn r22_what_is_over_says_how_it_ended() {
    let looked = Looked::up();
    for (vouching, refusal) in [
        (used(), VouchingRefusal::Used),
        (withdrawn(), VouchingRefusal::Withdrawn),
        (lapsed(), VouchingRefusal::Lapsed),
    ] {
        // Also where the member has chosen a password since.
        let settled = Desk { holding: Holding { chosen_at: Some(hour(27)), ..BEFORE }, ..looked.desk() };
        for desk in [looked.desk(), settled] {
            for command in [Command::Confirm(desk), Command::Issue(desk)] {
                assert_eq!(vouching.decide(&command, &agent(1), hour(27), &policy()), Err(refusal), "{command:?}");
            }
        }
    }
}

#[test]
fn every_event_of_a_vouching_has_a_name_of_its_own() {
    let (at, mobile, usable_from) = (begin(), mobile(6), hour(26));
    let named = Named { member: account(MEMBER), owner: account(OWNER), agent: agent_id(1) };
    for (event, name) in [
        (Event::Started { at, member: account(MEMBER), owner: account(OWNER) }, "vouching-started"),
        (Event::Confirmed { at, named }, "vouching-confirmed"),
        (Event::Issued { at, named, mobile, usable_from }, "vouching-issued"),
        (Event::Used { at, named }, "vouching-used"),
        (Event::Withdrawn { at, by: agent(1) }, "vouching-withdrawn"),
        (Event::Lapsed { at }, "vouching-lapsed"),
    ] {
        assert_eq!(event.name(), name);
    }
}
