//! Searching the directory (R18).

use axum::extract::{Query, State};
use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use enamel_core::directory::{DirectoryEntryView, DirectoryView};
use enamel_core::locale::{Text, say};
use enamel_core::refusal::FieldProblem;
use enamel_core::text::{fold, nfc};
use enamel_core::username::DOMAIN;
use serde::Deserialize;
use url::form_urlencoded;
use utoipa::IntoParams;

use crate::app::App;
use crate::http::Json;
use crate::problem::{Problem, ProblemDocument};
use crate::session::Member;
use crate::store::Cursor;

/// Entries on one page.
const PAGE: u32 = 20;
const LONGEST_QUERY: u32 = 200;

/// What is searched for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// A part of a name or an address; nothing for all.
    #[serde(default)]
    q: String,
    /// The `next` of the page before.
    cursor: Option<String>,
}

/// People by name or address, 20 a page. A hidden mobile number is in no answer.
#[utoipa::path(
    get, path = "/directory", tag = "directory", params(SearchQuery),
    responses(
        (status = 200, body = DirectoryView),
        (status = 400, body = ProblemDocument, description = "The query or the cursor can't be read"),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "Not activated, or the password has expired"),
    )
)]
pub(crate) async fn search(
    State(app): State<App>,
    _member: Member,
    query: Result<Query<SearchQuery>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<DirectoryView>, Problem> {
    let Query(query) = query.map_err(|_| unreadable(say::search_unreadable()))?;
    find(&app, query).await.map(Json)
}

fn unreadable(what: Text) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "invalid-query", what)
}

/// Searches, however the query came.
pub(crate) async fn find(app: &App, query: SearchQuery) -> Result<DirectoryView, Problem> {
    if query.q.chars().count() > LONGEST_QUERY as usize {
        let sentence = say::search_too_long(LONGEST_QUERY);
        return Err(unreadable(sentence.clone()).at(vec![too_long(sentence)]));
    }
    let cursor = match &query.cursor {
        None => Cursor { sort_key: String::new(), account_id: Vec::new() },
        Some(text) => read(text).ok_or_else(|| unreadable(say::cursor_unknown()))?,
    };
    let words = fold(&nfc(query.q.trim()));
    // Everybody's address ends so: it tells nobody apart.
    let local = words.split_once('@').filter(|(_, domain)| DOMAIN.starts_with(domain));
    let words = local.map_or(words.as_str(), |(local, _)| local);
    let mut found = app.store().search_directory(words, &cursor, PAGE + 1).await?;
    let has_more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| has_more).map(|entry| write(&entry.cursor));
    let entries = found
        .into_iter()
        .map(|entry| DirectoryEntryView { name: entry.name, address: entry.address, mobile: entry.mobile })
        .collect();
    Ok(DirectoryView { entries, next })
}

impl SearchQuery {
    /// Reads what follows the question mark of a page's address.
    pub(crate) fn read(query: &str) -> Self {
        let field = |wanted: &str| {
            form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, text)| text.into_owned())
        };
        Self { q: field("q").unwrap_or_default(), cursor: field("cursor") }
    }
}

/// At the field, so that a page can show it there.
fn too_long(message: Text) -> FieldProblem {
    FieldProblem {
        field: "q".to_owned(),
        code: "search-too-long",
        rule: None,
        message,
        numbers: vec![("maximum", LONGEST_QUERY)],
    }
}

fn write(cursor: &Cursor) -> String {
    URL_SAFE_NO_PAD.encode([cursor.account_id.as_slice(), cursor.sort_key.as_bytes()].concat())
}

fn read(text: &str) -> Option<Cursor> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (account_id, sort_key) = bytes.split_at_checked(16)?;
    Some(Cursor { sort_key: String::from_utf8(sort_key.to_vec()).ok()?, account_id: account_id.to_vec() })
}
