//! Every coming date of an account, from its state, an instant and the policy (R13, R15, R20, R25, R28).

use serde::{Deserialize, Serialize};

use super::{Account, Disabled, Holder, Issued, Member, Newcomer, State};
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
    /// The account is deleted for good, because it was not used (R15).
    Deleted,
    /// The account is deleted for good, because its holder left (R25).
    LeaverDeleted,
    /// The account is deleted for good, because it was disabled for too long (R28).
    DisabledDeleted,
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
            Self::LeaverDeleted => "leaver-deleted",
            Self::DisabledDeleted => "disabled-deleted",
        }
    }

    /// Whether the account is gone with it.
    #[must_use]
    pub fn is_deletion(self) -> bool {
        match self {
            Self::Deleted | Self::LeaverDeleted | Self::DisabledDeleted => true,
            Self::TemporaryPasswordExpires | Self::PasswordExpires | Self::BecomesInactive => false,
        }
    }

    /// The days before it on which something goes out, falling.
    #[must_use]
    pub fn steps(self, policy: &Policy) -> &[u32] {
        match self {
            Self::TemporaryPasswordExpires => &[],
            Self::PasswordExpires => &policy.reminder_days,
            Self::BecomesInactive => &policy.inactivity_warning_days,
            Self::Deleted | Self::DisabledDeleted => &policy.deletion_warning_days,
            Self::LeaverDeleted => &policy.leaver_warning_days,
        }
    }
}

/// What averts it.
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
    /// Be taken on by a practice (R25).
    Join,
    /// Ask the helpdesk to open the account again (R28).
    Enable,
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
            .map(|deadline| Deadline { at: self.effective(&deadline, policy), ..deadline })
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
    pub(crate) fn clocks(&self, policy: &Policy) -> Vec<Deadline> {
        match &self.state {
            State::Newcomer(newcomer) => newcomer.clocks(policy),
            State::Member(member) => member.clocks(policy),
            State::Disabled(disabled) => vec![disabled.clock(policy)],
            State::Deleted { .. } => Vec::new(),
        }
    }
}

impl Holder {
    /// The deletion of somebody who leaves (R25).
    fn clock(&self, policy: &Policy) -> Option<Deadline> {
        self.leaving.map(|leaving| Deadline {
            kind: DeadlineKind::LeaverDeleted,
            at: leaving.reaches(Span::days(policy.leaver_days)),
            remedy: Remedy::Join,
        })
    }
}

impl Issued {
    fn clock(&self, policy: &Policy) -> Deadline {
        Deadline {
            kind: DeadlineKind::TemporaryPasswordExpires,
            at: self.runs_out_at(policy),
            remedy: Remedy::Activate,
        }
    }
}

impl Newcomer {
    fn clocks(&self, policy: &Policy) -> Vec<Deadline> {
        let inactive = self.inactive_at(policy);
        let deadline = |kind, at| Deadline { kind, at, remedy: Remedy::Activate };
        let unused = [
            self.temporary_password.clock(policy),
            deadline(DeadlineKind::BecomesInactive, inactive),
            deadline(DeadlineKind::Deleted, inactive.plus(Span::days(policy.inactive_days))),
        ];
        unused.into_iter().chain(self.holder.clock(policy)).collect()
    }
}

impl Member {
    fn clocks(&self, policy: &Policy) -> Vec<Deadline> {
        let expiry = self.expires_at(policy);
        let unused = self.signed_in.reaches(Span::days(policy.sign_in_days));
        // Of two clocks the earlier one counts; where they strike together, as after a change of
        // password, which proves its holder as a sign-in does, the password's remedy serves both.
        let by_password = expiry.is_some_and(|at| at <= unused);
        let remedy = if by_password { Remedy::ChangePassword } else { Remedy::SignIn };
        let inactive = self.inactive_at(policy);
        [
            self.vouched.as_ref().map(|vouched| vouched.temporary_password.clock(policy)),
            expiry.map(|at| Deadline { kind: DeadlineKind::PasswordExpires, at, remedy: Remedy::ChangePassword }),
            (!by_password).then_some(Deadline { kind: DeadlineKind::BecomesInactive, at: unused, remedy }),
            Some(Deadline { kind: DeadlineKind::Deleted, at: inactive.plus(Span::days(policy.inactive_days)), remedy }),
            self.holder.clock(policy),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Disabled {
    /// The one clock that goes on while the others stand still.
    fn clock(&self, policy: &Policy) -> Deadline {
        Deadline {
            kind: DeadlineKind::DisabledDeleted,
            at: self.since.plus_months(policy.disabled_months),
            remedy: Remedy::Enable,
        }
    }
}
