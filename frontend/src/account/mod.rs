//! The member's account: what is known of it, what falls due (R13, R20), and the mobile number (R18).

mod deadlines;
mod mobile_listing;
mod page;

#[cfg(feature = "ssr")]
pub(crate) use deadlines::Deadlines;
pub use page::Account;
#[cfg(feature = "ssr")]
pub(crate) use page::status_tag;

crate::chunk::page_in_chunk!(account, load, Account);
