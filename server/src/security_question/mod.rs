//! The security questions on offer.

use enamel_core::security_question::{QUESTIONS, Question};

use crate::http::Json;

/// The questions of which an activation answers some (R9).
#[utoipa::path(get, path = "/security-questions", tag = "activation", responses((status = 200, body = [Question])))]
pub(crate) async fn questions() -> Json<[Question; 8]> {
    Json(QUESTIONS)
}
