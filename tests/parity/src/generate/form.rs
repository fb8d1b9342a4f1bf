//! Whole forms, and their security questions.

use enamel_core::security_question::QUESTIONS;

use super::Generator;
use super::text::Units;
use crate::json::Json;

pub(super) fn answer(generator: &mut Generator) -> Json {
    let mut fields = vec![("text", generator.answer().into())];
    if generator.random.once_in(3) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

pub(super) fn question(generator: &mut Generator) -> Json {
    Json::from([("id", generator.question().into())])
}

pub(super) fn sign_in(generator: &mut Generator) -> Json {
    let password = generator.password(&["jane.smith"]);
    Json::from([("username", generator.username().into()), ("password", password.into())])
}

pub(super) fn change_password(generator: &mut Generator) -> Json {
    let (username, first, last) = generator.person();
    let words = [username.as_str(), first, last];
    let mut fields = vec![
        ("current_password", generator.password(&words).into()),
        ("new_password", generator.password(&words).into()),
        ("person", person(&username, first, last)),
    ];
    if generator.random.once_in(2) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

pub(super) fn activation(generator: &mut Generator) -> Json {
    let (username, first, last) = generator.person();
    let count = generator.random.pick(&[3, 3, 3, 3, 0, 2, 4, 9]);
    // From a place on: all others, and now and then one twice.
    let start = generator.random.below(QUESTIONS.len());
    let answers = (start..start + count)
        .map(|at| {
            let sound = QUESTIONS.get(at % QUESTIONS.len()).map(|question| question.id.to_owned());
            let id = if generator.random.once_in(6) { generator.question() } else { sound.unwrap_or_default() };
            Json::from([("question", id.into()), ("answer", generator.answer().into())])
        })
        .collect();
    let mut fields = vec![
        ("accept_terms", (!generator.random.once_in(5)).into()),
        ("new_password", generator.password(&[&username, first, last]).into()),
        ("security_answers", Json::List(answers)),
        ("mobile_visible", generator.random.once_in(2).into()),
        ("person", person(&username, first, last)),
    ];
    if generator.random.once_in(3) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

fn person(username: &str, first: &str, last: &str) -> Json {
    Json::from([("username", username.into()), ("first_name", first.into()), ("last_name", last.into())])
}

impl Generator {
    /// The id of a question, or what is none.
    fn question(&mut self) -> String {
        if self.random.once_in(3) {
            let odd = ["", "first-pet ", "First-Pet", "first\u{2010}pet", "favourite-colour", "\0", "first-pets"];
            return self.random.pick(&odd).to_string();
        }
        self.random.pick(&QUESTIONS).id.to_owned()
    }

    fn answer(&mut self) -> Units {
        let text = match self.random.below(8) {
            0..=2 => self
                .random
                .pick(&["Rex", "Groß Straße", "St. Mary’s", "x", "né", "Łódź", "ΌΔΟΣ", "İzmir", "１ ２"])
                .to_string(),
            3 => {
                let length = self.random.pick(&[1, 2, 3, 255, 256, 257]);
                self.classes(length)
            }
            4 => {
                // Ligatures that the normal form, or case folding, makes longer than the limit.
                let piece = self.random.pick(&["ﷺ", "ﬃ", "ΐ", "㎏", "ß", "\u{344}", "…", "¨", "½"]);
                piece.repeat(self.random.pick(&[1, 2, 14, 15, 85, 86, 128, 129]))
            }
            5 => " \u{3000}\u{a0}".repeat(self.random.below(3)),
            _ => {
                let pieces = self.random.below(10);
                self.awkward(pieces)
            }
        };
        if self.random.once_in(3) { text.encode_utf16().collect() } else { self.spoiled(&text) }
    }
}
