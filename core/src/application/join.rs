//! Joining a practice (R7): an owner asks for the newcomer's account, the helpdesk creates it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event::{to_helpdesk, to_new_member};
use super::lookup::judge;
use super::{
    ApprovedPerson, Audience, EarlierAccount, EmailSays, HelpdeskSays, Likeness, Lookup, Message, PersonRefusal, Tell,
};
use crate::account::{AccountId, Creation};
use crate::actor::{Actor, AgentId};
use crate::mobile::Mobile;
use crate::note::Note;
use crate::organisation::OdsCode;
use crate::person::Person;
use crate::policy::Policy;
use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;
use crate::time::Instant;

/// The identity of an owner's request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct JoinId(pub Uuid);

/// The form with which an owner asks for a newcomer's account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JoinRequest {
    /// First name.
    pub first_name: Typed,
    /// Last name.
    pub last_name: Typed,
    /// The address to which the username goes.
    pub personal_email: Typed,
    /// The number to which the temporary password goes.
    pub mobile: Typed,
}

/// A newcomer's form without a fault of its own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct JoinForm {
    /// Name and personal email.
    pub person: Person,
    /// The mobile number (R3).
    pub mobile: Mobile,
}

impl JoinRequest {
    /// Judges the form by itself.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self) -> Result<JoinForm, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let person = problems.take_all(Person::parse(&self.first_name, &self.last_name, &self.personal_email));
        let mobile = problems.take("mobile", Mobile::parse(&self.mobile));
        problems.finish(person.zip(mobile).map(|(person, mobile)| JoinForm { person, mobile }))
    }
}

/// Whether who asks owns the shared mailbox of the practice: a fact of the mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// They own it.
    Owner,
    /// They don't.
    Other,
}

/// A newcomer's account as it is asked for, with what was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedJoin {
    /// A new identity.
    pub id: JoinId,
    /// The practice.
    pub organisation: OdsCode,
    /// Whether who asks owns its shared mailbox.
    pub ownership: Ownership,
    /// Who is to join.
    pub form: JoinForm,
    /// What was looked up for them.
    pub lookup: Lookup,
}

/// An owner's request for a newcomer's account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Joining {
    /// Its identity.
    pub id: JoinId,
    /// The practice.
    pub organisation: OdsCode,
    /// The owner who asked.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: Instant,
    /// How far it is.
    pub state: JoinState,
}

/// How far an owner's request is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum JoinState {
    /// Waits for the helpdesk.
    Waiting {
        /// Who is to join.
        form: Box<JoinForm>,
        /// Why they may have an account already (R4).
        likenesses: Vec<Likeness>,
    },
    /// The account was created.
    Created {
        /// Which.
        account: AccountId,
        /// By whom.
        by: AgentId,
        /// When.
        at: Instant,
    },
    /// Declined; nothing personal is kept.
    Declined {
        /// Why.
        reason: Note,
        /// By whom.
        by: AgentId,
        /// When.
        at: Instant,
    },
}

/// What can be asked of an owner's request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JoinCommand {
    /// Creates the account (helpdesk).
    Create {
        /// What was looked up again, and what is created.
        person: Box<ApprovedPerson>,
        /// The likely duplicates that the agent has looked at.
        seen: Vec<Likeness>,
    },
    /// Declines, in words for the owner (helpdesk).
    Decline {
        /// Why.
        reason: Note,
    },
}

/// What has happened to an owner's request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JoinEvent {
    /// The account is to be created in the same transaction.
    Created {
        /// The account.
        account: Box<Creation>,
        /// Who created it.
        by: AgentId,
        /// When.
        at: Instant,
    },
    /// Declined.
    Declined {
        /// Why.
        reason: Note,
        /// Who declined.
        by: AgentId,
        /// When.
        at: Instant,
    },
}

/// Why an owner's request, or what is asked of it, is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JoinRefusal {
    /// Only an owner of the practice's shared mailbox asks for a newcomer (R7).
    #[error("owners only")]
    OwnerOnly,
    /// Only the helpdesk creates accounts (R7).
    #[error("helpdesk only")]
    HelpdeskOnly,
    /// Created or declined: that is final (R7).
    #[error("final")]
    Final,
    /// Likely duplicates that the agent has not looked at yet: at least one (R4).
    #[error("{} likely duplicates unseen", .0.len())]
    LikenessesUnseen(Vec<Likeness>),
    /// The newcomer can't be given an account (R3, R4); at least one reason.
    #[error("the newcomer can't be given an account")]
    Newcomer(Vec<PersonRefusal>),
}

impl JoinRefusal {
    /// The problems of the form's fields.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        let Self::Newcomer(refusals) = self else { return Vec::new() };
        refusals.iter().map(|refusal| FieldProblem::new(refusal.field(), refusal)).collect()
    }

    /// Who is told although nothing has changed: see [`super::ApplicationRefusal::tells`].
    #[must_use]
    pub fn tells(&self) -> Vec<Tell> {
        let Self::Newcomer(refusals) = self else { return Vec::new() };
        refusals.iter().filter_map(PersonRefusal::tell).collect()
    }
}

impl Joining {
    /// The request, if an owner makes it and nothing certain stands against the newcomer.
    ///
    /// # Errors
    /// [`JoinRefusal`].
    pub fn ask(by: &Actor, wanted: WantedJoin, now: Instant, policy: &Policy) -> Result<Self, JoinRefusal> {
        let WantedJoin { id, organisation, ownership, form, lookup } = wanted;
        let asked_by = by.member().filter(|_| ownership == Ownership::Owner).ok_or(JoinRefusal::OwnerOnly)?;
        let likenesses =
            judge(&form.mobile, &EarlierAccount::None, &lookup, now, policy).map_err(JoinRefusal::Newcomer)?;
        let state = JoinState::Waiting { form: Box::new(form), likenesses };
        Ok(Self { id, organisation, asked_by, asked_at: now, state })
    }

    /// Judges `command` of `by`; changes nothing.
    ///
    /// # Errors
    /// [`JoinRefusal`].
    pub fn decide(
        &self,
        by: &Actor,
        command: &JoinCommand,
        now: Instant,
        policy: &Policy,
    ) -> Result<Vec<JoinEvent>, JoinRefusal> {
        let by = by.helpdesk().ok_or(JoinRefusal::HelpdeskOnly)?;
        let JoinState::Waiting { form, .. } = &self.state else { return Err(JoinRefusal::Final) };
        let event = match command {
            JoinCommand::Create { person, seen } => {
                let ApprovedPerson { lookup, account } = &**person;
                let mut unseen =
                    judge(&form.mobile, &EarlierAccount::None, lookup, now, policy).map_err(JoinRefusal::Newcomer)?;
                unseen.retain(|likeness| !seen.contains(likeness));
                if !unseen.is_empty() {
                    return Err(JoinRefusal::LikenessesUnseen(unseen));
                }
                let organisation = self.organisation.clone();
                let account = Box::new(account.creation(form.person.clone(), form.mobile.clone(), organisation));
                JoinEvent::Created { account, by, at: now }
            }
            JoinCommand::Decline { reason } => JoinEvent::Declined { reason: reason.clone(), by, at: now },
        };
        Ok(vec![event])
    }

    /// Applies a fact. A fact that does not fit the state changes nothing.
    #[must_use]
    pub fn evolve(self, event: &JoinEvent) -> Self {
        let state = match (self.state, event) {
            (JoinState::Waiting { .. }, JoinEvent::Created { account, by, at }) => {
                JoinState::Created { account: account.id, by: *by, at: *at }
            }
            (JoinState::Waiting { .. }, JoinEvent::Declined { reason, by, at }) => {
                JoinState::Declined { reason: reason.clone(), by: *by, at: *at }
            }
            (last, _) => last,
        };
        Self { state, ..self }
    }

    /// The number that nobody else may apply with while this waits (R3).
    #[must_use]
    pub fn number_held(&self) -> Option<&Mobile> {
        match &self.state {
            JoinState::Waiting { form, .. } => Some(&form.mobile),
            JoinState::Created { .. } | JoinState::Declined { .. } => None,
        }
    }

    /// Who is told that the request was made.
    #[must_use]
    pub fn tells(&self) -> Vec<Tell> {
        match &self.state {
            JoinState::Waiting { likenesses, .. } => {
                vec![to_helpdesk(HelpdeskSays::ToCreate { join: self.id, flags: likenesses.len() })]
            }
            JoinState::Created { .. } | JoinState::Declined { .. } => Vec::new(),
        }
    }
}

impl JoinEvent {
    /// Who is told what.
    #[must_use]
    pub fn tells(&self, joining: &Joining) -> Vec<Tell> {
        let to_owner = |says| Tell { audience: Audience::Owner(joining.asked_by), message: Message::Mailbox { says } };
        match self {
            Self::Created { account, .. } => {
                to_new_member(account).into_iter().chain([to_owner(EmailSays::NewcomerCreated(joining.id))]).collect()
            }
            Self::Declined { reason, .. } => vec![to_owner(EmailSays::NewcomerDeclined(joining.id, reason.clone()))],
        }
    }
}
