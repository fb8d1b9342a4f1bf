//! What an account's refusals and deadlines say.

use crate::account::{
    AccountRefusal, Authority, DeadlineKind, MAXIMUM_ROLE_LENGTH, MAXIMUM_SPECIALTIES, NewNumberRefusal,
    ProfileRefusal, Remedy,
};
use crate::code::{CodeFailure, TooManyCodes};
use crate::locale::{Text, say};
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

    fn sentence(&self) -> Text {
        match self {
            Self::SignInFailed => say::sign_in_failed(),
            Self::TemporaryPasswordExpired => say::temporary_password_expired(),
            Self::ActivationRequired => say::activation_required(),
            Self::AlreadyActivated => say::already_activated(),
            Self::PasswordChangeRequired => say::password_change_required(),
            Self::CurrentPasswordWrong => say::current_password_wrong(),
            Self::PasswordReused(1) => say::password_reused_one(),
            Self::PasswordReused(last) => say::password_reused(*last),
            Self::PasswordIsTemporary => say::password_is_temporary(),
            Self::TemporaryPasswordHeld(from) => {
                let from = from.london();
                say::temporary_password_held(from.date(), from.time())
            }
            Self::RecoveryOutdated => say::recovery_outdated(),
            Self::RecoveryOfAnother => say::recovery_of_another(),
            Self::MobileTaken => say::mobile_taken(),
            Self::NotPermitted(Authority::Helpdesk, _) => say::only_helpdesk(),
            Self::NotPermitted(Authority::LocalAdministrator, _) => say::only_local_administrator(),
            Self::SuccessionNeeded(1) => say::succession_needed_one(),
            Self::SuccessionNeeded(mailboxes) => say::succession_needed(*mailboxes),
            Self::NotLeaving => say::not_leaving(),
            Self::Disabled => say::account_disabled(),
            Self::Deleted => say::account_deleted(),
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
pub(crate) fn deadline_title(kind: DeadlineKind) -> Text {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => say::temporary_password_runs_out(),
        DeadlineKind::PasswordExpires => say::password_expires(),
        DeadlineKind::BecomesInactive => say::becomes_inactive(),
        DeadlineKind::Deleted | DeadlineKind::LeaverDeleted | DeadlineKind::DisabledDeleted => say::is_deleted(),
    }
}

/// What averts a deadline.
pub(crate) fn deadline_advice(remedy: Remedy) -> Text {
    match remedy {
        Remedy::Activate => say::remedy_activate(),
        Remedy::ChangePassword => say::remedy_change_password(),
        Remedy::SignIn => say::remedy_sign_in(),
        Remedy::Join => say::remedy_join(),
        Remedy::Enable => say::remedy_enable(),
    }
}

/// What has happened at a deadline, once it has passed. A deletion has its own message.
pub(crate) fn past_title(kind: DeadlineKind) -> Text {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => say::temporary_password_ran_out(),
        DeadlineKind::PasswordExpires => say::password_has_expired(),
        DeadlineKind::BecomesInactive => say::has_become_inactive(),
        DeadlineKind::Deleted | DeadlineKind::LeaverDeleted | DeadlineKind::DisabledDeleted => {
            say::is_about_to_be_deleted()
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

    fn sentence(&self) -> Text {
        match self {
            Self::TooManyCodes(TooManyCodes(again)) => {
                let again = again.london();
                say::new_number_too_many_codes(again.date(), again.time())
            }
            Self::Code(failure @ CodeFailure::Wrong) => failure.sentence(),
            Self::Code(CodeFailure::Spent) => say::new_number_code_spent(),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Telephone => say::profile_telephone(),
            Self::Missing => say::profile_missing(),
            Self::Characters => say::profile_characters(),
            Self::TooLong => say::profile_too_long(MAXIMUM_ROLE_LENGTH),
            Self::TooManySpecialties => say::profile_too_many_specialties(MAXIMUM_SPECIALTIES),
        }
    }
}
