//! Who and what there is: people with an account, agents, administrators, numbers, secrets.

use enamel_core::account::AccountId;
use enamel_core::actor::{Actor, AgentId};
use enamel_core::mailbox::MailboxId;
use enamel_core::mobile::Mobile;
use enamel_core::organisation::OdsCode;
use enamel_core::password::PasswordHash;
use enamel_core::person::Person;
use enamel_core::username::Username;
use enamel_core::vouching::VouchingId;
use uuid::Uuid;

/// The names, for histories.
pub const NAMES: [&str; 3] = ["Ann", "Ben", "Cat"];

/// Somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody who is signed in.
    Visitor,
    /// The holder of an account, signed in.
    Person(u8),
    /// A helpdesk agent; the second one is Ben, who has an account too.
    Agent(u8),
    /// The local administrator of the organisation that administers Cat's account, or of another.
    Administrator {
        /// Of hers.
        of_hers: bool,
    },
    /// The service itself.
    Clock,
}

/// Everybody who might ask for something, whether they may or not.
pub const EVERYBODY: [Who; 9] = [
    Who::Visitor,
    Who::Person(0),
    Who::Person(1),
    Who::Person(2),
    Who::Agent(0),
    Who::Agent(1),
    Who::Administrator { of_hers: true },
    Who::Administrator { of_hers: false },
    Who::Clock,
];

impl Who {
    /// As the rules name them.
    #[must_use]
    pub fn actor(self) -> Actor {
        match self {
            Self::Visitor => Actor::Visitor,
            Self::Person(person) => Actor::Member(account_id(person)),
            Self::Agent(agent) => Actor::Helpdesk(agent_id(agent)),
            Self::Administrator { of_hers } => {
                Actor::LocalAdministrator { agent: AgentId(Uuid::from_u128(300)), organisation: organisation(of_hers) }
            }
            Self::Clock => Actor::Clock,
        }
    }
}

/// The identity of a person's account.
#[must_use]
pub fn account_id(person: u8) -> AccountId {
    AccountId(Uuid::from_u128(u128::from(person) + 1))
}

/// Whose account this is.
#[must_use]
pub fn person_of(account: AccountId) -> u8 {
    u8::try_from(account.0.as_u128() - 1).unwrap_or(u8::MAX)
}

/// The identity of an agent.
#[must_use]
pub fn agent_id(agent: u8) -> AgentId {
    AgentId(Uuid::from_u128(u128::from(agent) + 100))
}

/// The account that an agent holds as a person.
#[must_use]
pub fn account_of_agent(agent: AgentId) -> Option<AccountId> {
    (agent == agent_id(1)).then(|| account_id(1))
}

/// The identity of a vouching.
#[must_use]
pub fn vouching_id(number: u32) -> VouchingId {
    VouchingId(Uuid::from_u128(u128::from(number) + 1000))
}

/// The identity of a mailbox.
#[must_use]
pub fn mailbox_id(mailbox: u8) -> MailboxId {
    MailboxId(Uuid::from_u128(u128::from(mailbox) + 200))
}

/// The organisation that administers Cat's account at first, or another.
#[must_use]
pub fn organisation(of_hers: bool) -> OdsCode {
    let code = if of_hers { "RX1" } else { "RX2" };
    OdsCode::parse(&code.into()).expect("an ODS code")
}

/// The practice.
#[must_use]
pub fn practice() -> OdsCode {
    OdsCode::parse(&"V12345".into()).expect("an ODS code")
}

/// The number that a person had first, or the one that they can get.
#[must_use]
pub fn number(person: u8, new: bool) -> Mobile {
    let second = u8::from(new);
    format!("0770090{second}00{person}").try_into().expect("a mobile number")
}

/// A person's username.
#[must_use]
pub fn username(person: u8) -> Username {
    format!("{}.smith", NAMES[usize::from(person)].to_lowercase()).try_into().expect("a username")
}

/// A person's name and address.
#[must_use]
pub fn person(person: u8) -> Person {
    let name = NAMES[usize::from(person)];
    Person::parse(&name.into(), &"Smith".into(), &format!("{}@example.org", name.to_lowercase()).into())
        .expect("a person")
}

/// A hash of a secret; a secret has two, the second at a higher cost.
#[must_use]
pub fn hash(secret: u32, is_costlier: bool) -> PasswordHash {
    PasswordHash::new((secret * 2 + u32::from(is_costlier)).to_string())
}

/// Which secret a hash is of, and whether it is the costlier one.
#[must_use]
pub fn secret_of(hash: &PasswordHash) -> (u32, bool) {
    let number: u32 = hash.as_str().parse().expect("a hash of the model");
    (number / 2, number % 2 == 1)
}
