//! Whether the program is alive, and whether it can serve.

use axum::extract::State;
use axum::http::StatusCode;
use enamel_core::locale::say;

use crate::app::App;
use crate::problem::Problem;

/// The program runs.
pub(super) async fn alive() -> &'static str {
    "alive\n"
}

/// The database answers and its schema is current.
pub(super) async fn ready(State(app): State<App>) -> Result<&'static str, Problem> {
    if app.store().is_ready().await? {
        Ok("ready\n")
    } else {
        Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "schema-not-current", say::schema_not_current()))
    }
}
