//! Instants: their text, their place on the line, and what a clock in London shows.

use enamel_core::time::{Instant, NotAnInstant, Span};
use serde::{Deserialize, Serialize};

use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Input {
    /// What someone wrote.
    Text(String),
    /// Microseconds since 1970, in decimal: a JavaScript number could not hold them all.
    Micros(String),
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Judged {
    Instant(Facts),
    Refused(String),
}

#[derive(Serialize)]
struct Facts {
    text: String,
    micros: String,
    london_date: String,
    london_time: String,
    tomorrow: Instant,
    yesterday: Instant,
    days_since_1970: u32,
    days_until_2030: u32,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| match read(&input) {
        Ok(instant) => Judged::Instant(facts(instant)),
        Err(reason) => Judged::Refused(reason),
    })
}

fn read(input: &Input) -> Result<Instant, String> {
    match input {
        Input::Text(text) => text.parse().map_err(|refusal: NotAnInstant| refusal.to_string()),
        Input::Micros(micros) => micros.parse().map(Instant::from_micros).map_err(|error| error.to_string()),
    }
}

fn facts(instant: Instant) -> Facts {
    let london = instant.london();
    Facts {
        text: instant.to_string(),
        micros: instant.micros().to_string(),
        london_date: london.date().english(),
        london_time: london.time().english(),
        tomorrow: instant.plus(Span::days(1)),
        yesterday: instant.minus(Span::days(1)),
        days_since_1970: instant.days_after(Instant::from_micros(0)),
        days_until_2030: Instant::from_micros(1_893_456_000_000_000).days_after(instant),
    }
}
