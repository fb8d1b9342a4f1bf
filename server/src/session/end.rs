//! Signing out.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::Cookie;
use crate::app::App;
use crate::problem::Problem;

/// Signs out; who is signed out already stays so.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204, description = "Signed out")))]
pub(crate) async fn end(State(app): State<App>, headers: HeaderMap) -> Result<(StatusCode, Cookie, ()), Problem> {
    if let Some(token) = Cookie::read(&headers, app.settings()) {
        app.store().end_session(&token.hash()).await?;
    }
    Ok((StatusCode::NO_CONTENT, Cookie::clear(app.settings()), ()))
}
