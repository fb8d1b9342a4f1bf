//! The bank holidays of England and Wales that are built in.
//!
//! Up to 2026 as published; 2027 and 2028 as they follow from the Banking and Financial Dealings Act
//! 1971 and the standing proclamations. A test works every year out again.

/// A year with its bank holidays as month and day.
pub(super) type Year = (i32, &'static [(u32, u32)]);

pub(super) const SNAPSHOT: [Year; 11] = [
    (2018, &[(1, 1), (3, 30), (4, 2), (5, 7), (5, 28), (8, 27), (12, 25), (12, 26)]),
    (2019, &[(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
    (2020, &[(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2021, &[(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (2022, &[(1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (6, 3), (8, 29), (9, 19), (12, 26), (12, 27)]),
    (2023, &[(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)]),
    (2024, &[(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
    (2025, &[(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
    (2026, &[(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2027, &[(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (2028, &[(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
];

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Days, NaiveDate, Weekday};

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// Easter Sunday, by the anonymous Gregorian computus.
    fn easter(year: i32) -> NaiveDate {
        let (golden, century, rest) = (year % 19, year / 100, year % 100);
        let correction = (century - (century + 8) / 25 + 1) / 3;
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        let late = (golden + 11 * epact + 22 * weekday) / 451;
        let days = epact + weekday - 7 * late + 114;
        date(year, u32::try_from(days / 31).unwrap(), u32::try_from(days % 31 + 1).unwrap())
    }

    fn first_monday(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1).unwrap()
    }

    fn last_monday(year: i32, month: u32) -> NaiveDate {
        (1..=7).map(|back| date(year, month, 32 - back)).find(|day| day.weekday() == Weekday::Mon).unwrap()
    }

    /// The days of a year by the statute: one that falls on a weekend is moved to the next working
    /// day that is not one already.
    fn statutory(year: i32) -> Vec<NaiveDate> {
        let mut days = vec![
            easter(year) - Days::new(2),
            easter(year) + Days::new(1),
            first_monday(year, 5),
            last_monday(year, 5),
            last_monday(year, 8),
        ];
        let fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)];
        let is_weekend = |day: &NaiveDate| day.weekday().number_from_monday() > 5;
        days.extend(fixed.iter().filter(|day| !is_weekend(day)));
        for day in fixed.iter().filter(|day| is_weekend(day)) {
            let substitute = day.iter_days().find(|day| !is_weekend(day) && !days.contains(day)).unwrap();
            days.push(substitute);
        }
        days
    }

    /// Where a proclamation departed from the rule: what fell out, what was put in, and why.
    fn proclaimed(year: i32) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
        match year {
            // 75 years since VE Day: the early May holiday on the day itself.
            2020 => (vec![date(2020, 5, 4)], vec![date(2020, 5, 8)]),
            // The Platinum Jubilee, with the spring holiday beside it; the State Funeral of Queen Elizabeth II.
            2022 => (vec![date(2022, 5, 30)], vec![date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)]),
            // The Coronation of King Charles III.
            2023 => (vec![], vec![date(2023, 5, 8)]),
            _ => (vec![], vec![]),
        }
    }

    #[test]
    fn r32_the_days_built_in_are_those_of_the_statute_and_the_proclamations() {
        assert_eq!(easter(2024), date(2024, 3, 31), "an Easter of the almanac");
        assert_eq!(easter(2038), date(2038, 4, 25), "the latest there can be");
        for (year, days) in SNAPSHOT {
            let (without, with) = proclaimed(year);
            let mut expected: Vec<_> = statutory(year).into_iter().filter(|day| !without.contains(day)).collect();
            expected.extend(with);
            expected.sort();
            let built_in: Vec<_> = days.iter().map(|&(month, day)| date(year, month, day)).collect();
            assert_eq!(built_in, expected);
        }
        let years: Vec<_> = SNAPSHOT.iter().map(|(year, _)| *year).collect();
        assert_eq!(years, (2018..=2028).collect::<Vec<_>>(), "no year is left out");
    }
}
