//! Who can help, as the client shows it (R32).

use serde::{Deserialize, Serialize};

use super::{Channel, Contacts, Help, Helper, Opening, Page, Task, Way, When};
use crate::time::Instant;
use crate::wording;

/// Who can help with a task.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpView {
    /// What is to be done.
    pub task: Task,
    /// The ways to have it done, in the order in which to try them.
    pub ways: Vec<WayView>,
}

/// One way to have a task done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WayView {
    /// Whom to tell.
    pub tell: Helper,
    /// Who does it then.
    pub acts: Helper,
    /// How whoever is told is reached, the best first; may be empty for a local administrator.
    pub channels: Vec<ChannelView>,
    /// From when it is done.
    pub from: When,
    /// By when it is due; absent where it is done at once, or others promise for themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Opening>,
    /// All of it in words.
    pub text: String,
}

/// How a helper is reached.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ChannelView {
    /// A page of the service.
    Page {
        /// Its name.
        page: Page,
    },
    /// An email.
    Email {
        /// The address.
        address: String,
    },
    /// A call.
    Telephone {
        /// The number, as it is to be shown.
        number: String,
    },
}

impl HelpView {
    /// The view of `help` with the details of `contacts`.
    #[must_use]
    pub fn of(help: Help, contacts: &Contacts) -> Self {
        Self { task: help.task, ways: help.ways.into_iter().map(|way| WayView::of(way, contacts)).collect() }
    }
}

impl WayView {
    fn of(way: Way, contacts: &Contacts) -> Self {
        Self {
            text: wording::way(&way, contacts),
            channels: way.channels.iter().map(|&channel| ChannelView::of(channel, contacts)).collect(),
            tell: way.tell,
            acts: way.acts,
            from: way.from,
            due: way.due,
        }
    }
}

impl ChannelView {
    fn of(channel: Channel, contacts: &Contacts) -> Self {
        match channel {
            Channel::Page(page) => Self::Page { page },
            Channel::Email => Self::Email { address: contacts.helpdesk_email.clone() },
            Channel::Telephone => Self::Telephone { number: contacts.helpdesk_telephone.clone() },
        }
    }
}

/// When it is, in London's words.
pub(crate) fn in_words(at: Instant) -> String {
    let london = at.london();
    format!("{} on {}", london.time().english(), london.date().english())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::Administration;
    use crate::help::{Holidays, who_can_help};
    use crate::policy::Policy;

    fn view(task: Task, now: &str) -> HelpView {
        let (policy, holidays) = (Policy::seed_2018(), Holidays::default());
        let help = who_can_help(task, now.parse().unwrap(), &Administration::NhsDental, &policy, &holidays);
        HelpView::of(help, &Contacts::default())
    }

    fn texts(task: Task, now: &str) -> Vec<String> {
        view(task, now).ways.into_iter().map(|way| way.text).collect()
    }

    #[test]
    fn r32_the_words_say_who_how_and_when() {
        assert_eq!(
            texts(Task::ResetPassword, "2027-08-27T18:00:00Z"),
            [
                "You can do this yourself, on this site, at any time.",
                "Call the national helpdesk on 0333 200 1133. It can do this now."
            ]
        );
        assert_eq!(
            texts(Task::Transfer, "2027-08-27T18:00:00Z"),
            [
                "Email dentistadmin@nhs.net or call the national helpdesk on 0333 200 1133. The dentist resolver group does this from 9:00am on Tuesday 31 August 2027."
            ]
        );
        assert_eq!(
            texts(Task::Transfer, "2027-02-22T10:00:00Z"),
            [
                "Email dentistadmin@nhs.net or call the national helpdesk on 0333 200 1133. The dentist administration team is there now and answers as soon as it can."
            ]
        );
        assert_eq!(
            texts(Task::Transfer, "2028-12-30T10:00:00Z"),
            [
                "Email dentistadmin@nhs.net or call the national helpdesk on 0333 200 1133. The dentist resolver group does this when it is next available: the bank holidays of 2029 are not known here yet, so we can't say which day that is."
            ]
        );
    }

    #[test]
    fn r32_the_view_reads_what_it_writes() {
        for task in Task::ALL {
            let view = view(task, "2027-08-27T18:00:00Z");
            let json = serde_json::to_string(&view).unwrap();
            assert_eq!(serde_json::from_str::<HelpView>(&json).unwrap(), view);
        }
        let json = serde_json::to_value(view(Task::ResetPassword, "2027-08-27T18:00:00Z")).unwrap();
        assert_eq!(json["ways"][0]["channels"][0], serde_json::json!({"kind": "page", "page": "recovery"}));
        assert_eq!(json["ways"][1]["tell"], "national-helpdesk");
        assert_eq!(json["ways"][1]["from"], "now");
    }
}
