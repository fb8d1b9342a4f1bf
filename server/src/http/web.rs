//! The client's files, held in the program.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::app::App;
use crate::page;
use crate::problem::Problem;

/// What the client's build leaves; each file has its `.br` and `.gz` beside it.
#[derive(RustEmbed)]
#[folder = "../target/dist/web"]
#[allow_missing = true]
struct Web;

/// Encodings in the order in which they are preferred, with their endings.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The document with the form to sign in, and what every other page's document is made of.
const FIRST: &str = "index.html";
const TEMPLATE: &str = "page.html";

/// A file of the client, or the page at every address without an ending.
pub(super) async fn serve(State(app): State<App>, request: Request) -> Response {
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
    if !path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
        return page::show(State(app), request).await;
    }
    if [FIRST, TEMPLATE].contains(&path) || ENCODINGS.iter().any(|(_, ending)| path.ends_with(ending)) {
        return Problem::no_such_address().into_response();
    }
    match find(path, request.headers()) {
        Some((file, encoding)) => reply(path, file, encoding, request.headers()),
        None => Problem::no_such_address().into_response(),
    }
}

/// The document with the form to sign in, the same for everybody.
pub(crate) fn first(headers: &HeaderMap) -> Response {
    match find(FIRST, headers) {
        Some((file, encoding)) => styled(reply(FIRST, file, encoding, headers)),
        None => Problem::client_not_built().into_response(),
    }
}

/// The policy of a document, which holds its styles.
pub(crate) fn styled(mut response: Response) -> Response {
    if let Some(policy) = POLICY.clone() {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// It names the styles by their hash.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let document = String::from_utf8(Web::get(TEMPLATE)?.data.into_owned()).ok()?;
    let (styles, _) = document.split_once("<style id=\"enamel-style\">")?.1.split_once("</style>")?;
    super::headers::policy_with_styles(styles)
});

/// What the other pages' documents are made of; `None`: the client is not built.
pub(crate) fn template() -> Option<String> {
    // The tests of this crate build no client.
    if cfg!(test) {
        return Some(include_str!("../../../frontend/index.html").to_owned());
    }
    String::from_utf8(Web::get(TEMPLATE)?.data.into_owned()).ok()
}

/// The answer, not to be kept: another time it is another.
pub(crate) fn fresh(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
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
    // What tells of other files must be as new as they are.
    let caching = if [FIRST, "sw.js"].contains(&name) || name.starts_with("offline.") {
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
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
