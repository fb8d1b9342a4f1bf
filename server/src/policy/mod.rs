//! The numbers of the rules, for the page to judge by.

use axum::extract::State;
use enamel_core::policy::Policy;

use crate::app::App;
use crate::http::Json;

/// The policy in force, by which the page judges as the server does (R37).
#[utoipa::path(get, path = "/policy", tag = "policy", responses((status = 200, body = Policy)))]
pub(crate) async fn policy(State(app): State<App>) -> Json<Policy> {
    Json(app.policy().clone())
}
