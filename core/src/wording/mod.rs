//! The sentences, all of them: what a refusal, a requirement or a deadline says to its reader.

mod account;
mod application;
mod form;
mod help;
mod mailbox;
mod note;
mod person;
mod recovery;
mod vouching;

pub(crate) use account::{deadline_advice, deadline_title, past_title};
pub(crate) use form::of_numbered_question;
pub(crate) use help::{next_step, way};

/// A number of days, as in `works for 1 day`.
pub(crate) fn days(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

#[cfg(test)]
mod tests;
