//! The nudge when nobody opens a mailbox (R16).

use serde::{Deserialize, Serialize};

use super::{Event, Mailbox};
use crate::policy::Policy;
use crate::time::{Instant, Span};

/// A nudge that went out. It is recorded with the decision that sends it and names the silence it
/// was about, so that each silence has one, whenever the clocks are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Nudge {
    /// Since when nobody had opened the mailbox.
    pub silent_since: Instant,
    /// When it went out.
    pub at: Instant,
}

impl Mailbox {
    /// Since when nobody has opened it: the last opening, or the creation.
    #[must_use]
    pub fn silent_since(&self) -> Instant {
        self.last_opened.map_or(self.created_at, |opening| opening.at)
    }

    /// When the clocks next have something to do; `None`: not before somebody opens it.
    #[must_use]
    pub fn next_due(&self, policy: &Policy) -> Option<Instant> {
        let silent_since = self.silent_since();
        let is_nudged = self.nudge.is_some_and(|nudge| nudge.silent_since == silent_since);
        (!is_nudged).then(|| silent_since.plus(Span::days(policy.mailbox_nudge_days)))
    }

    /// What has fallen due at `now`: a silence that goes on is nudged about, however late; one that
    /// has ended needs no nudge any more.
    pub(super) fn due(&self, now: Instant, policy: &Policy) -> Vec<Event> {
        let nudge = Nudge { silent_since: self.silent_since(), at: now };
        self.next_due(policy).filter(|&due| due <= now).map(|_| Event::Nudged(nudge)).into_iter().collect()
    }
}
