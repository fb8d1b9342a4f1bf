//! What is decided about an account.

use super::{
    Account, Activation, Command, Disabled, Dormant, Event, Member, Newcomer, Novelty, Proof, StaffCommand, State,
    staff,
};
use crate::password::PasswordHash;
use crate::policy::Policy;
use crate::recovery::{Means, Permit};
use crate::refusal::Rule;
use crate::session::Credential;
use crate::time::Instant;
use crate::vouching::VouchingId;

/// Who alone may do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Authority {
    /// The helpdesk.
    Helpdesk,
    /// The local administrator of the organisation that administers the account.
    LocalAdministrator,
}

/// Why a command is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AccountRefusal {
    /// The username or the password is wrong; which of them is never said (R21).
    #[error("sign-in failed")]
    SignInFailed,
    /// The temporary password has run out (R10).
    #[error("the temporary password has run out")]
    TemporaryPasswordExpired,
    /// The temporary password is held back, because it went to a new number (R22).
    #[error("the temporary password works from {0}")]
    TemporaryPasswordHeld(Instant),
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
    /// The recovery was somebody else's (R21).
    #[error("the recovery is of another account")]
    RecoveryOfAnother,
    /// The password was set since whoever recovers proved who they are (R17, R21).
    #[error("the recovery is older than the password")]
    RecoveryOutdated,
    /// The number is in use; whose it is, is never said (R3).
    #[error("the number is in use")]
    MobileTaken,
    /// Others do this, by this rule (R10, R24, R25, R27, R28).
    #[error("not permitted")]
    NotPermitted(Authority, Rule),
    /// Mailboxes would be left without an owner (R26).
    #[error("{0} mailboxes would be left without an owner")]
    SuccessionNeeded(u32),
    /// Nobody is marked as a leaver who could be taken on (R25).
    #[error("not leaving")]
    NotLeaving,
    /// The account is closed for a time (R28).
    #[error("disabled")]
    Disabled,
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
            Self::MobileTaken => Some("mobile"),
            _ => None,
        }
    }
}

/// What is decided: what happens, or why it does not.
pub(super) type Decision = Result<Vec<Event>, AccountRefusal>;

impl Account {
    /// Judges `command`; changes nothing. An empty list: already so.
    ///
    /// # Errors
    /// [`AccountRefusal`], of the rule that stands against it.
    pub fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Decision {
        if let Command::RunClocks { ties } = command {
            return Ok(self.due(now, policy, ties));
        }
        if let Command::ResetPassword { permit, .. } = command
            && *permit.username() != self.username
        {
            return Err(AccountRefusal::RecoveryOfAnother);
        }
        let events = match &self.state {
            State::Newcomer(newcomer) => newcomer.decide(command, now, policy),
            State::Member(member) => member.decide(command, now, policy),
            State::Disabled(disabled) => disabled.decide(command, now, policy),
            // To a visitor a deleted account is like one that never was.
            State::Deleted { .. } if matches!(command, Command::SignIn { .. }) => Err(AccountRefusal::SignInFailed),
            State::Deleted { .. } => Err(AccountRefusal::Deleted),
        }?;
        let warning = events.iter().any(Event::issues).then(|| self.warned_anew(&events, now, policy)).flatten();
        Ok(events.into_iter().chain(warning).collect())
    }
}

impl Newcomer {
    fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Decision {
        match command {
            Command::SignIn { proof: Proof::Wrong, .. } | Command::SignIn { credential: Credential::Password, .. } => {
                Err(AccountRefusal::SignInFailed)
            }
            Command::SignIn { .. } | Command::Activate(_) if now >= self.temporary_password.runs_out_at(policy) => {
                Err(AccountRefusal::TemporaryPasswordExpired)
            }
            Command::Rehash { credential: Credential::TemporaryPassword, hash } => {
                Ok(vec![Event::Rehashed { credential: Credential::TemporaryPassword, hash: hash.clone() }])
            }
            Command::Activate(activation) => activate(activation, now, policy),
            Command::Staff { by, command: command @ StaffCommand::IssueTemporaryPassword(hash) } => {
                staff::is_helpdesk(by, command)?;
                Ok(vec![Event::TemporaryPasswordIssued { at: now, hash: hash.clone() }])
            }
            Command::Staff { by, command } => staff::decide(&self.holder, by, command, now),
            // Signing in leads to the activation and is nothing that a clock counts.
            Command::SignIn { .. } | Command::WithdrawReissue { .. } | Command::RunClocks { .. } => Ok(Vec::new()),
            Command::Rehash { .. }
            | Command::ChangePassword { .. }
            | Command::ResetPassword { .. }
            | Command::ListMobile { .. }
            | Command::ChangeMobile { .. }
            | Command::EditProfile(_)
            | Command::Reissue { .. } => Err(AccountRefusal::ActivationRequired),
        }
    }
}

fn activate(activation: &Activation, now: Instant, policy: &Policy) -> Decision {
    is_new(activation.novelty, policy)?;
    let keep = policy.compared_passwords().saturating_sub(1);
    Ok(vec![Event::Activated { at: now, activation: activation.clone(), keep }])
}

fn is_new(novelty: Novelty, policy: &Policy) -> Result<(), AccountRefusal> {
    match novelty {
        Novelty::New => Ok(()),
        Novelty::Temporary => Err(AccountRefusal::PasswordIsTemporary),
        Novelty::Reused => Err(AccountRefusal::PasswordReused(policy.compared_passwords())),
    }
}

impl Member {
    fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Decision {
        match command {
            Command::SignIn { proof: Proof::Wrong, .. } => Err(AccountRefusal::SignInFailed),
            Command::SignIn { credential: Credential::Password, .. } => Ok(vec![Event::SignedIn { at: now }]),
            Command::SignIn { credential: Credential::TemporaryPassword, .. } => {
                self.begins_anew(AccountRefusal::SignInFailed, now, policy).map(|()| Vec::new())
            }
            Command::Rehash { credential, hash } => {
                Ok(vec![Event::Rehashed { credential: *credential, hash: hash.clone() }])
            }
            Command::Activate(activation) => {
                self.begins_anew(AccountRefusal::AlreadyActivated, now, policy)?;
                activate(activation, now, policy)
            }
            Command::ChangePassword { current: Proof::Wrong, .. } => Err(AccountRefusal::CurrentPasswordWrong),
            Command::ChangePassword { current: Proof::Correct, novelty, password } => {
                change(*novelty, password, None, now, policy)
            }
            Command::ResetPassword { permit, .. } if permit.proved_at() < self.password_set.began => {
                Err(AccountRefusal::RecoveryOutdated)
            }
            Command::ResetPassword { permit, novelty, password } => {
                change(*novelty, password, Some(Permit::means(permit)), now, policy)
            }
            Command::Reissue { reissue, hash } => {
                Ok(vec![Event::Reissued { at: now, reissue: reissue.clone(), hash: hash.clone() }])
            }
            Command::ListMobile { .. } | Command::ChangeMobile { .. } | Command::EditProfile(_)
                if self.has_expired(now, policy) =>
            {
                Err(AccountRefusal::PasswordChangeRequired)
            }
            Command::ListMobile { visible } if *visible == self.holder.mobile.is_visible() => Ok(Vec::new()),
            Command::ListMobile { visible } => Ok(vec![Event::MobileListed { visible: *visible }]),
            Command::ChangeMobile { proved, .. } if proved.mobile() == self.holder.mobile.number() => Ok(Vec::new()),
            Command::ChangeMobile { is_taken: true, .. } => Err(AccountRefusal::MobileTaken),
            Command::ChangeMobile { proved, is_taken: false } => {
                Ok(vec![Event::MobileChanged { mobile: proved.mobile().clone() }])
            }
            Command::EditProfile(profile) if *profile == self.holder.profile => Ok(Vec::new()),
            Command::EditProfile(profile) => Ok(vec![Event::ProfileEdited(profile.clone())]),
            Command::Staff { by, command } => staff::decide(&self.holder, by, command, now),
            Command::WithdrawReissue { vouching } => Ok(self.withdraw(*vouching)),
            // The account decides them: they are its dates.
            Command::RunClocks { .. } => Ok(Vec::new()),
        }
    }

    /// Takes back what was issued on this vouching; what was issued on another since stands.
    fn withdraw(&self, vouching: VouchingId) -> Vec<Event> {
        let issued = self.vouched.as_ref().filter(|vouched| vouched.vouching == vouching);
        issued.map(|_| Event::ReissueWithdrawn).into_iter().collect()
    }

    /// Whether a temporary password issued on a vouching works now; `otherwise`: there is none.
    fn begins_anew(&self, otherwise: AccountRefusal, now: Instant, policy: &Policy) -> Result<(), AccountRefusal> {
        let vouched = self.vouched.as_ref().ok_or(otherwise)?;
        let usable_from = vouched.usable_from();
        if now < usable_from {
            Err(AccountRefusal::TemporaryPasswordHeld(usable_from))
        } else if now >= vouched.temporary_password.runs_out_at(policy) {
            Err(AccountRefusal::TemporaryPasswordExpired)
        } else {
            Ok(())
        }
    }
}

fn change(
    novelty: Novelty,
    password: &PasswordHash,
    recovered_by: Option<Means>,
    now: Instant,
    policy: &Policy,
) -> Decision {
    is_new(novelty, policy)?;
    let keep = policy.compared_passwords().saturating_sub(1);
    Ok(vec![Event::PasswordChanged { at: now, recovered_by, hash: password.clone(), keep }])
}

impl Disabled {
    fn decide(&self, command: &Command, now: Instant, policy: &Policy) -> Decision {
        let has_run_out = |newcomer: &Newcomer| self.since >= newcomer.temporary_password.runs_out_at(policy);
        match (command, &self.was) {
            (Command::SignIn { proof: Proof::Wrong, .. }, _)
            | (Command::SignIn { credential: Credential::Password, .. }, Dormant::Newcomer(_)) => {
                Err(AccountRefusal::SignInFailed)
            }
            (Command::SignIn { .. }, Dormant::Newcomer(newcomer)) if has_run_out(newcomer) => {
                Err(AccountRefusal::TemporaryPasswordExpired)
            }
            (Command::Staff { by, command: command @ StaffCommand::Enable }, _) => {
                staff::is_helpdesk(by, command)?;
                Ok(vec![Event::Enabled { at: now, by: by.clone() }])
            }
            (Command::Staff { by, command: command @ StaffCommand::Disable }, _) => {
                staff::is_helpdesk(by, command).map(|()| Vec::new())
            }
            (Command::Staff { by, command: transfer @ StaffCommand::Transfer }, was) => {
                staff::decide(was.holder(), by, transfer, now)
            }
            // Taking back is always safe: the account may be opened again.
            (Command::WithdrawReissue { vouching }, Dormant::Member(member)) => Ok(member.withdraw(*vouching)),
            (Command::WithdrawReissue { .. }, Dormant::Newcomer(_)) => Ok(Vec::new()),
            _ => Err(AccountRefusal::Disabled),
        }
    }
}
