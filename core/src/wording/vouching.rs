//! What the refusals of vouching say.

use crate::refusal::{NextStep, Refuse, Rule};
use crate::vouching::{LocalCheckRefusal, VouchingRefusal};

impl Refuse for LocalCheckRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Identity => "identity-not-checked",
            Self::Mobile => "mobile-not-checked",
        }
    }

    fn rule(&self) -> Rule {
        Rule(22)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Identity => "Select to confirm that you have checked in person who they are",
            Self::Mobile => "Select to confirm that you have checked that the mobile number is their own",
        }
        .to_owned()
    }
}

impl Refuse for VouchingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAllowed => "vouching-not-allowed",
            Self::ForThemselves => "vouching-for-themselves",
            Self::NotOfTheirMailbox => "vouching-not-of-their-mailbox",
            Self::OwnerClosed => "vouching-owner-closed",
            Self::AgentIsParty => "vouching-agent-is-party",
            Self::NeverActivated => "vouching-never-activated",
            Self::Disabled => "vouching-disabled",
            Self::MobileInUse => "mobile-not-usable",
            Self::AlreadyOpen => "vouching-already-open",
            Self::NotConfirmed => "vouching-not-confirmed",
            Self::OtherAgent => "vouching-other-agent",
            Self::AlreadyIssued => "vouching-already-issued",
            Self::NotIssued => "vouching-not-issued",
            Self::Held(_) => "vouching-held",
            Self::Settled => "vouching-settled",
            Self::Lapsed => "vouching-lapsed",
            Self::Used => "vouching-used",
            Self::Withdrawn => "vouching-withdrawn",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::MobileInUse => Rule(3),
            Self::NeverActivated => Rule(10),
            Self::Disabled => Rule(28),
            _ => Rule(22),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::NotOfTheirMailbox | Self::MobileInUse => NextStep::Correct,
            Self::NotAllowed
            | Self::ForThemselves
            | Self::OwnerClosed
            | Self::AgentIsParty
            | Self::NeverActivated
            | Self::Disabled
            | Self::AlreadyOpen
            | Self::Used => NextStep::AskHelpdesk,
            Self::NotConfirmed | Self::OtherAgent | Self::Settled => NextStep::LookAgain,
            Self::AlreadyIssued | Self::NotIssued | Self::Lapsed | Self::Withdrawn => NextStep::AskOwner,
            Self::Held(at) => NextStep::WaitUntil { at: *at },
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::NotAllowed => {
                "This can only be done by one of the people involved. Ask the owner of your shared mailbox, or call the national helpdesk on 0333 200 1133"
            }
            Self::ForThemselves => {
                "You cannot confirm your own identity. Ask another owner of the shared mailbox, or call the national helpdesk on 0333 200 1133"
            }
            Self::NotOfTheirMailbox => {
                "You can only do this for somebody who has access to a shared mailbox that you own. Check the username"
            }
            Self::OwnerClosed => {
                "The account of the owner who vouches is not open. Withdraw this request and ask another owner of the shared mailbox, or call the national helpdesk on 0333 200 1133"
            }
            Self::AgentIsParty => {
                "You are the owner or the member in this case, so another helpdesk agent must deal with it. Pass it on to a colleague"
            }
            Self::NeverActivated => {
                "This account has not been activated yet, so it only needs a new temporary password. Ask for one from dentistadmin@nhs.net"
            }
            Self::Disabled => {
                "This account is disabled for now. To have it enabled again, email dentistadmin@nhs.net"
            }
            Self::MobileInUse => {
                "This mobile number cannot be used here. Enter another number, or call the national helpdesk on 0333 200 1133"
            }
            Self::AlreadyOpen => {
                "An owner has already asked for this person. The helpdesk will contact that owner. If it takes too long, call the national helpdesk on 0333 200 1133"
            }
            Self::NotConfirmed => "Confirm this with the owner first, then issue the temporary password",
            Self::OtherAgent => {
                "Another agent confirmed this with the owner. Ask that agent to issue the temporary password, or confirm it with the owner again yourself"
            }
            Self::AlreadyIssued => {
                "A temporary password has already been issued. If it did not arrive, withdraw this request and ask the owner to start again"
            }
            Self::NotIssued => {
                "No temporary password has been issued yet. Wait for the text message, or ask the owner of your shared mailbox"
            }
            Self::Held(from) => {
                let from = from.london();
                return format!(
                    "Your temporary password works from {} on {}, because it was sent to a new mobile number. Try again then",
                    from.time(),
                    from.date()
                );
            }
            Self::Settled => {
                "The member has chosen a new password since the owner asked, so no temporary password is needed. If that was not the member, ask the owner of the shared mailbox to start again"
            }
            Self::Lapsed => {
                "This request has run out. Ask the owner of the shared mailbox to start again"
            }
            Self::Used => {
                "The temporary password has already been used. If that was not the member, call the national helpdesk on 0333 200 1133"
            }
            Self::Withdrawn => {
                "This request has been withdrawn. If it is still needed, ask the owner of the shared mailbox to start again"
            }
        }
        .to_owned()
    }
}
