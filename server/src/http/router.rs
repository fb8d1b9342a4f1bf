//! Every address of the service.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use super::{headers, health, openapi, origin, web};
use crate::app::App;
use crate::problem::Problem;

/// The largest body taken, in bytes: an activation form with every field at its limit fits many times.
const BODY_LIMIT: usize = 64 * 1024;

/// The service's router; `extra` are addresses that only the demo has.
pub fn router(app: &App, extra: Router<App>) -> Router {
    let timeout = Duration::from_secs(app.settings().request_timeout_seconds);
    let (api, document) = openapi::api().split_for_parts();
    let api = api
        .route("/api/openapi.json", get(async move || axum::Json(document.clone())))
        .method_not_allowed_fallback(async || {
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", "This address has no such method")
        });
    Router::new()
        .merge(api)
        .merge(extra)
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .fallback(web::serve)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, timeout))
        .layer(CatchPanicLayer::custom(|_| Problem::internal().into_response()))
        .layer(middleware::from_fn_with_state(app.clone(), origin::guard))
        .layer(middleware::from_fn_with_state(app.clone(), headers::secure))
        .layer(middleware::from_fn(log))
        .with_state(app.clone())
}

pub(super) fn no_such_address() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not-found", "There is nothing at this address")
}

/// Logs method, address pattern, status and time: no query, no body, no cookie.
#[expect(clippy::disallowed_methods, reason = "how long an answer took decides nothing")]
async fn log(request: Request, next: Next) -> Response {
    let method: Method = request.method().clone();
    let path =
        request.extensions().get::<MatchedPath>().map_or_else(|| "(page)".to_owned(), |path| path.as_str().to_owned());
    let start = std::time::Instant::now();
    let response = next.run(request).await;
    let status = response.status();
    if status.is_server_error() {
        tracing::warn!(%method, path, status = status.as_u16(), micros = start.elapsed().as_micros());
    } else {
        tracing::debug!(%method, path, status = status.as_u16(), micros = start.elapsed().as_micros());
    }
    response
}
