//! Locks against guessing (R23).
//!
//! Tries are counted for whatever they are made on: a username (whether anybody has it or not, so
//! that a lock tells nothing), and apart from it the devices that its holder has signed in on, so
//! that a stranger's guessing does not shut the member out.

use serde::{Deserialize, Serialize};

use crate::policy::Policy;
use crate::time::{Instant, Span};

/// The wrong tries so far. The right password, and a recovery, begin anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Guesses {
    /// Tries are taken.
    Open {
        /// Wrong tries in a row since the last lock.
        wrong: u32,
        /// Locks since the last right one.
        locks: u32,
    },
    /// None is taken, not even the right password.
    Locked {
        /// Until when; at that instant tries are taken again.
        until: Instant,
        /// Locks since the last right one, this one counted.
        locks: u32,
    },
}

/// No try is taken for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("locked until {until}")]
pub struct Locked {
    /// When tries are taken again; a recovery opens it at once.
    pub until: Instant,
}

impl Default for Guesses {
    fn default() -> Self {
        Self::Open { wrong: 0, locks: 0 }
    }
}

impl Guesses {
    /// Whether a try is taken at `now`.
    ///
    /// # Errors
    /// [`Locked`], whatever would be tried.
    pub fn admit(self, now: Instant) -> Result<(), Locked> {
        match self {
            Self::Locked { until, .. } if now < until => Err(Locked { until }),
            Self::Locked { .. } | Self::Open { .. } => Ok(()),
        }
    }

    /// After a wrong try that was admitted: the policy's number of them in a row lock for the
    /// policy's minutes, twice as long each further time, up to its longest.
    #[must_use]
    pub fn after_wrong(self, now: Instant, policy: &Policy) -> Self {
        let (wrong, locks) = match self {
            Self::Open { wrong, locks } => (wrong.saturating_add(1), locks),
            Self::Locked { locks, .. } => (1, locks),
        };
        if wrong < policy.lock_tries {
            return Self::Open { wrong, locks };
        }
        let minutes = 1_u32.checked_shl(locks).map_or(u32::MAX, |times| policy.lock_minutes.saturating_mul(times));
        let minutes = minutes.min(policy.lock_maximum_minutes);
        Self::Locked { until: now.plus(Span::minutes(minutes)), locks: locks.saturating_add(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Instant {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn lock(guesses: Guesses, now: Instant) -> (Guesses, Instant) {
        let policy = Policy::seed_2018();
        let locked = (0..10).fold(guesses, |guesses, _| {
            assert_eq!(guesses.admit(now), Ok(()));
            guesses.after_wrong(now, &policy)
        });
        (locked, locked.admit(now).unwrap_err().until)
    }

    #[test]
    fn r23_ten_wrong_tries_in_a_row_lock_for_a_quarter_of_an_hour_and_twice_as_long_each_time_up_to_a_day() {
        let (mut guesses, mut now) = (Guesses::default(), start());
        for minutes in [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440] {
            let until;
            (guesses, until) = lock(guesses, now);
            assert_eq!(until, now.plus(Span::minutes(minutes)));
            assert!(guesses.admit(Instant::from_micros(until.micros() - 1)).is_err());
            now = until;
        }
    }

    #[test]
    fn r23_nine_wrong_tries_lock_nothing_and_the_count_never_overflows() {
        let policy = Policy::seed_2018();
        let nine = (0..9).fold(Guesses::default(), |guesses, _| guesses.after_wrong(start(), &policy));
        assert_eq!(nine, Guesses::Open { wrong: 9, locks: 0 });
        let often = Guesses::Open { wrong: u32::MAX, locks: u32::MAX }.after_wrong(start(), &policy);
        assert_eq!(often.admit(start()).unwrap_err().until, start().plus(Span::minutes(1440)));
    }
}
