//! A vouching beside the account that it is for.

use super::*;
use crate::account::tests as accounts;
use crate::account::{Account, Activation, Command as AccountCommand, Novelty, Proof, StaffCommand};

/// The member's account, activated the day before.
fn account_before() -> Account {
    let account = accounts::member();
    let member = match account.state {
        crate::account::State::Member(member) => member,
        state => panic!("{state:?}"),
    };
    let password_set = crate::account::Clock::starting(begin().minus(Span::days(1)));
    let member = crate::account::Member { password_set, ..member };
    Account { state: crate::account::State::Member(member), ..account }
}

fn ask(account: Account, command: &AccountCommand, now: Instant) -> Account {
    accounts::run(account, command, now).unwrap().0
}

fn by_helpdesk(command: StaffCommand) -> AccountCommand {
    AccountCommand::Staff { by: accounts::helpdesk(), command }
}

fn change() -> AccountCommand {
    AccountCommand::ChangePassword { current: Proof::Correct, novelty: Novelty::New, password: accounts::hash("next") }
}

/// The vouching issued at hour 2 for a registered number, and the account that holds what was issued.
fn issued_with_account() -> (Vouching, Account) {
    let vouching = issued(started_to(5));
    let reissue = Reissue { mobile: mobile(5), usable_from: hour(2), vouching: vouching.id };
    let command = AccountCommand::Reissue { reissue, hash: accounts::hash("vouched") };
    (vouching, ask(account_before(), &command, hour(2)))
}

fn lapses_at(vouching: &Vouching, account: &Account) -> Option<Instant> {
    vouching.lapses_at(&account.holding(vouching.id, &policy()), &policy())
}

fn tick(vouching: &Vouching, account: &Account, now: Instant) -> Vec<Event> {
    let clocks = Command::RunClocks(account.holding(vouching.id, &policy()));
    vouching.decide(&clocks, &Actor::Clock, now, &policy()).unwrap()
}

#[test]
fn r28_an_issued_vouching_stands_still_with_its_member() {
    let (vouching, account) = issued_with_account();
    let fortnight = 14 * 24;
    assert_eq!(lapses_at(&vouching, &account), Some(hour(2 + fortnight)));
    let disabled = ask(account, &by_helpdesk(StaffCommand::Disable), hour(12));
    assert_eq!(lapses_at(&vouching, &disabled), None);
    assert!(vouching.is_open(hour(9000), &disabled.holding(vouching.id, &policy()), &policy()));
    assert_eq!(tick(&vouching, &disabled, hour(9000)), []);
    let uses = Command::Use(disabled.holding(vouching.id, &policy()));
    assert_eq!(vouching.decide(&uses, &person(MEMBER), hour(20), &policy()), Err(VouchingRefusal::Disabled));
    let enabled = ask(disabled, &by_helpdesk(StaffCommand::Enable), hour(12 + 9000));
    assert_eq!(lapses_at(&vouching, &enabled), Some(hour(2 + fortnight + 9000)));
    assert_eq!(tick(&vouching, &enabled, hour(1 + fortnight + 9000)), []);
    let at = hour(2 + fortnight + 9000);
    assert_eq!(tick(&vouching, &enabled, at), [Event::Lapsed { at }]);
}

#[test]
fn r28_a_hold_goes_on_where_it_stood() {
    let vouching = issued(started());
    let reissue = Reissue { mobile: mobile(6), usable_from: hour(26), vouching: vouching.id };
    let command = AccountCommand::Reissue { reissue, hash: accounts::hash("vouched") };
    let account = ask(account_before(), &command, hour(2));
    let disabled = ask(account, &by_helpdesk(StaffCommand::Disable), hour(12));
    let enabled = ask(disabled, &by_helpdesk(StaffCommand::Enable), hour(112));
    let uses = Command::Use(enabled.holding(vouching.id, &policy()));
    let early = vouching.decide(&uses, &person(MEMBER), hour(125), &policy());
    assert_eq!(early, Err(VouchingRefusal::Held(hour(126))));
    assert!(vouching.decide(&uses, &person(MEMBER), hour(126), &policy()).is_ok());
}

#[test]
fn r22_nothing_comes_of_a_vouching_whose_member_has_chosen_a_password_since() {
    let (looked, account) = (Looked::up(), ask(account_before(), &change(), hour(3)));
    let says = account.holding(started().id, &policy());
    let desk = Desk { holding: says, ..looked.desk() };
    for (vouching, command) in [
        (started(), Command::Confirm(desk)),
        (confirmed(started()), Command::Confirm(desk)),
        (confirmed(started()), Command::Issue(desk)),
    ] {
        let refusal = vouching.decide(&command, &agent(1), hour(4), &policy());
        assert_eq!(refusal, Err(VouchingRefusal::Settled), "{command:?}");
        assert!(!vouching.is_open(hour(4), &says, &policy()), "another may be started");
        assert_eq!(tick(&vouching, &account, hour(4)), [Event::Lapsed { at: hour(4) }]);
    }
    let since = Start { id: VouchingId(Uuid::from_u128(78)), ..request(MEMBER, 6) };
    let (since, _) = Vouching::start(since, &person(OWNER), &looked.facts(), hour(3)).unwrap();
    assert!(since.is_open(hour(4), &says, &policy()), "what was started after the change stands");
}

#[test]
fn r22_an_issued_vouching_ends_with_what_the_account_holds_of_it() {
    let (vouching, account) = issued_with_account();
    let used = |account: &Account| {
        vouching.decide(&Command::Use(account.holding(vouching.id, &policy())), &person(MEMBER), hour(4), &policy())
    };
    assert!(used(&account).is_ok());
    let activation = Activation {
        password: accounts::hash("next"),
        novelty: Novelty::New,
        answers: Vec::new(),
        mobile_visible: true,
    };
    for (command, refusal) in [
        (change(), VouchingRefusal::Settled),
        (AccountCommand::Activate(activation), VouchingRefusal::Settled),
        (AccountCommand::WithdrawReissue { vouching: vouching.id }, VouchingRefusal::Lapsed),
    ] {
        let after = ask(account.clone(), &command, hour(3));
        assert_eq!(used(&after), Err(refusal), "{command:?}");
        assert_eq!(tick(&vouching, &after, hour(4)), [Event::Lapsed { at: hour(4) }], "{command:?}");
    }
    // Whatever the clock says that was put back.
    let nothing = Command::Use(ask(account.clone(), &change(), hour(3)).holding(vouching.id, &policy()));
    assert!(vouching.decide(&nothing, &person(MEMBER), begin(), &policy()).is_err());
    // What was issued on another vouching since is not this one's.
    let reissue = Reissue { mobile: mobile(5), usable_from: hour(3), vouching: VouchingId(Uuid::from_u128(78)) };
    let other = ask(account, &AccountCommand::Reissue { reissue, hash: accounts::hash("other") }, hour(3));
    assert_eq!(used(&other), Err(VouchingRefusal::Lapsed));
}

#[test]
fn r36_nobody_is_vouched_for_who_was_deleted_or_never_activated() {
    let deleted = account_before().evolve(&crate::account::Event::Deleted { at: begin() });
    assert_eq!(
        deleted.holding(started().id, &policy()),
        Holding { chosen_at: None, temporary_password: Held::Nothing }
    );
    for vouching in [started(), confirmed(started()), issued(started())] {
        assert_eq!(tick(&vouching, &deleted, hour(5)), [Event::Lapsed { at: hour(5) }]);
    }
    let newcomer = accounts::newcomer();
    let disabled = ask(newcomer.clone(), &by_helpdesk(StaffCommand::Disable), hour(1));
    for account in [newcomer, disabled] {
        assert_eq!(account.holding(started().id, &policy()), deleted.holding(started().id, &policy()));
    }
}
