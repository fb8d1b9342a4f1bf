//! What can be asked of an application. Whatever had to be looked up or hashed stands in it as a fact.

use super::{ApplicationForm, ApplicationId, ApplicationRefusal, ApplicationRequest, Flag, FreeUsername, Lookup};
use crate::account::{AccountId, Administration, Creation};
use crate::mobile::Mobile;
use crate::note::Note;
use crate::organisation::OdsCode;
use crate::password::PasswordHash;
use crate::person::Person;
use crate::time::Instant;

/// That whoever asks holds the link of a draft: the shell has compared it with the one kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvenLink(ApplicationId);

impl ProvenLink {
    /// To be called where the link of this application was proved, and nowhere else.
    #[must_use]
    pub fn of(application: ApplicationId) -> Self {
        Self(application)
    }

    /// The application to which it leads.
    #[must_use]
    pub fn application(self) -> ApplicationId {
        self.0
    }
}

/// A form with what was looked up for each of its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedUpForm {
    form: ApplicationForm,
    lookups: Vec<Lookup>,
}

impl LookedUpForm {
    /// Joins a form with one [`Lookup`] for each of [`ApplicationForm::people`], in their order.
    ///
    /// # Errors
    /// [`ApplicationRefusal::PeopleMismatch`] where somebody was left out.
    pub fn new(form: ApplicationForm, lookups: Vec<Lookup>) -> Result<Self, ApplicationRefusal> {
        if lookups.len() == form.people_count() {
            Ok(Self { form, lookups })
        } else {
            Err(ApplicationRefusal::PeopleMismatch)
        }
    }

    /// The form.
    #[must_use]
    pub fn form(&self) -> &ApplicationForm {
        &self.form
    }

    /// What was looked up for each of its people, in their order.
    #[must_use]
    pub fn lookups(&self) -> &[Lookup] {
        &self.lookups
    }
}

/// What a new account needs beside its person (R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// A new identity.
    pub id: AccountId,
    /// From [`super::allocate`], or chosen by the helpdesk.
    pub username: FreeUsername,
    /// The hash of a new temporary password.
    pub temporary_password: PasswordHash,
}

impl NewAccount {
    /// The creation of this account for `person` of the practice with this code.
    pub(super) fn creation(&self, person: Person, mobile: Mobile, practice: OdsCode) -> Creation {
        Creation {
            id: self.id,
            username: self.username.username().clone(),
            person,
            mobile,
            administration: Administration::NhsDental,
            practice: Some(practice),
            temporary_password: self.temporary_password.clone(),
        }
    }
}

/// One person of an approval: looked up anew, because much can happen between form and decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovedPerson {
    /// What was looked up.
    pub lookup: Lookup,
    /// What is created.
    pub account: NewAccount,
}

/// What can be asked of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Saves the form so far (R1).
    SaveDraft {
        /// That the draft is theirs.
        link: ProvenLink,
        /// The form so far.
        form: Box<ApplicationRequest>,
    },
    /// Submits the form.
    Submit {
        /// That the draft is theirs.
        link: ProvenLink,
        /// The form, [checked](ApplicationRequest::check).
        form: Box<LookedUpForm>,
    },
    /// Asks back (helpdesk).
    Ask {
        /// What.
        question: Note,
    },
    /// Answers, and corrects the form where need be.
    Answer {
        /// That the application is theirs.
        link: ProvenLink,
        /// The answer.
        answer: Note,
        /// The form, corrected or not, checked and looked up again.
        form: Box<LookedUpForm>,
    },
    /// Approves (helpdesk; R6).
    Approve {
        /// One for each person of the form, in its order.
        people: Vec<ApprovedPerson>,
        /// The likely duplicates that the agent has looked at.
        seen: Vec<Flag>,
        /// When the form that the agent has looked at was submitted, or last answered
        /// ([`Submission::at`](super::Submission::at)): by now it may be another one.
        submitted_at: Instant,
    },
    /// Rejects (helpdesk).
    Reject {
        /// Why, in words for the practice.
        reason: Note,
    },
    /// Withdraws.
    Withdraw {
        /// That the application is theirs.
        link: ProvenLink,
    },
    /// Lets a draft lapse that nobody touched for too long (the clock; R1).
    RunClocks,
}
