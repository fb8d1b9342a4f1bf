//! Who is asking: a capability that an endpoint asks for in its arguments.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use enamel_core::account::Account;
use enamel_core::policy::Policy;
use enamel_core::session::Next;
use enamel_core::time::{Instant, Span};

use super::Cookie;
use crate::app::{App, SessionHold};
use crate::problem::Problem;
use crate::store::FoundSession;

/// The username of the account that the page shows. One cookie serves all tabs of a browser: where
/// somebody else has signed in since, a page that still shows the first must not act on the second.
const SHOWN_ACCOUNT: &str = "enamel-account";

/// A session is noted as used at most this often, so that reading does not write: a tenth of the
/// time that it may lie idle, by which it ends early at worst.
fn noted_every(policy: &Policy) -> Span {
    Span::seconds(policy.session_idle_minutes.saturating_mul(6).min(60))
}

async fn note_use(app: App, token_hash: [u8; 32], at: Instant) {
    if let Err(error) = app.store().touch_session(&token_hash, at).await {
        tracing::warn!(%error, "a session's use was not noted");
    }
}

/// Whether the page that asks shows this account, or does not say which.
pub(super) fn is_shown(account: &Account, headers: &HeaderMap) -> bool {
    headers.get(SHOWN_ACCOUNT).is_none_or(|shown| shown.as_bytes() == account.username.as_str().as_bytes())
}

/// Someone with a session, wherever it leads.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub(crate) account: Arc<Account>,
    pub(crate) hold: SessionHold,
    pub(crate) next: Next,
}

/// Someone with a session that leads to everything a member may do (R9, R14).
pub(crate) struct Member {
    pub(crate) account: Arc<Account>,
    pub(crate) hold: SessionHold,
}

impl SignedIn {
    /// Whose cookie a request brings.
    pub(crate) async fn of(headers: &HeaderMap, app: &App) -> Result<Self, Problem> {
        let token = Cookie::read(headers, app.settings()).ok_or_else(Problem::not_signed_in)?;
        let (hash, wall) = (token.hash(), app.clock().wall());
        let found = app.store().session(hash).await?.filter(|found| found.times.is_live(wall, app.policy()));
        let FoundSession { account, credential, times } = found.ok_or_else(Problem::not_signed_in)?;
        if wall >= times.seen_at.plus(noted_every(app.policy())) {
            // Not waited for: who only reads is served by a database that can't be written to.
            tokio::spawn(note_use(app.clone(), hash, wall));
        }
        if !is_shown(&account, headers) {
            return Err(Problem::another_account());
        }
        let next = account.next(credential, app.now(), app.policy()).ok_or_else(Problem::not_signed_in)?;
        let hold = SessionHold { token_hash: hash, account_id: account.id, request: None };
        Ok(Self { account, hold, next })
    }

    /// The same, where it leads to everything.
    pub(crate) fn into_member(self) -> Result<Member, Problem> {
        self.next.admits(Next::Home)?;
        Ok(Member { account: self.account, hold: self.hold })
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        Self::of(&parts.headers, app).await
    }
}

impl FromRequestParts<App> for Member {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        SignedIn::of(&parts.headers, app).await?.into_member()
    }
}
