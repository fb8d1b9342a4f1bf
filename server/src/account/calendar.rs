//! The deadlines as a calendar file (R20).

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use enamel_core::calendar::calendar as write;

use crate::app::App;
use crate::http::spoken;
use crate::problem::ProblemDocument;
use crate::session::Member;

/// The coming dates as an iCalendar file.
#[utoipa::path(
    get, path = "/account/deadlines.ics", tag = "account",
    responses(
        (status = 200, content_type = "text/calendar", body = String),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "Not activated, or the password has expired"),
    )
)]
pub(crate) async fn calendar(State(app): State<App>, member: Member) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"nhsmail-deadlines.ics\""),
    ];
    (headers, write(&member.account, app.now(), app.policy(), spoken()))
}
