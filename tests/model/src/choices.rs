//! Everything that can happen next in a world.

use enamel_core::session::Next;

use crate::action::{Action, Choice, Intrude, Loss, Offer, Own, Recover, Share, Staff, Step, Vouch};
use crate::cast::{EVERYBODY, Who};
use crate::rules::Rules;
use crate::world::World;

/// What can happen next. What plainly leads nowhere is left out: signing in with what nobody knows, a
/// recovery that was not begun. What is refused is not left out.
#[must_use]
pub fn choices(world: &World, rules: &Rules) -> Vec<Action> {
    let mut all = Vec::with_capacity(128);
    all.extend([Action::RunClocks, Action::Pass(Step::Next), Action::Pass(Step::Before)]);
    all.extend([Action::Pass(Step::Second), Action::Pass(Step::Far)]);
    if rules.minutes {
        all.push(Action::Pass(Step::Minutes));
    }
    let people = u8::try_from(world.people.len()).unwrap_or(0);
    for person in 0..people.min(rules.acting) {
        own(world, person, rules, &mut all);
        if person == 0 && rules.losses {
            all.extend([Loss::Password, Loss::Answers, Loss::Phone].map(|loss| Action::Lose(person, loss)));
        }
        if person == 0 && rules.stranger {
            stranger(world, person, rules, &mut all);
        }
        if rules.staff {
            for who in asking(rules, &[Who::Agent(0), Who::Administrator { of_hers: true }]) {
                all.extend(Staff::ALL.map(|staff| Action::Staff(who, person, staff)));
            }
        }
    }
    for mailbox in 0..u8::try_from(world.mailboxes.len()).unwrap_or(0) {
        if rules.mailboxes {
            share(world, mailbox, people, rules, &mut all);
        }
    }
    if rules.vouching {
        vouch(world, people, rules, &mut all);
    }
    all
}

/// Whoever may ask, or everybody.
fn asking(rules: &Rules, some: &[Who]) -> Vec<Who> {
    if rules.everybody { EVERYBODY.to_vec() } else { some.to_vec() }
}

fn own(world: &World, index: u8, rules: &Rules, all: &mut Vec<Action>) {
    let mut can = |own| all.push(Action::Own(index, own));
    let person = world.person(index);
    if person.knows.temporary.is_some() {
        can(Own::SignInWithTemporary);
    }
    if person.knows.password.is_some() {
        can(Own::SignIn(Offer::Right));
    }
    if rules.secrets {
        can(Own::SignIn(Offer::Wrong));
        recover(person.recovery.is_some(), &mut |step| can(Own::Recover(step)));
    }
    match world.next(index, rules) {
        None => return,
        Some(Next::Activate) => {
            can(Own::Activate(Choice::New));
            if rules.secrets {
                can(Own::Activate(Choice::Current));
                can(Own::Activate(Choice::Temporary));
            }
        }
        Some(Next::ChangePassword) => can(Own::ChangePassword(Offer::Right, Choice::New)),
        Some(Next::Home) => {
            can(Own::ChangePassword(Offer::Right, Choice::New));
            if rules.secrets {
                can(Own::ChangePassword(Offer::Right, Choice::Current));
                can(Own::ChangePassword(Offer::Right, Choice::Temporary));
                can(Own::ChangePassword(Offer::Wrong, Choice::New));
                can(Own::ListMobile);
                can(Own::EditProfile);
                can(Own::AskNumber { taken: false });
                can(Own::AskNumber { taken: true });
            }
            if person.new_number.is_some() {
                can(Own::ConfirmNumber(Offer::Right));
                can(Own::ConfirmNumber(Offer::Wrong));
            }
        }
    }
    if rules.secrets {
        can(Own::Rehash);
    }
}

fn recover(is_begun: bool, can: &mut impl FnMut(Recover)) {
    can(Recover::Begin);
    if is_begun {
        can(Recover::SendCode);
        for offer in [Offer::Right, Offer::Wrong] {
            can(Recover::Code(offer));
            can(Recover::Answers(offer));
            can(Recover::Passkey(offer));
        }
        can(Recover::SetPassword(Choice::New));
        can(Recover::SetPassword(Choice::Current));
    }
}

fn stranger(world: &World, index: u8, rules: &Rules, all: &mut Vec<Action>) {
    let mut can = |intrude| all.push(Action::Intrude(index, intrude));
    can(Intrude::Guess);
    can(Intrude::Force);
    let is_begun = world.person(index).intruder.is_some();
    can(Intrude::Recover(Recover::Begin));
    if is_begun {
        let wrong = [Recover::Code(Offer::Wrong), Recover::Answers(Offer::Wrong), Recover::Passkey(Offer::Wrong)];
        can(Intrude::Recover(Recover::SetPassword(Choice::New)));
        can(Intrude::Recover(Recover::SendCode));
        // Each of them is judged in every state, and leaves its trace in some scenarios only.
        let leaving_traces = if rules.secrets { &wrong[..] } else { &wrong[..1] };
        for &recover in leaving_traces {
            can(Intrude::Recover(recover));
        }
    }
}

fn share(world: &World, mailbox: u8, people: u8, rules: &Rules, all: &mut Vec<Action>) {
    let members: Vec<Who> = (0..people).map(Who::Person).chain([Who::Agent(0)]).collect();
    for who in asking(rules, &members) {
        if !world.can_ask(who, rules) {
            continue;
        }
        let mut can = |share| all.push(Action::Share(who, mailbox, share));
        can(Share::Open);
        can(Share::RunClocks);
        for person in 0..people {
            can(Share::Grant(person));
            can(Share::Revoke(person));
            can(Share::AddOwner(person));
            can(Share::StepDown(person));
            if world.is_gone(person) {
                can(Share::Forget(person));
            }
            for to in (0..people).filter(|&to| to != person) {
                can(Share::HandOver(person, to));
            }
        }
    }
}

fn vouch(world: &World, people: u8, rules: &Rules, all: &mut Vec<Action>) {
    let starting: Vec<Who> = (0..people).map(Who::Person).collect();
    for by in asking(rules, &starting) {
        if !world.can_ask(by, rules) {
            continue;
        }
        for member in 0..people {
            for mailbox in 0..u8::try_from(world.mailboxes.len()).unwrap_or(0) {
                for new_number in [false, true] {
                    all.push(Action::Start { by, member, mailbox, new_number });
                }
            }
        }
    }
    let desk: Vec<Who> = starting.into_iter().chain([Who::Agent(0), Who::Agent(1)]).collect();
    for who in asking(rules, &desk) {
        if !world.can_ask(who, rules) {
            continue;
        }
        for place in 0..u8::try_from(world.vouchings.len()).unwrap_or(0) {
            let all_of = [Vouch::Confirm, Vouch::Issue, Vouch::Withdraw, Vouch::RunClocks];
            all.extend(all_of.map(|vouch| Action::Vouch(who, place, vouch)));
        }
    }
}
