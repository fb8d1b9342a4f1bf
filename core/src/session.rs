//! Signing in, and where it leads (R8, R9, R14).

use serde::{Deserialize, Serialize};

use crate::account::{Account, AccountRefusal};
use crate::password::{Attempt, PasswordContext, as_temporary};
use crate::policy::Policy;
use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;
use crate::time::{Instant, Span};
use crate::username::Username;

/// The sign-in form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInRequest {
    /// The username, with or without its domain.
    pub username: Typed,
    /// The password, or the temporary password that was texted.
    pub password: Typed,
}

/// A sign-in form without a fault of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Whose account.
    pub username: Username,
    /// What is offered as its password.
    pub password: Attempt,
}

/// The one page to which a session leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Next {
    /// Everything that a member may do.
    Home,
    /// Only activation: the password was a temporary one (R9).
    Activate,
    /// Only a new password: the old one has expired (R14).
    ChangePassword,
}

impl Next {
    /// Judges whether a session that leads here may do what belongs to `page` (R9, R14): who changes the password
    /// for another reason than its expiry may do everything.
    ///
    /// # Errors
    /// [`AccountRefusal`]: what has to be done first, or was done already.
    pub fn admits(self, page: Self) -> Result<(), AccountRefusal> {
        match (self, page) {
            (Self::Activate, Self::Activate)
            | (Self::Home, Self::Home)
            | (Self::Home | Self::ChangePassword, Self::ChangePassword) => Ok(()),
            (_, Self::Activate) => Err(AccountRefusal::AlreadyActivated),
            (Self::Activate, _) => Err(AccountRefusal::ActivationRequired),
            (Self::ChangePassword, Self::Home) => Err(AccountRefusal::PasswordChangeRequired),
        }
    }
}

/// What a session was opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Credential {
    /// The password that its holder chose.
    Password,
    /// A temporary password: it leads only to activation (R9).
    TemporaryPassword,
}

impl Credential {
    /// The stable kebab-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::TemporaryPassword => "temporary-password",
        }
    }

    /// What of an attempt is compared with this credential's hash (R8, R10).
    #[must_use]
    pub fn secret_of(self, attempt: &Attempt) -> String {
        match self {
            Self::Password => attempt.normalised(),
            Self::TemporaryPassword => as_temporary(&attempt.normalised()),
        }
    }

    /// The credential of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        [Self::Password, Self::TemporaryPassword].into_iter().find(|credential| credential.name() == name)
    }
}

/// When a session began and was last used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionTimes {
    /// When it was opened.
    pub created_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
}

impl SessionTimes {
    /// Whether the session has neither run out nor lain idle too long at `now`.
    #[must_use]
    pub fn is_live(self, now: Instant, policy: &Policy) -> bool {
        now < self.created_at.plus(Span::minutes(policy.session_minutes))
            && now < self.seen_at.plus(Span::minutes(policy.session_idle_minutes))
    }
}

/// Who is signed in, and where that leads.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// The username without its domain.
    pub username: String,
    /// The page to open.
    pub next: Next,
    /// First name: a new password may have to leave it out.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl SessionView {
    /// The view of a session that leads to `next`.
    #[must_use]
    pub fn of(account: &Account, next: Next) -> Self {
        let PasswordContext { username, first_name, last_name } = account.password_context();
        Self { username, next, first_name, last_name }
    }
}

impl SignInRequest {
    /// Judges the form by itself.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self) -> Result<SignIn, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let username = problems.take("username", Username::parse(&self.username));
        let password = problems.take("password", Attempt::parse(&self.password));
        problems.finish(username.zip(password).map(|(username, password)| SignIn { username, password }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_r14_a_session_does_what_belongs_to_its_page() {
        use AccountRefusal::{ActivationRequired, AlreadyActivated, PasswordChangeRequired};
        use Next::{Activate, ChangePassword, Home};
        for (next, verdicts) in [
            (Home, [Ok(()), Err(AlreadyActivated), Ok(())]),
            (Activate, [Err(ActivationRequired), Ok(()), Err(ActivationRequired)]),
            (ChangePassword, [Err(PasswordChangeRequired), Err(AlreadyActivated), Ok(())]),
        ] {
            assert_eq!([Home, Activate, ChangePassword].map(|page| next.admits(page)), verdicts, "{next:?}");
        }
    }

    #[test]
    fn a_credential_is_read_by_its_name() {
        assert_eq!(Credential::Password.name(), "password");
        for credential in [Credential::Password, Credential::TemporaryPassword] {
            assert_eq!(Credential::of_name(credential.name()), Some(credential));
            assert_eq!(serde_json::to_value(credential).unwrap(), credential.name());
        }
        assert_eq!(Credential::of_name("passkey"), None);
    }

    #[test]
    fn r8_r10_only_of_a_temporary_password_the_spaces_around_it_are_left_out() {
        let attempt = Attempt::parse(&"Kt7mRw4q ".into()).unwrap();
        assert_eq!(Credential::Password.secret_of(&attempt), "Kt7mRw4q ");
        assert_eq!(Credential::TemporaryPassword.secret_of(&attempt), "Kt7mRw4q");
    }

    #[test]
    fn a_session_ends_at_its_very_end_and_after_standing_idle() {
        let policy = Policy::seed_2018();
        let created_at: Instant = "2026-11-23T09:00:00Z".parse().unwrap();
        let at = |minutes| created_at.plus(Span::minutes(minutes));
        let just_before = |minutes| Instant::from_micros(at(minutes).micros() - 1);
        let session = |seen| SessionTimes { created_at, seen_at: at(seen) };
        assert!(session(0).is_live(created_at, &policy));
        assert!(session(0).is_live(just_before(30), &policy));
        assert!(!session(0).is_live(at(30), &policy), "idle");
        assert!(session(10).is_live(just_before(40), &policy));
        assert!(session(719).is_live(just_before(720), &policy));
        assert!(!session(719).is_live(at(720), &policy), "too old, however busy");
    }
}
