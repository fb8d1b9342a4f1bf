//! What is decided about an application.

use super::lookup::{judge, same_names};
use super::{
    Application, ApplicationForm, ApplicationRefusal, ApplicationRequest, ApprovedPerson, Command, Event, Flag, Ground,
    LookedUpForm, Lookup, MailboxOrder, NewAccount, PersonRefusal, ProvenLink, RefusedPerson, Rejection, State,
    Submission,
};
use crate::actor::{Actor, AgentId};
use crate::policy::Policy;
use crate::time::Instant;

type Decision = Result<Vec<Event>, ApplicationRefusal>;

impl Application {
    /// Judges `command` of `by`; changes nothing. An empty list: already so.
    ///
    /// # Errors
    /// [`ApplicationRefusal`]; its [`tells`](ApplicationRefusal::tells) are to be sent all the same.
    pub fn decide(&self, by: &Actor, command: &Command, now: Instant, policy: &Policy) -> Decision {
        match command {
            Command::SaveDraft { link, form } => self.check_link(*link).and_then(|()| self.save(form, now, policy)),
            Command::Submit { link, form } => self.check_link(*link).and_then(|()| self.submit(form, now, policy)),
            Command::Answer { link, answer, form } => self.check_link(*link).and_then(|()| match &self.state {
                State::Questioned { .. } => judge_form(form, now, policy, |flags| Event::Answered {
                    at: now,
                    answer: answer.clone(),
                    form: Box::new(form.form().clone()),
                    flags,
                }),
                _ => Err(self.stands_against()),
            }),
            Command::Withdraw { link } => self.check_link(*link).and_then(|()| self.withdraw(now)),
            Command::Ask { question } => {
                let by = helpdesk(by)?;
                match &self.state {
                    State::Submitted(_) => Ok(vec![Event::Asked { at: now, by, question: question.clone() }]),
                    _ => Err(self.stands_against()),
                }
            }
            Command::Approve { people, seen, submitted_at } => {
                let by = helpdesk(by)?;
                match &self.state {
                    State::Submitted(submission) if submission.at != *submitted_at => {
                        Err(ApplicationRefusal::PeopleMismatch)
                    }
                    State::Submitted(submission) => approve(submission, people, seen, by, now, policy),
                    _ => Err(self.stands_against()),
                }
            }
            Command::Reject { reason } => {
                let by = helpdesk(by)?;
                // An unanswered question must not keep an application, and its numbers, for ever.
                let submission = self.submission().ok_or_else(|| self.stands_against())?;
                let why = Rejection::Helpdesk { by, reason: reason.clone() };
                let contact = submission.applicant().person.personal_email.clone();
                Ok(vec![Event::Rejected { at: now, why, contact }])
            }
            Command::RunClocks if *by != Actor::Clock => Err(ApplicationRefusal::ClockOnly),
            Command::RunClocks if self.has_lapsed(now, policy) => Ok(vec![Event::Lapsed { at: now }]),
            Command::RunClocks => Ok(Vec::new()),
        }
    }

    /// Whether nobody touched the draft for too long, be it marked so already or not.
    fn has_lapsed(&self, now: Instant, policy: &Policy) -> bool {
        self.lapses_at(policy).is_some_and(|at| now >= at)
    }

    fn check_link(&self, link: ProvenLink) -> Result<(), ApplicationRefusal> {
        if link.application() == self.id { Ok(()) } else { Err(ApplicationRefusal::OtherLink) }
    }

    /// What the state has against a command that belongs to another.
    fn stands_against(&self) -> ApplicationRefusal {
        match &self.state {
            State::Draft { .. } => ApplicationRefusal::Draft,
            State::Submitted(_) => ApplicationRefusal::Submitted,
            State::Questioned { .. } => ApplicationRefusal::QuestionOpen,
            State::Rejected { .. } | State::Approved { .. } | State::Withdrawn { .. } | State::Lapsed { .. } => {
                ApplicationRefusal::Final
            }
        }
    }

    fn check_draft(&self, now: Instant, policy: &Policy) -> Result<(), ApplicationRefusal> {
        match &self.state {
            State::Draft { .. } if self.has_lapsed(now, policy) => {
                Err(ApplicationRefusal::DraftLapsed(policy.application_draft_days))
            }
            State::Draft { .. } => Ok(()),
            _ => Err(self.stands_against()),
        }
    }

    fn save(&self, form: &ApplicationRequest, now: Instant, policy: &Policy) -> Decision {
        self.check_draft(now, policy)?;
        if !form.is_keepable(policy) {
            return Err(ApplicationRefusal::DraftTooLarge {
                people: policy.application_people,
                characters: u32::try_from(ApplicationRequest::MAXIMUM_TEXT_LENGTH).unwrap_or(u32::MAX),
            });
        }
        Ok(vec![Event::DraftSaved { at: now, form: Box::new(form.clone()) }])
    }

    fn submit(&self, form: &LookedUpForm, now: Instant, policy: &Policy) -> Decision {
        self.check_draft(now, policy)?;
        judge_form(form, now, policy, |flags| Event::Submitted { at: now, form: Box::new(form.form().clone()), flags })
    }

    fn withdraw(&self, now: Instant) -> Decision {
        match &self.state {
            State::Draft { .. } | State::Submitted(_) | State::Questioned { .. } => {
                Ok(vec![Event::Withdrawn { at: now }])
            }
            State::Withdrawn { .. } => Ok(Vec::new()),
            _ => Err(self.stands_against()),
        }
    }
}

fn helpdesk(by: &Actor) -> Result<AgentId, ApplicationRefusal> {
    by.helpdesk().ok_or(ApplicationRefusal::HelpdeskOnly)
}

/// Rejects for the toolkit's sake (R2), or refuses people (R3, R4), or lets the form pass with flags.
fn judge_form(
    looked_up: &LookedUpForm,
    now: Instant,
    policy: &Policy,
    passed: impl FnOnce(Vec<Flag>) -> Event,
) -> Decision {
    let form = looked_up.form();
    // First, so that a form that leads nowhere says nothing about anybody.
    if !form.toolkit.suffices(policy.toolkit_minimum_level) {
        let why = Rejection::Toolkit { level: form.toolkit, minimum: policy.toolkit_minimum_level };
        return Ok(vec![Event::Rejected { at: now, why, contact: form.applicant.person.personal_email.clone() }]);
    }
    Ok(vec![passed(judge_people(form, looked_up.lookups().iter(), now, policy)?)])
}

fn judge_people<'a>(
    form: &ApplicationForm,
    lookups: impl Iterator<Item = &'a Lookup>,
    now: Instant,
    policy: &Policy,
) -> Result<Vec<Flag>, ApplicationRefusal> {
    let is_sponsored = form.mailbox.sponsored.is_some();
    let (mut flags, mut refused) = (same_names(form), Vec::new());
    for (place, (person, lookup)) in form.people().zip(lookups).enumerate() {
        match judge(&person.mobile, &person.earlier_account, lookup, now, policy) {
            Ok(likenesses) => {
                flags.extend(likenesses.into_iter().map(|likeness| Flag { person: place, likeness }));
            }
            Err(refusals) => refused.extend(refusals.into_iter().map(|refusal| RefusedPerson {
                person: place,
                refusal: match refusal {
                    PersonRefusal::Duplicate(ground) if is_sponsored && place == 0 => {
                        PersonRefusal::DuplicateApplicant(ground)
                    }
                    other => other,
                },
            })),
        }
    }
    if refused.is_empty() { Ok(flags) } else { Err(ApplicationRefusal::People(refused)) }
}

/// One account a person, all or none (R6). Likely duplicates are the helpdesk's to judge (R4): those too that came
/// up since the form was sent, which nobody has seen yet.
fn approve(
    submission: &Submission,
    people: &[ApprovedPerson],
    seen: &[Flag],
    by: AgentId,
    now: Instant,
    policy: &Policy,
) -> Decision {
    let form = &submission.form;
    let is_repeated = |at: usize, account: &NewAccount| {
        people.iter().take(at).any(|other| other.account.id == account.id || other.account.username == account.username)
    };
    if people.len() != form.people_count() || people.iter().enumerate().any(|(at, one)| is_repeated(at, &one.account)) {
        return Err(ApplicationRefusal::PeopleMismatch);
    }
    let mut unseen = judge_people(form, people.iter().map(|person| &person.lookup), now, policy)?;
    unseen.retain(|flag| !seen.contains(flag));
    if !unseen.is_empty() {
        return Err(ApplicationRefusal::LikenessesUnseen(unseen));
    }
    let accounts: Vec<_> = form
        .people()
        .zip(people)
        .map(|(person, ApprovedPerson { account, .. })| {
            account.creation(person.person.clone(), person.mobile.clone(), form.organisation.clone())
        })
        .collect();
    let owners: Vec<_> =
        form.people().zip(&accounts).filter(|(person, _)| person.owns_mailbox).map(|(_, account)| account.id).collect();
    let mailbox = MailboxOrder {
        name: form.mailbox.name.clone(),
        practice: form.practice.clone(),
        organisation: form.organisation.clone(),
        owners: owners.try_into().map_err(|_| ApplicationRefusal::PeopleMismatch)?,
        members: accounts.iter().map(|account| account.id).collect(),
        sponsored: form.mailbox.sponsored.clone(),
    };
    Ok(vec![Event::Approved { at: now, by, accounts, mailbox: Box::new(mailbox) }])
}

impl PersonRefusal {
    /// Why a duplicate is certain, for the helpdesk.
    #[must_use]
    pub fn ground(&self) -> Option<Ground> {
        match self {
            Self::Duplicate(ground) | Self::DuplicateApplicant(ground) => Some(*ground),
            Self::MobileInUse { .. } => None,
        }
    }
}
