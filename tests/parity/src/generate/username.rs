//! Usernames: spellings of one, domains, lengths.

use super::Generator;
use super::text::Units;
use crate::json::Json;

/// Sound ones, from which the others are made.
pub(super) const NAMES: &[&str] = &[
    "jane.smith",
    "mary.o'neill",
    "j.brown2",
    "anne-marie.jones",
    "a_b",
    "kit.kelvin",
    "x",
    "0",
    "siobhan.straße",
    "i.i",
];

const DOMAINS: &[&str] = &[
    "",
    "",
    "",
    "@nhs.net",
    "@NHS.NET",
    " @ nhs . net ",
    "@nhs.net.",
    "@nhs.net@nhs.net",
    "@",
    "@gmail.com",
    "@nhs.uk",
    "@xnhs.net",
    "@nhs.ne",
    "＠nhs.net",
    "@nhs。net",
    "@n\u{ad}hs.net",
    "@nh\u{17f}.net",
    "@\u{212a}hs.net",
    "@nhs.net\0",
    "\u{a0}@nhs.net\u{3000}",
    "@@nhs.net",
    "@sub.nhs.net",
];

pub(super) fn input(generator: &mut Generator) -> Json {
    Json::from([("text", generator.username().into())])
}

impl Generator {
    pub(super) fn username(&mut self) -> Units {
        if self.random.once_in(15) {
            let pieces = self.random.below(12);
            let text = self.awkward(pieces);
            return self.spoiled(&text);
        }
        let random = &mut self.random;
        let mut name = random.pick(NAMES).to_string();
        if random.once_in(6) {
            let length = random.pick(&[62, 63, 64, 65, 66, 200]);
            while name.len() < length {
                name.push(random.pick(&['a', '.', '9']));
            }
        }
        name.push_str(random.pick(DOMAINS));
        if random.once_in(3) {
            name = name.to_uppercase();
        }
        if random.once_in(3) { name.encode_utf16().collect() } else { self.spoiled(&name) }
    }
}
