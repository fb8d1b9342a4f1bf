//! Instants, dates, bank holidays, and the hours worked out from them.

use enamel_core::account::Administration;
use enamel_core::help::{Contacts, HelpView, Holidays, Opening, Task, TeamHours, who_can_help};
use enamel_core::policy::Policy;
use enamel_core::time::{Date, Instant};

use crate::input::stored;

/// The bytes are an instant, a date, a file of bank holidays, contacts; and eight of them a moment.
///
/// # Panics
/// Where a rule is broken.
pub fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(instant) = text.parse::<Instant>() {
        moment(instant, &Holidays::default());
    }
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
        stored(&date);
        assert!(date.tomorrow().is_none_or(|tomorrow| tomorrow > date));
    }
    let micros = data.first_chunk().map_or(0, |bytes| i64::from_le_bytes(*bytes));
    match serde_json::from_slice::<Holidays>(data) {
        Ok(holidays) => {
            assert!(!holidays.years().is_empty() && holidays.years().is_sorted());
            let updated = Holidays::default().updated(&holidays);
            assert!(holidays.years().iter().all(|&year| updated.covers(year)));
            moment(Instant::from_micros(1_795_424_400_000_000), &updated);
            moment(Instant::FIRST, &holidays);
            moment(Instant::LAST, &holidays);
        }
        Err(_) => moment(Instant::from_micros(micros), &Holidays::default()),
    }
    if let Ok(contacts) = serde_json::from_slice::<Contacts>(data) {
        _ = contacts.validate();
        stored(&contacts);
    }
}

fn moment(now: Instant, holidays: &Holidays) {
    assert_eq!(now.to_string().parse(), Ok(now));
    stored(&now);
    let london = now.london();
    assert!(!london.date().english().is_empty() && !london.time().english().is_empty());
    assert!(now.plus_months(18) >= now);
    let policy = Policy::seed_2018();
    let hours = TeamHours::new(&policy, holidays);
    if let Opening::At(at) = hours.next_opening(now) {
        assert!(at >= now && hours.is_open(at));
    }
    if let Opening::At(at) = hours.next_start(now) {
        assert!(at > now && hours.is_open(at));
    }
    for task in Task::ALL {
        let help = who_can_help(task, now, &Administration::NhsDental, &policy, holidays);
        assert!(!help.ways.is_empty());
        stored(&HelpView::of(help, &Contacts::default()));
    }
}
