//! Reminders and warnings: which are due, and which have gone out (R13, R15).

use serde::{Deserialize, Serialize};

use super::{Account, Deadline, DeadlineKind, Event, State};
use crate::policy::Policy;
use crate::time::{Instant, Span};

/// A step of a deadline's reminders that has gone out. Each step is recorded with the decision
/// that sends it, so that it goes out once, whenever the clocks are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Sent {
    /// Which deadline.
    pub kind: DeadlineKind,
    /// When the deadline is.
    pub deadline: Instant,
    /// How many days before it the step stands; 0: the deadline has passed.
    pub days_before: u32,
    /// When it went out.
    pub at: Instant,
    /// The date it names: the deadline, or later where a deletion's warnings went out late.
    pub takes_effect: Instant,
}

impl Sent {
    /// Adds itself, dropping what was recorded for an earlier deadline of the same kind.
    pub(super) fn record_in(self, sent: &mut Vec<Self>) {
        sent.retain(|other| other.kind != self.kind || other.deadline == self.deadline);
        sent.push(self);
    }
}

impl Account {
    /// What has fallen due at `now`, oldest step first.
    ///
    /// A step missed while nothing ran goes out late as long as its deadline is ahead. Once the
    /// deadline has passed, one notice that it has stands for all steps missed. A deletion that was
    /// not warned of is put off by the first step's days, and its steps are counted from there.
    pub(super) fn due(&self, now: Instant, policy: &Policy) -> Vec<Event> {
        self.clocks(policy).iter().flat_map(|deadline| self.due_of(deadline, now, policy)).collect()
    }

    fn due_of(&self, deadline: &Deadline, now: Instant, policy: &Policy) -> Vec<Event> {
        let (steps, effective) = (steps(deadline.kind, policy), self.effective(deadline));
        if now < effective {
            let due = |days: &&u32| effective.minus(Span::days(**days)) <= now && !self.has_sent(deadline, **days);
            let due: Vec<u32> = steps.iter().filter(due).copied().collect();
            return due.iter().map(|&days| Event::Reminded(remind(deadline, days, now, due.last().copied()))).collect();
        }
        match (deadline.kind, steps.first()) {
            (DeadlineKind::Deleted, Some(&first)) if !self.has_sent(deadline, first) => {
                vec![Event::Reminded(remind(deadline, first, now, Some(first)))]
            }
            (DeadlineKind::Deleted, _) => vec![Event::Deleted { at: now }],
            (_, Some(_)) if !self.has_sent(deadline, 0) => vec![Event::Reminded(remind(deadline, 0, now, None))],
            _ => Vec::new(),
        }
    }

    /// When a deadline takes effect: a deletion not before its warnings said.
    pub(super) fn effective(&self, deadline: &Deadline) -> Instant {
        let said = self.sent_of(deadline).map(|sent| sent.takes_effect).min();
        said.map_or(deadline.at, |said| said.max(deadline.at))
    }

    /// When the clocks next have something to do; `None`: never, as things stand.
    #[must_use]
    pub fn next_due(&self, policy: &Policy) -> Option<Instant> {
        self.clocks(policy).iter().filter_map(|deadline| self.next_due_of(deadline, policy)).min()
    }

    fn next_due_of(&self, deadline: &Deadline, policy: &Policy) -> Option<Instant> {
        let (steps, effective) = (steps(deadline.kind, policy), self.effective(deadline));
        let reminder = steps.iter().find(|&&days| !self.has_sent(deadline, days));
        let passed = match deadline.kind {
            DeadlineKind::Deleted => Some(effective),
            _ if steps.is_empty() || self.has_sent(deadline, 0) => None,
            _ => Some(effective),
        };
        [reminder.map(|&days| effective.minus(Span::days(days))), passed].into_iter().flatten().min()
    }

    /// Whether this step has gone out, or a later one that stands for it.
    fn has_sent(&self, deadline: &Deadline, days_before: u32) -> bool {
        self.sent_of(deadline).any(|sent| sent.days_before <= days_before)
    }

    fn sent_of(&self, deadline: &Deadline) -> impl Iterator<Item = &Sent> {
        let (kind, at) = (deadline.kind, deadline.at);
        self.sent().iter().filter(move |sent| sent.kind == kind && sent.deadline == at)
    }

    fn sent(&self) -> &[Sent] {
        match &self.state {
            State::Newcomer(newcomer) => &newcomer.sent,
            State::Member(member) => &member.sent,
            State::Deleted { .. } => &[],
        }
    }
}

/// A step that goes out at `now`; `nearest` is the last step that goes out with it.
fn remind(deadline: &Deadline, days_before: u32, now: Instant, nearest: Option<u32>) -> Sent {
    let takes_effect = match (deadline.kind, nearest) {
        (DeadlineKind::Deleted, Some(days)) => deadline.at.max(now.plus(Span::days(days))),
        _ => deadline.at,
    };
    Sent { kind: deadline.kind, deadline: deadline.at, days_before, at: now, takes_effect }
}

/// The days before a deadline on which something goes out, falling.
fn steps(kind: DeadlineKind, policy: &Policy) -> &[u32] {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => &[],
        DeadlineKind::PasswordExpires => &policy.reminder_days,
        DeadlineKind::BecomesInactive => &policy.inactivity_warning_days,
        DeadlineKind::Deleted => &policy.deletion_warning_days,
    }
}
