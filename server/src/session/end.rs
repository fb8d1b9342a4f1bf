//! Signing out.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::Cookie;
use crate::app::App;
use crate::problem::Problem;

/// Signs out; who is signed out already stays so.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204, description = "Signed out")))]
pub(crate) async fn end(State(app): State<App>, headers: HeaderMap) -> Result<(StatusCode, Cookie, ()), Problem> {
    Ok((StatusCode::NO_CONTENT, leave(&app, &headers).await?, ()))
}

/// Ends the session whose cookie a request brings. Gives the cookie that takes its place.
pub(crate) async fn leave(app: &App, headers: &HeaderMap) -> Result<Cookie, Problem> {
    if let Some(token) = Cookie::read(headers, app.settings()) {
        app.store().end_session(&token.hash()).await?;
    }
    Ok(Cookie::clear(app.settings()))
}
