//! What is said about who can help, and the refusals of enquiries and cases.

use crate::help::{
    CaseRefusal, Channel, Contacts, Helper, MAXIMUM_MAILBOX_NAME_LENGTH, NamedMailboxRefusal, Opening, Way, When,
    in_words,
};
use crate::locale::{Text, say};
use crate::refusal::{NextStep, Refuse, Rule};

/// The next step after a refusal, as the helpdesk reads it (R34).
pub(crate) fn next_step(step: NextStep) -> String {
    match step {
        NextStep::Correct => "put it right and send it again",
        NextStep::SignIn => "sign in",
        NextStep::Activate => "activate the account",
        NextStep::ChangePassword => "change the password",
        NextStep::Recover => "recover the account by code, answers or passkey",
        NextStep::Apply => "apply as a practice",
        NextStep::AskOwner => "ask the owner of the shared mailbox",
        NextStep::AskLocalAdministrator => "ask the local administrator of the organisation",
        NextStep::AskHelpdesk => "ask the helpdesk",
        NextStep::WaitUntil { at } => return format!("try again from {}", in_words(at)),
        NextStep::LookAgain => "look at it again",
    }
    .to_owned()
}

/// A way to have a task done, in words.
pub(crate) fn way(way: &Way, contacts: &Contacts) -> String {
    format!("{} {}", reach(way, contacts), when(way))
}

fn reach(way: &Way, contacts: &Contacts) -> String {
    let (mut page, mut by) = (false, Vec::new());
    for channel in &way.channels {
        match channel {
            Channel::Page(_) => page = true,
            Channel::Email => by.push(format!("email {}", contacts.helpdesk_email)),
            Channel::Telephone => by.push(format!("call the national helpdesk on {}", contacts.helpdesk_telephone)),
        }
    }
    match &way.tell {
        Helper::SelfService => "You can do this yourself, on this site,".to_owned(),
        Helper::MailboxOwner => "The owner of your practice's shared mailbox can do this, on this site,".to_owned(),
        Helper::LocalAdministrator { organisation } if page => {
            format!("Tell the local administrator of {organisation}, on this site or in person.")
        }
        Helper::LocalAdministrator { organisation } => format!("Tell the local administrator of {organisation}."),
        _ => {
            if page {
                by.insert(0, "send a request on this site".to_owned());
            }
            sentence(&by)
        }
    }
}

/// `a, b or c`, as a sentence.
fn sentence(by: &[String]) -> String {
    let text = match by {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}.", rest.join(", ")),
        _ => format!("{}.", by.concat()),
    };
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn when(way: &Way) -> String {
    match (&way.acts, way.from, way.due) {
        (Helper::SelfService | Helper::MailboxOwner, ..) => "at any time.".to_owned(),
        (_, When::OwnHours, _) => "They have hours of their own.".to_owned(),
        // The due time orders the helpdesk's queue; nobody is promised an answer by then.
        (acts, When::Now, Some(_)) => format!("The {} is there now and answers as soon as it can.", name(acts)),
        (_, When::Now, None) => "It can do this now.".to_owned(),
        (acts, When::Opening(Opening::At(at)), _) => format!("The {} does this from {}.", name(acts), in_words(at)),
        (acts, When::Opening(Opening::Unknown { year }), _) => format!(
            "The {} does this when it is next available: the bank holidays of {year} are not known here yet, so we can't say which day that is.",
            name(acts)
        ),
    }
}

fn name(helper: &Helper) -> &'static str {
    match helper {
        Helper::SelfService => "self-service",
        Helper::MailboxOwner => "owner of the shared mailbox",
        Helper::NationalHelpdesk => "national helpdesk",
        Helper::DentistAdministrationTeam => "dentist administration team",
        Helper::DentistResolverGroup => "dentist resolver group",
        Helper::LocalAdministrator { .. } => "local administrator",
    }
}

impl Refuse for NamedMailboxRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "enquiry-mailbox-missing",
            Self::Characters => "enquiry-mailbox-characters",
            Self::TooLong => "enquiry-mailbox-too-long",
        }
    }

    fn rule(&self) -> Rule {
        Rule(33)
    }

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::enquiry_mailbox_missing(),
            Self::Characters => say::enquiry_mailbox_characters(),
            Self::TooLong => say::enquiry_mailbox_too_long(MAXIMUM_MAILBOX_NAME_LENGTH),
        }
    }
}

impl Refuse for CaseRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotHelpdesk => "case-not-helpdesk",
            Self::NotAssigned => "case-not-assigned",
            Self::OtherAgent => "case-other-agent",
            Self::NotAnswered => "case-not-answered",
            Self::Answered => "case-answered",
            Self::Closed => "case-closed",
        }
    }

    fn rule(&self) -> Rule {
        Rule(33)
    }

    fn sentence(&self) -> Text {
        match self {
            Self::NotHelpdesk => say::case_not_helpdesk(),
            Self::NotAssigned => say::case_not_assigned(),
            Self::OtherAgent => say::case_other_agent(),
            Self::NotAnswered => say::case_not_answered(),
            Self::Answered => say::case_answered(),
            Self::Closed => say::case_closed(),
        }
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::NotHelpdesk => NextStep::AskHelpdesk,
            Self::NotAssigned | Self::OtherAgent | Self::NotAnswered | Self::Answered | Self::Closed => {
                NextStep::LookAgain
            }
        }
    }
}
