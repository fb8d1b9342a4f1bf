//! What an account is: an enum whose variants own their data, so that nothing can contradict.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Administration, Clock, Profile, Sent};
use crate::directory::ListedMobile;
use crate::mailbox::Standing;
use crate::mobile::Mobile;
use crate::organisation::OdsCode;
use crate::password::PasswordHash;
use crate::person::Person;
use crate::policy::Policy;
use crate::security_question::QuestionId;
use crate::session::{Credential, Next};
use crate::time::{Instant, Span};
use crate::username::Username;
use crate::vouching::VouchingId;

/// The identity of an account. It is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct AccountId(pub Uuid);

/// A personal account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// Its username, which stays reserved for the policy's months after the deletion (R6).
    pub username: Username,
    /// When it was created.
    pub created_at: Instant,
    /// Where it is in its life.
    pub state: State,
}

/// Where an account is in its life.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Created, and waiting to be activated with a temporary password (R9).
    Newcomer(Newcomer),
    /// Activated.
    Member(Member),
    /// Closed for a time by the helpdesk (R28).
    Disabled(Disabled),
    /// Gone for good (R36); nothing personal is kept.
    Deleted {
        /// When.
        at: Instant,
    },
}

/// Who holds an account, and who looks after it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Holder {
    /// Name and personal email.
    pub person: Person,
    /// The mobile number to which codes go, and whether the directory shows it.
    pub mobile: ListedMobile,
    /// What the directory says beside (R19).
    pub profile: Profile,
    /// Who administers the account (R24, R27).
    pub administration: Administration,
    /// The practice, where one has taken the holder on (R25).
    pub practice: Option<OdsCode>,
    /// The clock of somebody who leaves (R25).
    pub leaving: Option<Clock>,
}

/// An account that was never activated.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Newcomer {
    /// Who holds it.
    pub holder: Holder,
    /// The clock of inactivity, from the creation (R15).
    pub waiting: Clock,
    /// The temporary password (R10).
    pub temporary_password: Issued,
    /// Warnings sent, of the newest deadline of each kind.
    pub sent: Vec<Sent>,
}

/// A temporary password, as it is kept (R10).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Issued {
    /// Its hash.
    pub hash: PasswordHash,
    /// When it was issued.
    pub issued: Clock,
}

/// An activated account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Member {
    /// Who holds it.
    pub holder: Holder,
    /// The hash of the password.
    pub password: PasswordHash,
    /// When the password was chosen.
    pub password_set: Clock,
    /// Hashes of earlier passwords, newest first, as many as the policy compares.
    pub earlier_passwords: Vec<PasswordHash>,
    /// The hash of the temporary password it was activated with, which is never accepted again (R10).
    pub temporary_password: PasswordHash,
    /// The hashes of those that were used before it, on other vouchings, newest first: none is ever accepted again.
    #[serde(default)]
    pub earlier_temporary_passwords: Vec<PasswordHash>,
    /// The temporary password that was issued on somebody's vouching, until it is used (R22).
    pub vouched: Option<Vouched>,
    /// The security questions and the hashes of their answers.
    pub answers: Vec<AnsweredQuestion>,
    /// When the acceptable-use policy was accepted, with the activation.
    pub activated_at: Instant,
    /// The last sign-in.
    pub signed_in: Clock,
    /// Reminders sent, of the newest deadline of each kind. None is forgotten by an event: what has
    /// moved is another deadline, and what has not moved was reminded of.
    pub sent: Vec<Sent>,
}

/// A temporary password for somebody who has forgotten everything (R22).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Vouched {
    /// The temporary password, whose days count from when it works: one for a new number may be held back.
    pub temporary_password: Issued,
    /// The number to which it goes, the account's with its use.
    pub mobile: Mobile,
    /// On which vouching, which ends with its use.
    pub vouching: VouchingId,
}

/// An account whose clocks stand still (R28).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Disabled {
    /// Since when.
    pub since: Instant,
    /// What it is again when it is enabled.
    pub was: Dormant,
    /// Warnings sent of the end of the longest time.
    pub sent: Vec<Sent>,
}

/// What an account was before it was disabled.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dormant {
    /// Never activated.
    Newcomer(Newcomer),
    /// Activated.
    Member(Member),
}

/// A security question with the hash of its answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct AnsweredQuestion {
    /// Which question.
    pub question: QuestionId,
    /// The hash of the answer's normal form.
    pub answer: PasswordHash,
}

/// What an account counts as, worked out from its state and the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Status {
    /// Waiting for its activation.
    NeverActivated,
    /// Waiting for a new temporary password: the last one has run out (R10).
    TemporaryPasswordExpired,
    /// In use.
    Active,
    /// The password has expired (R14), or nobody signed in for too long (R15).
    Inactive,
    /// Closed for a time by the helpdesk (R28).
    Disabled,
    /// Gone for good.
    Deleted,
}

impl Account {
    /// What the account counts as at `now`.
    #[must_use]
    pub fn status(&self, now: Instant, policy: &Policy) -> Status {
        match &self.state {
            State::Deleted { .. } => Status::Deleted,
            State::Disabled(_) => Status::Disabled,
            State::Newcomer(newcomer) if now >= newcomer.inactive_at(policy) => Status::Inactive,
            State::Newcomer(newcomer) if now >= newcomer.temporary_password.runs_out_at(policy) => {
                Status::TemporaryPasswordExpired
            }
            State::Newcomer(_) => Status::NeverActivated,
            State::Member(member) if now >= member.inactive_at(policy) => Status::Inactive,
            State::Member(_) => Status::Active,
        }
    }

    /// The page to which a session leads at `now` that was opened with this credential; `None`: to
    /// none, the session has ended.
    #[must_use]
    pub fn next(&self, credential: Credential, now: Instant, policy: &Policy) -> Option<Next> {
        match (&self.state, credential) {
            (State::Deleted { .. } | State::Disabled(_), _) | (State::Newcomer(_), Credential::Password) => None,
            (State::Newcomer(_), Credential::TemporaryPassword) => Some(Next::Activate),
            (State::Member(member), Credential::TemporaryPassword) => member.vouched.as_ref().map(|_| Next::Activate),
            (State::Member(member), Credential::Password) if member.has_expired(now, policy) => {
                Some(Next::ChangePassword)
            }
            (State::Member(_), Credential::Password) => Some(Next::Home),
        }
    }

    /// What the account is to others, such as to a mailbox that it owns or is to own (R26, R31).
    #[must_use]
    pub fn standing(&self) -> Standing {
        match &self.state {
            State::Newcomer(_) => Standing::NeverActivated,
            State::Member(member) if member.holder.leaving.is_some() => Standing::Leaving,
            State::Member(_) => Standing::Activated,
            State::Disabled(_) => Standing::Disabled,
            State::Deleted { .. } => Standing::Gone,
        }
    }

    /// The holder, unless the account is deleted.
    #[must_use]
    pub fn holder(&self) -> Option<&Holder> {
        match &self.state {
            State::Newcomer(newcomer) => Some(&newcomer.holder),
            State::Member(member) => Some(&member.holder),
            State::Disabled(disabled) => Some(disabled.was.holder()),
            State::Deleted { .. } => None,
        }
    }

    /// The activated account, if it is one and open.
    #[must_use]
    pub fn member(&self) -> Option<&Member> {
        match &self.state {
            State::Member(member) => Some(member),
            State::Newcomer(_) | State::Disabled(_) | State::Deleted { .. } => None,
        }
    }

    /// The numbers that nobody else may take (R3): the registered one, and the one that comes with a
    /// temporary password issued on a vouching.
    pub fn numbers_held(&self) -> impl Iterator<Item = &Mobile> {
        let vouched = match &self.state {
            State::Member(member) | State::Disabled(Disabled { was: Dormant::Member(member), .. }) => {
                member.vouched.as_ref()
            }
            State::Newcomer(_) | State::Disabled(_) | State::Deleted { .. } => None,
        };
        let registered = self.holder().map(|holder| holder.mobile.number());
        registered.into_iter().chain(vouched.map(|vouched| &vouched.mobile))
    }
}

impl Issued {
    /// When the temporary password runs out (R10).
    #[must_use]
    pub fn runs_out_at(&self, policy: &Policy) -> Instant {
        self.issued.reaches(Span::days(policy.temporary_password_days))
    }
}

impl Vouched {
    /// From when the temporary password works.
    #[must_use]
    pub fn usable_from(&self) -> Instant {
        self.temporary_password.issued.reaches(Span::ZERO)
    }
}

impl Dormant {
    /// Who holds it.
    #[must_use]
    pub fn holder(&self) -> &Holder {
        match self {
            Self::Newcomer(newcomer) => &newcomer.holder,
            Self::Member(member) => &member.holder,
        }
    }
}

impl Newcomer {
    /// When the account becomes inactive: nobody activated it (R15).
    #[must_use]
    pub fn inactive_at(&self, policy: &Policy) -> Instant {
        self.waiting.reaches(Span::days(policy.sign_in_days))
    }
}

impl Member {
    /// When the password expires (R13), if the policy lets it.
    #[must_use]
    pub fn expires_at(&self, policy: &Policy) -> Option<Instant> {
        policy.password_span().map(|span| self.password_set.reaches(span))
    }

    /// Whether the password has expired at `now`; at its very instant it has.
    #[must_use]
    pub fn has_expired(&self, now: Instant, policy: &Policy) -> bool {
        self.expires_at(policy).is_some_and(|at| now >= at)
    }

    /// When the account becomes inactive (R15): the earlier of two clocks counts.
    #[must_use]
    pub fn inactive_at(&self, policy: &Policy) -> Instant {
        let unused = self.signed_in.reaches(Span::days(policy.sign_in_days));
        self.expires_at(policy).map_or(unused, |expiry| expiry.min(unused))
    }
}
