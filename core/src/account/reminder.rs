//! Reminders and warnings: which are due, and which have gone out (R13, R15).

use serde::{Deserialize, Serialize};

use super::{Account, Deadline, DeadlineKind, Event, State};
use crate::mailbox::Ties;
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
    /// deadline has passed, one notice that it has stands for all steps missed. A deletion that is
    /// warned of late is put off so that all the first step's days are left, and the other steps are counted
    /// from there: nobody is told a later date for one clock than for the one that follows it. One that would leave a mailbox without an owner waits until somebody has succeeded (R26), one for lack
    /// of use as long as a temporary password issued on a vouching can be used (R22).
    pub(super) fn due(&self, now: Instant, policy: &Policy, ties: &Ties) -> Vec<Event> {
        let mut events: Vec<_> =
            self.clocks(policy).iter().flat_map(|deadline| self.due_of(deadline, now, policy, ties)).collect();
        // Deleted once, whatever clocks struck; the rest has no account any more to be about.
        if let Some(deleted) = events.iter().position(|event| matches!(event, Event::Deleted { .. })) {
            events = events.split_off(deleted);
            events.truncate(1);
        }
        events
    }

    fn due_of(&self, deadline: &Deadline, now: Instant, policy: &Policy, ties: &Ties) -> Vec<Event> {
        let (steps, effective) = (deadline.kind.steps(policy), self.effective(deadline, policy));
        let is_due = |days: u32| effective.minus(Span::days(days)) <= now && !self.has_sent(deadline, days);
        match *steps {
            [first, ..] if deadline.kind.is_deletion() && is_due(first) => {
                let named = effective.max(now.plus(Span::days(first)));
                with_alarm(remind(deadline, first, now, named), ties)
            }
            _ if now < effective => {
                let due = steps.iter().filter(|&&days| is_due(days));
                due.flat_map(|&days| with_alarm(remind(deadline, days, now, effective), ties)).collect()
            }
            _ if deadline.kind.is_deletion() && ties.is_succeeded() => vec![Event::Deleted { at: now }],
            // The holder is not told again and again of a deletion that waits; the helpdesk is, once.
            _ if deadline.kind.is_deletion() && self.has_sent(deadline, 0) => Vec::new(),
            _ if deadline.kind.is_deletion() => with_alarm(remind(deadline, 0, now, deadline.at), ties),
            [_, ..] if !self.has_sent(deadline, 0) => vec![Event::Reminded(remind(deadline, 0, now, deadline.at))],
            _ => Vec::new(),
        }
    }

    /// When a deadline takes effect: a deletion not before its warnings said, and one for lack of use not
    /// while the holder, for whom somebody has vouched (R22), can use what was issued: a hold must not
    /// outlast the account.
    pub(super) fn effective(&self, deadline: &Deadline, policy: &Policy) -> Instant {
        let said = self.sent_of(deadline).map(|sent| sent.takes_effect);
        let vouched = self.member().and_then(|member| member.vouched.as_ref());
        let held = vouched.filter(|_| deadline.kind == DeadlineKind::Deleted);
        said.chain(held.map(|vouched| vouched.temporary_password.runs_out_at(policy))).fold(deadline.at, Instant::max)
    }

    /// When the clocks next have something to do; `None`: never, as things stand.
    #[must_use]
    pub fn next_due(&self, policy: &Policy) -> Option<Instant> {
        self.clocks(policy).iter().filter_map(|deadline| self.next_due_of(deadline, policy)).min()
    }

    fn next_due_of(&self, deadline: &Deadline, policy: &Policy) -> Option<Instant> {
        let (steps, effective) = (deadline.kind.steps(policy), self.effective(deadline, policy));
        let reminder = steps.iter().find(|&&days| !self.has_sent(deadline, days));
        // A deletion that waits stays due: it happens when the clocks next run after what it waits for.
        let is_over = !deadline.kind.is_deletion() && (steps.is_empty() || self.has_sent(deadline, 0));
        let passed = (!is_over).then_some(effective);
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
            State::Disabled(disabled) => &disabled.sent,
            State::Deleted { .. } => &[],
        }
    }
}

/// A step that goes out at `now` and names a date.
fn remind(deadline: &Deadline, days_before: u32, now: Instant, takes_effect: Instant) -> Sent {
    Sent { kind: deadline.kind, deadline: deadline.at, days_before, at: now, takes_effect }
}

/// A warning of a deletion, and the alarm to the helpdesk where mailboxes would lose their owner (R26).
fn with_alarm(sent: Sent, ties: &Ties) -> Vec<Event> {
    let alarm = (sent.kind.is_deletion() && !ties.is_succeeded())
        .then(|| Event::SuccessionNeeded { mailboxes: ties.sole_owner_of.clone(), deletion: sent.takes_effect });
    std::iter::once(Event::Reminded(sent)).chain(alarm).collect()
}
