//! Showing and hiding one's mobile number (R18).

use axum::extract::State;
use enamel_core::account::{AccountView, Command};
use enamel_core::directory::DirectoryEntryRequest;

use crate::app::{App, Decided, Open};
use crate::http::Json;
use crate::problem::{Problem, ProblemDocument};
use crate::session::{Asker, Member};

/// Shows or hides the mobile number; the directory follows at once.
#[utoipa::path(
    patch, path = "/account/directory-entry", tag = "account", request_body = DirectoryEntryRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 64 characters: sent again under the same key, it is decided once")),
    responses(
        (status = 200, body = AccountView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "Not activated, or the password has expired"),
        (status = 422, body = ProblemDocument, description = "A field is at fault, or the key was used for another request"),
    )
)]
pub(crate) async fn list(
    State(app): State<App>,
    asker: Asker,
    Json(request): Json<DirectoryEntryRequest>,
) -> Result<Json<AccountView>, Problem> {
    let decided = match asker {
        Asker::First(session) => list_for(&app, &session.into_member()?, request).await?,
        Asker::Again(again) => again.decided(&app).await?,
    };
    decided.answer(&app).map(|(_, view)| Json(view))
}

/// Shows or hides it with a form, however it came.
pub(crate) async fn list_for(app: &App, member: &Member, request: DirectoryEntryRequest) -> Result<Decided, Problem> {
    let command = Command::ListMobile { visible: request.mobile_visible };
    app.decide_in(&member.hold, Open::Nothing, &command).await
}
