//! Security questions and their answers (R9, R21).

use enamel_core::security_question::{Answer, QUESTIONS, QuestionId};
use serde::{Deserialize, Serialize};

use crate::input::{PolicyInput, Text};
use crate::verdict::{Verdict, judged};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerInput {
    text: Text,
    policy: Option<PolicyInput>,
}

pub(crate) fn judge_answer(json: &str) -> serde_json::Result<String> {
    judged(json, |input: AnswerInput| {
        let policy = PolicyInput::policy(input.policy);
        Verdict::of_field("text", Answer::parse(&input.text.0, &policy), |answer| answer.as_str().to_owned())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionInput {
    id: String,
}

#[derive(Serialize)]
struct AcceptedQuestion {
    id: String,
    text: Option<String>,
}

pub(crate) fn judge_question(json: &str) -> serde_json::Result<String> {
    judged(json, |input: QuestionInput| {
        Verdict::of_field("id", QuestionId::parse(&input.id), |id| AcceptedQuestion {
            text: QUESTIONS
                .iter()
                .find(|question| question.id == id.as_str())
                .map(|question| question.text().english()),
            id: id.as_str().to_owned(),
        })
    })
}
