//! Mobile numbers: every UK range at its edges, in every spelling.

use super::Generator;
use super::text::Units;
use crate::json::Json;

/// What stands before the digits that are drawn.
const BEGINNINGS: &[&str] = &[
    "07", "070", "071", "0710", "072", "073", "0739", "074", "075", "0759", "076", "0760", "07599", "07600", "07623",
    "07624", "07625", "07699", "077", "07700900", "07700899", "07700901", "078", "079", "0791111", "01632960",
    "02079460", "0300", "0333", "0500", "0800", "0845", "09", "0", "00", "000", "7", "7700900", "999", "112",
];

/// The ways to lead into a number from abroad, in place of its `0`.
const ABROAD: &[&str] = &[
    "+44",
    "+44 ",
    "+44(0)",
    "+44 (0)",
    "+44 (0) ",
    "0044",
    "0044 ",
    "00 44 (0)",
    "44",
    "44(0)",
    "44 0",
    "+440",
    "+4400",
    "+044",
    "+ 44",
    "++44",
    "＋44",
    "(+44)",
    "(+44) 0",
    "+1",
    "+353",
    "+33 ",
    "0033",
    "00353",
    "+4",
    "+",
    "011 44",
    "+44+44",
];

const SEPARATORS: &[&str] = &[
    " ", "  ", "-", ".", "(", ")", "\u{a0}", "\u{2009}", "\u{202f}", "\u{3000}", "\u{2010}", "\u{2011}", "–", "—", "−",
    "·", "•", "（", "）", "[", "]", "\u{200b}", "\u{feff}", "\u{ad}", "\t", "\n", "/", ",", "_", "'", "\u{200d}",
    "\u{202c}", "\0",
];

const ENDINGS: &[&str] = &[
    " ext 4",
    "x4",
    " #4",
    ";ext=4",
    " (mobile)",
    "/07700900124",
    " 07700900124",
    ", 07700 900124",
    " or 07700900124",
    "*",
    "+",
    " ",
    "\n",
    "\u{202c}",
    "\0",
    "½",
    "²",
    "⑩",
    "٣",
    "🦷",
];

pub(super) fn input(generator: &mut Generator) -> Json {
    Json::from([("text", generator.number_units().into())])
}

impl Generator {
    pub(super) fn number_units(&mut self) -> Units {
        let text = self.number();
        if self.random.once_in(2) { text.encode_utf16().collect() } else { self.spoiled(&text) }
    }

    fn number(&mut self) -> String {
        if self.random.once_in(15) {
            let pieces = self.random.below(16);
            return self.awkward(pieces);
        }
        let random = &mut self.random;
        let mut digits = random.pick(BEGINNINGS).to_string();
        let length = random.pick(&[11, 11, 11, 11, 11, 11, 10, 12, 9, 13, 40]);
        let edge = random.pick(&["0", "9", "", ""]);
        while digits.len() < length {
            let digit = random.below(10).to_string();
            digits.push_str(if edge.is_empty() { &digit } else { edge });
        }
        if random.once_in(2) {
            let rest = digits.strip_prefix('0').filter(|_| !random.once_in(8)).unwrap_or(&digits);
            digits = format!("{}{rest}", random.pick(ABROAD));
        }
        let every = random.pick(&[1, 3, 6, 1000]);
        let separator = random.pick(SEPARATORS);
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if random.once_in(40) {
                text.push_str(random.pick(SEPARATORS));
            }
            if at > 0 && at % every == 0 && every < 1000 {
                text.push_str(separator);
            }
            text.push(digit);
        }
        if random.once_in(8) {
            text.push_str(random.pick(ENDINGS));
        }
        text
    }
}
