//! The deadlines of an account as a calendar file (R20): iCalendar, RFC 5545.

use crate::account::{Account, DeadlineView};
use crate::locale::Language;
use crate::policy::Policy;
use crate::time::Instant;

/// The longest line in octets before it is folded (RFC 5545, 3.1).
const LINE: usize = 75;

/// The coming deadlines at `now` as the text of an `.ics` file, for whoever reads `language`.
///
/// An event's `UID` stays the same while its deadline moves, so that a calendar that subscribes
/// or imports again moves it along.
#[must_use]
pub fn calendar(account: &Account, now: Instant, policy: &Policy, language: Language) -> String {
    let mut file = File(String::new());
    file.lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Enamel//Account deadlines//EN", "CALSCALE:GREGORIAN"]);
    for deadline in account.deadlines(now, policy) {
        let view = DeadlineView::of(deadline, now, language);
        file.lines(["BEGIN:VEVENT"]);
        file.line(&format!("UID:{}-{}@enamel", account.id.0, view.kind.name()));
        file.line(&format!("DTSTAMP:{}", stamp(now)));
        file.line(&format!("DTSTART:{}", stamp(view.at)));
        file.line(&format!("SUMMARY:{}", escape(&format!("NHSmail: {}", view.title))));
        file.line(&format!("DESCRIPTION:{}", escape(&view.advice)));
        file.lines(["TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D"]);
        file.line(&format!("DESCRIPTION:{}", escape(&view.title)));
        file.lines(["END:VALARM", "END:VEVENT"]);
    }
    file.lines(["END:VCALENDAR"]);
    file.0
}

struct File(String);

impl File {
    fn lines<const N: usize>(&mut self, lines: [&str; N]) {
        for line in lines {
            self.line(line);
        }
    }

    /// Writes a line, folded between characters after at most [`LINE`] octets.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for character in line.chars() {
            if width + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(character);
            width += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// `20270221T090000Z`: RFC 5545 has no fractions of a second.
fn stamp(at: Instant) -> String {
    let text = at.to_string();
    text.chars().take(19).filter(|c| *c != '-' && *c != ':').chain(['Z']).collect()
}

fn escape(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, character| {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            _ => out.push(character),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use icalendar::{CalendarComponent, Component};

    use super::*;
    use crate::account::tests::{START, member};
    use crate::time::{Instant, Span};

    #[test]
    fn r20_the_calendar_file_holds_every_deadline_and_opens_in_a_real_parser() {
        let policy = Policy::seed_2018();
        let now: Instant = START.parse().unwrap();
        let text = calendar(&member(), now, &policy, Language::En);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE));
        let parsed: icalendar::Calendar = text.parse().unwrap();
        let events: Vec<_> = parsed.components.iter().filter_map(CalendarComponent::as_event).collect();
        assert_eq!(events.len(), member().deadlines(now, &policy).len());
        let expiry = now.plus(Span::days(90)).micros() / 1_000_000;
        let Some(icalendar::DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Utc(start))) = events[0].get_start()
        else {
            panic!("no start")
        };
        assert_eq!(start.timestamp(), expiry);
        assert_eq!(events[0].get_summary(), Some("NHSmail: Your password expires"));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut file = File(String::new());
        file.line(&"é".repeat(60));
        assert!(file.0.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(file.0.replace("\r\n ", "").trim_end(), "é".repeat(60));
    }

    #[test]
    fn a_line_is_folded_as_late_as_it_may_be() {
        let folded = |length| {
            let mut file = File(String::new());
            file.line(&"a".repeat(length));
            file.0.split_terminator("\r\n").map(str::len).collect::<Vec<_>>()
        };
        assert_eq!(folded(LINE), [LINE]);
        assert_eq!(folded(LINE + 1), [LINE, 2]);
        assert_eq!(folded(LINE + 74), [LINE, LINE], "the space counts");
        assert_eq!(folded(LINE + 75), [LINE, LINE, 2]);
    }

    #[test]
    fn r20_what_has_a_meaning_in_a_calendar_is_escaped() {
        assert_eq!(escape("one, two; three\\four\r\nfive"), "one\\, two\\; three\\\\four\\nfive");
    }
}
