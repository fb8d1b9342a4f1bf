//! Instants, spans and the calendar of London.

mod date;
mod london;

pub use date::{Date, NotADate};
pub use london::{LondonInstants, LondonTime};

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

/// A moment, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Held between the years 1 and 9999, so that arithmetic is total and every instant can be
/// written as RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Instant(i64);

/// A length of time in whole microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Span(i64);

/// The text is not an RFC 3339 instant in UTC, such as `2027-02-21T09:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an instant such as 2027-02-21T09:00:00Z")]
pub struct NotAnInstant;

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// `days` of 24 hours; the longest span is some 292,000 years.
    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self((days as i64).saturating_mul(86_400_000_000))
    }

    /// Whole minutes.
    #[must_use]
    pub const fn minutes(minutes: u32) -> Self {
        Self(minutes as i64 * 60_000_000)
    }

    /// Whole seconds.
    #[must_use]
    pub const fn seconds(seconds: u32) -> Self {
        Self(seconds as i64 * 1_000_000)
    }

    /// Whole hours.
    #[must_use]
    pub const fn hours(hours: u32) -> Self {
        Self(hours as i64 * 3_600_000_000)
    }

    /// The length in microseconds.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Both, one after the other.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Instant {
    /// 0001-01-01T00:00:00Z.
    pub const FIRST: Self = Self(-62_135_596_800_000_000);
    /// 9999-12-31T23:59:59.999999Z.
    pub const LAST: Self = Self(253_402_300_799_999_999);

    /// The instant that many microseconds after 1970, held between [`Self::FIRST`] and [`Self::LAST`].
    #[must_use]
    pub fn from_micros(micros: i64) -> Self {
        Self(micros.clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// Microseconds since 1970.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This much later.
    #[must_use]
    pub fn plus(self, span: Span) -> Self {
        Self::from_micros(self.0.saturating_add(span.0))
    }

    /// This much earlier.
    #[must_use]
    pub fn minus(self, span: Span) -> Self {
        Self::from_micros(self.0.saturating_sub(span.0))
    }

    /// The time from `earlier` to `self`; none where `self` is not later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0).max(0))
    }

    /// As many calendar months later, in UTC; a day that the month lacks is its last.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let later = self.civil().checked_add_months(chrono::Months::new(months));
        later.map_or(Self::LAST, |civil| Self::from_micros(civil.and_utc().timestamp_micros()))
    }

    /// Whole days of 24 hours from `earlier` to `self`, rounded up; 0 where `self` is not later.
    #[must_use]
    pub fn days_after(self, earlier: Self) -> u32 {
        let micros = self.0.saturating_sub(earlier.0).max(0);
        let day = Span::days(1).0;
        u32::try_from(micros / day + i64::from(micros % day != 0)).unwrap_or(u32::MAX)
    }

    fn civil(self) -> NaiveDateTime {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default().naive_utc()
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = self.civil();
        let (date, time) = (civil.date(), civil.time());
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
            date.year(),
            date.month(),
            date.day(),
            time.hour(),
            time.minute(),
            time.second()
        )?;
        match self.0.rem_euclid(1_000_000) {
            0 => f.write_str("Z"),
            micros => write!(f, ".{micros:06}Z"),
        }
    }
}

impl FromStr for Instant {
    type Err = NotAnInstant;

    fn from_str(text: &str) -> Result<Self, NotAnInstant> {
        let (date, time) = text.strip_suffix('Z').and_then(|rest| rest.split_once('T')).ok_or(NotAnInstant)?;
        let date: Date = date.parse().map_err(|_| NotAnInstant)?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [hour, minute, second] = numbers(clock, ':', [2, 2, 2]).ok_or(NotAnInstant)?;
        if fraction.is_empty() || fraction.len() > 6 {
            return Err(NotAnInstant);
        }
        let micros = digits(fraction).ok_or(NotAnInstant)? * 10_u32.pow(6 - u32::try_from(fraction.len()).unwrap_or(6));
        date.civil()
            .and_hms_micro_opt(hour, minute, second, micros)
            .map(|civil| Self(civil.and_utc().timestamp_micros()))
            .ok_or(NotAnInstant)
    }
}

/// As many numbers as `widths`, each of exactly as many digits.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[u32; N]> {
    let mut parts = text.split(separator);
    let mut values = [0; N];
    for (value, width) in values.iter_mut().zip(widths) {
        *value = digits(parts.next().filter(|part| part.len() == width)?)?;
    }
    if parts.next().is_some() { None } else { Some(values) }
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

impl TryFrom<String> for Instant {
    type Error = NotAnInstant;

    fn try_from(text: String) -> Result<Self, NotAnInstant> {
        text.parse()
    }
}

impl From<Instant> for String {
    fn from(instant: Instant) -> Self {
        instant.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn an_instant_reads_what_it_writes() {
        for text in [
            "2027-02-21T09:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z",
            "2024-02-29T12:00:00.000001Z",
        ] {
            assert_eq!(at(text).to_string(), text);
        }
        assert_eq!(at("2027-02-21T09:00:00.5Z").to_string(), "2027-02-21T09:00:00.500000Z");
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "2027-02-29T00:00:00Z",
            "2027-02-21",
            "2027-02-21T09:00:00",
            "2027-02-21T09:00:00+01:00",
            "2027-2-21T09:00:00Z",
            "2027-02-21T24:00:00Z",
            "2027-02-21T09:00:00.Z",
            "2027-02-21T09:00:00.1234567Z",
            "+027-02-21T09:00:00Z",
        ] {
            assert_eq!(text.parse::<Instant>(), Err(NotAnInstant), "{text}");
        }
    }

    #[test]
    fn months_end_where_the_calendar_says() {
        assert_eq!(at("2026-08-31T12:00:00Z").plus_months(18), at("2028-02-29T12:00:00Z"));
        assert_eq!(at("2024-02-29T00:00:00Z").plus_months(12), at("2025-02-28T00:00:00Z"));
        assert_eq!(Instant::LAST.plus_months(1), Instant::LAST);
        assert_eq!(at("2026-08-31T12:00:00Z").plus_months(u32::MAX), Instant::LAST);
    }

    #[test]
    fn days_are_counted_up() {
        let now = at("2027-02-21T09:00:00Z");
        assert_eq!(now.plus(Span::days(5)).days_after(now), 5);
        assert_eq!(now.plus(Span::minutes(1)).days_after(now), 1);
        assert_eq!(now.days_after(now.plus(Span::days(1))), 0);
        assert_eq!(Instant::LAST.plus(Span::days(1)), Instant::LAST);
        assert_eq!(Instant::FIRST.minus(Span::seconds(1)), Instant::FIRST);
    }

    #[test]
    fn spans_are_counted_in_their_units() {
        assert_eq!(Span::seconds(90).micros(), 90_000_000);
        assert_eq!(Span::minutes(90), Span::seconds(90 * 60));
        assert_eq!(Span::hours(36), Span::minutes(36 * 60));
        assert_eq!(Span::days(3), Span::hours(72));
    }
}
