//! Instants beside the changes of clocks, months, years and centuries.

use enamel_core::time::Instant;

use super::Generator;
use crate::json::Json;

const MICROS_A_DAY: i64 = 86_400_000_000;

/// Texts that are almost instants, and some that are.
const TEXTS: &[&str] = &[
    "",
    "Z",
    "T",
    "TZ",
    "2027-02-21",
    "2027-02-21T09:00Z",
    "2027-02-21T09:00:00",
    "2027-02-21t09:00:00z",
    "2027-02-21 09:00:00Z",
    "2027-02-21T09:00:00+00:00",
    "2027-02-21T09:00:00.Z",
    "2027-02-21T09:00:00.1234567Z",
    "2027-02-21T09:00:00,5Z",
    "2027-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z",
    "2027-04-31T00:00:00Z",
    "2027-13-01T00:00:00Z",
    "2027-00-01T00:00:00Z",
    "2027-01-00T00:00:00Z",
    "2027-02-21T24:00:00Z",
    "2027-02-21T23:60:00Z",
    "2016-12-31T23:59:60Z",
    "0000-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z",
    "-001-01-01T00:00:00Z",
    "+027-02-21T09:00:00Z",
    "２０２７-02-21T09:00:00Z",
    "2027-02-21T09:00:00Z\0",
    " 2027-02-21T09:00:00Z",
    "2027-02-21T09:00:00ZZ",
    "2027-02-21T09:00:00TZ",
    "2027-02-21T09:00:00.٥Z",
    "2027-02-21T09:00:00.+5Z",
];

pub(super) fn input(generator: &mut Generator) -> Json {
    if generator.random.once_in(5) {
        let text = if generator.random.once_in(2) {
            generator.random.pick(TEXTS).to_string()
        } else {
            generator.instant().to_string()
        };
        // Not typed by anybody, so whole characters.
        let spoiled = String::from_utf16_lossy(&generator.spoiled(&text));
        return Json::from([("text", spoiled.into())]);
    }
    if generator.random.once_in(2) {
        return Json::from([("text", generator.instant().to_string().into())]);
    }
    let micros = match generator.random.below(8) {
        0 => generator.random.pick(&[i64::MIN, i64::MAX, 0, -1, 1]),
        1 => generator.random.next().cast_signed(),
        _ => generator.instant().micros(),
    };
    Json::from([("micros", micros.to_string().into())])
}

impl Generator {
    /// An instant, more often than not beside an edge.
    pub(super) fn instant(&mut self) -> Instant {
        let random = &mut self.random;
        let year = match random.below(6) {
            0 => random.pick(&[1, 2, 1582, 1600, 1900, 1969, 1970, 2000, 2038, 2100, 2400, 9998, 9999]),
            1 => random.between(1, 9999),
            _ => random.between(2016, 2034),
        };
        let place = match random.below(5) {
            // The last week of March or October, at the hour of the change.
            0 | 1 => {
                let day = random.between(25, 31);
                format!("{year:04}-{}-{day}T01:00:00Z", random.pick(&["03", "10"]))
            }
            2 => format!("{year:04}-{}T00:00:00Z", random.pick(&["01-01", "02-28", "03-01", "12-31", "07-01"])),
            3 => format!("{year:04}-02-29T12:00:00Z"),
            _ => format!(
                "{year:04}-{:02}-{:02}T{:02}:59:59Z",
                random.between(1, 12),
                random.between(1, 28),
                random.between(0, 23)
            ),
        };
        let instant = place.parse().unwrap_or(Instant::LAST);
        self.beside(instant)
    }

    /// `instant` itself, a microsecond to either side of it, or up to a day away.
    pub(super) fn beside(&mut self, instant: Instant) -> Instant {
        let random = &mut self.random;
        let away = match random.below(8) {
            0..=2 => 0,
            3 => 1,
            4 => -1,
            5 => random.pick(&[-1_000_000, 1_000_000, -3_600_000_000, 3_600_000_000]),
            6 => random.pick(&[-MICROS_A_DAY, MICROS_A_DAY]),
            _ => random.between(-MICROS_A_DAY, MICROS_A_DAY),
        };
        Instant::from_micros(instant.micros().saturating_add(away))
    }
}
