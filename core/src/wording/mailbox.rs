//! What the refusals of shared mailboxes say.

use crate::locale::{Text, say};
use crate::mailbox::{MailboxAddressRefusal, MailboxRefusal};
use crate::refusal::{NextStep, Refuse, Rule};
use crate::username::{DOMAIN, MAXIMUM_LENGTH, UsernameRefusal};

impl Refuse for MailboxAddressRefusal {
    fn code(&self) -> &'static str {
        match self.0 {
            UsernameRefusal::Missing => "mailbox-missing",
            UsernameRefusal::OtherDomain => "mailbox-other-domain",
            UsernameRefusal::Characters => "mailbox-characters",
            UsernameRefusal::TooLong => "mailbox-too-long",
        }
    }

    fn rule(&self) -> Rule {
        Rule(33)
    }

    fn sentence(&self) -> Text {
        match self.0 {
            UsernameRefusal::Missing => say::mailbox_missing(),
            UsernameRefusal::OtherDomain => say::mailbox_other_domain(DOMAIN),
            UsernameRefusal::Characters => say::mailbox_characters(),
            UsernameRefusal::TooLong => say::mailbox_too_long(MAXIMUM_LENGTH),
        }
    }
}

impl Refuse for MailboxRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAllowed => "mailbox-not-allowed",
            Self::NoAccess => "mailbox-no-access",
            Self::NoAccount => "mailbox-no-account",
            Self::StillOwner => "mailbox-still-owner",
            Self::NotOwner => "mailbox-not-owner",
            Self::OwnerNotActivated => "mailbox-owner-not-activated",
            Self::OwnerLeaving => "mailbox-owner-leaving",
            Self::OwnerDisabled => "mailbox-owner-disabled",
            Self::OwnerUnreachable => "mailbox-owner-unreachable",
            Self::OnlyOwner => "mailbox-only-owner",
            Self::NoOwnerStays => "mailbox-no-owner-stays",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::NotAllowed | Self::NoAccess | Self::NoAccount | Self::StillOwner => Rule(29),
            Self::NotOwner | Self::OwnerNotActivated => Rule(31),
            Self::OwnerDisabled | Self::OwnerUnreachable => Rule(30),
            Self::OwnerLeaving | Self::NoOwnerStays => Rule(26),
            Self::OnlyOwner => Rule(36),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::NotAllowed
            | Self::NoAccess
            | Self::NotOwner
            | Self::OnlyOwner
            | Self::NoOwnerStays
            | Self::StillOwner => NextStep::AskOwner,
            Self::NoAccount | Self::OwnerDisabled => NextStep::AskHelpdesk,
            Self::OwnerNotActivated | Self::OwnerUnreachable => NextStep::LookAgain,
            Self::OwnerLeaving => NextStep::Correct,
        }
    }

    fn sentence(&self) -> Text {
        match self {
            Self::NotAllowed => say::mailbox_not_allowed(),
            Self::NoAccess => say::mailbox_no_access(),
            Self::NoAccount => say::mailbox_no_account(),
            Self::StillOwner => say::mailbox_still_owner(),
            Self::NotOwner => say::mailbox_not_owner(),
            Self::OwnerNotActivated => say::mailbox_owner_not_activated(),
            Self::OwnerLeaving => say::mailbox_owner_leaving(),
            Self::OwnerDisabled => say::mailbox_owner_disabled(),
            Self::OwnerUnreachable => say::mailbox_owner_unreachable(),
            Self::NoOwnerStays => say::mailbox_no_owner_stays(),
            Self::OnlyOwner => say::mailbox_only_owner(),
        }
    }
}
