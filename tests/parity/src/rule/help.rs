//! Who can help, from when (R24, R32), and the clock of London that says so.

use enamel_core::account::Administration;
use enamel_core::help::{Contacts, HelpView, Helper, Holidays, Opening, Task, TeamHours, who_can_help, whom_to_tell};
use enamel_core::time::{Date, Instant, LondonInstants, LondonTime};
use serde::{Deserialize, Serialize};

use crate::input::PolicyInput;
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    task: Task,
    now: Instant,
    administration: Administration,
    contacts: Option<Contacts>,
    /// A newer file of bank holidays.
    holidays: Option<Holidays>,
    policy: Option<PolicyInput>,
}

#[derive(Serialize)]
struct Judged {
    tell: Helper,
    is_open: bool,
    next_opening: Opening,
    next_start: Opening,
    help: HelpView,
    contradiction: Option<String>,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(input.policy);
        let contacts = input.contacts.unwrap_or_default();
        let holidays = match input.holidays {
            Some(newer) => Holidays::default().updated(&newer),
            None => Holidays::default(),
        };
        let hours = TeamHours::new(&policy, &holidays);
        Judged {
            tell: whom_to_tell(&input.administration),
            is_open: hours.is_open(input.now),
            next_opening: hours.next_opening(input.now),
            next_start: hours.next_start(input.now),
            help: HelpView::of(
                who_can_help(input.task, input.now, &input.administration, &policy, &holidays),
                &contacts,
            ),
            contradiction: contacts.validate().err().map(|contradiction| contradiction.to_string()),
        }
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LondonInput {
    date: Date,
    hour: u32,
    minute: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Shown {
    Never { change: Instant },
    Once { at: Instant, date: String, time: String },
    Twice { first: Instant, second: Instant },
    OutOfRange,
}

pub(crate) fn judge_london(json: &str) -> serde_json::Result<String> {
    judged(json, |input: LondonInput| match LondonTime::new(input.date, input.hour, input.minute) {
        None => Shown::OutOfRange,
        Some(shown) => match shown.instants() {
            LondonInstants::Once(at) => Shown::Once { at, date: shown.date().english(), time: shown.time().english() },
            LondonInstants::Twice { first, second } => Shown::Twice { first, second },
            LondonInstants::Never { change } => Shown::Never { change },
        },
    })
}
