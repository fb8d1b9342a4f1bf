//! The member's account: what is known of it, what falls due (R13, R20), and the mobile number (R18).

mod deadlines;
mod mobile_listing;
mod page;

pub use page::Account;

crate::chunk::page_in_chunk!(account, load, Account);
