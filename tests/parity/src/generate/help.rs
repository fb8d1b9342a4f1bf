//! When and whom to ask: instants beside opening hours, weekends, bank holidays and clock changes.

use enamel_core::help::Task;

use super::Generator;
use crate::json::Json;

/// Bank holidays, the days beside them, and the ends of what is known.
const DAYS: [&str; 16] = [
    "2026-12-24",
    "2026-12-25",
    "2026-12-28",
    "2026-12-29",
    "2027-01-01",
    "2027-03-26",
    "2027-03-27",
    "2027-03-29",
    "2027-05-03",
    "2027-08-27",
    "2027-08-30",
    "2027-12-27",
    "2028-12-29",
    "2028-12-31",
    "2018-01-01",
    "2017-12-29",
];

pub(super) fn input(generator: &mut Generator) -> Json {
    let now = if generator.random.once_in(3) {
        generator.now()
    } else {
        let hour = generator.random.pick(&["00", "07", "08", "09", "12", "16", "17", "23"]);
        let text = format!("{}T{hour}:00:00Z", generator.random.pick(&DAYS));
        let instant = text.parse().unwrap_or(enamel_core::time::Instant::LAST);
        generator.beside(instant)
    };
    let task = serde_json::to_string(&generator.random.pick(&Task::ALL)).unwrap_or_default();
    let administration = if generator.random.once_in(2) {
        "nhs-dental".into()
    } else {
        Json::from([("organisation", generator.random.pick(&["RX1", "v12345"]).into())])
    };
    let mut fields =
        vec![("task", Json::Bare(task)), ("now", now.to_string().into()), ("administration", administration)];
    if generator.random.once_in(4) {
        fields.push(("contacts", generator.contacts()));
    }
    if generator.random.once_in(4) {
        fields.push(("holidays", generator.holidays()));
    }
    if generator.random.once_in(3) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

pub(super) fn london(generator: &mut Generator) -> Json {
    // The day of an instant that lies beside an edge.
    let mut date = generator.instant().to_string();
    date.truncate(10);
    let hour = generator.random.pick(&[0, 1, 1, 1, 2, 3, 12, 23, 24, u32::MAX]);
    let minute = generator.random.pick(&[0, 0, 30, 59, 60, u32::MAX]);
    Json::from([("date", date.into()), ("hour", hour.into()), ("minute", minute.into())])
}

impl Generator {
    fn contacts(&mut self) -> Json {
        let email = self.random.pick(&["dentistadmin@nhs.net", "", "a@", "dentist admin@nhs.net", "é@ü"]);
        let telephone = self.random.pick(&["0333 200 1133", "", "+", "+44 1", "0333 CALL", "٠٣٣٣", "1"]);
        Json::from([("helpdesk_email", email.into()), ("helpdesk_telephone", telephone.into())])
    }

    /// A file in the public format with at least as many days as a year needs.
    fn holidays(&mut self) -> Json {
        let year = self.random.between(2017, 2031);
        let events = (1..=8 + self.random.below(3)).map(|month| {
            let day = self.random.between(1, 28);
            Json::from([("date", format!("{year:04}-{month:02}-{day:02}").into()), ("title", "Day".into())])
        });
        let events = events.collect();
        Json::from([
            (
                "england-and-wales",
                Json::from([("division", "england-and-wales".into()), ("events", Json::List(events))]),
            ),
            ("scotland", Json::null()),
        ])
    }
}
