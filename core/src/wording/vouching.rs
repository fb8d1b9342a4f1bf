//! What the refusals of vouching say.

use crate::locale::{Text, say};
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

    fn sentence(&self) -> Text {
        match self {
            Self::Identity => say::identity_not_checked(),
            Self::Mobile => say::mobile_not_checked(),
        }
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

    fn sentence(&self) -> Text {
        match self {
            Self::NotAllowed => say::vouching_not_allowed(),
            Self::ForThemselves => say::vouching_for_themselves(),
            Self::NotOfTheirMailbox => say::vouching_not_of_their_mailbox(),
            Self::OwnerClosed => say::vouching_owner_closed(),
            Self::AgentIsParty => say::vouching_agent_is_party(),
            Self::NeverActivated => say::vouching_never_activated(),
            Self::Disabled => say::vouching_disabled(),
            Self::MobileInUse => say::mobile_not_usable(),
            Self::AlreadyOpen => say::vouching_already_open(),
            Self::NotConfirmed => say::vouching_not_confirmed(),
            Self::OtherAgent => say::vouching_other_agent(),
            Self::AlreadyIssued => say::vouching_already_issued(),
            Self::NotIssued => say::vouching_not_issued(),
            Self::Held(from) => {
                let from = from.london();
                say::vouching_held(from.date(), from.time())
            }
            Self::Settled => say::vouching_settled(),
            Self::Lapsed => say::vouching_lapsed(),
            Self::Used => say::vouching_used(),
            Self::Withdrawn => say::vouching_withdrawn(),
        }
    }
}
