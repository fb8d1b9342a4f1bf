//! The way back: from any state short of deleted, a path of what members, owners and the helpdesk may
//! do that leads back to active.
//!
//! It is walked, from every state that is reached, the last ones included, so that nothing needs to be
//! explored further: what is found is a path, not only that there is one.

use enamel_core::account::{State, Status};
use enamel_core::mailbox::Standing;
use enamel_core::recovery::Proved;
use enamel_core::session::Next;
use enamel_core::time::Instant;
use enamel_core::vouching;

use crate::action::{Action, Choice, Offer, Own, Recover, Share, Staff, Vouch};
use crate::cast::{Who, account_id, account_of_agent, agent_id, number, person_of, secret_of};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;
use crate::world::World;

/// No path is longer.
const LONGEST: usize = 60;

const AGENT: Who = Who::Agent(0);

/// A step on the way.
#[derive(Clone, Copy, Debug)]
enum Way {
    Do(Action),
    /// Waits, the clocks running as they would.
    Wait(Instant),
}

/// Whether each person whose account is not deleted has a path back to active.
///
/// # Errors
/// [`Violation`], where there is none.
pub fn check(world: &World, rules: &Rules, tally: &mut Tally) -> Result<(), Violation> {
    for index in 0..u8::try_from(world.people.len()).unwrap_or(0) {
        if !is_active(world, index, rules) && !world.is_gone(index) {
            walk(world, index, rules)?;
            tally.count(Property::PathBack);
        }
    }
    Ok(())
}

fn is_active(world: &World, index: u8, rules: &Rules) -> bool {
    world.person(index).account.status(world.now, &rules.policy) == Status::Active
}

fn walk(world: &World, index: u8, rules: &Rules) -> Result<(), Violation> {
    let (mut world, mut walked) = (world.clone(), Vec::new());
    let mut unused = Tally::default();
    while !is_active(&world, index, rules) {
        let lost = |walked: &[Way]| Violation::new(Property::PathBack, format!("no path back after {walked:?}"));
        // Somebody new in the place of who is gone is no way back.
        if walked.len() >= LONGEST || world.is_gone(index) {
            return Err(lost(&walked));
        }
        let way = match step(&world, index, rules).ok_or_else(|| lost(&walked))? {
            // A leaver who waits may be deleted meanwhile, unless a practice takes them on (R25).
            Way::Wait(_) if world.person(index).spec.leaving.is_some() => {
                Way::Do(Action::Staff(AGENT, index, Staff::Join))
            }
            way => way,
        };
        walked.push(way);
        let after = match way {
            Way::Do(action) => world.act(action, rules, &mut unused).map_err(|found| found.on_the_way(&walked))?,
            Way::Wait(until) => {
                let later = world.at(until, rules);
                let ran =
                    later.act(Action::RunClocks, rules, &mut unused).map_err(|found| found.on_the_way(&walked))?;
                Some(ran.unwrap_or(later))
            }
        };
        world = after.ok_or_else(|| lost(&walked))?;
    }
    Ok(())
}

/// What to do next for this account to be active.
fn step(world: &World, index: u8, rules: &Rules) -> Option<Way> {
    let person = world.person(index);
    let own = |own| Some(Way::Do(Action::Own(index, own)));
    let staff = |staff| Some(Way::Do(Action::Staff(AGENT, index, staff)));
    match (&person.account.state, world.next(index, rules)) {
        (State::Deleted { .. }, _) => Some(Way::Do(Action::Hire(index))),
        (State::Disabled(_), _) => staff(Staff::Enable),
        (State::Newcomer(newcomer), next) => {
            let is_known = person.knows.temporary == Some(secret_of(&newcomer.temporary_password.hash).0);
            let is_locked = person.tries[person.own_tries()].guesses.admit(world.now).is_err();
            if !is_known || is_locked || world.now >= newcomer.temporary_password.runs_out_at(&rules.policy) {
                if !world.registered_reaches(index) {
                    return None;
                }
                staff(Staff::Issue)
            } else if next == Some(Next::Activate) {
                own(Own::Activate(Choice::New))
            } else {
                own(Own::SignInWithTemporary)
            }
        }
        (State::Member(_), Some(Next::ChangePassword)) if knows_password(world, index) => {
            own(Own::ChangePassword(Offer::Right, Choice::New))
        }
        (State::Member(_), _) => sign_in(world, index, rules).or_else(|| by_vouching(world, index, rules)),
    }
}

fn knows_password(world: &World, index: u8) -> bool {
    let person = world.person(index);
    let current = person.account.member().map(|member| secret_of(&member.password).0);
    current.is_some() && person.knows.password == current
}

/// Signs in, or recovers.
fn sign_in(world: &World, index: u8, rules: &Rules) -> Option<Way> {
    let person = world.person(index);
    let is_locked = person.tries[person.own_tries()].guesses.admit(world.now).is_err();
    if knows_password(world, index) && !is_locked {
        return Some(Way::Do(Action::Own(index, Own::SignIn(Offer::Right))));
    }
    let policy = &rules.policy;
    let recover = |recover| Some(Way::Do(Action::Own(index, Own::Recover(recover))));
    let by_answers = policy.recovery_by_answers && person.knows.answers;
    let by_code = world.registered_reaches(index);
    let recovery = person.recovery.as_deref().filter(|recovery| recovery.proved != Proved::Used);
    if let Some(recovery) = recovery
        && recovery.permit(world.now, policy).is_ok()
    {
        return recover(Recover::SetPassword(Choice::New));
    }
    if policy.recovery_by_passkey {
        return recover(if recovery.is_some() { Recover::Passkey(Offer::Right) } else { Recover::Begin });
    }
    if by_answers {
        let is_open = recovery.is_some_and(|recovery| recovery.wrong_answers < policy.code_tries);
        return recover(if is_open { Recover::Answers(Offer::Right) } else { Recover::Begin });
    }
    if by_code {
        let Some(recovery) = recovery else { return recover(Recover::Begin) };
        if person.code.is_some() && recovery.code.hash(world.now, policy).is_some() {
            return recover(Recover::Code(Offer::Right));
        }
        return match person.tries[person.own_tries()].allowance.admit(world.now, policy) {
            Ok(()) => recover(Recover::SendCode),
            // Rather than wait, somebody vouches, where anybody can.
            Err(_) if can_be_vouched_for(world) => None,
            Err(again) => Some(Way::Wait(again.0)),
        };
    }
    None
}

/// Whether there is anybody who could vouch, and a mailbox to know each other by.
fn can_be_vouched_for(world: &World) -> bool {
    world.people.len() > 1 && !world.mailboxes.is_empty()
}

/// Begins anew on somebody's vouching.
fn by_vouching(world: &World, index: u8, rules: &Rules) -> Option<Way> {
    let person = world.person(index);
    let vouched = person.account.member()?.vouched.as_ref();
    if let Some(vouched) = vouched {
        let is_known = person.knows.temporary == Some(secret_of(&vouched.temporary_password.hash).0);
        let is_over = world.now >= vouched.temporary_password.runs_out_at(&rules.policy);
        if is_known && !is_over {
            let usable_from = vouched.usable_from();
            return if world.now < usable_from {
                Some(Way::Wait(usable_from))
            } else if world.next(index, rules) == Some(Next::Activate) {
                Some(Way::Do(Action::Own(index, Own::Activate(Choice::New))))
            } else {
                let locked = person.tries[person.own_tries()].guesses.admit(world.now).err();
                Some(
                    locked.map_or(Way::Do(Action::Own(index, Own::SignInWithTemporary)), |locked| {
                        Way::Wait(locked.until)
                    }),
                )
            };
        }
    }
    if !can_be_vouched_for(world) {
        return None;
    }
    let is_open =
        |vouching: &vouching::Vouching| vouching.member == account_id(index) && world.is_vouching_open(vouching, rules);
    let place = world.vouchings.iter().position(|(_, vouching)| is_open(vouching));
    match place {
        Some(place) => at_the_desk(world, index, place),
        None => ask_an_owner(world, index, rules),
    }
}

/// Takes a vouching on, or back where nothing comes of it.
fn at_the_desk(world: &World, index: u8, place: usize) -> Option<Way> {
    let (_, vouching) = world.vouchings.get(place)?;
    let place = u8::try_from(place).ok()?;
    let desk = |who, vouch| Some(Way::Do(Action::Vouch(who, place, vouch)));
    let access =
        world.mailboxes.iter().find(|mailbox| mailbox.id == vouching.mailbox).map(|mailbox| &mailbox.access)?;
    let can_be_asked = matches!(world.standing(person_of(vouching.owner)), Standing::Activated | Standing::Leaving);
    let do_they_share = can_be_asked && access.is_owner(vouching.owner) && access.may_open(vouching.member);
    let is_reached = vouching.mobile == number(index, true) || world.person(index).knows.phone;
    let agent_of = |agent| if agent == agent_id(1) { Who::Agent(1) } else { AGENT };
    let is_party = |agent| account_of_agent(agent).is_some_and(|it| it == vouching.owner || it == vouching.member);
    match &vouching.state {
        vouching::State::Waiting if do_they_share && is_reached => desk(AGENT, Vouch::Confirm),
        vouching::State::Confirmed { agent, .. } if do_they_share && is_reached && !is_party(*agent) => {
            desk(agent_of(*agent), Vouch::Issue)
        }
        _ => desk(AGENT, Vouch::Withdraw),
    }
}

/// Has an owner vouch: one of a mailbox that the member opens, or the helpdesk brings them together.
fn ask_an_owner(world: &World, index: u8, rules: &Rules) -> Option<Way> {
    let others = || (0..u8::try_from(world.people.len()).unwrap_or(0)).filter(|&other| other != index);
    let stands = |other: u8| match world.standing(other) {
        Standing::Activated => 0,
        Standing::Leaving => 1,
        Standing::Disabled => 2,
        Standing::NeverActivated => 3,
        Standing::Gone => 4,
    };
    let owner = others().min_by_key(|&other| stands(other))?;
    if world.next(owner, rules) != Some(Next::Home) {
        return step(world, owner, rules);
    }
    // There is room for another one.
    if world.vouchings.len() >= 2 && world.vouchings.iter().all(|(_, vouching)| !vouching.is_final()) {
        return Some(Way::Do(Action::Vouch(AGENT, 0, Vouch::Withdraw)));
    }
    let mailbox = world.mailboxes.first()?;
    let helpdesk = |share| Some(Way::Do(Action::Share(AGENT, 0, share)));
    if !mailbox.access.is_owner(account_id(owner)) {
        if world.standing(owner) == Standing::Leaving {
            return Some(Way::Do(Action::Staff(AGENT, owner, Staff::Join)));
        }
        return helpdesk(Share::AddOwner(owner));
    }
    if !mailbox.access.may_open(account_id(index)) {
        return helpdesk(Share::Grant(index));
    }
    let new_number = !world.registered_reaches(index) || world.registered(index) == number(index, true);
    Some(Way::Do(Action::Start { by: Who::Person(owner), member: index, mailbox: 0, new_number }))
}
