//! The pages and their components in every state, as documents without the client.

use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use enamel_core::locale::Language;
use enamel_frontend::catalogue::{self, Specimen};
use enamel_frontend::render::Visit;

use crate::http::{spoken, web};
use crate::problem::Problem;

/// What leads to all of them.
pub(super) async fn index() -> Response {
    document(catalogue::index(spoken()))
}

/// One of them.
pub(super) async fn show(Path((tag, name)): Path<(String, String)>) -> Response {
    let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
    match language.and_then(|language| catalogue::named(&name, language)) {
        Some(Specimen { visit, .. }) => document(visit),
        None => Problem::no_such_address().into_response(),
    }
}

fn document(visit: Visit) -> Response {
    let Some(template) = web::template() else { return Problem::client_not_built().into_response() };
    // The client would put the visitor's own page in its place.
    let still: String = template.lines().filter(|line| !is_of_client(line)).flat_map(|line| [line, "\n"]).collect();
    web::styled(web::fresh(Html(visit.render().in_document(&still, "")).into_response()))
}

fn is_of_client(line: &str) -> bool {
    line.contains("<script") || line.contains("rel=\"preload\"")
}
