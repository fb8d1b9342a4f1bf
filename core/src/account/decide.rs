//! What is decided about an account.

use super::{Account, Activation, Command, Event, Member, Newcomer, Proof, State};
use crate::policy::Policy;
use crate::time::Instant;

/// Why a command is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountRefusal {
    /// The username or the password is wrong; which of them is never said (R21).
    #[error("sign-in failed")]
    SignInFailed,
    /// The temporary password has run out (R10).
    #[error("the temporary password has run out")]
    TemporaryPasswordExpired,
    /// Nothing works before the activation (R9).
    #[error("not activated")]
    ActivationRequired,
    /// The account was activated before: a temporary password works once (R10).
    #[error("already activated")]
    AlreadyActivated,
    /// An expired password opens only the page that changes it (R14).
    #[error("the password has expired")]
    PasswordChangeRequired,
    /// The current password is wrong (R17).
    #[error("the current password is wrong")]
    CurrentPasswordWrong,
    /// The new password was used before (R17).
    #[error("used among the last {0} passwords")]
    PasswordReused(u32),
    /// The new password is the temporary one (R10).
    #[error("the new password is the temporary one")]
    PasswordIsTemporary,
    /// Deleted is final (R36).
    #[error("deleted")]
    Deleted,
}

impl AccountRefusal {
    /// The field of the form at fault, where it is one.
    #[must_use]
    pub fn field(self) -> Option<&'static str> {
        match self {
            Self::CurrentPasswordWrong => Some("current_password"),
            Self::PasswordReused(_) | Self::PasswordIsTemporary => Some("new_password"),
            _ => None,
        }
    }
}

impl Account {
    /// Judges `command`; changes nothing. An empty list: already so.
    ///
    /// # Errors
    /// [`AccountRefusal`], of the rule that stands against it.
    pub fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Result<Vec<Event>, AccountRefusal> {
        if *command == Command::RunClocks {
            return Ok(self.due(now, policy));
        }
        match &self.state {
            State::Newcomer(newcomer) => newcomer.decide(command, now, policy),
            State::Member(member) => member.decide(command, now, policy),
            // To a visitor a deleted account is like one that never was.
            State::Deleted { .. } if matches!(command, Command::SignIn { .. }) => Err(AccountRefusal::SignInFailed),
            State::Deleted { .. } => Err(AccountRefusal::Deleted),
        }
    }
}

impl Newcomer {
    fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Result<Vec<Event>, AccountRefusal> {
        match command {
            Command::SignIn { proof: Proof::Wrong } => Err(AccountRefusal::SignInFailed),
            Command::SignIn { .. } | Command::Activate(_) if now >= self.runs_out_at(policy) => {
                Err(AccountRefusal::TemporaryPasswordExpired)
            }
            // It leads to the activation and is no sign-in that a clock counts.
            Command::SignIn { proof: Proof::Correct } | Command::RunClocks => Ok(Vec::new()),
            Command::Rehash(hash) => Ok(vec![Event::Rehashed { hash: hash.clone() }]),
            Command::Activate(activation) => activate(activation, now),
            Command::IssueTemporaryPassword(hash) => {
                Ok(vec![Event::TemporaryPasswordIssued { at: now, hash: hash.clone() }])
            }
            Command::ChangePassword { .. } | Command::ListMobile { .. } => Err(AccountRefusal::ActivationRequired),
        }
    }
}

fn activate(activation: &Activation, now: Instant) -> Result<Vec<Event>, AccountRefusal> {
    if activation.is_temporary_password {
        return Err(AccountRefusal::PasswordIsTemporary);
    }
    Ok(vec![Event::Activated { at: now, activation: activation.clone() }])
}

impl Member {
    fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Result<Vec<Event>, AccountRefusal> {
        match command {
            Command::SignIn { proof: Proof::Wrong } => Err(AccountRefusal::SignInFailed),
            Command::SignIn { proof: Proof::Correct } => Ok(vec![Event::SignedIn { at: now }]),
            Command::Rehash(hash) => Ok(vec![Event::Rehashed { hash: hash.clone() }]),
            Command::Activate(_) | Command::IssueTemporaryPassword(_) => Err(AccountRefusal::AlreadyActivated),
            Command::ChangePassword { current: Proof::Wrong, .. } => Err(AccountRefusal::CurrentPasswordWrong),
            Command::ChangePassword { is_reused: true, .. } => {
                Err(AccountRefusal::PasswordReused(compared_passwords(policy)))
            }
            Command::ChangePassword { password, .. } => Ok(vec![Event::PasswordChanged {
                at: now,
                hash: password.clone(),
                keep: compared_passwords(policy).saturating_sub(1),
            }]),
            Command::ListMobile { .. } if self.has_expired(now, policy) => Err(AccountRefusal::PasswordChangeRequired),
            Command::ListMobile { visible } if *visible == self.holder.mobile.is_visible() => Ok(Vec::new()),
            Command::ListMobile { visible } => Ok(vec![Event::MobileListed { visible: *visible }]),
            Command::RunClocks => Ok(Vec::new()),
        }
    }

    /// The hashes that a new password must not match (R10, R17): the current one, those before it
    /// that the policy still counts, and the temporary one.
    pub fn compared_passwords(&self, policy: &Policy) -> impl Iterator<Item = &crate::password::PasswordHash> {
        std::iter::once(&self.password)
            .chain(&self.earlier_passwords)
            .take(compared_passwords(policy) as usize)
            .chain([&self.temporary_password])
    }
}

/// How many passwords back are compared: a change to the very same one is none.
fn compared_passwords(policy: &Policy) -> u32 {
    policy.password_history.max(1)
}
