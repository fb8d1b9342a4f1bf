//! What the refusals of shared mailboxes say.

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

    fn sentence(&self) -> String {
        match self.0 {
            UsernameRefusal::Missing => "Enter the name of the shared mailbox".to_owned(),
            UsernameRefusal::OtherDomain => {
                format!("Enter a shared mailbox that ends in @{DOMAIN}, or leave the ending out")
            }
            UsernameRefusal::Characters => {
                "Name of the shared mailbox must only include letters a to z and numbers, with single dots, hyphens or underscores between them"
                    .to_owned()
            }
            UsernameRefusal::TooLong => {
                format!("Name of the shared mailbox must be {MAXIMUM_LENGTH} characters or fewer")
            }
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

    fn sentence(&self) -> String {
        match self {
            Self::NotAllowed => {
                "Only an owner of this shared mailbox can do this. Ask an owner, or email dentistadmin@nhs.net"
            }
            Self::NoAccess => "You do not have access to this shared mailbox. Ask one of its owners to give you access",
            Self::NoAccount => {
                "A shared mailbox is opened from a personal account. Check the username. To ask for an account for somebody new, email dentistadmin@nhs.net"
            }
            Self::StillOwner => {
                "An owner always has access to the shared mailbox. To end it, the owner must first hand the mailbox over or step down as an owner"
            }
            Self::NotOwner => {
                "Only an owner can hand the shared mailbox over. Check who owns it and choose one of its owners"
            }
            Self::OwnerNotActivated => {
                "The new owner must activate their account first. Ask them to sign in with their temporary password, then try again"
            }
            Self::OwnerLeaving => {
                "This person is marked as leaving, so they cannot become an owner. Choose somebody who is staying"
            }
            Self::OwnerDisabled => {
                "This person's account is disabled for now, so they cannot become an owner. Choose somebody else, or email dentistadmin@nhs.net"
            }
            Self::OwnerUnreachable => {
                "An owner needs a mobile number that reaches them, because the helpdesk contacts owners first. Ask them to add their mobile number, then try again"
            }
            Self::NoOwnerStays => {
                "The other owners are leaving, or their accounts are not open. Hand the shared mailbox over or add another owner first"
            }
            Self::OnlyOwner => {
                "This would leave the shared mailbox without an owner. Hand it over or add another owner first"
            }
        }
        .to_owned()
    }
}
