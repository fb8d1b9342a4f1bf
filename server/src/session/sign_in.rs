//! Signing in (R8, R10, R14).

use axum::extract::State;
use axum::http::HeaderMap;
use enamel_core::account::{Account, AccountRefusal, Command, Proof};
use enamel_core::password::{Attempt, PasswordHash};
use enamel_core::session::{Credential, SessionView, SignInRequest};

use super::Cookie;
use crate::app::{App, Open, Prepare};
use crate::http::Json;
use crate::problem::{Problem, ProblemDocument};

/// Signs in; a session from before is replaced.
#[utoipa::path(
    post, path = "/session", tag = "session", request_body = SignInRequest,
    responses(
        (status = 200, body = SessionView, description = "Signed in; `next` is the page to open"),
        (status = 401, body = ProblemDocument, description = "The username or the password is wrong"),
        (status = 403, body = ProblemDocument, description = "The temporary password has run out"),
        (status = 422, body = ProblemDocument, description = "A field is at fault"),
    )
)]
pub(crate) async fn sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Json(request): Json<SignInRequest>,
) -> Result<(Cookie, Json<SessionView>), Problem> {
    let (cookie, view) = enter(&app, &headers, request).await?;
    Ok((cookie, Json(view)))
}

/// Signs in with a form, however it came.
pub(crate) async fn enter(
    app: &App,
    headers: &HeaderMap,
    request: SignInRequest,
) -> Result<(Cookie, SessionView), Problem> {
    let form = request.check().map_err(Problem::form)?;
    let Some(found) = app.store().account_named(&form.username).await? else {
        // As long as with an account.
        app.hasher().verify(form.password.normalised(), None).await?;
        return Err(AccountRefusal::SignInFailed.into());
    };
    let decided = app.decide(found.id, Open::Session, &Offer(&form.password)).await?;
    if let Some(before) = Cookie::read(headers, app.settings()) {
        app.store().end_session(&before.hash()).await?;
    }
    rehash(app, &decided.account, decided.credential, &form.password).await;
    let token = decided.token.ok_or_else(Problem::internal)?;
    let next = decided.account.next(decided.credential, app.now(), app.policy()).ok_or(AccountRefusal::SignInFailed)?;
    Ok((Cookie::set(&token, app.settings()), SessionView::of(&decided.account, next)))
}

/// A password offered.
struct Offer<'a>(&'a Attempt);

impl Prepare for Offer<'_> {
    async fn prepare(&self, app: &App, account: &Account) -> Result<Command, Problem> {
        for (credential, hash) in account.credentials() {
            if app.hasher().verify(credential.secret_of(self.0), Some(hash)).await? {
                return Ok(Command::SignIn { credential, proof: Proof::Correct });
            }
        }
        if account.credentials().is_empty() {
            // As long as with one.
            app.hasher().verify(self.0.normalised(), None).await?;
        }
        Ok(Command::SignIn { credential: Credential::Password, proof: Proof::Wrong })
    }
}

/// The same secret under another hash, as long as it is the same.
struct Rehash<'a> {
    credential: Credential,
    from: &'a PasswordHash,
    to: PasswordHash,
}

impl Prepare for Rehash<'_> {
    async fn prepare(&self, _: &App, account: &Account) -> Result<Command, Problem> {
        if account.credentials().contains(&(self.credential, self.from)) {
            Ok(Command::Rehash { credential: self.credential, hash: self.to.clone() })
        } else {
            Err(Problem::unavailable())
        }
    }
}

/// Hashes the password anew where the cost was raised. The sign-in has taken effect already: a
/// failure waits for the next one.
async fn rehash(app: &App, account: &Account, credential: Credential, offered: &Attempt) {
    let credentials = account.credentials();
    let signed_in_with = credentials.into_iter().find(|(which, _)| *which == credential);
    let Some((_, from)) = signed_in_with.filter(|(_, hash)| app.hasher().is_outdated(hash)) else { return };
    let Ok(to) = app.hasher().hash(credential.secret_of(offered)).await else { return };
    if let Err(problem) = app.decide(account.id, Open::Nothing, &Rehash { credential, from, to }).await {
        tracing::warn!(?problem, "a password was not hashed anew");
    }
}
