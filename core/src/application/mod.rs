//! Applying for accounts (R1 to R7): the practice's form, its duplicates, what the helpdesk decides,
//! the usernames that come of it, and an owner's request for a newcomer.

mod allocate;
mod command;
mod decide;
mod event;
mod form;
mod join;
mod lookup;
mod organisation_name;
mod refusal;
mod request;
mod state;
mod tell;
mod toolkit;

pub use allocate::{AllocationRefusal, Availability, FreeUsername, Stem, UsernameUse, allocate};
pub use command::{ApprovedPerson, Command, LookedUpForm, NewAccount, ProvenLink};
pub use event::{Event, MailboxOrder};
pub use form::{ApplicationForm, EarlierAccount, MailboxWish, NewPerson, Sponsored};
pub use join::{
    JoinCommand, JoinEvent, JoinForm, JoinId, JoinRefusal, JoinRequest, JoinState, Joining, Ownership, WantedJoin,
};
pub use lookup::{Duplicate, Flag, Ground, Likeness, Lookup, NameKey, NumberUse, UsedBy, duplicate};
pub use organisation_name::{OrganisationName, OrganisationNameRefusal};
pub use refusal::{ApplicationRefusal, PersonRefusal, RefusedPerson};
pub use request::{ApplicationFormRefusal, ApplicationRequest, HasAccount, MailboxRequest, PersonRequest};
pub use state::{Application, ApplicationId, Exchange, Rejection, State, Submission};
pub use tell::{Audience, EmailSays, HelpdeskSays, Message, Tell, TextSays};
pub use toolkit::ToolkitLevel;

#[cfg(test)]
mod tests;
