//! What the pages' forms send without a script.
//!
//! Each does what the interface's endpoint does, and then leads on (303), so that a page that is loaded again
//! sends nothing again; or shows the page with what was refused.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use enamel_frontend::navigation::Location;
use enamel_frontend::route::Route;
use enamel_frontend::session::{Done, first};

use super::answer::{self, Before};
use super::form::Fields;
use crate::account;
use crate::app::App;
use crate::directory;
use crate::http::web;
use crate::password;
use crate::problem::Problem;
use crate::session::{self, SignedIn};

/// Signs in (R8).
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fields::read(&body);
    match session::enter(&app, &headers, fields.sign_in()).await {
        Ok((cookie, view)) => (cookie, answer::to(first(view.next))).into_response(),
        Err(problem) => answer::sign_in(fields.text("username").to_owned(), problem),
    }
}

/// Signs out.
pub(crate) async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Response {
    match session::leave(&app, &headers).await {
        Ok(cookie) => (cookie, leads_to(Done::SignedOut)).into_response(),
        Err(problem) => answer::failed(Location::of_route(Route::SignIn), &problem),
    }
}

/// Activates (R9).
pub(crate) async fn activate(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fields::read(&body);
    let request = fields.activation(app.policy().security_questions);
    let act = async |session: &SignedIn| {
        let (cookie, _) = account::begin(&app, session, request).await?.answer(&app)?;
        Ok((cookie, leads_to(Done::Activated)).into_response())
    };
    send(&app, headers, &fields, Route::Activate, act).await
}

/// Changes the password (R14, R17).
pub(crate) async fn change_password(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fields::read(&body);
    let request = fields.change_password();
    let act = async |session: &SignedIn| {
        let (cookie, _) = password::change_for(&app, session, request).await?.answer(&app)?;
        Ok((cookie, leads_to(Done::Changed)).into_response())
    };
    send(&app, headers, &fields, Route::Password, act).await
}

/// Shows or hides the mobile number (R18).
pub(crate) async fn list_mobile(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fields::read(&body);
    let request = fields.directory_entry();
    let act = async |session: &SignedIn| {
        let member = session.clone().into_member()?;
        directory::list_for(&app, &member, request).await?;
        Ok(answer::to(Route::Account))
    };
    send(&app, headers, &fields, Route::Account, act).await
}

/// Does what a member's form asks for, or shows its page again with what was refused.
async fn send(
    app: &App,
    headers: HeaderMap,
    fields: &Fields,
    route: Route,
    act: impl AsyncFnOnce(&SignedIn) -> Result<Response, Problem>,
) -> Response {
    let session = match SignedIn::of(&headers, app).await {
        Ok(session) => session,
        Err(problem) if problem.is_signed_out() => return leads_to(Done::SessionEnded),
        Err(problem) => return answer::failed(Location::of_route(route), &problem),
    };
    // Another tab may have signed somebody else in since: nothing is done to their account.
    let done = if fields.text("username") == session.account.username.as_str() {
        act(&session).await
    } else {
        Err(Problem::another_account())
    };
    match done {
        Ok(response) => response,
        Err(problem) if problem.is_signed_out() => leads_to(Done::SessionEnded),
        Err(problem) => {
            let before = Before { refused: Some(problem), news: None };
            answer::member(app, &session, Location::of_route(route), before).await
        }
    }
}

fn leads_to(done: Done) -> Response {
    web::fresh(Redirect::to(&[done.page().path(), "?", done.name()].concat()).into_response())
}
