//! The Enamel server: it loads, lets `enamel-core` decide, saves and replies.
//!
//! Each folder is named after its part of the domain, as in the core; an endpoint is a file.

pub mod account;
pub mod app;
pub mod clock;
pub mod config;
pub mod demo;
mod directory;
pub mod entropy;
pub mod http;
mod page;
pub mod password;
mod policy;
pub mod problem;
mod security_question;
pub mod serve;
mod session;
pub mod store;

#[cfg(test)]
mod tests;
