//! The security questions on offer.

use enamel_core::security_question::{QUESTIONS, QuestionView};

use crate::http::{Json, spoken};

/// The questions of which an activation answers some (R9).
#[utoipa::path(get, path = "/security-questions", tag = "activation", responses((status = 200, body = [QuestionView])))]
pub(crate) async fn questions() -> Json<[QuestionView; 8]> {
    let language = spoken();
    Json(QUESTIONS.map(|question| question.said(language)))
}
