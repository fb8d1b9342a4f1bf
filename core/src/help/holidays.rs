//! Bank holidays of England and Wales (R32), and for which years they are known.

use serde::Deserialize;

use super::snapshot::SNAPSHOT;
use crate::time::Date;

/// A year of England and Wales has at least so many bank holidays: five movable ones, and three that
/// are moved to a working day of the same year. One with fewer is not fully published yet.
const FEWEST_A_YEAR: usize = 8;

/// Bank holidays of England and Wales with the years for which all of them are known.
///
/// Reads the public format of `https://www.gov.uk/bank-holidays.json`; other divisions and other
/// fields are passed over. [`Holidays::default`] is the snapshot built in, 2018 to 2028.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BankHolidays")]
pub struct Holidays {
    /// Rising.
    days: Vec<Date>,
    /// Rising.
    years: Vec<i32>,
}

/// A file of bank holidays is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HolidaysRefusal {
    /// No year has all its bank holidays.
    #[error("no year in `england-and-wales` has {FEWEST_A_YEAR} bank holidays or more")]
    NoYear,
}

/// What is known of a day that is no Saturday or Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is a bank holiday.
    Holiday,
    /// It is none.
    WorkingDay,
    /// The data does not cover its year.
    Nothing,
}

#[derive(Deserialize)]
struct BankHolidays {
    #[serde(rename = "england-and-wales")]
    england_and_wales: Division,
}

#[derive(Deserialize)]
struct Division {
    events: Vec<BankHoliday>,
}

#[derive(Deserialize)]
struct BankHoliday {
    date: Date,
}

impl Holidays {
    /// What is known of `day`.
    #[must_use]
    pub fn known(&self, day: Date) -> Known {
        if self.days.binary_search(&day).is_ok() {
            Known::Holiday
        } else if self.covers(day.year()) {
            Known::WorkingDay
        } else {
            Known::Nothing
        }
    }

    /// Whether every bank holiday of `year` is known.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        self.years.binary_search(&year).is_ok()
    }

    /// The years for which every bank holiday is known, rising.
    #[must_use]
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    /// These with what a newer file knows: of the years that it covers, its word alone counts.
    #[must_use]
    pub fn updated(self, newer: &Self) -> Self {
        let kept = self.days.into_iter().filter(|day| !newer.covers(day.year()));
        let years = self.years.iter().chain(&newer.years).copied().collect();
        Self::of(kept.chain(newer.days.iter().copied()).collect(), years)
    }

    fn of(mut days: Vec<Date>, mut years: Vec<i32>) -> Self {
        days.sort_unstable();
        days.dedup();
        years.sort_unstable();
        years.dedup();
        Self { days, years }
    }
}

impl Default for Holidays {
    fn default() -> Self {
        let days = SNAPSHOT
            .iter()
            .flat_map(|&(year, days)| days.iter().filter_map(move |&(month, day)| Date::new(year, month, day)));
        Self::of(days.collect(), SNAPSHOT.iter().map(|(year, _)| *year).collect())
    }
}

impl TryFrom<BankHolidays> for Holidays {
    type Error = HolidaysRefusal;

    fn try_from(file: BankHolidays) -> Result<Self, HolidaysRefusal> {
        let days = file.england_and_wales.events.into_iter().map(|event| event.date).collect();
        let Self { days, .. } = Self::of(days, Vec::new());
        let years: Vec<_> = days
            .chunk_by(|one, next| one.year() == next.year())
            .filter(|year| year.len() >= FEWEST_A_YEAR)
            .filter_map(|year| year.first().map(|day| day.year()))
            .collect();
        if years.is_empty() { Err(HolidaysRefusal::NoYear) } else { Ok(Self { days, years }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// A file of the public format with these days.
    fn file(days: &[&str]) -> String {
        let events: Vec<_> = days
            .iter()
            .map(|date| serde_json::json!({"title": "A day", "date": date, "notes": "", "bunting": true}))
            .collect();
        serde_json::json!({
            "england-and-wales": {"division": "england-and-wales", "events": events},
            "scotland": {"division": "scotland", "events": [{"title": "2nd January", "date": "2029-01-02"}]},
            "northern-ireland": "anything"
        })
        .to_string()
    }

    const WHOLE_2029: [&str; 8] = [
        "2029-01-01",
        "2029-03-30",
        "2029-04-02",
        "2029-05-07",
        "2029-05-28",
        "2029-08-27",
        "2029-12-25",
        "2029-12-26",
    ];

    #[test]
    fn r32_the_public_format_is_read_and_other_divisions_are_passed_over() {
        let holidays: Holidays = serde_json::from_str(&file(&WHOLE_2029)).unwrap();
        assert_eq!(holidays.years(), [2029]);
        assert_eq!(holidays.known(date("2029-03-30")), Known::Holiday);
        assert_eq!(holidays.known(date("2029-01-02")), Known::WorkingDay, "Scotland's own");
        assert_eq!(holidays.known(date("2028-12-25")), Known::Nothing);
    }

    #[test]
    fn r32_a_year_that_is_not_all_there_is_not_covered() {
        let mut days = WHOLE_2029.to_vec();
        days.extend(["2030-01-01", "2030-01-01", "2030-04-19"]);
        let holidays: Holidays = serde_json::from_str(&file(&days)).unwrap();
        assert_eq!(holidays.years(), [2029]);
        assert_eq!(holidays.known(date("2030-04-19")), Known::Holiday, "what is published is known");
        assert_eq!(holidays.known(date("2030-04-18")), Known::Nothing);
    }

    #[test]
    fn r32_a_file_that_is_of_no_use_is_refused() {
        for text in [
            file(&[]),
            file(&WHOLE_2029[..7]),
            file(&["2029-02-29"]),
            file(&["1 January 2029"]),
            r#"{"scotland":{"events":[]}}"#.to_owned(),
            "[]".to_owned(),
        ] {
            assert!(serde_json::from_str::<Holidays>(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn r32_a_newer_file_has_the_last_word_on_the_years_it_covers() {
        let moved = ["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-07", "2027-05-31", "2027-08-30", "2027-12-27"];
        let days: Vec<_> = moved.into_iter().chain(["2027-12-28", "2028-07-04"]).chain(WHOLE_2029).collect();
        let holidays = Holidays::default().updated(&serde_json::from_str(&file(&days)).unwrap());
        assert_eq!(holidays.years(), (2018..=2029).collect::<Vec<_>>());
        assert_eq!(holidays.known(date("2027-05-03")), Known::WorkingDay);
        assert_eq!(holidays.known(date("2027-05-07")), Known::Holiday);
        assert_eq!(holidays.known(date("2028-07-04")), Known::Holiday, "proclaimed in a year not all there");
        assert_eq!(holidays.known(date("2028-05-01")), Known::Holiday, "as built in");
    }
}
