//! The server, as the pages see it: JSON there and back, a refusal as a value.

mod failure;
pub(crate) mod json;
mod read;
mod remote;
mod request;

pub use failure::{Failure, FieldMessage, Problem};
pub use read::Read;
pub use remote::{Remote, given_or_asked, load};
pub use request::{Method, call, send};
pub(crate) use request::{document, file};

use wasm_bindgen::JsValue;

/// Where the interface begins, on the host that the page came from.
pub const BASE: &str = "/api/v1";

/// Asks for something.
///
/// # Errors
/// [`Failure`], where there is no answer or it is a refusal.
pub async fn get<T: Read>(path: &str) -> Result<T, Failure> {
    read(&call(Method::Get, path, None).await?)
}

/// Reads an answer.
///
/// # Errors
/// [`Failure::Unreadable`]: a server that answers something else is of another version.
pub fn read<T: Read>(value: &JsValue) -> Result<T, Failure> {
    T::read(value).ok_or(Failure::Unreadable)
}
