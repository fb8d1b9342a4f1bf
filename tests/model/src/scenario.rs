//! What is explored: who there is, what they can do, and from where.

use enamel_core::account::DeadlineKind;
use enamel_core::time::Span;

use crate::action::{Action, Choice, Loss, Offer, Own, Recover, Share, Staff, Step, Vouch};
use crate::cast::Who;
use crate::property::Tally;
use crate::rules::{Rules, short, short_modern};
use crate::world::World;

/// One exploration.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// What people can do.
    pub rules: Rules,
    /// Where it begins: made when it is explored, so that what is found on the way to a root is found
    /// by an earlier scenario, with its history.
    pub roots: fn(&Rules) -> Vec<World>,
    /// The most states of a full run; in a smaller one its part of them.
    pub states: usize,
}

const FIRST: [Own; 2] = [Own::SignInWithTemporary, Own::Activate(Choice::New)];

/// The scenarios, the smaller first.
#[must_use]
pub fn all() -> Vec<Scenario> {
    vec![
        clocks(),
        clocks_to_the_second(),
        clocks_modern(),
        getting_in(),
        getting_in_modern(),
        owners(),
        vouching(),
        everything(),
    ]
}

/// A world after all of it has happened.
fn after(world: World, rules: &Rules, actions: &[Action]) -> World {
    let mut unused = Tally::default();
    actions.iter().fold(world, |world, &action| {
        let next = world.act(action, rules, &mut unused).expect("no violation on the way to a root");
        next.unwrap_or_else(|| unreachable!("{action:?} leads to no root"))
    })
}

/// A world in which these people have activated their accounts.
fn activated(world: World, rules: &Rules, people: &[u8]) -> World {
    let actions: Vec<_> = people.iter().flat_map(|&person| FIRST.map(|own| Action::Own(person, own))).collect();
    after(world, rules, &actions)
}

fn clocks() -> Scenario {
    let rules = Rules { staff: true, ..Rules::new(short()) };
    Scenario {
        name: "clocks",
        about: "one account, its holder and staff; every clock, every downtime",
        roots: |_| vec![World::new(1, 0)],
        rules,
        states: 700_000,
    }
}

fn clocks_to_the_second() -> Scenario {
    let rules = Rules { staff: true, before: Span::seconds(1), ..Rules::new(short()) };
    Scenario {
        name: "clocks-to-the-second",
        about: "the same, acting a second before anything falls due",
        roots: |rules| vec![World::new(1, 0), activated(World::new(1, 0), rules, &[0])],
        rules,
        states: 300_000,
    }
}

fn clocks_modern() -> Scenario {
    let rules = Rules { staff: true, ..Rules::new(short_modern()) };
    Scenario {
        name: "clocks-modern",
        about: "the same with passwords that do not expire",
        roots: |_| vec![World::new(1, 0)],
        rules,
        states: 300_000,
    }
}

/// Ann, whose account a stranger is after, and Ben who could vouch; Ann also locked, and about to recover.
fn intruded(rules: &Rules) -> Vec<World> {
    let world = World::new(2, 1);
    let member = activated(world.clone(), rules, &[0, 1]);
    let own = |own| Action::Own(0, own);
    let recovering = after(
        member.clone(),
        rules,
        &[
            own(Own::Recover(Recover::Begin)),
            own(Own::Recover(Recover::SendCode)),
            own(Own::Recover(Recover::Code(Offer::Right))),
            own(Own::SignIn(Offer::Wrong)),
            own(Own::SignIn(Offer::Wrong)),
        ],
    );
    vec![world, member, recovering]
}

fn getting_in() -> Scenario {
    let rules = Rules { acting: 1, minutes: true, stranger: true, secrets: true, losses: true, ..Rules::new(short()) };
    Scenario {
        name: "getting-in",
        about: "a member with sessions, codes, answers, numbers and locks, a stranger after the account",
        roots: intruded,
        rules,
        states: 600_000,
    }
}

fn getting_in_modern() -> Scenario {
    let rules =
        Rules { acting: 1, minutes: true, stranger: true, secrets: true, losses: true, ..Rules::new(short_modern()) };
    Scenario {
        name: "getting-in-modern",
        about: "the same with passkeys in place of answers",
        roots: intruded,
        rules,
        states: 300_000,
    }
}

/// New, activated, with two owners each, and all of them long unused.
fn owning(rules: &Rules) -> Vec<World> {
    let world = World::new(3, 2);
    let members = activated(world.clone(), rules, &[0, 1, 2]);
    let shared = after(
        members.clone(),
        rules,
        &[Action::Share(Who::Person(0), 0, Share::AddOwner(1)), Action::Share(Who::Person(0), 1, Share::AddOwner(2))],
    );
    let late = after(members.clone(), rules, &[Action::Pass(Step::Far)]);
    vec![world, members, shared, late]
}

fn owners() -> Scenario {
    let rules = Rules { staff: true, mailboxes: true, everybody: true, ..Rules::new(short()) };
    Scenario {
        name: "owners",
        about: "three people, two mailboxes, everybody asking for everything of accounts and mailboxes",
        roots: owning,
        rules,
        states: 400_000,
    }
}

/// Ann and Ben own the first mailbox, Cat the second; all of them are activated, and Ann has nothing left.
fn forgotten(rules: &Rules) -> World {
    let members = activated(World::new(3, 2), rules, &[0, 1, 2]);
    let shared = [
        Action::Share(Who::Person(0), 0, Share::AddOwner(1)),
        Action::Share(Who::Person(0), 1, Share::HandOver(0, 2)),
        Action::Lose(0, Loss::Password),
        Action::Lose(0, Loss::Answers),
        Action::Lose(0, Loss::Phone),
    ];
    after(members, rules, &shared)
}

/// The same shortly before a deletion for inactivity, of which everybody was warned in time.
fn nearly_gone(world: World, rules: &Rules) -> World {
    let mut world = world;
    while world.person(0).spec.told.iter().all(|told| told.kind != DeadlineKind::Deleted || told.steps & 0b10 == 0) {
        world = after(world, rules, &[Action::Pass(Step::Next)]);
        let mut unused = Tally::default();
        world = world.act(Action::RunClocks, rules, &mut unused).expect("no violation on the way").unwrap_or(world);
    }
    after(world, rules, &[Action::Pass(Step::Before)])
}

/// A vouching not begun, confirmed, issued; and not begun on the last day.
fn vouched(rules: &Rules) -> Vec<World> {
    let all_lost = forgotten(rules);
    let start = Action::Start { by: Who::Person(1), member: 0, mailbox: 0, new_number: true };
    let confirmed = after(all_lost.clone(), rules, &[start, Action::Vouch(Who::Agent(0), 0, Vouch::Confirm)]);
    let issued = after(confirmed.clone(), rules, &[Action::Vouch(Who::Agent(0), 0, Vouch::Issue)]);
    vec![all_lost.clone(), confirmed, issued, nearly_gone(all_lost, rules)]
}

fn vouching() -> Scenario {
    let rules = Rules { staff: true, vouching: true, losses: true, ..Rules::new(short()) };
    Scenario {
        name: "vouching",
        about: "three people, two mailboxes, two agents of whom one is an owner; a member who has lost everything",
        roots: vouched,
        rules,
        states: 500_000,
    }
}

/// New, activated, with one who has lost everything, one disabled, and all of them late.
fn lived_in(rules: &Rules) -> Vec<World> {
    let new = World::new(3, 2);
    let members = activated(new.clone(), rules, &[0, 1]);
    let lost = forgotten(rules);
    let disabled =
        after(members.clone(), rules, &[Action::Staff(Who::Agent(0), 1, Staff::Disable), Action::Pass(Step::Next)]);
    let late = after(members.clone(), rules, &[Action::Pass(Step::Far), Action::RunClocks]);
    vec![new, members, lost, disabled, late]
}

fn everything() -> Scenario {
    let rules = Rules {
        minutes: true,
        stranger: true,
        secrets: true,
        staff: true,
        everybody: true,
        mailboxes: true,
        vouching: true,
        losses: true,
        ..Rules::new(short())
    };
    Scenario {
        name: "everything",
        about: "three people, two mailboxes, a stranger, every command by everybody",
        roots: lived_in,
        rules,
        states: 600_000,
    }
}
