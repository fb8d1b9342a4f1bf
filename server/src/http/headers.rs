//! Headers on every answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::app::App;

/// No inline script or style; WebAssembly may be compiled; nothing comes from elsewhere.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                   connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// The policy of a document that holds its styles: these and no others.
pub(super) fn policy_with_styles(styles: &str) -> Option<HeaderValue> {
    let hash = STANDARD.encode(Sha256::digest(styles));
    HeaderValue::try_from(CSP.replace("style-src 'self'", &format!("style-src 'self' 'sha256-{hash}'"))).ok()
}

/// The same policy in the demo, whose page shows the account's beside their phones and inboxes.
fn framed(policy: &HeaderValue) -> Option<HeaderValue> {
    let policy = policy.to_str().ok()?;
    HeaderValue::try_from(policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'")).ok()
}

/// Whether what an address answers is never stored: the API's and the demo's.
pub(super) fn is_private(path: &str) -> bool {
    ["/api/", "/demo"].iter().any(|prefix| path.starts_with(prefix))
}

/// Adds the security headers.
pub(super) fn secure(app: &App, is_private: bool, headers: &mut HeaderMap) {
    headers.reserve(ALWAYS.len() + 2);
    for (name, value) in ALWAYS {
        // The first document has a policy of its own, for the styles that it holds.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.settings().loopback_only
        && let Some(policy) = headers.get(header::CONTENT_SECURITY_POLICY).and_then(framed)
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if app.settings().is_tls() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    if is_private {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
}
