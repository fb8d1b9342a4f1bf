//! What an account is: an enum whose variants own their data, so that nothing can contradict.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Sent;
use crate::directory::ListedMobile;
use crate::password::{PasswordContext, PasswordHash};
use crate::person::{Name, Person};
use crate::policy::Policy;
use crate::security_question::QuestionId;
use crate::session::Next;
use crate::time::{Instant, Span};
use crate::username::Username;

/// The identity of an account. It is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct AccountId(pub Uuid);

/// A personal account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// Its username, which stays taken after deletion.
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
    /// Gone for good (R36); nothing personal is kept.
    Deleted {
        /// When.
        at: Instant,
    },
}

/// Who holds an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Holder {
    /// Name and personal email.
    pub person: Person,
    /// The mobile number to which codes go, and whether the directory shows it.
    pub mobile: ListedMobile,
}

/// An account that was never activated.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Newcomer {
    /// Who holds it.
    pub holder: Holder,
    /// The hash of the temporary password (R10).
    pub temporary_password: PasswordHash,
    /// When the temporary password was issued.
    pub issued_at: Instant,
    /// Warnings sent, of the newest deadline of each kind.
    pub sent: Vec<Sent>,
}

/// An activated account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Member {
    /// Who holds it.
    pub holder: Holder,
    /// The hash of the password.
    pub password: PasswordHash,
    /// When the password was chosen.
    pub password_set_at: Instant,
    /// Hashes of earlier passwords, newest first, as many as the policy compares.
    pub earlier_passwords: Vec<PasswordHash>,
    /// The hash of the temporary password it was activated with, which is never accepted again (R10).
    pub temporary_password: PasswordHash,
    /// The security questions and the hashes of their answers.
    pub answers: Vec<AnsweredQuestion>,
    /// When the acceptable-use policy was accepted, with the activation.
    pub activated_at: Instant,
    /// The last sign-in.
    pub signed_in_at: Instant,
    /// Reminders sent, of the newest deadline of each kind. None is forgotten by an event: what has
    /// moved is another deadline, and what has not moved was reminded of.
    pub sent: Vec<Sent>,
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
    /// Gone for good.
    Deleted,
}

impl Account {
    /// What the account counts as at `now`.
    #[must_use]
    pub fn status(&self, now: Instant, policy: &Policy) -> Status {
        match &self.state {
            State::Deleted { .. } => Status::Deleted,
            State::Newcomer(newcomer) if now >= newcomer.runs_out_at(policy) => Status::TemporaryPasswordExpired,
            State::Newcomer(_) => Status::NeverActivated,
            State::Member(member) if now >= member.inactive_at(policy) => Status::Inactive,
            State::Member(_) => Status::Active,
        }
    }

    /// The page to which a session leads at `now`; `None` for a deleted account.
    #[must_use]
    pub fn next(&self, now: Instant, policy: &Policy) -> Option<Next> {
        match &self.state {
            State::Deleted { .. } => None,
            State::Newcomer(_) => Some(Next::Activate),
            State::Member(member) if member.has_expired(now, policy) => Some(Next::ChangePassword),
            State::Member(_) => Some(Next::Home),
        }
    }

    /// The holder, unless the account is deleted.
    #[must_use]
    pub fn holder(&self) -> Option<&Holder> {
        match &self.state {
            State::Newcomer(newcomer) => Some(&newcomer.holder),
            State::Member(member) => Some(&member.holder),
            State::Deleted { .. } => None,
        }
    }

    /// The activated account, if it is one.
    #[must_use]
    pub fn member(&self) -> Option<&Member> {
        match &self.state {
            State::Member(member) => Some(member),
            State::Newcomer(_) | State::Deleted { .. } => None,
        }
    }

    /// The hash with which what is offered at sign-in is compared.
    #[must_use]
    pub fn credential(&self) -> Option<&PasswordHash> {
        match &self.state {
            State::Newcomer(newcomer) => Some(&newcomer.temporary_password),
            State::Member(member) => Some(&member.password),
            State::Deleted { .. } => None,
        }
    }

    /// The hashes that a proof or a comparison was made with: while they are the same, it holds.
    #[must_use]
    pub fn secrets(&self) -> Vec<&PasswordHash> {
        match &self.state {
            State::Newcomer(newcomer) => vec![&newcomer.temporary_password],
            State::Member(member) => std::iter::once(&member.password).chain(&member.earlier_passwords).collect(),
            State::Deleted { .. } => Vec::new(),
        }
    }

    /// What a new password of this account must not contain.
    #[must_use]
    pub fn password_context(&self) -> PasswordContext {
        let name = |of: fn(&Person) -> &Name| {
            self.holder().map(|holder| of(&holder.person).as_str().to_owned()).unwrap_or_default()
        };
        PasswordContext {
            username: self.username.as_str().to_owned(),
            first_name: name(|person| &person.first_name),
            last_name: name(|person| &person.last_name),
        }
    }
}

impl Newcomer {
    /// When the temporary password runs out (R10).
    #[must_use]
    pub fn runs_out_at(&self, policy: &Policy) -> Instant {
        self.issued_at.plus(Span::days(policy.temporary_password_days))
    }
}

impl Member {
    /// When the password expires (R13), if the policy lets it.
    #[must_use]
    pub fn expires_at(&self, policy: &Policy) -> Option<Instant> {
        policy.password_span().map(|span| self.password_set_at.plus(span))
    }

    /// Whether the password has expired at `now`; at its very instant it has.
    #[must_use]
    pub fn has_expired(&self, now: Instant, policy: &Policy) -> bool {
        self.expires_at(policy).is_some_and(|at| now >= at)
    }

    /// When the account becomes inactive (R15): the earlier of two clocks counts.
    #[must_use]
    pub fn inactive_at(&self, policy: &Policy) -> Instant {
        let unused = self.signed_in_at.plus(Span::days(policy.sign_in_days));
        self.expires_at(policy).map_or(unused, |expiry| expiry.min(unused))
    }
}
