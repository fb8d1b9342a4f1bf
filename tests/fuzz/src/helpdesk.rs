//! Histories of a vouching and of a case.

use arbitrary::{Arbitrary, Unstructured};
use enamel_core::account::AccountId;
use enamel_core::actor::{Actor, AgentId};
use enamel_core::help::{
    Case, CaseCommand, CaseEvent, CaseId, CaseOpening, CaseState, Holidays, Matter, Opening, Task, TeamHours,
};
use enamel_core::mailbox::{Creation, Mailbox, MailboxId, Owners, Standing};
use enamel_core::mobile::Mobile;
use enamel_core::note::Note;
use enamel_core::policy::Policy;
use enamel_core::time::Span;
use enamel_core::vouching::{
    Command, Desk, Event, Facts, Held, Holding, LocalChecks, Start, State, Ticks, Vouching, VouchingId,
};
use uuid::Uuid;

use crate::input::{self, Pause, start, stored};

#[derive(Arbitrary, Clone, Copy, Debug)]
struct Looked {
    standing: u8,
    registered: u8,
    is_mobile_of_another: bool,
    owners: [u8; 2],
    members: [u8; 3],
    other_mailbox: bool,
    agent_account: Option<u8>,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Ask {
    Confirm(Option<Looked>),
    Issue(Option<Looked>),
    Use,
    Withdraw,
    RunClocks,
    Assign(u8),
    Note,
    Answer,
    Close,
    Reopen,
    Settle,
    StandStill,
}

/// The first bytes are a policy and what let the vouching start, the rest is what is asked of it and
/// of the case, and by whom.
///
/// # Panics
/// Where a rule is broken.
pub fn run(data: &[u8]) {
    let mut u = Unstructured::new(data);
    let Ok(policy) = input::policy(&mut u) else { return };
    let Ok((member, mobile, looked)) = <(u8, u8, Option<Looked>)>::arbitrary(&mut u) else { return };
    let steps = input::steps::<(Pause, u8, Ask)>(&mut u);
    let cases = |(_, _, ask): &(Pause, u8, Ask)| case_command(*ask).is_some();
    let (of_case, of_vouching): (Vec<_>, Vec<_>) = steps.into_iter().partition(cases);
    _ = vouching(member, mobile, looked, &of_vouching, &policy);
    case(&of_case, &policy);
}

fn vouching(member: u8, number: u8, looked: Option<Looked>, steps: &[(Pause, u8, Ask)], policy: &Policy) -> Option<()> {
    let ticks = Ticks { identity_in_person: true, mobile_is_theirs: true };
    let begin = Start {
        id: VouchingId(Uuid::from_u128(9)),
        member: account(member),
        mobile: mobile(number)?,
        checks: LocalChecks::try_from(ticks).ok()?,
        has_open_vouching: false,
    };
    let known = Known::of(looked)?;
    let (started, _) = Vouching::start(begin, &Actor::Member(account(0)), &known.facts(), start()).ok()?;
    assert!(started.owner != started.member);
    let (mut vouching, mut now, mut history) = (started.clone(), start(), Vec::new());
    let mut holding = Holding { chosen_at: Some(start()), temporary_password: Held::Nothing };
    for &(pause, by, ask) in steps {
        now = pause.after(now);
        let looked = match ask {
            Ask::Confirm(looked) | Ask::Issue(looked) => looked,
            _ => None,
        };
        let known = Known::of(looked)?;
        let desk = Desk {
            facts: known.facts(),
            holding,
            agent_account: looked.and_then(|looked| looked.agent_account).map(account),
        };
        match ask {
            Ask::Settle => holding = Holding { chosen_at: Some(now), temporary_password: Held::Nothing },
            Ask::StandStill => holding.temporary_password = Held::StandingStill,
            _ => {}
        }
        let command = match ask {
            Ask::Confirm(_) => Command::Confirm(desk),
            Ask::Issue(_) => Command::Issue(desk),
            Ask::Use => Command::Use(holding),
            Ask::Withdraw => Command::Withdraw,
            _ => Command::RunClocks(holding),
        };
        let Ok(events) = vouching.decide(&command, &actor(by), now, policy) else { continue };
        let before = vouching.clone();
        vouching = events.iter().fold(vouching, Vouching::evolve);
        for event in &events {
            assert!(!before.is_final(), "what is final stays");
            if let Event::Confirmed { named, .. } | Event::Issued { named, .. } = event {
                assert!(desk.agent_account.is_none_or(|agent| agent != named.member && agent != named.owner));
            }
            if let Event::Issued { usable_from, .. } = event {
                let until = usable_from.plus(Span::days(policy.temporary_password_days));
                holding.temporary_password = Held::Running { from: *usable_from, until };
            }
            if let Event::Used { .. } = event {
                let works =
                    matches!(holding.temporary_password, Held::Running { from, until } if from <= now && now < until);
                assert!(works, "not before it works, nor after");
            }
            assert_eq!(event.reissue(&before).is_some(), matches!(vouching.state, State::Issued { .. }));
            _ = (event.told(&before), event.revokes(&before), event.name());
        }
        let stands_still =
            holding.temporary_password == Held::StandingStill && matches!(vouching.state, State::Issued { .. });
        assert_eq!(vouching.lapses_at(&holding, policy).is_none(), vouching.is_final() || stands_still);
        vouching = stored(&vouching);
        history.extend(events);
    }
    assert_eq!(history.iter().fold(started, Vouching::evolve), vouching, "a history replays to the same state");
    Some(())
}

fn case(steps: &[(Pause, u8, Ask)], policy: &Policy) {
    let holidays = Holidays::default();
    let hours = TeamHours::new(policy, &holidays);
    let matter = Matter::Request { task: Task::Other, account: account(1) };
    let opening = CaseOpening { id: CaseId(Uuid::from_u128(3)), matter, by: Actor::Member(account(1)) };
    let opened = Case::open(opening, start(), hours);
    let (mut case, mut now, mut history) = (opened.clone(), start(), Vec::<CaseEvent>::new());
    for &(pause, by, ask) in steps {
        now = pause.after(now);
        let Some(command) = case_command(ask) else { continue };
        let Ok(events) = case.decide(&command, &actor(by), now, hours) else { continue };
        let before = case.clone();
        case = events.iter().fold(case, Case::evolve);
        assert!(case.notes.starts_with(&before.notes), "no note is lost");
        assert_eq!(
            (&case.matter, &case.opened_by, case.opened_at),
            (&before.matter, &before.opened_by, before.opened_at)
        );
        if let CaseState::Closed { .. } = before.state {
            assert!(events.is_empty() || matches!(case.state, CaseState::Open { .. }), "closed, or open again");
        }
        if let (CaseState::Open { due: Opening::At(due), .. }, false) = (case.state, events.is_empty()) {
            assert!(due > now || matches!(command, CaseCommand::Note(_)));
        }
        _ = case.is_overdue(now);
        case = stored(&case);
        history.extend(events);
    }
    assert_eq!(history.iter().fold(opened, Case::evolve), case, "a history replays to the same state");
}

fn case_command(ask: Ask) -> Option<CaseCommand> {
    match ask {
        Ask::Assign(to) => Some(CaseCommand::Assign { to: AgentId(Uuid::from_u128(u128::from(to % 4))) }),
        Ask::Note => Note::parse(&"Called the practice".into()).ok().map(CaseCommand::Note),
        Ask::Answer => Some(CaseCommand::Answer),
        Ask::Close => Some(CaseCommand::Close),
        Ask::Reopen => Some(CaseCommand::Reopen),
        Ask::Confirm(_) | Ask::Issue(_) | Ask::Use | Ask::Withdraw | Ask::RunClocks | Ask::Settle | Ask::StandStill => {
            None
        }
    }
}

/// What the store has looked up.
struct Known {
    mailbox: Mailbox,
    standing: Standing,
    owner_standing: Standing,
    registered: Option<Mobile>,
    is_mobile_of_another: bool,
}

impl Known {
    /// By default person 0 owns the mailbox, persons 1 and 2 are members, and number 0 is registered.
    fn of(looked: Option<Looked>) -> Option<Self> {
        let looked = looked.unwrap_or(Looked {
            standing: 0,
            registered: 0,
            is_mobile_of_another: false,
            owners: [0, 3],
            members: [1, 2, 4],
            other_mailbox: false,
            agent_account: None,
        });
        let accounts: Vec<_> = looked.owners.iter().map(|&owner| account(owner)).collect();
        let creation = Creation {
            id: MailboxId(Uuid::from_u128(looked.other_mailbox.into())),
            address: "smile.v12345".to_owned().try_into().ok()?,
            practice: "V12345".to_owned().try_into().ok()?,
            owners: Owners::try_from(accounts.clone()).ok().or_else(|| accounts.into_iter().map(Owners::new).next())?,
            members: looked.members.iter().map(|&member| account(member)).collect(),
        };
        let standing_of = |number| match number {
            1 => Standing::NeverActivated,
            2 => Standing::Leaving,
            3 => Standing::Disabled,
            4 => Standing::Gone,
            _ => Standing::Activated,
        };
        Some(Self {
            mailbox: Mailbox::create(creation, start()),
            standing: standing_of(looked.standing % 8),
            owner_standing: standing_of(looked.standing / 8),
            registered: if looked.registered == u8::MAX { None } else { mobile(looked.registered) },
            is_mobile_of_another: looked.is_mobile_of_another,
        })
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            mailbox: &self.mailbox,
            standing: self.standing,
            owner_standing: self.owner_standing,
            registered_mobile: self.registered.as_ref(),
            is_mobile_of_another: self.is_mobile_of_another,
        }
    }
}

fn account(number: u8) -> AccountId {
    AccountId(Uuid::from_u128(u128::from(number % 6)))
}

fn mobile(number: u8) -> Option<Mobile> {
    Mobile::parse(&format!("07700900{:03}", number % 3).into()).ok()
}

fn actor(number: u8) -> Actor {
    match number {
        0 => Actor::Visitor,
        1..=20 => Actor::Clock,
        21..=120 => Actor::Member(account(number)),
        agent => Actor::Helpdesk(AgentId(Uuid::from_u128(u128::from(agent % 4)))),
    }
}
