//! Clocks that can stand still (R28).

use serde::{Deserialize, Serialize};

use crate::time::{Instant, Span};

/// A clock that began at an instant and stood still while the account was disabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct Clock {
    /// When what it counts from happened.
    pub began: Instant,
    /// How long it stood still since.
    pub stood_still: Span,
}

impl Clock {
    /// A clock that begins now.
    #[must_use]
    pub fn starting(now: Instant) -> Self {
        Self { began: now, stood_still: Span::ZERO }
    }

    /// When it has counted `span`, if it goes on from now.
    #[must_use]
    pub fn reaches(self, span: Span) -> Instant {
        self.began.plus(self.stood_still).plus(span)
    }

    /// The clock after it stood still for a further `span`.
    #[must_use]
    pub fn after_standing(self, span: Span) -> Self {
        Self { stood_still: self.stood_still.and(span), ..self }
    }

    /// The later of two beginnings: what happened last counts.
    #[must_use]
    pub fn restarted(self, now: Instant) -> Self {
        if now >= self.began { Self::starting(now) } else { self }
    }
}
