//! The world: accounts, mailboxes and vouchings, put together as the server puts them together.

mod account;
mod clocks;
mod invariant;
mod mailbox;
mod own;
mod recovery;
mod staff;
mod time;
mod vouching;

use std::sync::Arc;

use enamel_core::account::{Account, Administration, Creation, NewNumber, State};
use enamel_core::code::Allowance;
use enamel_core::guessing::Guesses;
use enamel_core::mailbox::{Creation as NewMailbox, Mailbox, Owners, Standing};
use enamel_core::recovery::Recovery;
use enamel_core::session::{Credential, Next, SessionTimes};
use enamel_core::time::Instant;
use enamel_core::vouching::Vouching;

use crate::action::Action;
use crate::cast::{Who, account_id, hash, mailbox_id, number, organisation, person, practice, username};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;
use crate::spec::Spec;

/// What a person knows and has.
#[derive(Clone, Copy, Debug)]
pub struct Knows {
    /// The password.
    pub password: Option<u32>,
    /// The temporary password that was sent last.
    pub temporary: Option<u32>,
    /// The security answers.
    pub answers: bool,
    /// The phone with the first number.
    pub phone: bool,
}

/// A session of the holder's.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    /// What it was opened with.
    pub credential: Credential,
    /// The very secret.
    pub secret: u32,
    /// When.
    pub times: SessionTimes,
}

/// A code that the holder was sent.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Which.
    pub secret: u32,
    /// When.
    pub sent_at: Instant,
    /// Whether it has proved something.
    pub is_used: bool,
    /// Wrong ones entered in its place.
    pub wrong: u32,
}

/// A number that the holder wants to have.
#[derive(Clone, Debug)]
pub struct Asked {
    /// As the rules keep it.
    pub number: Arc<NewNumber>,
    /// The code sent to it.
    pub code: u32,
    /// Whether it has proved something.
    pub is_used: bool,
    /// The codes sent for it and for numbers before it.
    pub allowance: Allowance,
    /// When.
    pub sent: Vec<Instant>,
}

/// Tries and codes, counted for devices of one kind.
#[derive(Clone, Debug, Default)]
pub struct Tries {
    /// Wrong passwords.
    pub guesses: Guesses,
    /// Codes sent.
    pub allowance: Allowance,
    /// When, within the last day.
    pub sent: Vec<Instant>,
}

/// A person, the account, and what a stranger tries on it.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub account: Arc<Account>,
    /// What its history defines.
    pub spec: Spec,
    /// What its holder knows.
    pub knows: Knows,
    /// Whether the holder has signed in before, on a device that is known since.
    pub known_device: bool,
    /// The holder's session.
    pub session: Option<Session>,
    /// The session before it, on another device.
    pub elsewhere: Option<Session>,
    /// The holder's recovery.
    pub recovery: Option<Arc<Recovery>>,
    /// The last code that the holder was sent in it.
    pub code: Option<Code>,
    /// A stranger's recovery.
    pub intruder: Option<Arc<Recovery>>,
    /// The number that the holder asks for.
    pub new_number: Option<Asked>,
    /// Tries on devices that are not known, and on the holder's.
    pub tries: [Tries; 2],
}

/// All there is at an instant.
#[derive(Clone, Debug)]
pub struct World {
    /// The instant.
    pub now: Instant,
    /// Up to three people.
    pub people: Vec<Arc<Person>>,
    /// Up to two mailboxes.
    pub mailboxes: Vec<Arc<Mailbox>>,
    /// Up to two vouchings, each with its number.
    pub vouchings: Vec<(u32, Arc<Vouching>)>,
    /// The next secret that nobody has.
    pub fresh: u32,
}

/// What came of an action: another world, nothing, or what must not be.
pub type Outcome = Result<Option<World>, Violation>;

impl World {
    /// People who wait for their activation, Ann owning each of the mailboxes and Ben a member of the first.
    #[must_use]
    pub fn new(people: u8, mailboxes: u8) -> Self {
        let now: Instant = "2027-07-01T09:00:00Z".parse().expect("an instant");
        let mut world = Self { now, people: Vec::new(), mailboxes: Vec::new(), vouchings: Vec::new(), fresh: 0 };
        for index in 0..people {
            let newcomer = world.newcomer(index);
            world.people.push(Arc::new(newcomer));
        }
        for index in 0..mailboxes {
            let creation = NewMailbox {
                id: mailbox_id(index),
                address: format!("practice{index}.dental").try_into().expect("an address"),
                practice: practice(),
                owners: Owners::new(account_id(0)),
                members: (index == 0 && people > 1).then(|| account_id(1)).into_iter().collect(),
            };
            world.mailboxes.push(Arc::new(Mailbox::create(creation, now)));
        }
        world
    }

    /// Somebody with a new account. Cat's is administered by an organisation.
    fn newcomer(&mut self, index: u8) -> Person {
        let temporary = self.secret();
        let administration =
            if index == 2 { Administration::Organisation(organisation(true)) } else { Administration::NhsDental };
        let account = Account::create(
            Creation {
                id: account_id(index),
                username: username(index),
                person: person(index),
                mobile: number(index, false),
                administration,
                practice: None,
                temporary_password: hash(temporary, false),
            },
            self.now,
        );
        Person {
            account: Arc::new(account),
            spec: Spec::created(self.now, temporary),
            knows: Knows { password: None, temporary: Some(temporary), answers: false, phone: true },
            known_device: false,
            session: None,
            elsewhere: None,
            recovery: None,
            code: None,
            intruder: None,
            new_number: None,
            tries: Default::default(),
        }
    }

    /// Does what happens.
    ///
    /// # Errors
    /// [`Violation`].
    pub fn act(&self, action: Action, rules: &Rules, tally: &mut Tally) -> Outcome {
        match action {
            Action::Pass(step) => Ok(self.pass(step, rules)),
            Action::RunClocks => self.run_clocks(rules, tally),
            Action::Own(person, own) => self.own(person, own, rules, tally),
            Action::Intrude(person, intrude) => self.intrude(person, intrude, rules, tally),
            Action::Staff(who, person, staff) => self.staff(who, person, staff, rules, tally),
            Action::Share(who, mailbox, share) => self.share(who, mailbox, share, rules, tally),
            Action::Start { by, member, mailbox, new_number } => {
                self.start(by, member, mailbox, new_number, rules, tally)
            }
            Action::Vouch(who, vouching, vouch) => self.vouch(who, vouching, vouch, rules, tally),
            Action::Lose(person, loss) => Ok(self.lose(person, loss)),
            Action::Hire(person) => Ok(Some(self.hire(person))),
        }
    }

    /// Somebody else with the name and the number of a person who is gone: the rules tell them apart.
    fn hire(&self, index: u8) -> Self {
        let mut next = self.clone();
        let newcomer = next.newcomer(index);
        *next.person_mut(index) = newcomer;
        next
    }

    /// A secret that nobody has.
    pub(crate) fn secret(&mut self) -> u32 {
        self.fresh += 1;
        self.fresh
    }

    /// A person.
    #[must_use]
    pub fn person(&self, index: u8) -> &Person {
        &self.people[usize::from(index)]
    }

    pub(crate) fn person_mut(&mut self, index: u8) -> &mut Person {
        Arc::make_mut(&mut self.people[usize::from(index)])
    }

    /// Where the person's session leads now; `None`: there is none.
    #[must_use]
    pub fn next(&self, index: u8, rules: &Rules) -> Option<Next> {
        self.person(index).session.and_then(|session| self.leads(index, session, rules))
    }

    /// Where a session of the person leads now.
    pub(crate) fn leads(&self, index: u8, session: Session, rules: &Rules) -> Option<Next> {
        let is_live = session.times.is_live(self.now, &rules.policy);
        is_live.then(|| self.person(index).account.next(session.credential, self.now, &rules.policy)).flatten()
    }

    /// Whether whoever asks can: a member does so signed in, the others always.
    #[must_use]
    pub fn can_ask(&self, who: Who, rules: &Rules) -> bool {
        match who {
            Who::Person(index) => usize::from(index) < self.people.len() && self.next(index, rules) == Some(Next::Home),
            _ => true,
        }
    }

    /// What an account is to others.
    #[must_use]
    pub fn standing(&self, index: u8) -> Standing {
        match &self.person(index).account.state {
            State::Newcomer(_) => Standing::NeverActivated,
            State::Member(member) if member.holder.leaving.is_some() => Standing::Leaving,
            State::Member(_) => Standing::Activated,
            State::Disabled(_) => Standing::Disabled,
            State::Deleted { .. } => Standing::Gone,
        }
    }

    /// Whether the account is deleted.
    #[must_use]
    pub fn is_gone(&self, index: u8) -> bool {
        matches!(self.person(index).account.state, State::Deleted { .. })
    }

    /// Whether the number belongs to another live account.
    fn is_taken(&self, index: u8, mobile: &enamel_core::mobile::Mobile) -> bool {
        self.people.iter().enumerate().any(|(other, person)| {
            other != usize::from(index)
                && person.account.holder().is_some_and(|holder| holder.mobile.number() == mobile)
        })
    }

    /// Whether a text to this number reaches the person.
    fn reaches(&self, index: u8, mobile: &enamel_core::mobile::Mobile) -> bool {
        *mobile == number(index, true) || *mobile == number(index, false) && self.person(index).knows.phone
    }
}

impl World {
    /// Whether a text to the registered number reaches the person.
    #[must_use]
    pub fn registered_reaches(&self, index: u8) -> bool {
        self.reaches(index, &self.registered(index))
    }
}

impl Person {
    /// Tries on the device that the holder uses.
    #[must_use]
    pub fn own_tries(&self) -> usize {
        usize::from(self.known_device)
    }
}

/// What must not be, or nothing.
pub(crate) fn must(holds: bool, property: Property, seen: impl FnOnce() -> String) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(Violation::new(property, seen())) }
}
