//! Request bodies: JSON, whole, of the shape that is asked for.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use enamel_core::locale::{Text, say};
use enamel_core::refusal::FieldProblem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::problem::Problem;

/// A JSON body; as an answer, JSON with status 200.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(&request) {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                say::unsupported_media_type(),
            ));
        }
        let bytes = read(request, state).await?;
        parse(&bytes).map(Self)
    }
}

/// Reads a body to its end, within the limit.
pub(super) async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Problem> {
    Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large", say::body_too_large())
        }
        _ => Problem::new(StatusCode::BAD_REQUEST, "body-incomplete", say::body_incomplete()),
    })
}

fn is_json(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let malformed = |why: Text| Problem::new(StatusCode::BAD_REQUEST, "malformed-json", why);
    let text = std::str::from_utf8(bytes).map_err(|_| malformed(say::body_not_utf_8()))?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value =
        serde_path_to_error::deserialize(&mut deserializer).map_err(|error| match error.inner().classify() {
            Category::Data => Problem::form(vec![shape_problem(&error)]),
            Category::Syntax | Category::Eof | Category::Io => malformed(say::body_not_json()),
        })?;
    deserializer.end().map_err(|_| malformed(say::body_goes_on()))?;
    Ok(value)
}

fn shape_problem(error: &serde_path_to_error::Error<serde_json::Error>) -> FieldProblem {
    let text = error.inner().to_string();
    let quoted = text.split('`').nth(1).unwrap_or_default();
    let path = error.path().to_string();
    let path = if path == "." { String::new() } else { path };
    let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    // serde tells the kinds of error apart in their text alone.
    let (field, code, message) = if text.starts_with("missing field") {
        (join(quoted), "missing-field", say::missing_field())
    } else if text.starts_with("unknown field") {
        // The path already ends in the unknown name.
        (path, "unknown-field", say::unknown_field())
    } else if text.starts_with("duplicate field") {
        (join(quoted), "duplicate-field", say::duplicate_field())
    } else {
        (path, "wrong-type", say::wrong_type())
    };
    FieldProblem { field, code, rule: None, message, numbers: Vec::new() }
}
