//! Passwords at the limits of every policy, and temporary ones.

use super::Generator;
use super::text::Units;
use super::username::NAMES;
use crate::json::Json;

/// On the list of common passwords, beside it, and on it only in another spelling.
const COMMON: &[&str] = &[
    "password",
    "password1",
    "Password1",
    "PASSWORD1",
    "passwor\u{1e9e}1",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "trustno1",
    "qwertyuiop",
    "1234567890",
    "12345678",
    "123456789",
    "letmein1",
    "welcome1",
    "11111111",
    "abcd1234",
    "pa\u{17f}sword",
    "\u{ff50}assword1",
    "password1 ",
    "password12345x",
    "zzzzzzzz",
    "zxcvbnm1",
    "00000000",
    "aaaaaaaa",
    "!",
];

/// Names as their holders write them.
pub(super) const PEOPLE: &[(&str, &str)] = &[
    ("Jane", "Smith"),
    ("Siobhán", "O’Neill"),
    ("Mary", "O'Neill"),
    ("Jürgen", "Straße"),
    ("İpek", "Işık"),
    ("Ὀδυσσεύς", "ΠΑΠΑΣ"),
    ("e\u{301}a", "Zoe\u{308}"),
    ("김", "각"),
    ("", ""),
    (" ", "\u{301}"),
    ("Ng", "X"),
    ("太郎", "歯"),
    ("Ꭰ", "ǅ"),
    ("\u{212a}ate", "\u{fb03}"),
];

pub(super) fn input(generator: &mut Generator) -> Json {
    let (username, first, last) = generator.person();
    let text = generator.password(&[&username, first, last]);
    let mut fields = vec![
        ("text", text.into()),
        ("username", username.into()),
        ("first_name", first.into()),
        ("last_name", last.into()),
    ];
    if generator.random.once_in(2) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

pub(super) fn temporary(generator: &mut Generator) -> Json {
    let random = &mut generator.random;
    let length = random.pick(&[0, 3, 8, 9, 12, 12, 31, 32, 33, u32::MAX]);
    let edge = random.pick(&[0, 65_535, 1, 1]);
    let mut word = || if edge == 1 { random.below(65_536) } else { edge };
    let entropy = (0..64).map(|_| Json::Bare(word().to_string())).collect();
    Json::from([("length", Json::Bare(length.to_string())), ("entropy", Json::List(entropy))])
}

impl Generator {
    /// A username, a first and a last name.
    pub(super) fn person(&mut self) -> (String, &'static str, &'static str) {
        let (first, last) = self.random.pick(PEOPLE);
        (self.random.pick(NAMES).to_string(), first, last)
    }

    /// A password, at times with one of `words` in it.
    pub(super) fn password(&mut self, words: &[&str]) -> Units {
        let limits = [7, 8, 9, 10, 11, 14, 15, 16, 20];
        let text = match self.random.below(12) {
            0..=4 => {
                let length = self.random.pick(&limits);
                self.classes(length)
            }
            5 => {
                let length = self.random.pick(&[254, 255, 256, 257, 300]);
                self.classes(length)
            }
            6 | 7 => self.around(words),
            8 => self.random.pick(COMMON).to_string(),
            9 => {
                let pieces = self.random.below(24);
                self.awkward(pieces)
            }
            10 => {
                // As many characters one way as the other way too few or too many.
                let piece = self.alphabet.piece(&mut self.random);
                let times = self.random.pick(&[7, 8, 10, 15, 85, 128, 256, 257]);
                format!("{}{}", piece.repeat(times), self.random.pick(&["", "A", "Aa", "a1", "A1-"]))
            }
            _ if self.random.once_in(60) => {
                let length = self.random.pick(&[5_000, 60_000]);
                self.classes(length)
            }
            _ => String::new(),
        };
        if self.random.once_in(2) { text.encode_utf16().collect() } else { self.spoiled(&text) }
    }

    /// One of `words` in another case, between other characters.
    fn around(&mut self, words: &[&str]) -> String {
        let (before, after) = (self.random.below(8), self.random.below(8));
        let (before, after) = (self.classes(before), self.classes(after));
        let word = self.random.pick(words);
        let word = match self.random.below(6) {
            0 => word.to_uppercase(),
            1 => word.to_lowercase(),
            2 => word.replace(['s', 'S'], "\u{17f}"),
            3 => word.replace("SS", "ß").replace('k', "\u{212a}"),
            _ => (*word).to_owned(),
        };
        format!("{before}{word}{after}")
    }
}
