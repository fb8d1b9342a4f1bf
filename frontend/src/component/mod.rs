//! What pages are made of: NHS design-system markup with its behaviour.

mod delegate;
pub mod dom;
mod dynamic;
mod error_summary;
mod field;
pub mod form;
mod frame;
pub(crate) mod kept;
mod menu;
pub mod messages;
mod page;
mod password_input;
pub(crate) mod sending;
mod waiting;

pub use delegate::{SIGN_IN, SIGN_OUT, start as listen};
pub use dynamic::{Dynamic, dynamic, effect, escaped};
pub use error_summary::ErrorSummary;
#[cfg(feature = "ssr")]
pub(crate) use field::Wait;
pub use field::{Field, Group, Messages, SubmitButton};
pub use form::Target;
pub use frame::Frame;
pub use menu::Menu;
pub use page::{Contents, Page, titled};
pub use password_input::PasswordInput;
pub use waiting::{Loading, Unavailable};
