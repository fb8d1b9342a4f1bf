//! Showing a page.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use enamel_frontend::route::Route;

use super::answer::{self, Before};
use crate::app::App;
use crate::http::web;
use crate::session::SignedIn;

/// What a form that was sent before has done, as the address says it to the page that follows.
pub(super) const DONE: [(&str, &str); 2] =
    [("activated", "Your account is active."), ("changed", "Your password has been changed.")];

/// The page at an address: the visitor's own where there is a session that leads there, else the form to sign in.
pub(crate) async fn show(State(app): State<App>, request: Request) -> Response {
    let location = answer::location(request.uri());
    match location.route {
        Route::NotFound => return answer::not_found(location),
        Route::SignIn => return web::first(request.headers()),
        _ => {}
    }
    let (parts, _) = request.into_parts();
    match SignedIn::of(&parts.headers, &app).await {
        Ok(session) => {
            let done = DONE.iter().find(|(name, _)| location.query == *name);
            let before = Before { refused: None, news: done.map(|(_, news)| *news) };
            answer::member(&app, &session, location, before).await
        }
        Err(problem) if problem.is_signed_out() => web::first(&parts.headers),
        Err(problem) => answer::failed(location, &problem).into_response(),
    }
}
