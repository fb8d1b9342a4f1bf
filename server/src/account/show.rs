//! A member's own account.

use axum::extract::State;
use enamel_core::account::AccountView;

use crate::app::App;
use crate::http::{Json, spoken};
use crate::problem::{Problem, ProblemDocument};
use crate::session::Member;

/// The account, with its coming dates (R13, R15, R20).
#[utoipa::path(
    get, path = "/account", tag = "account",
    responses(
        (status = 200, body = AccountView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "Not activated, or the password has expired"),
    )
)]
pub(crate) async fn show(State(app): State<App>, member: Member) -> Result<Json<AccountView>, Problem> {
    AccountView::of(&member.account, app.now(), app.policy(), spoken()).map(Json).ok_or_else(Problem::internal)
}
