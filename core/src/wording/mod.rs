//! Which message each refusal, requirement or deadline says. The words stand in `locales/`.

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
pub(crate) use help::{next_step, way};

#[cfg(test)]
mod tests;
