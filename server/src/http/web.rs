//! The client's files, held in the program.

use std::borrow::Cow;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::problem::Problem;

/// What the client's build leaves; each file has its `.br` and `.gz` beside it.
#[derive(RustEmbed)]
#[folder = "../target/dist/web"]
#[allow_missing = true]
struct Web;

/// Encodings in the order in which they are preferred, with their endings.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The addresses that the client has a page for, as `frontend/src/route.rs` lists them: every other is
/// answered 404, with the same document, whose client says so.
const PAGES: [&str; 6] = ["", "/sign-in", "/activate", "/account", "/account/password", "/directory"];

/// Whether the client has a page there. A slash at the end makes no difference, as in the client.
fn is_page(path: &str) -> bool {
    PAGES.contains(&path.strip_suffix('/').unwrap_or(path))
}

/// A file of the client, or its document for every address without an ending.
pub(super) async fn serve(request: Request) -> Response {
    // The demo's addresses are none elsewhere, and nothing under these is a page of the client.
    if ["/api", "/demo"].iter().any(|root| {
        request.uri().path().strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }) {
        return Problem::no_such_address().into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ([(header::ALLOW, "GET, HEAD")], Problem::no_such_method()).into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let name = if is_file { path } else { "index.html" };
    if ENCODINGS.iter().any(|(_, ending)| name.ends_with(ending)) {
        return Problem::no_such_address().into_response();
    }
    match find(name, request.headers()) {
        Some((file, encoding)) => {
            let mut response = reply(name, file, encoding, request.headers());
            if !is_file && !is_page(request.uri().path()) && response.status() == StatusCode::OK {
                *response.status_mut() = StatusCode::NOT_FOUND;
            }
            response
        }
        None if is_file => Problem::no_such_address().into_response(),
        None => {
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "client-not-built", "The client is not built: run `make run`")
                .into_response()
        }
    }
}

fn find(name: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |encoding: &str| {
        accepted.split(',').any(|item| {
            let (token, weight) = item.split_once(';').unwrap_or((item, ""));
            token.trim() == encoding && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        })
    };
    ENCODINGS
        .into_iter()
        .filter(|(encoding, _)| accepts(encoding))
        .find_map(|(encoding, ending)| Web::get(&format!("{name}{ending}")).map(|file| (file, Some(encoding))))
        .or_else(|| Web::get(name).map(|file| (file, None)))
}

fn reply(name: &str, file: EmbeddedFile, encoding: Option<&'static str>, headers: &HeaderMap) -> Response {
    let etag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(file.metadata.sha256_hash()));
    let caching = if name == "index.html" {
        "no-cache"
    } else if is_hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    let mut response = if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match file.data {
            Cow::Borrowed(bytes) => bytes.into_response(),
            Cow::Owned(bytes) => bytes.into_response(),
        }
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// `client-0123456789abcdef.js`: the build names a file after what is in it.
fn is_hashed(name: &str) -> bool {
    name.rsplit_once('.')
        .and_then(|(stem, _)| stem.rsplit_once(['-', '.']))
        .is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every address in the client's own list, which this crate can't call.
    fn routes() -> Vec<&'static str> {
        let source = include_str!("../../../frontend/src/route.rs");
        let list = source.split_once("pub fn path(self)").unwrap().1.split_once("/// Whether").unwrap().0;
        list.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_pages_are_those_of_the_client() {
        let routes = routes();
        assert_eq!(routes.len(), PAGES.len());
        for route in routes {
            assert!(is_page(route), "{route}");
            assert!(route == "/" || is_page(&format!("{route}/")), "{route}/");
        }
    }

    #[test]
    fn other_addresses_have_no_page() {
        for path in ["/nowhere", "/Sign-In", "/sign-in/now", "//", "/account//password", "/accountant", "/%61ccount"] {
            assert!(!is_page(path), "{path}");
        }
    }
}
