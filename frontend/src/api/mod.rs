//! The server, as the pages see it: JSON there and back, a refusal as a value.

mod failure;
pub(crate) mod json;
mod remote;
mod request;

pub use failure::{Failure, FieldMessage, Problem};
pub use remote::{Remote, given_or_asked, load};
pub use request::{Method, call, send};
pub(crate) use request::{document, file};

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// Where the interface begins, on the host that the page came from.
pub const BASE: &str = "/api/v1";

/// Asks for something.
///
/// # Errors
/// [`Failure`], where there is no answer or it is a refusal.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(call(Method::Get, path, None).await?)
}

/// Reads an answer.
///
/// # Errors
/// [`Failure::Unreadable`]: a server that answers something else is of another version.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, Failure> {
    serde_wasm_bindgen::from_value(value).map_err(|_| Failure::Unreadable)
}

/// A form as JSON text.
pub fn write(form: &impl Serialize) -> JsValue {
    form.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_or(JsValue::NULL, |value| json::text_of(&value))
}
