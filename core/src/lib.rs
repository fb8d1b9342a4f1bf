//! Every rule of the Enamel account service, as data in and data out.
//!
//! The crate knows no clock, no entropy and no I/O (R35): instants and random bytes are arguments.
//! The same lines run in the browser, compiled to WebAssembly, and on the server, so that both
//! give the same verdict on every input (R37).
//!
//! - A field of a form is parsed into a type of its own ([`username::Username`],
//!   [`mobile::Mobile`], [`password::Password`], [`security_question::Answer`]).
//! - A form is judged whole by the `check` of its request ([`account::ActivationRequest::check`]).
//! - An account changes by [`account::Account::decide`] and [`account::Account::evolve`].
//! - A shared mailbox and a vouching change alike ([`mailbox::Mailbox::decide`],
//!   [`vouching::Vouching::decide`]); both ask who it is that asks ([`actor::Actor`]).
//! - What falls due is a function of state, instant and policy
//!   ([`account::Account::deadlines`], [`account::Account::next_due`]).
//! - Who helps with what and from when is a function too ([`help::who_can_help`]).
#![forbid(unsafe_code)]

pub mod account;
pub mod actor;
pub mod application;
pub mod calendar;
pub mod code;
pub mod directory;
pub mod guessing;
pub mod help;
pub mod locale;
pub mod mailbox;
pub mod mobile;
pub mod note;
pub mod notice;
pub mod organisation;
pub mod password;
pub mod person;
pub mod policy;
pub mod recovery;
pub mod refusal;
#[cfg(feature = "openapi")]
mod schema;
pub mod security_question;
pub mod session;
#[cfg(test)]
mod spelling_tests;
pub mod text;
pub mod time;
mod unicode;
pub mod username;
pub mod vouching;
mod wording;
