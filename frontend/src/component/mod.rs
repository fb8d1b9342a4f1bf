//! What pages are made of: NHS design-system markup with its behaviour.

pub mod dom;
mod dynamic;
mod error_summary;
mod field;
pub mod form;
mod frame;
mod menu;
mod page;
mod password_input;
mod waiting;

pub use dynamic::{Dynamic, dynamic, effect};
pub use error_summary::ErrorSummary;
pub use field::{Field, Group, Messages, SubmitButton};
pub use form::{Form, Target};
pub use frame::Frame;
pub use menu::Menu;
pub use page::Page;
pub use password_input::PasswordInput;
pub use waiting::{Loading, Unavailable};
