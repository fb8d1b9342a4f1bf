//! The language in which a request is answered: the one that was chosen, else the one that the browser asks for.

use axum::extract::{Path, Query, Request};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use enamel_core::locale::{Language, pack_of};
use enamel_frontend::route::Route;
use serde::Deserialize;

use super::cookies::cookie;
use super::web;
use crate::problem::Problem;

/// The cookie that keeps the choice. It says nothing of a person and opens nothing.
const COOKIE: &str = "enamel-language";

/// How long a choice is kept, in seconds: a year.
const KEPT: u32 = 365 * 24 * 60 * 60;

tokio::task_local! {
    static SPOKEN: Language;
}

/// The language of the request that is being answered; English outside of any.
pub(crate) fn spoken() -> Language {
    SPOKEN.try_with(|language| *language).unwrap_or_default()
}

/// Answers within the language that the request asks for.
pub(super) async fn speaking<T>(language: Language, answer: impl Future<Output = T>) -> T {
    SPOKEN.scope(language, answer).await
}

/// The language that a request asks for.
pub(super) fn of(request: &Request) -> Language {
    chosen(request.headers()).or_else(|| preferred(request.headers())).unwrap_or_default()
}

fn chosen(headers: &HeaderMap) -> Option<Language> {
    cookie(headers, COOKIE).and_then(Language::of_tag)
}

/// The first of the languages that the browser lists which the service speaks (RFC 9110, 12.5.4).
fn preferred(headers: &HeaderMap) -> Option<Language> {
    let listed = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    accept_language::parse(listed).into_iter().find_map(|tag| Language::of_tag(&tag))
}

/// Where to go on after a choice.
#[derive(Debug, Deserialize)]
pub(super) struct Onward {
    /// The page that was left: a path of ours.
    #[serde(default)]
    to: String,
}

/// Keeps the choice of a language and leads back to the page; or the file with its texts, for the client.
pub(super) async fn choose(Path(name): Path<String>, Query(onward): Query<Onward>) -> Response {
    if let Some(language) = Language::ALL.into_iter().find(|language| language.file_name() == name) {
        return texts(language);
    }
    let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == name) else {
        return Problem::no_such_address().into_response();
    };
    let onward = if is_own(&onward.to) { onward.to } else { Route::Home.path().to_owned() };
    let mut response = web::fresh(Redirect::to(&onward).into_response());
    let cookie = format!("{COOKIE}={}; Path=/; SameSite=Lax; Max-Age={KEPT}", language.tag());
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Whether an address is a path on this host: a link must not lead a reader elsewhere by way of us.
fn is_own(address: &str) -> bool {
    let mut bytes = address.bytes();
    bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && address.bytes().all(|byte| byte.is_ascii_graphic())
}

fn texts(language: Language) -> Response {
    let Some(pack) = pack_of(language) else { return Problem::no_such_address().into_response() };
    // Its name changes with what is in it.
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, pack).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_headers(headers: &[(header::HeaderName, &str)]) -> Language {
        let mut request = Request::new(axum::body::Body::empty());
        for (name, value) in headers {
            request.headers_mut().append(name.clone(), value.parse().unwrap());
        }
        of(&request)
    }

    #[test]
    fn a_choice_counts_before_what_the_browser_asks_for() {
        let accept = |value| (header::ACCEPT_LANGUAGE, value);
        assert_eq!(of_headers(&[]), Language::En);
        assert_eq!(of_headers(&[accept("cy-GB, en;q=0.5")]), Language::Cy);
        assert_eq!(of_headers(&[accept("fr, en;q=0.8, cy;q=0.9")]), Language::Cy);
        assert_eq!(of_headers(&[accept("fr, de")]), Language::En);
        assert_eq!(of_headers(&[accept("cy"), (header::COOKIE, "enamel=x; enamel-language=en")]), Language::En);
        assert_eq!(of_headers(&[(header::COOKIE, "enamel-language=klingon")]), Language::En);
    }

    #[test]
    fn a_choice_leads_to_no_other_host() {
        for own in ["/", "/account", "/directory?q=jane%20smith"] {
            assert!(is_own(own), "{own}");
        }
        for other in ["", "//evil.example", "/\\evil.example", "https://evil.example", "account", "/a\nb", "/\u{e9}"] {
            assert!(!is_own(other), "{other}");
        }
    }
}
