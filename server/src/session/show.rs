//! Who is signed in.

use enamel_core::session::SessionView;

use super::SignedIn;
use crate::http::Json;
use crate::problem::ProblemDocument;

/// Who is signed in, and the page to open (R9, R14).
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses((status = 200, body = SessionView), (status = 401, body = ProblemDocument, description = "Nobody is signed in"))
)]
pub(crate) async fn show(session: SignedIn) -> Json<SessionView> {
    Json(SessionView::of(&session.account, session.next))
}
