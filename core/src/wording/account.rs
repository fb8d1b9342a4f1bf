//! What an account's refusals and deadlines say.

use crate::account::{AccountRefusal, DeadlineKind, Remedy};
use crate::refusal::{Refuse, Rule};

impl Refuse for AccountRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInFailed => "sign-in-failed",
            Self::TemporaryPasswordExpired => "temporary-password-expired",
            Self::ActivationRequired => "activation-required",
            Self::AlreadyActivated => "already-activated",
            Self::PasswordChangeRequired => "password-change-required",
            Self::CurrentPasswordWrong => "current-password-wrong",
            Self::PasswordReused(_) => "password-reused",
            Self::PasswordIsTemporary => "password-is-temporary",
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
            Self::Deleted => "This account has been deleted".to_owned(),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::PasswordReused(last) => vec![("last", *last)],
            _ => Vec::new(),
        }
    }
}

/// What happens at a deadline, as a sentence without its date.
pub(crate) fn deadline_title(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => "Your temporary password runs out",
        DeadlineKind::PasswordExpires => "Your password expires",
        DeadlineKind::BecomesInactive => "Your account becomes inactive",
        DeadlineKind::Deleted => "Your account is deleted for good",
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
    }
}
