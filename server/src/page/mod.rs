//! The pages as documents: whoever has no script, or waits for it, reads and sends them as they are.
//!
//! They are rendered by the client's own components, and what is sent with their forms goes the way that the
//! client's requests go.

mod answer;
mod document;
mod form;
mod send;
mod show;

pub(crate) use send::{activate, change_password, list_mobile, sign_in, sign_out};
pub(crate) use show::show;
