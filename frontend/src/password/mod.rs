//! Choosing a password: the rules as they are typed (R9), and the page that changes one (R14, R17).

mod change;
mod new_password;

pub use change::ChangePassword;
pub use new_password::NewPassword;
#[cfg(feature = "ssr")]
pub(crate) use new_password::rules;

crate::chunk::page_in_chunk!(password, load, ChangePassword);
