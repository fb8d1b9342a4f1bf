//! The time of day, read in one place.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use enamel_core::time::Instant;

/// Where the program reads the time. A clone shows the same time.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Mode>);

#[derive(Debug)]
enum Mode {
    /// The machine's clock, for the demo moved on by so many microseconds.
    Running { ahead: AtomicI64 },
    /// A clock that stands still until it is set, for tests.
    Stopped { now: AtomicI64 },
}

impl Default for Clock {
    fn default() -> Self {
        Self(Arc::new(Mode::Running { ahead: AtomicI64::new(0) }))
    }
}

impl Clock {
    /// A clock that stands still until it is set.
    #[must_use]
    pub fn stopped_at(now: Instant) -> Self {
        Self(Arc::new(Mode::Stopped { now: AtomicI64::new(now.micros()) }))
    }

    /// The time by which the rules judge.
    #[must_use]
    pub fn now(&self) -> Instant {
        match &*self.0 {
            Mode::Running { ahead } => {
                Instant::from_micros(machine().micros().saturating_add(ahead.load(Ordering::SeqCst)))
            }
            Mode::Stopped { now } => Instant::from_micros(now.load(Ordering::SeqCst)),
        }
    }

    /// The time by which sessions run out: moving the demo's clock signs nobody out.
    #[must_use]
    pub fn wall(&self) -> Instant {
        match &*self.0 {
            Mode::Running { .. } => machine(),
            Mode::Stopped { .. } => self.now(),
        }
    }

    /// Moves the rules' time to `to`. Only the demo and tests do.
    pub fn set(&self, to: Instant) {
        match &*self.0 {
            Mode::Running { ahead } => ahead.store(to.micros().saturating_sub(machine().micros()), Ordering::SeqCst),
            Mode::Stopped { now } => now.store(to.micros(), Ordering::SeqCst),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the time")]
fn machine() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}
