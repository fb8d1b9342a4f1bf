//! The account: its state, what is decided about it, and what follows.

mod command;
mod deadline;
mod decide;
mod event;
mod form;
mod reminder;
mod state;
mod view;

pub use command::{Activation, Command, Creation, Proof};
pub use deadline::{Deadline, DeadlineKind, Remedy};
pub use decide::AccountRefusal;
pub use event::Event;
pub use form::{
    ActivationForm, ActivationRequest, ChangePasswordForm, ChangePasswordRequest, FormRefusal, SecurityAnswerRequest,
};
pub use reminder::Sent;
pub use state::{Account, AccountId, AnsweredQuestion, Holder, Member, Newcomer, State, Status};
pub use view::{AccountView, ActivationView, DeadlineView};

#[cfg(test)]
pub(crate) mod tests;
