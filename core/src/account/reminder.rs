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
    /// deadline has passed, one notice that it has stands for all steps missed. Nothing is deleted
    /// before a warning of it went out at least the last step's days earlier, however late.
    pub(super) fn due(&self, now: Instant, policy: &Policy) -> Vec<Event> {
        self.clocks(policy).iter().flat_map(|deadline| self.due_of(deadline, now, policy)).collect()
    }

    fn due_of(&self, deadline: &Deadline, now: Instant, policy: &Policy) -> Vec<Event> {
        let step =
            |days_before| Event::Reminded(Sent { kind: deadline.kind, deadline: deadline.at, days_before, at: now });
        let steps = steps(deadline.kind, policy);
        if now < deadline.at {
            return steps
                .iter()
                .filter(|&&days| deadline.at.minus(Span::days(days)) <= now && !self.has_sent(deadline, days))
                .map(|&days| step(days))
                .collect();
        }
        if deadline.kind != DeadlineKind::Deleted {
            let is_silent = steps.is_empty() || self.has_sent(deadline, 0);
            return if is_silent { Vec::new() } else { vec![step(0)] };
        }
        match (self.deletion_at(deadline, policy), steps.last()) {
            (Some(at), _) if at <= now => vec![Event::Deleted { at: now }],
            (None, Some(&last)) => vec![step(last)],
            _ => Vec::new(),
        }
    }

    /// When the account may be deleted, the warnings having gone out; `None` before any has.
    fn deletion_at(&self, deadline: &Deadline, policy: &Policy) -> Option<Instant> {
        let Some(&last) = policy.deletion_warning_days.last() else { return Some(deadline.at) };
        let warned_at = self
            .sent()
            .iter()
            .filter(|sent| sent.kind == deadline.kind && sent.deadline == deadline.at)
            .map(|sent| sent.at)
            .min()?;
        Some(deadline.at.max(warned_at.plus(Span::days(last))))
    }

    /// When the clocks next have something to do; `None`: never, as things stand.
    #[must_use]
    pub fn next_due(&self, policy: &Policy) -> Option<Instant> {
        self.clocks(policy).iter().filter_map(|deadline| self.next_due_of(deadline, policy)).min()
    }

    fn next_due_of(&self, deadline: &Deadline, policy: &Policy) -> Option<Instant> {
        let steps = steps(deadline.kind, policy);
        let reminder =
            steps.iter().find(|&&days| !self.has_sent(deadline, days)).map(|&days| deadline.at.minus(Span::days(days)));
        let passed = match deadline.kind {
            DeadlineKind::Deleted => Some(self.deletion_at(deadline, policy).unwrap_or(deadline.at)),
            _ if steps.is_empty() || self.has_sent(deadline, 0) => return None,
            _ => Some(deadline.at),
        };
        [reminder.filter(|at| *at < deadline.at), passed].into_iter().flatten().min()
    }

    /// Whether this step has gone out, or a later one that stands for it.
    fn has_sent(&self, deadline: &Deadline, days_before: u32) -> bool {
        self.sent()
            .iter()
            .any(|sent| sent.kind == deadline.kind && sent.deadline == deadline.at && sent.days_before <= days_before)
    }

    fn sent(&self) -> &[Sent] {
        match &self.state {
            State::Newcomer(newcomer) => &newcomer.sent,
            State::Member(member) => &member.sent,
            State::Deleted { .. } => &[],
        }
    }
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
