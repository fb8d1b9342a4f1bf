//! The time of day, read in one place.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use enamel_core::time::Instant;

/// Where the program reads the time: the machine's clock, which in the demo and in tests can be
/// moved on.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Microseconds by which the rules' time is ahead of the machine's.
    offset: Arc<AtomicI64>,
}

impl Clock {
    /// The time by which the rules judge.
    #[must_use]
    pub fn now(&self) -> Instant {
        Instant::from_micros(self.wall().micros().saturating_add(self.offset.load(Ordering::SeqCst)))
    }

    /// The machine's time, by which sessions run out: moving the demo's clock signs nobody out.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is that place")]
    pub fn wall(&self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Instant::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }

    /// Moves the rules' time to `now`. Only the demo and tests do.
    pub fn set(&self, now: Instant) {
        self.offset.store(now.micros().saturating_sub(self.wall().micros()), Ordering::SeqCst);
    }
}
