//! What every request and answer goes through.

mod body;
mod cookies;
mod headers;
mod health;
mod language;
mod once;
mod openapi;
mod origin;
mod router;
pub(crate) mod web;

pub use body::Json;
pub(crate) use cookies::cookie;
pub(crate) use language::spoken;
pub(crate) use once::Keyed;
pub use openapi::document;
pub use router::router;
