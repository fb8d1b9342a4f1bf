//! The session's cookie.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponseParts, ResponseParts};

use super::Token;
use crate::config::Settings;
use crate::http::cookie;
use crate::problem::Problem;

/// Sets the cookie on an answer, or takes it away.
pub(crate) struct Cookie(String);

/// A name with which a browser lets no sibling domain and no plain connection set the cookie; on
/// loopback without TLS, a plain one.
fn name(settings: &Settings) -> &'static str {
    if settings.is_tls() { "__Host-enamel" } else { "enamel" }
}

impl Cookie {
    pub(crate) fn set(token: &Token, settings: &Settings) -> Self {
        Self(format!("{}={}{}", name(settings), token.text(), attributes(settings)))
    }

    pub(crate) fn clear(settings: &Settings) -> Self {
        Self(format!("{}={}; Max-Age=0", name(settings), attributes(settings)))
    }

    pub(crate) fn read(headers: &HeaderMap, settings: &Settings) -> Option<Token> {
        cookie(headers, name(settings)).and_then(Token::read)
    }
}

fn attributes(settings: &Settings) -> &'static str {
    if settings.is_tls() {
        "; Path=/; HttpOnly; SameSite=Strict; Secure"
    } else {
        "; Path=/; HttpOnly; SameSite=Strict"
    }
}

impl IntoResponseParts for Cookie {
    type Error = Problem;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Problem> {
        let value = HeaderValue::try_from(self.0).map_err(|_| Problem::internal())?;
        parts.headers_mut().append(header::SET_COOKIE, value);
        Ok(parts)
    }
}
