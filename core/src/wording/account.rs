//! What an account's refusals and deadlines say.

use crate::account::{
    AccountRefusal, Authority, DeadlineKind, MAXIMUM_ROLE_LENGTH, MAXIMUM_SPECIALTIES, NewNumberRefusal,
    ProfileRefusal, Remedy,
};
use crate::code::{CodeFailure, TooManyCodes};
use crate::refusal::{NextStep, Refuse, Rule};

impl Refuse for AccountRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInFailed => "sign-in-failed",
            Self::TemporaryPasswordExpired => "temporary-password-expired",
            Self::TemporaryPasswordHeld(_) => "temporary-password-held",
            Self::ActivationRequired => "activation-required",
            Self::AlreadyActivated => "already-activated",
            Self::PasswordChangeRequired => "password-change-required",
            Self::CurrentPasswordWrong => "current-password-wrong",
            Self::PasswordReused(_) => "password-reused",
            Self::PasswordIsTemporary => "password-is-temporary",
            Self::RecoveryOfAnother => "recovery-of-another",
            Self::RecoveryOutdated => "recovery-outdated",
            Self::MobileTaken => "mobile-taken",
            Self::NotPermitted(Authority::Helpdesk, _) => "only-helpdesk",
            Self::NotPermitted(Authority::LocalAdministrator, _) => "only-local-administrator",
            Self::SuccessionNeeded(_) => "succession-needed",
            Self::NotLeaving => "not-leaving",
            Self::Disabled => "account-disabled",
            Self::Deleted => "account-deleted",
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::SignInFailed => Rule(8),
            Self::TemporaryPasswordExpired | Self::AlreadyActivated | Self::PasswordIsTemporary => Rule(10),
            Self::ActivationRequired => Rule(9),
            Self::PasswordChangeRequired => Rule(14),
            Self::CurrentPasswordWrong | Self::PasswordReused(_) => Rule(17),
            Self::MobileTaken => Rule(3),
            Self::RecoveryOfAnother | Self::RecoveryOutdated => Rule(21),
            Self::TemporaryPasswordHeld(_) => Rule(22),
            Self::NotPermitted(_, rule) => *rule,
            Self::NotLeaving => Rule(25),
            Self::SuccessionNeeded(_) => Rule(26),
            Self::Disabled => Rule(28),
            Self::Deleted => Rule(36),
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::SignInFailed => "The username or the password is wrong. Check both and try again".to_owned(),
            Self::TemporaryPasswordExpired => {
                "Your temporary password has run out. Ask the dentist administration team to send you a new one: dentistadmin@nhs.net".to_owned()
            }
            Self::ActivationRequired => "Activate your account first".to_owned(),
            Self::AlreadyActivated => "This account is already activated. Sign in with the password you chose".to_owned(),
            Self::PasswordChangeRequired => "Your password has expired. Change it to carry on".to_owned(),
            Self::CurrentPasswordWrong => "The current password is wrong. Check it and try again".to_owned(),
            Self::PasswordReused(1) => "Choose a password other than your current one".to_owned(),
            Self::PasswordReused(last) => format!("Choose a password that is not one of your last {last}"),
            Self::PasswordIsTemporary => "Choose a password other than the temporary one".to_owned(),
            Self::TemporaryPasswordHeld(from) => {
                let from = from.london();
                format!(
                    "This temporary password works from {} on {}, because it was sent to a new number. Try again then",
                    from.time(),
                    from.date()
                )
            }
            Self::RecoveryOutdated => {
                "The password was changed meanwhile. If that was not you, start again to reset your password".to_owned()
            }
            Self::RecoveryOfAnother => "This way back in is for another username. Start again to reset your own password".to_owned(),
            Self::MobileTaken => {
                "This mobile number cannot be used. Use a number that is yours alone, or ask dentistadmin@nhs.net".to_owned()
            }
            Self::NotPermitted(Authority::Helpdesk, _) => {
                "Only the helpdesk can do this. Ask the dentist administration team: dentistadmin@nhs.net".to_owned()
            }
            Self::NotPermitted(Authority::LocalAdministrator, _) => {
                "Only the local administrator of the organisation that looks after this account can do this. Ask them"
                    .to_owned()
            }
            Self::SuccessionNeeded(1) => {
                "A shared mailbox would be left without an owner. Hand it over to another member first".to_owned()
            }
            Self::SuccessionNeeded(mailboxes) => format!(
                "As many as {mailboxes} shared mailboxes would be left without an owner. Hand them over to other members first"
            ),
            Self::NotLeaving => "This person is not marked as leaving, so nothing has to be done. Look at their dates again".to_owned(),
            Self::Disabled => {
                "This account is closed for now. Ask the dentist administration team to open it again: dentistadmin@nhs.net"
                    .to_owned()
            }
            Self::Deleted => {
                "This account has been deleted and can't be brought back. Ask the dentist administration team what to do now: dentistadmin@nhs.net".to_owned()
            }
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::PasswordReused(last) => vec![("last", *last)],
            Self::SuccessionNeeded(mailboxes) => vec![("mailboxes", *mailboxes)],
            _ => Vec::new(),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::SignInFailed
            | Self::CurrentPasswordWrong
            | Self::PasswordReused(_)
            | Self::PasswordIsTemporary
            | Self::MobileTaken => NextStep::Correct,
            Self::ActivationRequired => NextStep::Activate,
            Self::AlreadyActivated => NextStep::SignIn,
            Self::PasswordChangeRequired => NextStep::ChangePassword,
            Self::TemporaryPasswordHeld(at) => NextStep::WaitUntil { at: *at },
            Self::RecoveryOfAnother | Self::RecoveryOutdated => NextStep::Recover,
            Self::NotPermitted(Authority::LocalAdministrator, _) => NextStep::AskLocalAdministrator,
            Self::SuccessionNeeded(_) => NextStep::AskOwner,
            Self::NotLeaving => NextStep::LookAgain,
            Self::TemporaryPasswordExpired
            | Self::NotPermitted(Authority::Helpdesk, _)
            | Self::Disabled
            | Self::Deleted => NextStep::AskHelpdesk,
        }
    }
}

/// What happens at a deadline, as a sentence without its date.
pub(crate) fn deadline_title(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => "Your temporary password runs out",
        DeadlineKind::PasswordExpires => "Your password expires",
        DeadlineKind::BecomesInactive => "Your account becomes inactive",
        DeadlineKind::Deleted | DeadlineKind::LeaverDeleted | DeadlineKind::DisabledDeleted => {
            "Your account is deleted for good"
        }
    }
}

/// What averts a deadline.
pub(crate) fn deadline_advice(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Activate => {
            "Activate it before then. If your temporary password has run out, ask dentistadmin@nhs.net."
        }
        Remedy::ChangePassword => "Change your password before then.",
        Remedy::SignIn => "Sign in before then.",
        Remedy::Join => "If you join another practice, ask it to tell dentistadmin@nhs.net. Save what your team needs.",
        Remedy::Enable => "Call the national helpdesk on 0333 200 1133 to open your account again.",
    }
}

/// What has happened at a deadline, once it has passed. A deletion has its own message.
pub(crate) fn past_title(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => "Your temporary password has run out",
        DeadlineKind::PasswordExpires => "Your password has expired",
        DeadlineKind::BecomesInactive => "Your account has become inactive",
        DeadlineKind::Deleted | DeadlineKind::LeaverDeleted | DeadlineKind::DisabledDeleted => {
            "Your account is about to be deleted for good"
        }
    }
}

impl Refuse for NewNumberRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooManyCodes(_) => "new-number-too-many-codes",
            Self::Code(CodeFailure::Wrong) => "code-wrong",
            Self::Code(CodeFailure::Spent) => "new-number-code-spent",
        }
    }

    fn rule(&self) -> Rule {
        Rule(19)
    }

    fn sentence(&self) -> String {
        match self {
            Self::TooManyCodes(TooManyCodes(again)) => {
                let again = again.london();
                format!("Too many codes were sent. Try again from {} on {}", again.time(), again.date())
            }
            Self::Code(failure @ CodeFailure::Wrong) => failure.sentence(),
            Self::Code(CodeFailure::Spent) => "The code no longer works. Ask for a new one".to_owned(),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::TooManyCodes(TooManyCodes(at)) => NextStep::WaitUntil { at: *at },
            Self::Code(_) => NextStep::Correct,
        }
    }
}

impl Refuse for ProfileRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Telephone => "profile-telephone",
            Self::Missing => "profile-missing",
            Self::Characters => "profile-characters",
            Self::TooLong => "profile-too-long",
            Self::TooManySpecialties => "profile-too-many-specialties",
        }
    }

    fn rule(&self) -> Rule {
        Rule(19)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Telephone => "Enter a telephone number, like 0113 496 0000 or 0113 496 0000 ext 12".to_owned(),
            Self::Missing => "Enter a job role or specialty, or leave it out".to_owned(),
            Self::Characters => "Use letters, numbers and punctuation only".to_owned(),
            Self::TooLong => format!("Use {MAXIMUM_ROLE_LENGTH} characters or fewer"),
            Self::TooManySpecialties => format!("Name {MAXIMUM_SPECIALTIES} specialties or fewer"),
        }
    }
}
