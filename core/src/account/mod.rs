//! The account: its state, what is decided about it, and what follows.

mod administration;
mod clock;
mod command;
mod credentials;
mod deadline;
mod decide;
mod event;
mod evolve;
mod explain;
mod form;
mod new_number;
mod profile;
mod reminder;
mod staff;
mod state;
mod view;

pub use administration::Administration;
pub use clock::Clock;
pub use command::{Activation, Command, Creation, Novelty, Proof, StaffCommand};
pub use credentials::Compared;
pub use deadline::{Deadline, DeadlineKind, Remedy};
pub use decide::{AccountRefusal, Authority};
pub use event::Event;
pub use explain::{Effect, Explanation, Need, Outcome, Step, Who, Why};
pub use form::{
    ActivationForm, ActivationRequest, ChangePasswordForm, ChangePasswordRequest, FormRefusal, SecurityAnswerRequest,
};
pub use new_number::{NewNumber, NewNumberRefusal, ProvedMobile};
pub use profile::{
    Label, MAXIMUM_ROLE_LENGTH, MAXIMUM_SPECIALTIES, Profile, ProfileRefusal, ProfileRequest, WorkTelephone,
};
pub use reminder::Sent;
pub use state::{
    Account, AccountId, AnsweredQuestion, Disabled, Dormant, Holder, Issued, Member, Newcomer, State, Status, Vouched,
};
pub use view::{AccountView, ActivationView, DeadlineView};

#[cfg(test)]
pub(crate) mod tests;
