//! Refusals on the wire: RFC 9457 problem documents.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use enamel_core::account::AccountRefusal;
use enamel_core::locale::{Text, say};
use enamel_core::refusal::{FieldProblem, FieldProblemView, Refuse, Rule};
use enamel_frontend::api::{Failure, FieldMessage, Problem as Refusal};
use serde::Serialize;
use utoipa::ToSchema;

use crate::entropy::NoEntropy;
use crate::http::spoken;
use crate::password::HashError;
use crate::store::StoreError;

/// After how many seconds to try again what could not be served just now.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

/// Why a request was refused.
#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    rule: Option<Rule>,
    detail: Text,
    errors: Vec<FieldProblem>,
}

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemDocument {
    /// A URI that names the kind of problem.
    #[serde(rename = "type")]
    kind: String,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// A sentence for the person concerned.
    detail: String,
    /// A stable kebab-case code.
    code: &'static str,
    /// The rule that refused, such as `R17`.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    /// The fields at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblemView>,
}

impl Problem {
    /// A problem without a rule behind it.
    #[must_use]
    pub fn new(status: StatusCode, code: &'static str, detail: Text) -> Self {
        Self { status, code, rule: None, detail, errors: Vec::new() }
    }

    /// A form with fields at fault.
    #[must_use]
    pub fn form(errors: Vec<FieldProblem>) -> Self {
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-form", say::invalid_form()) }
    }

    /// The same, said at these fields too.
    #[must_use]
    pub fn at(self, errors: Vec<FieldProblem>) -> Self {
        Self { errors, ..self }
    }

    /// Nothing is at this address.
    #[must_use]
    pub fn no_such_address() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", say::not_found())
    }

    /// The address has another method.
    #[must_use]
    pub fn no_such_method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", say::method_not_allowed())
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not-signed-in", say::not_signed_in())
    }

    /// The session is another person's than the page shows.
    #[must_use]
    pub fn another_account() -> Self {
        let detail = say::another_account();
        Self::new(StatusCode::CONFLICT, "another-account", detail)
    }

    /// The key of a request was used for another one.
    #[must_use]
    pub fn key_reused() -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-key-reused", say::request_key_reused())
    }

    /// Something that a later try may find working.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "try-again-later", say::try_again_later())
    }

    /// The client is not there to be sent.
    #[must_use]
    pub fn client_not_built() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "client-not-built", say::client_not_built())
    }

    /// The status of an answer that says it.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether it is that nobody is signed in.
    #[must_use]
    pub fn is_signed_out(&self) -> bool {
        self.status == StatusCode::UNAUTHORIZED && self.code == "not-signed-in"
    }

    /// Whether it is about fields of what was sent.
    #[must_use]
    pub fn is_of_fields(&self) -> bool {
        !self.errors.is_empty()
    }

    /// What a page says of it, as the client would.
    #[must_use]
    pub fn into_messages(self) -> Vec<FieldMessage> {
        let language = spoken();
        let errors = self.errors.into_iter();
        let errors = errors
            .map(|error| FieldMessage { field: error.field, message: error.message.in_language(language) })
            .collect();
        let detail = self.detail.in_language(language);
        Failure::Refused(Refusal { code: self.code.to_owned(), detail, errors }).messages()
    }

    /// The sentence for the person concerned.
    #[must_use]
    pub fn detail(&self) -> String {
        self.detail.in_language(spoken())
    }

    /// Whether a later try may fare better.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        self.status == StatusCode::SERVICE_UNAVAILABLE
    }

    /// A fault of this program.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", say::internal())
    }
}

impl From<AccountRefusal> for Problem {
    fn from(refusal: AccountRefusal) -> Self {
        if let Some(field) = refusal.field() {
            return Self { rule: Some(refusal.rule()), ..Self::form(vec![FieldProblem::new(field, &refusal)]) };
        }
        let status = match refusal {
            AccountRefusal::SignInFailed => StatusCode::UNAUTHORIZED,
            AccountRefusal::AlreadyActivated => StatusCode::CONFLICT,
            AccountRefusal::Deleted => StatusCode::GONE,
            _ => StatusCode::FORBIDDEN,
        };
        Self { rule: Some(refusal.rule()), ..Self::new(status, refusal.code(), refusal.sentence()) }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(cause) => {
                tracing::error!(%cause, "the database is not available");
                Self::unavailable()
            }
            StoreError::ImpossibleRow { .. } | StoreError::Migration(_) => {
                tracing::error!(%error);
                Self::internal()
            }
        }
    }
}

impl From<HashError> for Problem {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy | HashError::Stopped => Self::unavailable(),
            HashError::Malformed | HashError::Cost(_) => {
                tracing::error!(%error);
                Self::internal()
            }
        }
    }
}

impl From<NoEntropy> for Problem {
    fn from(error: NoEntropy) -> Self {
        tracing::error!(%error);
        Self::unavailable()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let language = spoken();
        let document = ProblemDocument {
            kind: format!("urn:enamel:problem:{}", self.code),
            title: self.status.canonical_reason().unwrap_or_default(),
            status: self.status.as_u16(),
            detail: self.detail.in_language(language),
            code: self.code,
            rule: self.rule.map(|rule| rule.to_string()),
            errors: self.errors.into_iter().map(|error| error.said(language)).collect(),
        };
        let mut response = (self.status, axum::Json(document)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, RETRY_AFTER);
        }
        response
    }
}
