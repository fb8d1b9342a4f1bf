//! The simulated phones and inboxes.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use enamel_core::locale::say;
use enamel_core::mobile::Mobile;
use enamel_core::text::Typed;
use serde::Deserialize;

use crate::app::App;
use crate::http::Json;
use crate::problem::Problem;
use crate::store::Message;

const NEWEST: u32 = 500;

#[derive(Debug, Deserialize)]
pub(super) struct MessagesQuery {
    /// An email address, or a mobile number in any spelling.
    to: Option<String>,
}

/// Delivers what waits, and lists the messages, newest first.
pub(super) async fn list(
    State(app): State<App>,
    query: Result<Query<MessagesQuery>, QueryRejection>,
) -> Result<Json<Vec<Message>>, Problem> {
    let Query(query) =
        query.map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "invalid-query", say::demo_one_recipient()))?;
    app.store().deliver_all(app.now()).await?;
    let to = query.to.map(|to| {
        // A plus in a query reads as a space.
        let number = if to.starts_with(" 44") { format!("+{}", to.trim_start()) } else { to.clone() };
        Mobile::parse(&Typed::from(number)).map_or(to, |mobile| mobile.e164().to_owned())
    });
    Ok(Json(app.store().delivered(to.as_deref(), NEWEST).await?))
}
