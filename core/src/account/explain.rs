//! What would come of a command, without doing it (R34): for the member's and the helpdesk's screens.

use serde::Serialize;

use super::{Account, AccountRefusal, Command, DeadlineView, Event, Status};
use crate::directory::DirectoryEntry;
use crate::locale::Language;
use crate::notice::{self, Channel};
use crate::policy::Policy;
use crate::refusal::{NextStep, Refuse};
use crate::time::Instant;

mod way;

pub use way::{Need, Step, Who};

/// What would come of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The command's stable name.
    pub command: &'static str,
    /// What would come of it.
    pub outcome: Outcome,
}

/// What would come of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// It would be done.
    Done(Effect),
    /// It would be taken and change nothing: it is so already.
    AlreadySo,
    /// It would be refused.
    Refused(Why),
}

/// What would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The stable names of what would happen, in order.
    pub events: Vec<&'static str>,
    /// What the account counts as, before and after.
    pub status: (Status, Status),
    /// The coming dates that there would be no more.
    pub dates_gone: Vec<DeadlineView>,
    /// The coming dates that there would be anew.
    pub dates_new: Vec<DeadlineView>,
    /// Whether every session would end.
    pub ends_sessions: bool,
    /// Whether the directory would show something else.
    pub changes_directory: bool,
    /// By which channels people would be told.
    pub told_by: Vec<Channel>,
}

/// Why it would be refused, and what would make it possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// The refusal's stable code.
    pub code: &'static str,
    /// The rule's id, such as `R26`.
    pub rule: String,
    /// The sentence for the person concerned.
    pub sentence: String,
    /// Where to go from here.
    pub next_step: NextStep,
    /// What makes it possible, in order; empty: nothing does.
    pub way: Vec<Step>,
}

impl Account {
    /// Says what would come of `command` at `now`; judged by [`Account::decide`] itself, so that the
    /// two can't disagree.
    #[must_use]
    pub fn explain(&self, command: &Command, now: Instant, policy: &Policy) -> Explanation {
        let outcome = match self.decide(command, now, policy) {
            Ok(events) if events.is_empty() => Outcome::AlreadySo,
            Ok(events) => Outcome::Done(self.effect(&events, now, policy)),
            Err(refusal) => Outcome::Refused(self.why(refusal, command, now, policy)),
        };
        Explanation { command: command.name(), outcome }
    }

    fn effect(&self, events: &[Event], now: Instant, policy: &Policy) -> Effect {
        let after = events.iter().fold(self.clone(), Self::evolve);
        let dates = |account: &Self| -> Vec<_> {
            account
                .deadlines(now, policy)
                .into_iter()
                .map(|deadline| DeadlineView::of(deadline, now, Language::En))
                .collect()
        };
        let (before_dates, after_dates) = (dates(self), dates(&after));
        let without = |dates: &[DeadlineView], others: &[DeadlineView]| {
            dates.iter().filter(|date| !others.contains(date)).cloned().collect()
        };
        let mut told_by: Vec<_> =
            notice::of_events(self, events, policy, "").into_iter().map(|notice| notice.channel).collect();
        told_by.sort_unstable();
        told_by.dedup();
        Effect {
            events: events.iter().map(Event::name).collect(),
            status: (self.status(now, policy), after.status(now, policy)),
            dates_gone: without(&before_dates, &after_dates),
            dates_new: without(&after_dates, &before_dates),
            ends_sessions: events.iter().any(Event::ends_sessions),
            changes_directory: DirectoryEntry::of(self) != DirectoryEntry::of(&after),
            told_by,
        }
    }

    fn why(&self, refusal: AccountRefusal, command: &Command, now: Instant, policy: &Policy) -> Why {
        Why {
            code: refusal.code(),
            rule: refusal.rule().to_string(),
            sentence: refusal.sentence().english(),
            next_step: refusal.next_step(),
            way: way::to(self, command, now, policy),
        }
    }
}
