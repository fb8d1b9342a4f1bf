//! What somebody needs help with.

use serde::{Deserialize, Serialize};

use super::{Helper, Page};

/// What somebody wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Task {
    /// A new password in place of a forgotten one (R21).
    ResetPassword,
    /// Opening an account that wrong tries have locked (R23).
    Unlock,
    /// Another temporary password, before the account was ever activated (R10).
    NewTemporaryPassword,
    /// Applying as a practice (R1).
    Apply,
    /// A decision about an application (R2, R6).
    ApproveApplication,
    /// The details of an account or a shared mailbox that never came (R33).
    MissingDetails,
    /// What an account says of its holder (R19).
    ChangeDetails,
    /// Another mobile number (R19).
    ChangeMobile,
    /// An account for somebody who has none and joins a practice (R7).
    NewColleague,
    /// Moving an account to the practice that takes its holder on (R25).
    Joiner,
    /// Leaving a practice or the profession (R24).
    Leaver,
    /// Handing an account over to NHS dental (R27).
    Transfer,
    /// A temporary password for a colleague who can't recover the account alone (R22).
    Vouch,
    /// Opening a shared mailbox (R29).
    MailboxAccess,
    /// Another owner for a shared mailbox (R31).
    MailboxOwnership,
    /// Deleting the shared mailbox that another organisation sponsored (R5).
    DeleteSponsoredMailbox,
    /// Disabling an account for a long leave (R28).
    Disable,
    /// Enabling it again (R28).
    Enable,
    /// Anything else.
    Other,
}

/// How a task that the helpdesk does is dealt with out of hours (R32).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Desk {
    /// At once, by the national helpdesk.
    Simple,
    /// Logged, and done by the dentist resolver group when it is next available.
    Complex,
    /// A report for whoever administers the account to act on (R24).
    Report,
}

/// Who does a task, in the order in which to try.
pub(super) struct Road {
    /// Who does it at any hour, without the helpdesk, and on which page.
    pub(super) at_any_hour: Option<(Helper, Page)>,
    /// What the helpdesk does about it.
    pub(super) desk: Option<Desk>,
    /// The page that takes a request for the helpdesk.
    pub(super) request: Option<Page>,
}

impl Task {
    /// Every task.
    pub const ALL: [Self; 19] = [
        Self::ResetPassword,
        Self::Unlock,
        Self::NewTemporaryPassword,
        Self::Apply,
        Self::ApproveApplication,
        Self::MissingDetails,
        Self::ChangeDetails,
        Self::ChangeMobile,
        Self::NewColleague,
        Self::Joiner,
        Self::Leaver,
        Self::Transfer,
        Self::Vouch,
        Self::MailboxAccess,
        Self::MailboxOwnership,
        Self::DeleteSponsoredMailbox,
        Self::Disable,
        Self::Enable,
        Self::Other,
    ];

    pub(super) fn road(self) -> Road {
        let alone = |page| Some((Helper::SelfService, page));
        let owner = |page| Some((Helper::MailboxOwner, page));
        let (at_any_hour, desk, request) = match self {
            Self::ResetPassword | Self::Unlock => (alone(Page::Recovery), Some(Desk::Simple), None),
            // It goes to the registered mobile, as after a reset by the helpdesk.
            Self::NewTemporaryPassword => (None, Some(Desk::Simple), None),
            Self::Apply => (alone(Page::Application), None, None),
            Self::MissingDetails => (None, Some(Desk::Complex), Some(Page::Enquiry)),
            Self::ChangeDetails | Self::ChangeMobile => (alone(Page::Account), Some(Desk::Complex), None),
            // The owner confirms who it is; the helpdesk, with the owner, resets the password.
            Self::Vouch => (owner(Page::Vouching), Some(Desk::Simple), None),
            Self::NewColleague => (None, Some(Desk::Complex), Some(Page::Mailboxes)),
            Self::MailboxAccess => (owner(Page::Mailboxes), None, None),
            Self::MailboxOwnership => (owner(Page::Mailboxes), Some(Desk::Complex), None),
            Self::Leaver => (None, Some(Desk::Report), Some(Page::Leaving)),
            Self::DeleteSponsoredMailbox => (None, Some(Desk::Report), None),
            Self::ApproveApplication | Self::Joiner | Self::Transfer | Self::Disable | Self::Enable | Self::Other => {
                (None, Some(Desk::Complex), None)
            }
        };
        Road { at_any_hour, desk, request }
    }
}
