//! Who helps with what, by which channel and from when (R24, R32, R33).

mod case;
mod contacts;
mod enquiry;
mod holidays;
mod hours;
mod named_mailbox;
mod snapshot;
mod task;
mod view;
mod who;

pub use case::{Case, CaseCommand, CaseEvent, CaseId, CaseNote, CaseOpening, CaseRefusal, CaseState, Group, Matter};
pub use contacts::{Contacts, ContactsContradiction};
pub use enquiry::{Enquiry, EnquiryRequest};
pub use holidays::{Holidays, HolidaysRefusal, Known};
pub use hours::{Opening, TeamHours};
pub use named_mailbox::{MAXIMUM_MAILBOX_NAME_LENGTH, NamedMailbox, NamedMailboxRefusal};
pub use task::Task;
pub(crate) use view::in_words;
pub use view::{ChannelView, HelpView, WayView};
pub use who::{Channel, Help, Helper, Page, Way, When, who_can_help, whom_to_tell};
