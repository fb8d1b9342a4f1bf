//! What has happened to an application, and who is told of it.

use super::{
    Application, ApplicationForm, ApplicationRequest, Audience, EmailSays, Exchange, Flag, HelpdeskSays, Message,
    OrganisationName, Rejection, Sponsored, State, Submission, Tell, TextSays,
};
use crate::account::{AccountId, Creation};
use crate::actor::AgentId;
use crate::mailbox::{MailboxAddress, Owners};
use crate::note::Note;
use crate::organisation::OdsCode;
use crate::person::Email;
use crate::time::Instant;

/// A fact about an application. Applying one is total, so a history always replays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The form so far was saved.
    DraftSaved {
        /// When.
        at: Instant,
        /// The form so far.
        form: Box<ApplicationRequest>,
    },
    /// The form was submitted and waits for the helpdesk.
    Submitted {
        /// When.
        at: Instant,
        /// The form.
        form: Box<ApplicationForm>,
        /// Likely duplicates.
        flags: Vec<Flag>,
    },
    /// The helpdesk asked back.
    Asked {
        /// When.
        at: Instant,
        /// Who.
        by: AgentId,
        /// What.
        question: Note,
    },
    /// The practice answered.
    Answered {
        /// When.
        at: Instant,
        /// The answer.
        answer: Note,
        /// The form, corrected or not.
        form: Box<ApplicationForm>,
        /// Likely duplicates.
        flags: Vec<Flag>,
    },
    /// Rejected.
    Rejected {
        /// When.
        at: Instant,
        /// Why.
        why: Rejection,
        /// The applicant's address; not kept beyond the message.
        contact: Email,
    },
    /// Approved: the accounts and the mailbox are to be created in the same transaction.
    Approved {
        /// When.
        at: Instant,
        /// Who.
        by: AgentId,
        /// The accounts, in the order of the form.
        accounts: Vec<Creation>,
        /// The shared mailbox.
        mailbox: Box<MailboxOrder>,
    },
    /// Withdrawn by the practice.
    Withdrawn {
        /// When.
        at: Instant,
    },
    /// The draft lapsed.
    Lapsed {
        /// When.
        at: Instant,
    },
}

/// The shared mailbox that an approval asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxOrder {
    /// Its wanted name; whether it is free, the mailboxes' rules say.
    pub name: MailboxAddress,
    /// The practice.
    pub practice: OrganisationName,
    /// Its code.
    pub organisation: OdsCode,
    /// The accounts that own it, the first of the form first.
    pub owners: Owners,
    /// The accounts with access, the owners among them.
    pub members: Vec<AccountId>,
    /// The old mailbox, which is not changed (R5).
    pub sponsored: Option<Sponsored>,
}

impl Event {
    /// The stable name of the kind of event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::DraftSaved { .. } => "draft-saved",
            Self::Submitted { .. } => "submitted",
            Self::Asked { .. } => "asked",
            Self::Answered { .. } => "answered",
            Self::Rejected { .. } => "rejected",
            Self::Approved { .. } => "approved",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Lapsed { .. } => "lapsed",
        }
    }

    /// Who is told what; `application` is as it stood before the event.
    #[must_use]
    pub fn tells(&self, application: &Application) -> Vec<Tell> {
        let id = application.id;
        let applicant = application.submission().map(|submission| &submission.applicant().person.personal_email);
        match self {
            Self::DraftSaved { .. } | Self::Lapsed { .. } => Vec::new(),
            Self::Submitted { form, flags, .. } => vec![
                to_applicant(&form.applicant.person.personal_email, EmailSays::ApplicationReceived(id)),
                to_helpdesk(HelpdeskSays::ToDecide { application: id, flags: flags.len() }),
            ],
            Self::Asked { question, .. } => {
                applicant.map(|to| to_applicant(to, EmailSays::Question(id, question.clone()))).into_iter().collect()
            }
            Self::Answered { flags, .. } => {
                vec![to_helpdesk(HelpdeskSays::ToDecide { application: id, flags: flags.len() })]
            }
            Self::Rejected { why, contact, .. } => {
                vec![to_applicant(contact, EmailSays::ApplicationRejected(id, why.clone()))]
            }
            Self::Approved { accounts, mailbox, .. } => {
                accounts.iter().flat_map(to_new_member).chain(mailbox.tells(accounts)).collect()
            }
            Self::Withdrawn { .. } => applicant
                .map(|to| to_applicant(to, EmailSays::ApplicationWithdrawn(id)))
                .into_iter()
                .chain(applicant.map(|_| to_helpdesk(HelpdeskSays::Withdrawn(id))))
                .collect(),
        }
    }
}

impl MailboxOrder {
    /// To the owners' personal addresses: they can't open their new ones yet.
    fn tells(&self, accounts: &[Creation]) -> Vec<Tell> {
        let says =
            std::iter::once(EmailSays::MailboxApproved(self.name.clone())).chain(self.sponsored.as_ref().map(|old| {
                EmailSays::HaveSponsoredDeleted { sponsor: old.sponsor.clone(), mailbox: old.mailbox.clone() }
            }));
        let owners: Vec<_> = accounts.iter().filter(|account| self.owners.contains(account.id)).collect();
        says.flat_map(|says| {
            owners
                .iter()
                .map(|owner| Tell {
                    audience: Audience::Practice,
                    message: Message::Email { to: owner.person.personal_email.clone(), says: says.clone() },
                })
                .collect::<Vec<_>>()
        })
        .collect()
    }
}

fn to_applicant(to: &Email, says: EmailSays) -> Tell {
    Tell { audience: Audience::Applicant, message: Message::Email { to: to.clone(), says } }
}

pub(super) fn to_helpdesk(says: HelpdeskSays) -> Tell {
    Tell { audience: Audience::Helpdesk, message: Message::Queue { says } }
}

/// Username to the personal email, temporary password to the mobile (R6).
pub(super) fn to_new_member(account: &Creation) -> [Tell; 2] {
    let email = Message::Email {
        to: account.person.personal_email.clone(),
        says: EmailSays::Username { account: account.id, username: account.username.clone() },
    };
    let text = Message::Text { to: account.mobile.clone(), says: TextSays::TemporaryPassword(account.id) };
    [email, text].map(|message| Tell { audience: Audience::NewMember, message })
}

impl Application {
    /// Applies a fact. A fact that does not fit the state changes nothing.
    #[must_use]
    pub fn evolve(self, event: &Event) -> Self {
        let state = match self.state {
            draft @ State::Draft { .. } => evolve_draft(draft, event),
            State::Submitted(submission) => evolve_submitted(submission, event),
            State::Questioned { submission, question, by, at } => {
                evolve_questioned(submission, question, by, at, event)
            }
            last @ (State::Rejected { .. }
            | State::Approved { .. }
            | State::Withdrawn { .. }
            | State::Lapsed { .. }) => last,
        };
        Self { state, ..self }
    }
}

fn evolve_draft(draft: State, event: &Event) -> State {
    match event {
        Event::DraftSaved { at, form } => State::Draft { form: form.clone(), touched_at: *at },
        Event::Submitted { at, form, flags } => State::Submitted(Box::new(Submission {
            form: (**form).clone(),
            flags: flags.clone(),
            at: *at,
            exchanges: Vec::new(),
        })),
        Event::Rejected { at, why, .. } => State::Rejected { why: why.clone(), at: *at },
        Event::Withdrawn { at } => State::Withdrawn { at: *at },
        Event::Lapsed { at } => State::Lapsed { at: *at },
        Event::Asked { .. } | Event::Answered { .. } | Event::Approved { .. } => draft,
    }
}

fn evolve_submitted(submission: Box<Submission>, event: &Event) -> State {
    match event {
        Event::Asked { at, by, question } => {
            State::Questioned { submission, question: question.clone(), by: *by, at: *at }
        }
        Event::Rejected { at, why, .. } => State::Rejected { why: why.clone(), at: *at },
        Event::Approved { at, by, accounts, .. } => {
            State::Approved { accounts: accounts.iter().map(|account| account.id).collect(), by: *by, at: *at }
        }
        Event::Withdrawn { at } => State::Withdrawn { at: *at },
        Event::DraftSaved { .. } | Event::Submitted { .. } | Event::Answered { .. } | Event::Lapsed { .. } => {
            State::Submitted(submission)
        }
    }
}

fn evolve_questioned(
    mut submission: Box<Submission>,
    question: Note,
    by: AgentId,
    asked_at: Instant,
    event: &Event,
) -> State {
    match event {
        Event::Answered { at, answer, form, flags } => {
            submission.exchanges.push(Exchange { question, by, asked_at, answer: answer.clone(), answered_at: *at });
            submission.form = (**form).clone();
            submission.flags.clone_from(flags);
            submission.at = *at;
            State::Submitted(submission)
        }
        Event::Rejected { at, why, .. } => State::Rejected { why: why.clone(), at: *at },
        Event::Withdrawn { at } => State::Withdrawn { at: *at },
        Event::DraftSaved { .. }
        | Event::Submitted { .. }
        | Event::Asked { .. }
        | Event::Approved { .. }
        | Event::Lapsed { .. } => State::Questioned { submission, question, by, at: asked_at },
    }
}
