//! The clock of London: GMT, or BST between the last Sundays of March and October, 01:00 UTC.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::{Date, Instant, Span};
use crate::locale::{Text, say};

/// How far BST is ahead of UTC.
const AHEAD: Span = Span::minutes(60);
const HOUR: i64 = AHEAD.micros();

/// A date and time of day as a clock in London shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LondonTime(NaiveDateTime);

/// The instants at which clocks in London show a date and time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LondonInstants {
    /// At one.
    Once(Instant),
    /// At two: the clocks went back.
    Twice {
        /// In BST.
        first: Instant,
        /// An hour later, in GMT.
        second: Instant,
    },
    /// At none: the clocks went forward over it.
    Never {
        /// When they did.
        change: Instant,
    },
}

impl LondonInstants {
    /// The first instant at which the clocks show the time or have passed over it.
    #[must_use]
    pub fn earliest(self) -> Instant {
        match self {
            Self::Once(instant) | Self::Twice { first: instant, .. } | Self::Never { change: instant } => instant,
        }
    }
}

impl Instant {
    /// The date and time that clocks in London show.
    #[must_use]
    pub fn london(self) -> LondonTime {
        let utc = self.civil();
        LondonTime(if is_summer_time(utc) { self.plus(AHEAD).civil() } else { utc })
    }
}

impl LondonTime {
    /// That hour (0 to 23) and minute (0 to 59) of `date`; `None` where they are out of range.
    #[must_use]
    pub fn new(date: Date, hour: u32, minute: u32) -> Option<Self> {
        date.civil().and_hms_opt(hour, minute, 0).map(Self)
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> Date {
        Date::of(self.0.date())
    }

    /// The hour of the day, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    /// When clocks in London show this.
    #[must_use]
    pub fn instants(self) -> LondonInstants {
        let winter = Instant::from_micros(self.0.and_utc().timestamp_micros());
        let summer = winter.minus(AHEAD);
        match (is_summer_time(summer.civil()), is_summer_time(winter.civil())) {
            (false, false) => LondonInstants::Once(winter),
            (true, true) => LondonInstants::Once(summer),
            (true, false) => LondonInstants::Twice { first: summer, second: winter },
            // The hour that is left out begins on the hour, at the change.
            (false, true) => LondonInstants::Never {
                change: Instant::from_micros(winter.micros() - winter.micros().rem_euclid(HOUR)),
            },
        }
    }

    /// The date in words, such as `Sunday 21 February 2027`.
    #[must_use]
    pub fn date(self) -> Text {
        let date = self.0.date();
        say::date(date.day(), month(date.month0()), weekday(date.weekday()), date.year().to_string())
    }

    /// The time of day, such as `9:05am`, as the NHS writes it.
    #[must_use]
    pub fn time(self) -> Text {
        let (afternoon, hour) = self.0.hour12();
        let clock = format!("{hour}:{:02}", self.0.minute());
        if afternoon { say::afternoon(clock) } else { say::morning(clock) }
    }
}

fn weekday(day: Weekday) -> Text {
    match day {
        Weekday::Mon => say::monday(),
        Weekday::Tue => say::tuesday(),
        Weekday::Wed => say::wednesday(),
        Weekday::Thu => say::thursday(),
        Weekday::Fri => say::friday(),
        Weekday::Sat => say::saturday(),
        Weekday::Sun => say::sunday(),
    }
}

fn month(from_zero: u32) -> Text {
    match from_zero {
        0 => say::january(),
        1 => say::february(),
        2 => say::march(),
        3 => say::april(),
        4 => say::may(),
        5 => say::june(),
        6 => say::july(),
        7 => say::august(),
        8 => say::september(),
        9 => say::october(),
        10 => say::november(),
        _ => say::december(),
    }
}

fn is_summer_time(utc: NaiveDateTime) -> bool {
    let change =
        |month| last_sunday(utc.year(), month).map(|day| day.and_time(NaiveTime::MIN) + chrono::Duration::hours(1));
    matches!((change(3), change(10)), (Some(from), Some(to)) if from <= utc && utc < to)
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let end = NaiveDate::from_ymd_opt(year, month, 31)?;
    end.checked_sub_days(chrono::Days::new(u64::from(end.weekday().num_days_from_sunday())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn london(date: &str, hour: u32, minute: u32) -> LondonInstants {
        LondonTime::new(date.parse().unwrap(), hour, minute).unwrap().instants()
    }

    #[test]
    fn london_is_an_hour_ahead_between_the_two_clock_changes() {
        for (utc, date, time) in [
            ("2027-03-28T00:59:59Z", "Sunday 28 March 2027", "12:59am"),
            ("2027-03-28T01:00:00Z", "Sunday 28 March 2027", "2:00am"),
            ("2027-10-31T00:59:59Z", "Sunday 31 October 2027", "1:59am"),
            ("2027-10-31T01:00:00Z", "Sunday 31 October 2027", "1:00am"),
            ("2027-06-30T23:30:00Z", "Thursday 1 July 2027", "12:30am"),
        ] {
            let london = at(utc).london();
            assert_eq!((london.date().english().as_str(), london.time().english().as_str()), (date, time), "{utc}");
        }
    }

    #[test]
    fn an_hour_in_march_is_never_and_one_in_october_twice() {
        let change = at("2027-03-28T01:00:00Z");
        assert_eq!(london("2027-03-28", 0, 59), LondonInstants::Once(at("2027-03-28T00:59:00Z")));
        assert_eq!(london("2027-03-28", 1, 0), LondonInstants::Never { change });
        assert_eq!(london("2027-03-28", 1, 59), LondonInstants::Never { change });
        assert_eq!(london("2027-03-28", 2, 0), LondonInstants::Once(change));
        assert_eq!(london("2027-10-31", 0, 59), LondonInstants::Once(at("2027-10-30T23:59:00Z")));
        let twice = |first, second| LondonInstants::Twice { first: at(first), second: at(second) };
        assert_eq!(london("2027-10-31", 1, 0), twice("2027-10-31T00:00:00Z", "2027-10-31T01:00:00Z"));
        assert_eq!(london("2027-10-31", 1, 59), twice("2027-10-31T00:59:00Z", "2027-10-31T01:59:00Z"));
        assert_eq!(london("2027-10-31", 2, 0), LondonInstants::Once(at("2027-10-31T02:00:00Z")));
        assert_eq!(london("2027-03-28", 1, 30).earliest(), change);
        assert_eq!(LondonTime::new("2027-03-28".parse().unwrap(), 24, 0), None);
    }

    proptest! {
        #[test]
        fn an_instant_is_among_those_of_what_london_shows(
            micros in prop_oneof![
                Instant::FIRST.micros()..=Instant::LAST.micros(),
                // The hours around the changes of 2027.
                1_806_188_400_000_000..1_806_202_800_000_000_i64,
                1_824_937_200_000_000..1_824_951_600_000_000_i64,
            ]
        ) {
            let instant = Instant::from_micros(micros);
            match instant.london().instants() {
                LondonInstants::Once(one) => prop_assert_eq!(one, instant),
                LondonInstants::Twice { first, second } => {
                    prop_assert!(first == instant || second == instant);
                    prop_assert_eq!(first.london(), second.london());
                }
                LondonInstants::Never { .. } => prop_assert!(false, "shown at {}", instant),
            }
        }
    }
}
