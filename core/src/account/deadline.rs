//! Every coming date of an account, from its state, an instant and the policy (R13, R15, R20).

use serde::{Deserialize, Serialize};

use super::{Account, Member, Newcomer, State};
use crate::policy::Policy;
use crate::time::{Instant, Span};

/// What happens at a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DeadlineKind {
    /// The temporary password runs out (R10).
    TemporaryPasswordExpires,
    /// The password expires (R13).
    PasswordExpires,
    /// The account becomes inactive (R15).
    BecomesInactive,
    /// The account is deleted for good (R15).
    Deleted,
}

impl DeadlineKind {
    /// The stable kebab-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TemporaryPasswordExpires => "temporary-password-expires",
            Self::PasswordExpires => "password-expires",
            Self::BecomesInactive => "becomes-inactive",
            Self::Deleted => "deleted",
        }
    }
}

/// What its holder does to avert it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Remedy {
    /// Sign in with the temporary password and activate.
    Activate,
    /// Change the password.
    ChangePassword,
    /// Sign in.
    SignIn,
}

/// A coming date of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What happens.
    pub kind: DeadlineKind,
    /// When.
    pub at: Instant,
    /// What averts it.
    pub remedy: Remedy,
}

impl Account {
    /// The deadlines that lie after `now`, soonest first.
    ///
    /// The reminders, the calendar file and the page's countdown all derive from this.
    #[must_use]
    pub fn deadlines(&self, now: Instant, policy: &Policy) -> Vec<Deadline> {
        let mut coming: Vec<_> = self
            .clocks(policy)
            .into_iter()
            .map(|deadline| Deadline { at: self.effective(&deadline), ..deadline })
            .filter(|deadline| deadline.at > now)
            .collect();
        coming.sort_by_key(|deadline| (deadline.at, deadline.kind));
        coming
    }

    /// What averts the deadline of this kind, if the account has one.
    pub(crate) fn clocks_remedy(&self, kind: DeadlineKind, policy: &Policy) -> Option<Remedy> {
        self.clocks(policy).into_iter().find(|deadline| deadline.kind == kind).map(|deadline| deadline.remedy)
    }

    /// The dates that the account's clocks point to, past ones included.
    pub(super) fn clocks(&self, policy: &Policy) -> Vec<Deadline> {
        match &self.state {
            State::Newcomer(newcomer) => newcomer.clocks(self.created_at, policy),
            State::Member(member) => member.clocks(policy),
            State::Deleted { .. } => Vec::new(),
        }
    }
}

impl Newcomer {
    fn clocks(&self, created_at: Instant, policy: &Policy) -> Vec<Deadline> {
        let inactive = created_at.plus(Span::days(policy.sign_in_days));
        let deadline = |kind, at| Deadline { kind, at, remedy: Remedy::Activate };
        vec![
            deadline(DeadlineKind::TemporaryPasswordExpires, self.runs_out_at(policy)),
            deadline(DeadlineKind::BecomesInactive, inactive),
            deadline(DeadlineKind::Deleted, inactive.plus(Span::days(policy.inactive_days))),
        ]
    }
}

impl Member {
    fn clocks(&self, policy: &Policy) -> Vec<Deadline> {
        let expiry = self.expires_at(policy);
        let unused = self.signed_in_at.plus(Span::days(policy.sign_in_days));
        // Of two clocks the earlier one counts; where they strike together, as after a change of
        // password, which proves its holder as a sign-in does, the password's remedy serves both.
        let by_password = expiry.is_some_and(|at| at <= unused);
        let remedy = if by_password { Remedy::ChangePassword } else { Remedy::SignIn };
        let inactive = self.inactive_at(policy);
        [
            expiry.map(|at| Deadline { kind: DeadlineKind::PasswordExpires, at, remedy: Remedy::ChangePassword }),
            (!by_password).then_some(Deadline { kind: DeadlineKind::BecomesInactive, at: unused, remedy }),
            Some(Deadline { kind: DeadlineKind::Deleted, at: inactive.plus(Span::days(policy.inactive_days)), remedy }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
