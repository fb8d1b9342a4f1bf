//! Showing a page.

use axum::extract::{Request, State};
use axum::response::Response;
use enamel_frontend::route::Route;
use enamel_frontend::session::Done;

use super::answer::{self, Before};
use crate::app::App;
use crate::session::SignedIn;

/// The page at an address: the visitor's own where there is a session that leads there, else the form to sign in.
pub(crate) async fn show(State(app): State<App>, request: Request) -> Response {
    let location = answer::location(request.uri());
    let done = Done::at(&location);
    match location.route {
        Route::NotFound => return answer::not_found(location),
        Route::SignIn => return answer::first(request.headers(), done),
        _ => {}
    }
    let (parts, _) = request.into_parts();
    match SignedIn::of(&parts.headers, &app).await {
        Ok(session) => {
            let before = Before { refused: None, news: done.map(Done::sentence) };
            answer::member(&app, &session, location, before).await
        }
        Err(problem) if problem.is_signed_out() => answer::first(&parts.headers, None),
        Err(problem) => answer::failed(location, &problem),
    }
}
