//! The program's parts, and the one way in which an account changes.

use std::sync::Arc;

use enamel_core::account::{Account, AccountId, AccountView, Command};
use enamel_core::notice;
use enamel_core::policy::Policy;
use enamel_core::session::Credential;
use enamel_core::time::Instant;

use crate::clock::Clock;
use crate::config::Settings;
use crate::http::spoken;
use crate::password::Hasher;
use crate::problem::Problem;
use crate::session::{Cookie, Token};
use crate::store::{DecidedRequest, Decision, Locked, RequestKey, SessionRow, Store};

/// How often a command is prepared anew because the account's secrets changed meanwhile.
const TRIES: usize = 3;

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
    /// What the session was opened with, where one was asked for.
    pub(crate) credential: Credential,
    /// The session opened with it, where one was asked for.
    pub(crate) token: Option<Token>,
}

/// Makes the command from the account as it is stored: works out the facts that need a slow hash.
///
/// Called again where the account's secrets changed meanwhile, so that no fact is of an older state.
pub trait Prepare: Sync {
    /// The command to decide.
    fn prepare(&self, app: &App, account: &Account) -> impl Future<Output = Result<Command, Problem>> + Send;
}

/// The session by which somebody asks, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SessionHold {
    /// SHA-256 of its token.
    pub(crate) token_hash: [u8; 32],
    /// Whose it is.
    pub(crate) account_id: AccountId,
    /// What the request is known by, where it is sent again.
    pub(crate) request: Option<RequestKey>,
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

impl Decided {
    /// What its owner is told of it: the account, and the cookie of the session that was opened with it.
    pub(crate) fn answer(self, app: &App) -> Result<(Option<Cookie>, AccountView), Problem> {
        let view = AccountView::of(&self.account, app.now(), app.policy(), spoken()).ok_or_else(Problem::internal)?;
        Ok((self.token.map(|token| Cookie::set(&token, app.settings())), view))
    }
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

    /// Prepares the command on the account as it is read, then locks the account, judges the
    /// command on it as it stands by then, and saves. Where its secrets have changed meanwhile, the
    /// command is prepared again, for its facts no longer hold.
    ///
    /// # Errors
    /// The problem of preparing, the rules' refusal, or [`Problem::unavailable`].
    pub async fn decide(&self, id: AccountId, open: Open, command: &impl Prepare) -> Result<Decided, Problem> {
        self.decide_by(None, id, open, command).await
    }

    /// The same for whoever holds a session: it must not have ended by the time of the lock. A session ends
    /// with what it was opened with, such as a temporary password that another has replaced (R10).
    ///
    /// # Errors
    /// Those of [`Self::decide`], or [`Problem::not_signed_in`].
    pub(crate) async fn decide_in(
        &self,
        session: &SessionHold,
        open: Open,
        command: &impl Prepare,
    ) -> Result<Decided, Problem> {
        let outcome = self.decide_by(Some(session), session.account_id, open, command).await;
        // The same request may have come twice at once: what refuses the second is what the first has done.
        match (outcome, session.request) {
            (Err(problem), Some(key)) => match self.store().request(&key.hash, self.clock().wall()).await? {
                Some(request) if request.answers(&key) => self.decided_before(&request, key.asked_by).await,
                _ => Err(problem),
            },
            (outcome, _) => outcome,
        }
    }

    async fn decide_by(
        &self,
        session: Option<&SessionHold>,
        id: AccountId,
        open: Open,
        command: &impl Prepare,
    ) -> Result<Decided, Problem> {
        for _ in 0..TRIES {
            let read = self.store().account(id).await?.ok_or_else(Problem::not_signed_in)?;
            let command = command.prepare(self, &read).await?;
            // A refusal, or nothing to do, needs no lock. A session is something to do: it is opened
            // with the secrets unchanged that it was proved by. So is a key to be known again.
            let request = session.and_then(|session| session.request);
            let is_nothing = read.decide(&command, self.now(), self.policy())?.is_empty();
            if is_nothing && open == Open::Nothing && request.is_none() {
                return Ok(Decided { account: read, credential: command.credential(), token: None });
            }
            let mut locked = self.store().lock(id).await?.ok_or_else(Problem::not_signed_in)?;
            if let Some(key) = request
                && let Some(decided) = locked.request(&key.hash, self.clock().wall()).await?
            {
                drop(locked);
                if !decided.answers(&key) {
                    return Err(Problem::key_reused());
                }
                return self.decided_before(&decided, key.asked_by).await;
            }
            if let Some(session) = session
                && !locked.holds_session(&session.token_hash).await?
            {
                return Err(Problem::not_signed_in());
            }
            if locked.account().secrets() == read.secrets() {
                return self.save(locked, &command, open, request).await;
            }
        }
        Err(Problem::unavailable())
    }

    /// What a request has led to that is sent again: nothing is decided anew. Where it opened a session whose token is
    /// not `presented`, that token never reached its owner, and another session takes its place.
    pub(crate) async fn decided_before(
        &self,
        request: &DecidedRequest,
        presented: [u8; 32],
    ) -> Result<Decided, Problem> {
        let account = self.store().account(request.account_id).await?.ok_or_else(Problem::not_signed_in)?;
        let Some(opened) = request.opened else {
            return Ok(Decided { account, credential: Credential::Password, token: None });
        };
        let wall = self.clock().wall();
        let found = self.store().session(opened).await?.filter(|found| found.times.is_live(wall, self.policy()));
        let found = found.ok_or_else(Problem::not_signed_in)?;
        let credential = found.credential;
        if presented == opened {
            return Ok(Decided { account, credential, token: None });
        }
        let token = Token::draw()?;
        // It lasts no longer than the one that it replaces.
        let session = SessionRow { created_at: found.times.created_at, ..token.row(account.id, credential, wall) };
        if !self.store().replace_session(request, &opened, &session).await? {
            return Err(Problem::not_signed_in());
        }
        Ok(Decided { account, credential, token: Some(token) })
    }

    async fn save(
        &self,
        locked: Locked,
        command: &Command,
        open: Open,
        request: Option<RequestKey>,
    ) -> Result<Decided, Problem> {
        let at = self.now();
        let events = locked.account().decide(command, at, self.policy())?;
        let notices = notice::of_events(locked.account(), &events, self.policy(), &self.settings().public_url);
        let account = events.iter().fold(locked.account().clone(), Account::evolve);
        let (token, session) = self.new_session(account.id, command.credential(), open)?.unzip();
        let wall = self.clock().wall();
        let decision = Decision { after: &account, events: &events, notices: &notices, session, request, at, wall };
        locked.save(&decision, self.policy()).await?;
        Ok(Decided { account, credential: command.credential(), token })
    }

    fn new_session(
        &self,
        id: AccountId,
        credential: Credential,
        open: Open,
    ) -> Result<Option<(Token, SessionRow)>, Problem> {
        if open == Open::Nothing {
            return Ok(None);
        }
        let token = Token::draw()?;
        let row = token.row(id, credential, self.clock().wall());
        Ok(Some((token, row)))
    }
}
