//! The rules, each reading its input, asking the core and writing out all that it answers.

pub(crate) mod account;
pub(crate) mod allocation;
pub(crate) mod application;
pub(crate) mod calendar;
pub(crate) mod case;
pub(crate) mod command;
pub(crate) mod decision;
pub(crate) mod directory;
pub(crate) mod field;
pub(crate) mod form;
pub(crate) mod help;
pub(crate) mod instant;
pub(crate) mod mailbox;
pub(crate) mod mobile;
pub(crate) mod password;
pub(crate) mod policy;
pub(crate) mod recovery;
pub(crate) mod request;
pub(crate) mod security;
pub(crate) mod username;
pub(crate) mod vouching;
