//! The program's parts, and the one way in which an account changes.

use std::sync::Arc;

use enamel_core::account::{Account, AccountId, Command, Event};
use enamel_core::notice::{self, Notice};
use enamel_core::policy::Policy;
use enamel_core::time::Instant;

use crate::clock::Clock;
use crate::config::Settings;
use crate::password::Hasher;
use crate::problem::Problem;
use crate::session::Token;
use crate::store::{Decision, Saved, Store, Stored};

/// How often a decision that was outrun by another is judged again.
const TRIES: usize = 8;

/// The program's parts. A clone is a handle.
#[derive(Clone, Debug)]
pub struct App(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    settings: Settings,
    store: Store,
    hasher: Hasher,
    clock: Clock,
}

/// An account after a decision.
#[derive(Debug)]
pub struct Decided {
    /// The account as it stands now.
    pub account: Account,
    /// The session opened with it, where one was asked for.
    pub(crate) token: Option<Token>,
}

/// Makes the command from the account as it is stored: works out the facts that need a slow hash.
///
/// Called again where another decision came first, so that facts are never those of an older state.
pub trait Prepare: Sync {
    /// The command to decide.
    fn prepare(&self, app: &App, account: &Account) -> impl Future<Output = Result<Command, Problem>> + Send;
}

/// A command that needs no facts.
impl Prepare for Command {
    async fn prepare(&self, _: &App, _: &Account) -> Result<Self, Problem> {
        Ok(self.clone())
    }
}

/// Whether the decision opens a session for the person who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Yes: whatever session they had before is replaced.
    Session,
    /// No.
    Nothing,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(settings: Settings, store: Store, hasher: Hasher, clock: Clock) -> Self {
        Self(Arc::new(Parts { settings, store, hasher, clock }))
    }

    /// The configuration.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The numbers of the rules.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.0.settings.policy
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The hashing threads.
    #[must_use]
    pub fn hasher(&self) -> &Hasher {
        &self.0.hasher
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The time by which the rules judge.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// Loads the account, prepares the command, decides, and saves. Where another decision came
    /// first, all of it happens again on what that one left.
    ///
    /// # Errors
    /// The problem of preparing, the rules' refusal, or [`Problem::unavailable`].
    pub async fn decide(&self, id: AccountId, open: Open, command: &impl Prepare) -> Result<Decided, Problem> {
        for _ in 0..TRIES {
            let stored = self.store().account(id).await?.ok_or_else(Problem::not_signed_in)?;
            let command = command.prepare(self, &stored.account).await?;
            if let Some(decided) = self.try_command(stored, &command, open).await? {
                return Ok(decided);
            }
        }
        Err(Problem::unavailable())
    }

    /// Decides on a loaded account and saves; `None` where another decision came first.
    async fn try_command(&self, stored: Stored, command: &Command, open: Open) -> Result<Option<Decided>, Problem> {
        let now = self.now();
        let events = stored.account.decide(command, now, self.policy())?;
        let notices = self.notices(&stored.account, &events);
        let account = events.iter().fold(stored.account, Account::evolve);
        let (token, session) = match open {
            Open::Session => {
                let token = Token::draw()?;
                let row = token.row(account.id, self.clock().wall());
                (Some(token), Some(row))
            }
            Open::Nothing => (None, None),
        };
        if events.is_empty() {
            if let Some(row) = session {
                self.store().open_session(&row).await?;
            }
            return Ok(Some(Decided { account, token }));
        }
        let decision =
            Decision { version: stored.version, after: &account, events: &events, notices: &notices, session, at: now };
        match self.store().save(&decision, self.policy()).await? {
            Saved::Yes => Ok(Some(Decided { account, token })),
            Saved::Outrun => Ok(None),
        }
    }

    fn notices(&self, before: &Account, events: &[Event]) -> Vec<Notice> {
        let mut account = before.clone();
        let mut notices = Vec::new();
        for event in events {
            notices.extend(notice::of_event(&account, event, self.policy(), &self.settings().public_url));
            account = account.evolve(event);
        }
        notices
    }
}
