//! The key that a client gives a request, so that it is decided once however often it is sent: the header
//! `Idempotency-Key` of the IETF draft of that name (draft-ietf-httpapi-idempotency-key-header-07).

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use enamel_core::locale::say;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::body;
use crate::problem::Problem;

const HEADER: &str = "idempotency-key";
/// Characters of a key: from those of 96 random bits in Base64 on, so that nobody guesses one.
const LENGTH: std::ops::RangeInclusive<usize> = 16..=64;

/// What a keyed request is known by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyed {
    /// SHA-256 of the key.
    pub(crate) hash: [u8; 32],
    /// Method, address and body, as HMAC-SHA-256 under the key.
    pub(crate) fingerprint: [u8; 32],
}

/// Leaves [`Keyed`] with a request that has a key.
pub(super) async fn read(request: Request, next: Next) -> Response {
    let key = match key(request.headers()) {
        Ok(Some(key)) => key.to_owned(),
        Ok(None) => return next.run(request).await,
        Err(problem) => return problem.into_response(),
    };
    let (mut parts, body) = request.into_parts();
    let body = match body::read(Request::from_parts(parts.clone(), body), &()).await {
        Ok(body) => body,
        Err(problem) => return problem.into_response(),
    };
    if let Some(keyed) = keyed(key.as_bytes(), &[parts.method.as_str(), parts.uri.path()], &body) {
        parts.extensions.insert(keyed);
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

/// The key as the draft writes it, in quotes, or without them.
fn key(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let mut given = headers.get_all(HEADER).iter();
    let Some(value) = given.next() else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    let key = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let is_fit = LENGTH.contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
    if is_fit && given.next().is_none() {
        Ok(Some(key))
    } else {
        Err(Problem::new(StatusCode::BAD_REQUEST, "invalid-idempotency-key", say::request_key_unfit()))
    }
}

fn keyed(key: &[u8], asked: &[&str], body: &[u8]) -> Option<Keyed> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    for part in asked {
        mac.update(part.as_bytes());
        mac.update(b"\n");
    }
    mac.update(body);
    Some(Keyed { hash: Sha256::digest(key).into(), fingerprint: mac.finalize().into_bytes().into() })
}
