//! The whole router on a real database, with a clock that stands still.

mod activation;
mod bad_input;
mod change_password;
mod directory;
mod faults;
mod harness;
mod http;
mod once;
mod pages;
mod reminders;
mod sign_in;
