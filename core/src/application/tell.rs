//! Who is told what of an application, and how. The words are the sender's.

use super::{ApplicationId, JoinId, OrganisationName, Rejection};
use crate::account::AccountId;
use crate::mailbox::MailboxAddress;
use crate::mobile::Mobile;
use crate::note::Note;
use crate::person::Email;
use crate::username::Username;

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tell {
    /// Who is told.
    pub audience: Audience,
    /// What, by which channel.
    pub message: Message,
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Who applied.
    Applicant,
    /// Who is to hold a new account.
    NewMember,
    /// Whose number somebody else typed (R3).
    NumberHolder,
    /// The owners of the practice's shared mailbox.
    Practice,
    /// The owner who asked for a newcomer (R7).
    Owner(AccountId),
    /// The helpdesk.
    Helpdesk,
}

/// A channel with what may be said by it. A username is only in [`EmailSays`], a temporary password
/// only in [`TextSays`]: no message holds both (R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// An email to an address outside the service.
    Email {
        /// Where to.
        to: Email,
        /// What.
        says: EmailSays,
    },
    /// A text message.
    Text {
        /// Where to.
        to: Mobile,
        /// What.
        says: TextSays,
    },
    /// To the member's own mailbox, which the sender knows.
    Mailbox {
        /// What.
        says: EmailSays,
    },
    /// An entry of the helpdesk's queue.
    Queue {
        /// What.
        says: HelpdeskSays,
    },
}

/// What an email says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmailSays {
    /// The application has arrived, and what happens next.
    ApplicationReceived(ApplicationId),
    /// The helpdesk asks back.
    Question(ApplicationId, Note),
    /// The application is rejected, why, and what to do next (R2).
    ApplicationRejected(ApplicationId, Rejection),
    /// The application was withdrawn, in case it was not the reader.
    ApplicationWithdrawn(ApplicationId),
    /// The new address, and how to sign in for the first time (R6).
    Username {
        /// Whose account.
        account: AccountId,
        /// Its username.
        username: Username,
    },
    /// The practice's shared mailbox is approved.
    MailboxApproved(MailboxAddress),
    /// Have the sponsor's local administrator delete the old mailbox, once the new one is in use (R5).
    HaveSponsoredDeleted {
        /// Whose local administrator.
        sponsor: OrganisationName,
        /// The old mailbox.
        mailbox: MailboxAddress,
    },
    /// The newcomer's account was created (R7).
    NewcomerCreated(JoinId),
    /// The newcomer's account was declined, and why (R7).
    NewcomerDeclined(JoinId, Note),
}

/// What a text message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSays {
    /// The temporary password of a new account (R6).
    TemporaryPassword(AccountId),
    /// Somebody gave this number in a form; nothing about whom (R3).
    NumberTyped,
}

/// What the helpdesk's queue says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpdeskSays {
    /// An application waits to be decided.
    ToDecide {
        /// Which.
        application: ApplicationId,
        /// How many likely duplicates are to be looked at (R4).
        flags: usize,
    },
    /// An application that waited is withdrawn.
    Withdrawn(ApplicationId),
    /// A newcomer waits to be created (R7).
    ToCreate {
        /// Which.
        join: JoinId,
        /// How many likely duplicates are to be looked at (R4).
        flags: usize,
    },
}
