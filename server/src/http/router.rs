//! Every address of the service.

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use enamel_frontend::route::Route;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use super::{headers, health, language, once, openapi, origin, web};
use crate::app::App;
use crate::page;
use crate::problem::Problem;

/// The largest body taken, in bytes: an activation form with every field at its limit fits many times.
const BODY_LIMIT: usize = 64 * 1024;

/// The service's router; `extra` are addresses that only the demo has.
pub fn router(app: &App, extra: Router<App>) -> Router {
    let (api, document) = openapi::api().split_for_parts();
    let api = api.layer(middleware::from_fn(once::read));
    let api = api.route("/api/openapi.json", get(async move || axum::Json(document.clone())));
    let pages = Router::new()
        .route(Route::SignIn.path(), get(page::show).post(page::sign_in))
        .route("/sign-out", post(page::sign_out))
        .route(Route::Activate.path(), get(page::show).post(page::activate))
        .route(Route::Account.path(), get(page::show).post(page::list_mobile))
        .route(Route::Password.path(), get(page::show).post(page::change_password))
        .route("/language/{name}", get(language::choose))
        .fallback(web::serve)
        // They hold their styles, and are made anew each time; what is compressed already stays as it is.
        .layer(CompressionLayer::new());
    Router::new()
        .merge(api)
        .merge(extra)
        .merge(pages)
        // Where password managers lead to change one (W3C: A Well-Known URL for Changing Passwords).
        .route("/.well-known/change-password", get(async || Redirect::to(Route::Password.path())))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .method_not_allowed_fallback(async || Problem::no_such_method())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CatchPanicLayer::custom(|_| Problem::internal().into_response()))
        .layer(middleware::from_fn_with_state(app.clone(), frame))
        .with_state(app.clone())
}

/// What every request and answer goes through: the origin's check, the security headers, the log.
async fn frame(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_private = headers::is_private(request.uri().path());
    let (record, spoken) = (Record::of(&request), language::of(&request));
    let answer = async {
        match origin::check(&app, &request) {
            Ok(()) => match tokio::time::timeout(app.settings().request_timeout(), next.run(request)).await {
                Ok(response) => response,
                Err(_) => Problem::unavailable().into_response(),
            },
            Err(problem) => problem.into_response(),
        }
    };
    let mut response = language::speaking(spoken, answer).await;
    headers::secure(&app, is_private, response.headers_mut());
    record.log(response.status());
    response
}

/// What the log says of a request: method, address pattern, status and time; no query, no body, no cookie.
struct Record {
    method: Method,
    path: Option<MatchedPath>,
    start: std::time::Instant,
}

impl Record {
    #[expect(clippy::disallowed_methods, reason = "how long an answer took decides nothing")]
    fn of(request: &Request) -> Self {
        let path = request.extensions().get::<MatchedPath>().cloned();
        Self { method: request.method().clone(), path, start: std::time::Instant::now() }
    }

    fn log(&self, status: StatusCode) {
        let (method, status, micros) = (&self.method, status.as_u16(), self.start.elapsed().as_micros());
        let path = self.path.as_ref().map_or("(page)", MatchedPath::as_str);
        if status >= 500 {
            tracing::warn!(%method, path, status, micros);
        } else {
            tracing::debug!(%method, path, status, micros);
        }
    }
}
