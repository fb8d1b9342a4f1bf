//! What a rule answers: structures that serialise in the order of their fields, so that bytes compare.

use std::fmt::Display;

use enamel_core::locale::Language;
use enamel_core::refusal::{FieldProblem, FieldProblemView, Refuse};
use serde::{Serialize, de::DeserializeOwned};

/// The verdict on an input that the rule could read.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict<T> {
    /// The normal form of what was accepted.
    Accepted(T),
    /// Every refusal with its code, its numbers and its sentence.
    Refused(Vec<FieldProblemView>),
}

impl<T> Verdict<T> {
    /// The verdict on one field.
    pub(crate) fn of_field<U, R: Refuse>(field: &str, result: Result<U, R>, form: impl FnOnce(U) -> T) -> Self {
        match result {
            Ok(value) => Self::Accepted(form(value)),
            Err(refusal) => Self::Refused(said(vec![FieldProblem::new(field, &refusal)])),
        }
    }

    /// The verdict on a form.
    pub(crate) fn of_form<U>(result: Result<U, Vec<FieldProblem>>, form: impl FnOnce(U) -> T) -> Self {
        match result {
            Ok(value) => Self::Accepted(form(value)),
            Err(problems) => Self::Refused(said(problems)),
        }
    }
}

/// As they travel, in English.
pub(crate) fn said(problems: Vec<FieldProblem>) -> Vec<FieldProblemView> {
    problems.into_iter().map(|problem| problem.said(Language::En)).collect()
}

/// Reads `json`, judges it and writes the verdict.
pub(crate) fn judged<I: DeserializeOwned, V: Serialize>(
    json: &str,
    judge: impl FnOnce(I) -> V,
) -> serde_json::Result<String> {
    serde_json::to_string(&judge(serde_json::from_str(json)?))
}

/// The verdict on what no rule can read. The script that stands in for the page knows it by its beginning.
pub(crate) fn malformed(reason: &impl Display) -> String {
    format!(r#"{{"malformed":{}}}"#, serde_json::Value::String(reason.to_string()))
}
