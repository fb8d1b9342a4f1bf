//! What a page shows to somebody, or where it leads.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use enamel_core::account::{AccountView, ActivationView};
use enamel_core::locale::{Language, Text};
use enamel_core::session::SessionView;
use enamel_frontend::api::FieldMessage;
use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Visit};
use enamel_frontend::route::Route;
use enamel_frontend::session::{Done, elsewhere};

use super::document::document;
use crate::app::App;
use crate::directory::{SearchQuery, find};
use crate::http::{spoken, web};
use crate::problem::Problem;
use crate::session::SignedIn;

/// What was said before the page is shown.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// Why its form was refused.
    pub(super) refused: Option<Problem>,
    /// What was done.
    pub(super) news: Option<Text>,
}

/// The address as the client reads it.
pub(super) fn location(uri: &Uri) -> Location {
    Location::parse(uri.path(), uri.query().unwrap_or_default())
}

/// The member's page at an address, or the one to which the session leads instead.
pub(super) async fn member(app: &App, session: &SignedIn, location: Location, before: Before) -> Response {
    if let Some(route) = elsewhere(session.next, location.route) {
        return to(route);
    }
    let member = Some(SessionView::of(&session.account, session.next));
    let Before { refused, news } = before;
    let mut status = refused.as_ref().map_or(StatusCode::OK, Problem::status);
    let mut messages = refused.map(Problem::into_messages).unwrap_or_default();
    let content = match content(app, session, &location, &mut messages).await {
        Ok(content) => content,
        Err(problem) => {
            status = problem.status();
            Content::Failed(problem.detail())
        }
    };
    document(Visit { language: spoken(), location, member, content, refused: messages, news }, status)
}

async fn content(
    app: &App,
    session: &SignedIn,
    location: &Location,
    messages: &mut Vec<FieldMessage>,
) -> Result<Content, Problem> {
    let account = &session.account;
    match location.route {
        Route::Activate => {
            let newcomer = ActivationView::of(account).ok_or_else(Problem::internal)?;
            Ok(Content::Activation(Box::new((newcomer, app.policy().clone()))))
        }
        Route::Password => Ok(Content::Password(Box::new(app.policy().clone()))),
        Route::Directory => {
            let query = SearchQuery::read(&location.query);
            find(app, query).await.map(Content::Directory).or_else(|problem| {
                if problem.is_of_fields() {
                    messages.extend(problem.into_messages());
                    Ok(Content::Directory(enamel_core::directory::DirectoryView { entries: Vec::new(), next: None }))
                } else {
                    Err(problem)
                }
            })
        }
        Route::Home | Route::SignIn | Route::Account | Route::NotFound => {
            let view = AccountView::of(account, app.now(), app.policy(), spoken()).ok_or_else(Problem::internal)?;
            Ok(Content::Account(Box::new(view)))
        }
    }
}

/// A page that says why there is none.
pub(super) fn failed(location: Location, problem: &Problem) -> Response {
    let content = Content::Failed(problem.detail());
    document(
        Visit { language: spoken(), location, member: None, content, refused: Vec::new(), news: None },
        problem.status(),
    )
}

/// The form to sign in as it is at first; in English it is the same for everybody.
pub(super) fn first(headers: &HeaderMap, done: Option<Done>) -> Response {
    let language = spoken();
    let news = done.map(Done::sentence);
    if language == Language::En && news.is_none() {
        return web::first(headers);
    }
    let (location, content) = (Location::of_route(Route::SignIn), Content::SignIn(String::new()));
    document(Visit { language, location, member: None, content, refused: Vec::new(), news }, StatusCode::OK)
}

/// The form to sign in, with what was refused of it.
pub(super) fn sign_in(username: String, refused: Problem) -> Response {
    let status = refused.status();
    let location = Location::of_route(Route::SignIn);
    let content = Content::SignIn(username);
    document(
        Visit { language: spoken(), location, member: None, content, refused: refused.into_messages(), news: None },
        status,
    )
}

/// The page for addresses that nothing has.
pub(super) fn not_found(location: Location) -> Response {
    let content = Content::NotFound;
    document(
        Visit { language: spoken(), location, member: None, content, refused: Vec::new(), news: None },
        StatusCode::NOT_FOUND,
    )
}

/// Leads to another page.
pub(super) fn to(route: Route) -> Response {
    web::fresh(Redirect::to(route.path()).into_response())
}
