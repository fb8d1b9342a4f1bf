//! The defence against requests that another site makes a browser send. It does not rest on the
//! cookie's `SameSite` alone: a browser says where a request comes from, and cannot be made to lie.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use enamel_core::locale::say;

use crate::app::App;
use crate::problem::Problem;

/// Refuses a changing request from another origin, and on loopback one that names another host.
pub(super) fn check(app: &App, request: &Request) -> Result<(), Problem> {
    let headers = request.headers();
    if app.settings().loopback_only && !names_loopback(headers) {
        // A name that its owner points at 127.0.0.1 would make a foreign page the same origin.
        let why = say::unknown_host();
        return Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, "unknown-host", why));
    }
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || is_own_origin(headers, app) {
        Ok(())
    } else {
        Err(Problem::new(StatusCode::FORBIDDEN, "cross-site-request", say::cross_site_request()))
    }
}

fn is_own_origin(headers: &HeaderMap, app: &App) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    // A program that is no browser sends neither header, and carries no one's cookies unawares.
    headers.get(header::ORIGIN).is_none_or(|origin| {
        origin.to_str().is_ok_and(|origin| {
            origin == app.settings().public_url
                || (app.settings().loopback_only && origin.strip_prefix("http://").is_some_and(is_loopback))
        })
    })
}

fn names_loopback(headers: &HeaderMap) -> bool {
    headers.get(header::HOST).is_some_and(|host| host.to_str().is_ok_and(is_loopback))
}

fn is_loopback(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    matches!(host, "127.0.0.1" | "localhost" | "[::1]")
}
