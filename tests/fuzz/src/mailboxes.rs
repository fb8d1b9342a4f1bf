//! Histories of a shared mailbox: it always has an owner (R36).

use std::collections::BTreeSet;

use arbitrary::{Arbitrary, Unstructured};
use enamel_core::account::AccountId;
use enamel_core::actor::{Actor, AgentId};
use enamel_core::mailbox::{
    Candidate, Command, Creation, Event, Mailbox, MailboxId, Owners, OwnersRefusal, Standing, Ties,
};
use uuid::Uuid;

use crate::input::{self, Pause, start, stored};

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Ask {
    Grant(u8),
    Revoke(u8),
    HandOver { from: u8, to: u8 },
    AddOwner(u8),
    StepDown { of: u8, tied: bool },
    RecordOpened,
    RunClocks,
    Forget(u8),
}

/// The first bytes are a policy, owners and members; the rest is what is asked, and by whom.
///
/// # Panics
/// Where a rule is broken.
pub fn run(data: &[u8]) {
    let mut u = Unstructured::new(data);
    let Ok(policy) = input::policy(&mut u) else { return };
    let Ok((owners, members)) = <([u8; 3], [u8; 4])>::arbitrary(&mut u) else { return };
    let Some(created) = create(&owners, &members) else { return };
    let (mut mailbox, mut now, mut history) = (created.clone(), start(), Vec::new());
    for (pause, by, ask) in input::steps::<(Pause, u8, Ask)>(&mut u) {
        now = pause.after(now);
        let command = command(ask);
        let Ok(events) = mailbox.decide(&command, &actor(by), now, &policy) else { continue };
        for event in &events {
            told(event, &mailbox);
            mailbox = mailbox.evolve(event);
            look(&mailbox);
        }
        if command == Command::RunClocks {
            assert_eq!(mailbox.decide(&command, &Actor::Clock, now, &policy), Ok(Vec::new()));
            assert!(mailbox.next_due(&policy).is_none_or(|due| due > now));
        }
        mailbox = stored(&mailbox);
        history.extend(events);
    }
    assert_eq!(history.iter().fold(created, Mailbox::evolve), mailbox, "a history replays to the same state");
}

fn create(owners: &[u8], members: &[u8]) -> Option<Mailbox> {
    let accounts: Vec<_> = owners.iter().map(|&owner| account(owner)).collect();
    let owners = match Owners::try_from(accounts.clone()) {
        Ok(owners) => owners,
        Err(refusal) => {
            assert_eq!(refusal, OwnersRefusal::Repeated);
            accounts.into_iter().map(Owners::new).next()?
        }
    };
    let creation = Creation {
        id: MailboxId(Uuid::from_u128(1)),
        address: "smile.v12345".to_owned().try_into().ok()?,
        practice: "V12345".to_owned().try_into().ok()?,
        owners,
        members: members.iter().map(|&member| account(member)).collect(),
    };
    let mailbox = Mailbox::create(creation, start());
    look(&mailbox);
    Some(mailbox)
}

fn look(mailbox: &Mailbox) {
    let access = &mailbox.access;
    let owners: Vec<_> = access.owners().iter().collect();
    assert!(access.is_owner(access.owners().first_contact()), "somebody owns it");
    assert_eq!(owners.iter().collect::<BTreeSet<_>>().len(), owners.len(), "nobody owns it twice");
    assert!(access.members().all(|member| !owners.contains(&member)), "an owner is no member besides");
    assert!(owners.iter().copied().chain(access.members()).all(|account| access.may_open(account)));
    for number in 0..8 {
        let is_tied = !Ties::of(account(number), std::slice::from_ref(mailbox), |_| Standing::Activated).is_succeeded();
        assert_eq!(is_tied, access.owners().is_only(account(number)));
    }
}

fn told(event: &Event, mailbox: &Mailbox) {
    let told = event.told(mailbox);
    assert!(told.iter().enumerate().all(|(at, one)| told.iter().skip(at + 1).all(|other| one != other)));
    assert!(!event.name().is_empty());
}

fn command(ask: Ask) -> Command {
    match ask {
        Ask::Grant(to) => Command::Grant(candidate(to)),
        Ask::Revoke(of) => Command::Revoke { account: account(of) },
        Ask::HandOver { from, to } => Command::HandOver { from: account(from), to: candidate(to) },
        Ask::AddOwner(to) => Command::AddOwner(candidate(to)),
        Ask::StepDown { of, tied } => {
            let address = "smile.v12345".to_owned().try_into().ok().filter(|_| tied);
            Command::StepDown { account: account(of), ties: Ties { sole_owner_of: address.into_iter().collect() } }
        }
        Ask::RecordOpened => Command::RecordOpened,
        Ask::RunClocks => Command::RunClocks,
        Ask::Forget(of) => Command::Forget { account: account(of) },
    }
}

/// One of eight people.
fn account(number: u8) -> AccountId {
    AccountId(Uuid::from_u128(u128::from(number % 8)))
}

fn candidate(number: u8) -> Candidate {
    let standing = match number >> 3 {
        0 => Standing::NeverActivated,
        1 => Standing::Leaving,
        2 => Standing::Disabled,
        3 => Standing::Gone,
        _ => Standing::Activated,
    };
    Candidate { account: account(number), standing, has_reachable_mobile: number >> 3 != 4 }
}

fn actor(number: u8) -> Actor {
    match number {
        0 => Actor::Visitor,
        1..=40 => Actor::Clock,
        41..=120 => Actor::Helpdesk(AgentId(Uuid::from_u128(70))),
        member => Actor::Member(account(member)),
    }
}
