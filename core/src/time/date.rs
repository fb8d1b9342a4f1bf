//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::numbers;

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31, written `2027-02-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

/// The text is no date of the calendar, such as `2027-02-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date such as 2027-02-21")]
pub struct NotADate;

impl Date {
    /// The day of that year (1 to 9999), month (1 to 12) and day of the month, where there is one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1..=9999).contains(&date.year())).map(Self)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The day after; `None` after the last day of 9999.
    #[must_use]
    pub fn tomorrow(self) -> Option<Self> {
        self.0.succ_opt().and_then(|date| Self::new(date.year(), date.month(), date.day()))
    }

    pub(super) fn civil(self) -> NaiveDate {
        self.0
    }

    /// An instant's civil date: instants lie between the same years.
    pub(super) fn of(civil: NaiveDate) -> Self {
        Self(civil)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let [year, month, day] = numbers(text, '-', [4, 2, 2]).ok_or(NotADate)?;
        i32::try_from(year).ok().and_then(|year| Self::new(year, month, day)).ok_or(NotADate)
    }
}

impl TryFrom<String> for Date {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_what_it_writes_and_nothing_else() {
        for text in ["2027-02-21", "0001-01-01", "9999-12-31", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        for text in ["", "2027-02-29", "0000-12-31", "2027-2-21", "2027-02-21T", "+027-02-21", "2027-02-21-1"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn the_calendar_ends_with_9999() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(date("2028-02-28").tomorrow(), Some(date("2028-02-29")));
        assert_eq!(date("9999-12-31").tomorrow(), None);
    }
}
