//! Showing and hiding one's mobile number (R18).

use axum::extract::State;
use enamel_core::account::{AccountView, Command};
use enamel_core::directory::DirectoryEntryRequest;

use crate::app::{App, Open};
use crate::http::{Json, spoken};
use crate::problem::{Problem, ProblemDocument};
use crate::session::Member;

/// Shows or hides the mobile number; the directory follows at once.
#[utoipa::path(
    patch, path = "/account/directory-entry", tag = "account", request_body = DirectoryEntryRequest,
    responses(
        (status = 200, body = AccountView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "Not activated, or the password has expired"),
        (status = 422, body = ProblemDocument, description = "A field is at fault"),
    )
)]
pub(crate) async fn list(
    State(app): State<App>,
    member: Member,
    Json(request): Json<DirectoryEntryRequest>,
) -> Result<Json<AccountView>, Problem> {
    list_for(&app, &member, request).await.map(Json)
}

/// Shows or hides it with a form, however it came.
pub(crate) async fn list_for(
    app: &App,
    member: &Member,
    request: DirectoryEntryRequest,
) -> Result<AccountView, Problem> {
    let command = Command::ListMobile { visible: request.mobile_visible };
    let decided = app.decide_in(&member.hold, Open::Nothing, &command).await?;
    AccountView::of(&decided.account, app.now(), app.policy(), spoken()).ok_or_else(Problem::internal)
}
