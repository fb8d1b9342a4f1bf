//! Who asks for a decision that is made once (`http/once.rs`).

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::member::{SignedIn, is_shown};
use super::{Cookie, Token};
use crate::app::{App, Decided};
use crate::http::Keyed;
use crate::problem::Problem;
use crate::store::{DecidedRequest, RequestKey};

/// Somebody who asks for the first time, or again because the answer was lost on its way.
pub(crate) enum Asker {
    /// For the first time, as far as is known.
    First(SignedIn),
    /// Again: it was decided, and the session by which it was asked may have ended with that.
    Again(Again),
}

/// A request that was decided before, and who asks again.
pub(crate) struct Again {
    request: DecidedRequest,
    token: Token,
}

impl FromRequestParts<App> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Some(keyed) = parts.extensions.get::<Keyed>().copied() else {
            return SignedIn::of(&parts.headers, app).await.map(Self::First);
        };
        let token = Cookie::read(&parts.headers, app.settings()).ok_or_else(Problem::not_signed_in)?;
        let key = RequestKey { hash: keyed.hash, fingerprint: keyed.fingerprint, asked_by: token.hash() };
        let known = async || app.store().request(&key.hash, app.clock().wall()).await;
        let request = match known().await? {
            Some(request) => request,
            None => match SignedIn::of(&parts.headers, app).await {
                Ok(mut session) => {
                    session.hold.request = Some(key);
                    return Ok(Self::First(session));
                }
                // It may have been decided in this very moment, and the session ended with that.
                Err(problem) => known().await?.ok_or(problem)?,
            },
        };
        if !request.answers(&key) {
            return Err(Problem::key_reused());
        }
        if request.opened.is_none() {
            SignedIn::of(&parts.headers, app).await?.into_member()?;
        }
        let account = app.store().account(request.account_id).await?.ok_or_else(Problem::not_signed_in)?;
        if !is_shown(&account, &parts.headers) {
            return Err(Problem::another_account());
        }
        Ok(Self::Again(Again { request, token }))
    }
}

impl Again {
    /// What was decided: the account as it stands by now, with a session for whoever never got the one that was opened.
    pub(crate) async fn decided(&self, app: &App) -> Result<Decided, Problem> {
        app.decided_before(&self.request, self.token.hash()).await
    }
}
