//! When the dentist administration team works (R32).

use serde::{Deserialize, Serialize};

use super::Holidays;
use super::holidays::Known;
use crate::policy::Policy;
use crate::time::{Date, Instant, LondonTime};

/// When the team is next there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Opening {
    /// At this instant.
    At(Instant),
    /// On some day of a year whose bank holidays the data does not cover: it is not guessed.
    Unknown {
        /// The year.
        year: i32,
    },
}

impl Opening {
    /// The instant, where it is known.
    #[must_use]
    pub fn at(self) -> Option<Instant> {
        match self {
            Self::At(at) => Some(at),
            Self::Unknown { .. } => None,
        }
    }
}

/// The team's working hours: Monday to Friday by the policy's hours of London, but for bank holidays.
#[derive(Clone, Copy, Debug)]
pub struct TeamHours<'a> {
    policy: &'a Policy,
    holidays: &'a Holidays,
}

impl<'a> TeamHours<'a> {
    /// The hours by `policy` and `holidays`.
    #[must_use]
    pub fn new(policy: &'a Policy, holidays: &'a Holidays) -> Self {
        Self { policy, holidays }
    }

    /// Whether the team is known to be there at `now`; at its closing hour it has gone.
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        let london = now.london();
        (self.policy.team_opens_hour..self.policy.team_closes_hour).contains(&london.hour())
            && !london.day().is_weekend()
            && self.holidays.known(london.day()) == Known::WorkingDay
    }

    /// The first instant from `now` on at which the team is there: `now`, where it is open.
    #[must_use]
    pub fn next_opening(&self, now: Instant) -> Opening {
        self.first(now, |from, until| (until > now).then(|| from.max(now)))
    }

    /// The first instant after `now` at which the team begins a day's work: by then, what came at
    /// `now` is due.
    #[must_use]
    pub fn next_start(&self, now: Instant) -> Opening {
        self.first(now, |from, _| (from > now).then_some(from))
    }

    /// The first that `pick` takes of the hours of a working day, from the day of `now` on. Walks at
    /// most to the end of the years that the data covers.
    fn first(&self, now: Instant, pick: impl Fn(Instant, Instant) -> Option<Instant>) -> Opening {
        let mut day = now.london().day();
        loop {
            if let Some(picked) = self.weekday_hours(day).and_then(|(from, until)| pick(from, until)) {
                match self.holidays.known(day) {
                    Known::WorkingDay => return Opening::At(picked),
                    Known::Nothing => return Opening::Unknown { year: day.year() },
                    Known::Holiday => {}
                }
            }
            match day.tomorrow() {
                Some(tomorrow) => day = tomorrow,
                None => return Opening::Unknown { year: day.year().saturating_add(1) },
            }
        }
    }

    /// From when until when the team works on `day` if that is no bank holiday.
    fn weekday_hours(&self, day: Date) -> Option<(Instant, Instant)> {
        if day.is_weekend() {
            return None;
        }
        Some((at_hour(day, self.policy.team_opens_hour), at_hour(day, self.policy.team_closes_hour)))
    }
}

/// When it is that hour of `day` in London; 24 is midnight at its end.
fn at_hour(day: Date, hour: u32) -> Instant {
    LondonTime::new(day, hour, 0)
        .or_else(|| LondonTime::new(day.tomorrow()?, 0, 0))
        .map_or(Instant::LAST, |time| time.instants().earliest())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::Span;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn next(text: &str) -> Opening {
        TeamHours::new(&Policy::seed_2018(), &Holidays::default()).next_opening(at(text))
    }

    fn opens(text: &str) -> Opening {
        Opening::At(at(text))
    }

    #[test]
    fn r32_the_team_is_there_from_nine_to_five() {
        let (policy, holidays) = (Policy::seed_2018(), Holidays::default());
        let hours = TeamHours::new(&policy, &holidays);
        for (now, is_open) in [
            ("2027-02-22T08:59:59.999999Z", false),
            ("2027-02-22T09:00:00Z", true),
            ("2027-02-22T16:59:59Z", true),
            ("2027-02-22T17:00:00Z", false),
            ("2027-02-21T12:00:00Z", false),
            ("2027-07-01T08:00:00Z", true),
            ("2027-07-01T16:00:00Z", false),
        ] {
            assert_eq!(hours.is_open(at(now)), is_open, "{now}");
        }
    }

    #[test]
    fn r32_what_comes_in_or_out_of_hours_is_due_when_the_team_next_begins() {
        let (policy, holidays) = (Policy::seed_2018(), Holidays::default());
        let hours = TeamHours::new(&policy, &holidays);
        for (now, due) in [
            ("2027-02-22T08:59:59Z", "2027-02-22T09:00:00Z"),
            ("2027-02-22T09:00:00Z", "2027-02-23T09:00:00Z"),
            ("2027-02-22T16:59:59Z", "2027-02-23T09:00:00Z"),
            ("2027-02-22T17:00:00Z", "2027-02-23T09:00:00Z"),
        ] {
            assert_eq!(hours.next_start(at(now)), opens(due), "{now}");
        }
    }

    #[test]
    fn r32_nine_is_nine_in_london_on_both_sides_of_the_clock_changes() {
        assert_eq!(next("2027-03-26T18:00:00Z"), opens("2027-03-30T08:00:00Z"), "Good Friday to the Tuesday, in BST");
        assert_eq!(next("2026-03-27T17:00:00Z"), opens("2026-03-30T08:00:00Z"));
        assert_eq!(next("2027-10-29T16:00:00Z"), opens("2027-11-01T09:00:00Z"));
    }

    #[test]
    fn r32_an_opening_hour_that_the_clocks_leave_out_is_when_they_change() {
        // The changes fall on Sundays, when the team is away; the day's hours are exact all the same.
        assert_eq!(at_hour("2027-03-28".parse().unwrap(), 1), at("2027-03-28T01:00:00Z"));
        assert_eq!(at_hour("2027-10-31".parse().unwrap(), 1), at("2027-10-31T00:00:00Z"));
        assert_eq!(at_hour("2027-10-30".parse().unwrap(), 24), at("2027-10-30T23:00:00Z"));
        assert_eq!(at_hour("9999-12-31".parse().unwrap(), 24), Instant::LAST);
    }

    #[test]
    fn r32_a_friday_evening_before_a_bank_holiday_leads_to_the_tuesday() {
        assert_eq!(next("2027-08-27T18:30:00Z"), opens("2027-08-31T08:00:00Z"));
        assert_eq!(next("2027-12-24T17:00:00Z"), opens("2027-12-29T09:00:00Z"), "two substitute days");
    }

    #[test]
    fn r32_a_year_that_the_data_does_not_cover_is_said_and_not_guessed() {
        assert_eq!(next("2028-12-29T16:59:59Z"), opens("2028-12-29T16:59:59Z"));
        assert_eq!(next("2028-12-29T17:00:00Z"), Opening::Unknown { year: 2029 });
        assert_eq!(next("2028-12-31T12:00:00Z"), Opening::Unknown { year: 2029 });
        assert_eq!(next("2029-03-07T11:00:00Z"), Opening::Unknown { year: 2029 });
        assert_eq!(next("2999-06-01T00:00:00Z"), Opening::Unknown { year: 2999 });
        assert_eq!(next("0001-01-01T00:00:00Z"), Opening::Unknown { year: 1 });
        assert_eq!(next("9999-12-31T23:59:59Z"), Opening::Unknown { year: 10_000 });
        assert_eq!(next("2017-12-29T17:00:00Z"), opens("2018-01-02T09:00:00Z"), "closed for certain until then");
    }

    #[test]
    fn r32_no_holidays_file_makes_the_search_endless() {
        let every_day = (0..400_u32).map(|days| at("2027-01-01T12:00:00Z").plus(Span::days(days)).london().day());
        let events: Vec<_> = every_day.map(|date| serde_json::json!({ "date": date })).collect();
        let holidays: Holidays =
            serde_json::from_value(serde_json::json!({"england-and-wales": {"events": events}})).unwrap();
        let policy = Policy::seed_2018();
        let opening = TeamHours::new(&policy, &holidays).next_opening(at("2027-01-01T12:00:00Z"));
        assert_eq!(opening, opens("2028-02-07T09:00:00Z"), "the first Monday after the last of them");
    }

    const FIRST: i64 = 1_483_228_800;
    const LAST: i64 = 1_861_920_000;

    proptest! {
        #[test]
        fn r32_the_next_opening_is_open_and_nothing_is_before_it(
            second in FIRST..LAST, opens in 0..24_u32, length in 1..=24_u32
        ) {
            let policy = Policy {
                team_opens_hour: opens,
                team_closes_hour: (opens + length).min(24),
                ..Policy::seed_2018()
            };
            let holidays = Holidays::default();
            let hours = TeamHours::new(&policy, &holidays);
            let now = Instant::from_micros(second * 1_000_000);
            let end = match hours.next_opening(now) {
                Opening::At(opening) => {
                    prop_assert!(opening >= now);
                    prop_assert!(hours.is_open(opening));
                    prop_assert_eq!(hours.is_open(now), opening == now);
                    opening
                }
                // Some working day of that year comes first, though the data may know the next year's.
                Opening::Unknown { year } => {
                    prop_assert!(!holidays.covers(year));
                    now.plus(Span::days(4)).min(at(&format!("{}-01-01T00:00:00Z", year + 1)))
                }
            };
            let mut step = now;
            while step < end {
                prop_assert!(!hours.is_open(step), "{} is open", step);
                step = step.plus(Span::minutes(15));
            }
            if let Opening::At(start) = hours.next_start(now) {
                prop_assert!(start > now && hours.is_open(start));
                prop_assert!(!hours.is_open(start.minus(Span::seconds(1))) || opens == 0);
            }
        }
    }
}
