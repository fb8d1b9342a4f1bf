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
    /// How many days before it the step stands; 0: the deadline has passed; [`Sent::NO_STEP`]: none counts.
    pub days_before: u32,
    /// When it went out.
    pub at: Instant,
    /// The date it names: the deadline, or later where a deletion's warnings went out late.
    pub takes_effect: Instant,
}

impl Sent {
    /// In the place of steps that no longer count, because the account stood still (R28): they go out again,
    /// but the deletion comes no earlier than was said before.
    pub const NO_STEP: u32 = u32::MAX;

    /// Has every step go out again.
    pub(super) fn forget_steps(sent: &mut Vec<Self>) {
        for promise in std::mem::take(sent).into_iter().filter(|promise| promise.kind.is_deletion()) {
            let is_same = |other: &&mut Self| (other.kind, other.deadline) == (promise.kind, promise.deadline);
            match sent.iter_mut().find(is_same) {
                Some(kept) => kept.takes_effect = kept.takes_effect.max(promise.takes_effect),
                None => sent.push(Self { days_before: Self::NO_STEP, ..promise }),
            }
        }
    }

    /// Adds itself, dropping what was recorded for an earlier deadline of the same kind, and the later steps
    /// of one that is told anew: they go out again.
    pub(super) fn record_in(self, sent: &mut Vec<Self>) {
        let stays = |other: &Self| other.deadline == self.deadline && other.days_before >= self.days_before;
        sent.retain(|other| other.kind != self.kind || stays(other));
        sent.push(self);
    }
}

impl Account {
    /// What has fallen due at `now`, oldest step first.
    ///
    /// A step missed while nothing ran goes out late as long as its deadline is ahead. Once the
    /// deadline has passed, one notice that it has stands for all steps missed. A deletion that is
    /// warned of late is put off so that all the first step's days are left, and the other steps are counted
    /// from there: nobody is told a later date for one clock than for the one that follows it. None happens
    /// before its last step, with that step's days, nor after a wait without being warned anew. One that
    /// would leave a mailbox without an owner waits until somebody has succeeded (R26), one for lack of use
    /// as long as a temporary password can be used (R10, R22).
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
        let is_deletion = deadline.kind.is_deletion();
        let warn = |days: u32, named: Instant| with_alarm(remind(deadline, days, now, named), ties);
        match *steps {
            [first, ..] if is_deletion && is_due(first) => warn(first, effective.max(now.plus(Span::days(first)))),
            _ if now < effective => {
                let due = steps.iter().filter(|&&days| is_due(days));
                due.flat_map(|&days| warn(days, effective)).collect()
            }
            [.., last] if is_deletion && !self.has_sent(deadline, last) => warn(last, now.plus(Span::days(last))),
            // It waited for a successor; nobody has named a date since.
            [first, ..] if is_deletion && ties.is_succeeded() && self.waits(deadline, effective) => {
                warn(first, now.plus(Span::days(first)))
            }
            _ if is_deletion && ties.is_succeeded() => vec![Event::Deleted { at: now }],
            // The holder is not told again and again of a deletion that waits; the helpdesk is, once.
            _ if is_deletion && self.waits(deadline, effective) => Vec::new(),
            _ if is_deletion => warn(0, effective),
            [_, ..] if !self.has_sent(deadline, 0) => vec![Event::Reminded(remind(deadline, 0, now, deadline.at))],
            _ => Vec::new(),
        }
    }

    /// Whether the helpdesk was told that the day has come on which a deletion takes effect.
    fn waits(&self, deadline: &Deadline, effective: Instant) -> bool {
        self.sent_of(deadline).any(|sent| sent.days_before == 0 && sent.at >= effective)
    }

    /// The warning that goes with issuing a temporary password that puts a deletion off, beyond the date that
    /// its warnings named (R10, R15, R22): it names another, with all the first step's days.
    pub(super) fn warned_anew(&self, issued: &[Event], now: Instant, policy: &Policy) -> Option<Event> {
        let account = issued.iter().fold(self.clone(), Self::evolve);
        let deadline = account.clocks(policy).into_iter().find(|deadline| deadline.kind == DeadlineKind::Deleted)?;
        let &first = deadline.kind.steps(policy).first()?;
        let said = account.sent_of(&deadline).map(|sent| sent.takes_effect).max()?;
        let effective = account.effective(&deadline, policy);
        let named = now.plus(Span::days(first)).max(effective);
        (said < effective).then(|| Event::Reminded(remind(&deadline, first, now, named)))
    }

    /// When a deadline takes effect: a deletion not before its warnings said, and one for lack of use not
    /// while the holder can use a temporary password, the first or one issued on a vouching (R10, R22): it says how
    /// long it works, and must not outlive the account.
    pub(super) fn effective(&self, deadline: &Deadline, policy: &Policy) -> Instant {
        let said = self.sent_of(deadline).map(|sent| sent.takes_effect);
        let issued = match &self.state {
            State::Newcomer(newcomer) => Some(&newcomer.temporary_password),
            State::Member(member) => member.vouched.as_ref().map(|vouched| &vouched.temporary_password),
            State::Disabled(_) | State::Deleted { .. } => None,
        };
        let held = issued.filter(|_| deadline.kind == DeadlineKind::Deleted);
        said.chain(held.map(|issued| issued.runs_out_at(policy))).fold(deadline.at, Instant::max)
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
    pub(super) fn has_sent(&self, deadline: &Deadline, days_before: u32) -> bool {
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
