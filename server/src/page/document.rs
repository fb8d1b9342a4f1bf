//! A page in its document.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use enamel_core::session::SessionView;
use enamel_frontend::render::{Content, Visit};
use serde::Serialize;

use crate::http::web;
use crate::problem::Problem;

/// What the client is given along with a page, so that it need not ask for it.
#[derive(Serialize)]
struct Data<'a> {
    /// The address that it is of: the visitor may have gone elsewhere before the client comes.
    at: String,
    session: &'a SessionView,
    page: serde_json::Value,
}

/// The document of a page.
pub(super) fn document(visit: Visit, status: StatusCode) -> Response {
    let Some(template) = web::template() else { return Problem::client_not_built().into_response() };
    let data = data(&visit);
    let text = visit.render().in_document(&template, &data);
    // Somebody's own, or said once.
    web::styled(web::fresh((status, Html(text)).into_response()))
}

fn data(visit: &Visit) -> String {
    let Some(session) = &visit.member else { return String::new() };
    let page = match &visit.content {
        Content::Activation(page) => serde_json::to_value(page),
        Content::Account(page) => serde_json::to_value(page),
        Content::Password(page) => serde_json::to_value(page),
        Content::Directory(page) => serde_json::to_value(page),
        Content::SignIn(_) | Content::NotFound | Content::Failed(_) | Content::Specimen(_) => return String::new(),
    };
    let json = page
        .and_then(|page| serde_json::to_string(&Data { at: visit.location.href(), session, page }))
        .unwrap_or_default();
    // Within a string each may stand as its escape; elsewhere in JSON none of them occurs.
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    format!("<script type=\"application/json\" id=\"{}\">{json}</script>", enamel_frontend::given::DATA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_is_given_ends_no_element() {
        let session = SessionView {
            username: "jane.smith".into(),
            first_name: "</script><script>".into(),
            last_name: "&amp;".into(),
            next: enamel_core::session::Next::Home,
        };
        let visit = Visit {
            language: enamel_core::locale::Language::En,
            location: enamel_frontend::navigation::Location::parse("/directory", ""),
            member: Some(session.clone()),
            content: Content::Directory(enamel_core::directory::DirectoryView { entries: Vec::new(), next: None }),
            refused: Vec::new(),
            news: None,
        };
        let data = data(&visit);
        assert_eq!(data.matches('<').count(), 2, "{data}");
        let json = data.split_once('>').unwrap().1.rsplit_once('<').unwrap().0;
        let read: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(read["session"]["first_name"], session.first_name);
        assert_eq!(read["session"]["last_name"], session.last_name);
    }
}
