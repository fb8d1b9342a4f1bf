//! One-time codes (R19, R21).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::password::PasswordHash;
use crate::policy::Policy;
use crate::text::{Typed, is_zero_width, nfkc};
use crate::time::{Instant, Span};

/// The digits that a text message holds.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode(String);

/// Why a text is no one-time code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// Not that many digits.
    #[error("not {0} digits")]
    Format(u32),
}

impl OneTimeCode {
    /// Makes one of `policy.code_digits` digits from 64 random bits; of a million codes none is
    /// more likely than another by more than one part in 10^13.
    #[must_use]
    pub fn generate(policy: &Policy, entropy: u64) -> Self {
        let digits = policy.code_digits.min(18);
        Self(format!("{:0width$}", entropy % 10_u64.pow(digits), width = digits as usize))
    }

    /// Reads what was typed: spaces and hyphens anywhere, full-width digits.
    ///
    /// # Errors
    /// [`CodeRefusal`].
    pub fn parse(typed: &Typed, policy: &Policy) -> Result<Self, CodeRefusal> {
        let code: String =
            nfkc(typed.as_str()).chars().filter(|&c| !c.is_whitespace() && !is_zero_width(c) && c != '-').collect();
        if code.is_empty() {
            Err(CodeRefusal::Missing)
        } else if code.len() == policy.code_digits as usize && code.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(code))
        } else {
            Err(CodeRefusal::Format(policy.code_digits))
        }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneTimeCode(…)")
    }
}

/// A code that was sent, as it is kept. One code, one use.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SentCode {
    /// Waits to be entered.
    Waiting {
        /// Its hash.
        hash: PasswordHash,
        /// When it was sent.
        sent_at: Instant,
        /// Wrong tries so far.
        wrong: u32,
    },
    /// Entered once, tried too often, or replaced: it proves nothing any more.
    Spent,
}

/// Why a code proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeFailure {
    /// It is another one.
    #[error("the code is wrong")]
    Wrong,
    /// Too old, tried too often, or used before: a new one has to be sent.
    #[error("the code no longer works")]
    Spent,
}

impl SentCode {
    /// A code sent at `now`.
    #[must_use]
    pub fn sent(hash: PasswordHash, now: Instant) -> Self {
        Self::Waiting { hash, sent_at: now, wrong: 0 }
    }

    /// The hash to compare with, while the code works.
    #[must_use]
    pub fn hash(&self, now: Instant, policy: &Policy) -> Option<&PasswordHash> {
        match self {
            Self::Waiting { hash, sent_at, wrong }
                if now < sent_at.plus(Span::minutes(policy.code_minutes)) && *wrong < policy.code_tries =>
            {
                Some(hash)
            }
            Self::Waiting { .. } | Self::Spent => None,
        }
    }

    /// Judges a try.
    ///
    /// # Errors
    /// [`CodeFailure`]; a wrong try counts, see [`Self::tried`].
    pub fn judge(&self, is_right: bool, now: Instant, policy: &Policy) -> Result<(), CodeFailure> {
        match self.hash(now, policy) {
            None => Err(CodeFailure::Spent),
            Some(_) if is_right => Ok(()),
            Some(_) => Err(CodeFailure::Wrong),
        }
    }

    /// After a try: a right one spends the code, a wrong one counts.
    #[must_use]
    pub fn tried(self, is_right: bool) -> Self {
        match self {
            Self::Waiting { hash, sent_at, wrong } if !is_right => {
                Self::Waiting { hash, sent_at, wrong: wrong.saturating_add(1) }
            }
            Self::Waiting { .. } | Self::Spent => Self::Spent,
        }
    }
}

/// The codes that were sent to one person lately: how many may follow.
///
/// Kept apart for devices that the person has signed in on, so that a stranger who asks for codes
/// can't use up the member's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Allowance {
    sent: Vec<Instant>,
}

/// Too many codes were sent; another is at this instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many codes, again at {0}")]
pub struct TooManyCodes(pub Instant);

const HOUR: Span = Span::minutes(60);
const DAY: Span = Span::days(1);

impl Allowance {
    /// Whether another code may be sent at `now`.
    ///
    /// # Errors
    /// [`TooManyCodes`], with when it may.
    pub fn admit(&self, now: Instant, policy: &Policy) -> Result<(), TooManyCodes> {
        let again = [(HOUR, policy.codes_an_hour), (DAY, policy.codes_a_day)]
            .into_iter()
            .filter_map(|(window, most)| self.free_at(window, most))
            .max();
        match again {
            Some(again) if now < again => Err(TooManyCodes(again)),
            _ => Ok(()),
        }
    }

    /// When fewer than `most` lie within `window`; `None`: they never were more.
    fn free_at(&self, window: Span, most: u32) -> Option<Instant> {
        let first_counted = self.sent.len().checked_sub(most as usize)?;
        self.sent.get(first_counted).map(|sent| sent.plus(window))
    }

    /// After a code was sent at `now`; what no window counts any more is forgotten.
    #[must_use]
    pub fn after_sending(mut self, now: Instant) -> Self {
        self.sent.retain(|sent| sent.plus(DAY) > now);
        self.sent.push(now);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Instant {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn minute(minutes: u32) -> Instant {
        start().plus(Span::minutes(minutes))
    }

    fn sent() -> SentCode {
        SentCode::sent(PasswordHash::new("c".to_owned()), start())
    }

    #[test]
    fn r21_a_code_works_once_for_ten_minutes_and_five_tries() {
        let policy = Policy::seed_2018();
        assert_eq!(sent().judge(true, Instant::from_micros(minute(10).micros() - 1), &policy), Ok(()));
        assert_eq!(sent().judge(true, minute(10), &policy), Err(CodeFailure::Spent));
        assert_eq!(sent().tried(true).judge(true, start(), &policy), Err(CodeFailure::Spent));
        let tried = |times| (0..times).fold(sent(), |code, _| code.tried(false));
        assert_eq!(tried(4).judge(true, start(), &policy), Ok(()));
        assert_eq!(tried(4).judge(false, start(), &policy), Err(CodeFailure::Wrong));
        assert_eq!(tried(5).judge(true, start(), &policy), Err(CodeFailure::Spent));
    }

    #[test]
    fn r21_a_code_is_read_in_every_spelling() {
        let policy = Policy::seed_2018();
        for typed in ["012345", "012 345", "012-345", " 012345\u{200b}", "\u{ff10}12345"] {
            assert_eq!(OneTimeCode::parse(&typed.into(), &policy).unwrap().as_str(), "012345");
        }
        for typed in ["12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert_eq!(OneTimeCode::parse(&typed.into(), &policy), Err(CodeRefusal::Format(6)), "{typed}");
        }
        assert_eq!(OneTimeCode::parse(&" ".into(), &policy), Err(CodeRefusal::Missing));
        assert_eq!(OneTimeCode::generate(&policy, 5_000_042).as_str(), "000042");
    }

    #[test]
    fn r21_three_codes_an_hour_and_six_a_day() {
        let policy = Policy::seed_2018();
        let mut allowance = Allowance::default();
        for minutes in [0, 1, 2] {
            assert_eq!(allowance.admit(minute(minutes), &policy), Ok(()));
            allowance = allowance.after_sending(minute(minutes));
        }
        assert_eq!(allowance.admit(minute(59), &policy), Err(TooManyCodes(minute(60))));
        for minutes in [60, 61, 62] {
            assert_eq!(allowance.admit(minute(minutes), &policy), Ok(()));
            allowance = allowance.after_sending(minute(minutes));
        }
        assert_eq!(allowance.admit(minute(200), &policy), Err(TooManyCodes(minute(1440))));
        assert_eq!(allowance.admit(minute(1440), &policy), Ok(()));
        assert_eq!(allowance.after_sending(minute(9000)).sent.len(), 1, "what is past is forgotten");
    }

    #[test]
    fn r21_a_code_sent_a_day_ago_is_forgotten() {
        let sent: Instant = "2026-11-23T09:00:00Z".parse().unwrap();
        let next = sent.plus(DAY);
        let fresh = Allowance::default().after_sending(next);
        assert_eq!(Allowance::default().after_sending(sent).after_sending(next), fresh);
        let just_before = Instant::from_micros(next.micros() - 1);
        assert_ne!(
            Allowance::default().after_sending(sent).after_sending(just_before),
            Allowance::default().after_sending(just_before)
        );
    }
}
