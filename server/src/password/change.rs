//! Changing the password (R14, R17).

use axum::extract::State;
use enamel_core::account::{Account, AccountView, ChangePasswordForm, ChangePasswordRequest, Command, Novelty, Proof};
use enamel_core::session::Next;

use super::novelty;
use crate::app::{App, Decided, Open, Prepare};
use crate::http::Json;
use crate::problem::{Problem, ProblemDocument};
use crate::session::{Asker, Cookie, SignedIn};

/// Changes the password; every session of the account ends, and this one is replaced.
#[utoipa::path(
    put, path = "/account/password", tag = "account", request_body = ChangePasswordRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 64 characters: sent again under the same key, it is decided once")),
    responses(
        (status = 200, body = AccountView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "The account is not activated"),
        (status = 422, body = ProblemDocument, description = "A field is at fault, or the key was used for another request"),
    )
)]
pub(crate) async fn change(
    State(app): State<App>,
    asker: Asker,
    Json(request): Json<ChangePasswordRequest>,
) -> Result<(Option<Cookie>, Json<AccountView>), Problem> {
    let decided = match asker {
        Asker::First(session) => change_for(&app, &session, request).await?,
        Asker::Again(again) => again.decided(&app).await?,
    };
    decided.answer(&app).map(|(cookie, view)| (cookie, Json(view)))
}

/// Changes it with a form, however it came.
pub(crate) async fn change_for(
    app: &App,
    session: &SignedIn,
    request: ChangePasswordRequest,
) -> Result<Decided, Problem> {
    session.next.admits(Next::ChangePassword)?;
    let form = request.check(&session.account.password_context(), app.policy()).map_err(Problem::form)?;
    app.decide_in(&session.hold, Open::Session, &form).await
}

impl Prepare for ChangePasswordForm {
    /// Works out whether the current password was given, and whether the new one is used.
    async fn prepare(&self, app: &App, account: &Account) -> Result<Command, Problem> {
        let new = self.password.as_str();
        let is_right = match account.member() {
            Some(member) => app.hasher().verify(self.current.normalised(), Some(&member.password)).await?,
            None => false,
        };
        // Nobody learns about earlier passwords without the current one.
        let novelty = if is_right { novelty(app, account, new).await? } else { Novelty::New };
        let password = app.hasher().hash(new.to_owned()).await?;
        Ok(Command::ChangePassword { current: Proof::of(is_right), novelty, password })
    }
}
