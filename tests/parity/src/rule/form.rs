//! Whole forms: signing in (R8), activating (R9), changing the password (R17).

use enamel_core::account::{ActivationRequest, ChangePasswordRequest, SecurityAnswerRequest};
use enamel_core::session::SignInRequest;
use serde::{Deserialize, Serialize};

use crate::input::{ContextInput, PolicyInput, Text};
use crate::verdict::{Verdict, judged};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignInInput {
    username: Text,
    password: Text,
}

#[derive(Serialize)]
struct SignIn {
    username: String,
    password: String,
}

pub(crate) fn judge_sign_in(json: &str) -> serde_json::Result<String> {
    judged(json, |input: SignInInput| {
        let request = SignInRequest { username: input.username.0, password: input.password.0 };
        Verdict::of_form(request.check(), |form| SignIn {
            username: form.username.to_string(),
            password: form.password.normalised(),
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivationInput {
    accept_terms: bool,
    new_password: Text,
    security_answers: Vec<AnswerInput>,
    mobile_visible: bool,
    #[serde(default)]
    person: ContextInput,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerInput {
    question: String,
    answer: Text,
}

#[derive(Serialize)]
struct Activation {
    password: String,
    answers: Vec<(String, String)>,
    mobile_visible: bool,
}

pub(crate) fn judge_activation(json: &str) -> serde_json::Result<String> {
    judged(json, |input: ActivationInput| {
        let request = ActivationRequest {
            accept_terms: input.accept_terms,
            new_password: input.new_password.0,
            security_answers: input
                .security_answers
                .into_iter()
                .map(|asked| SecurityAnswerRequest { question: asked.question, answer: asked.answer.0 })
                .collect(),
            mobile_visible: input.mobile_visible,
        };
        let policy = PolicyInput::policy(input.policy);
        Verdict::of_form(request.check(&input.person.into(), &policy), |form| Activation {
            password: form.password.as_str().to_owned(),
            answers: form
                .answers
                .iter()
                .map(|(question, answer)| (question.as_str().to_owned(), answer.as_str().to_owned()))
                .collect(),
            mobile_visible: form.mobile_visible,
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangePasswordInput {
    current_password: Text,
    new_password: Text,
    #[serde(default)]
    person: ContextInput,
    policy: Option<PolicyInput>,
}

#[derive(Serialize)]
struct ChangePassword {
    current: String,
    password: String,
}

pub(crate) fn judge_change_password(json: &str) -> serde_json::Result<String> {
    judged(json, |input: ChangePasswordInput| {
        let request =
            ChangePasswordRequest { current_password: input.current_password.0, new_password: input.new_password.0 };
        let policy = PolicyInput::policy(input.policy);
        Verdict::of_form(request.check(&input.person.into(), &policy), |form| ChangePassword {
            current: form.current.normalised(),
            password: form.password.as_str().to_owned(),
        })
    })
}
