//! Text as people, and programs, type it.

use super::Generator;
use super::alphabet::Alphabet;
use crate::random::Random;

/// UTF-16 units, which may hold half of a surrogate pair.
pub(super) type Units = Vec<u16>;

impl Generator {
    /// A text of some `pieces` awkward pieces.
    pub(super) fn awkward(&mut self, pieces: usize) -> String {
        let mut text = String::new();
        for _ in 0..pieces {
            if self.random.once_in(9) {
                text.push_str(&Alphabet::tower(&mut self.random));
            } else {
                text.push_str(&self.alphabet.piece(&mut self.random));
            }
        }
        text
    }

    /// A text of exactly `length` characters of some of the four classes of passwords.
    pub(super) fn classes(&mut self, length: usize) -> String {
        const CLASSES: [&[&str]; 4] = [
            &["A", "Q", "Z", "É", "Σ", "ǅ", "Ж", "𝕬"],
            &["a", "q", "z", "é", "ß", "ſ", "ж", "ª"],
            &["0", "5", "9", "٣", "９", "𝟘"],
            &[" ", "-", "_", "£", "日", "²", "😀", "ʰ", "א", "\u{301}"],
        ];
        let random = &mut self.random;
        let chosen: Vec<_> = CLASSES.into_iter().filter(|_| !random.once_in(3)).collect();
        let plain = random.once_in(2);
        (0..length)
            .map(|_| {
                let class = if chosen.is_empty() { CLASSES[1] } else { random.pick(&chosen) };
                if plain { class.first().copied().unwrap_or("a") } else { random.pick(class) }
            })
            .collect()
    }

    /// `text` as it is, or spoiled in up to three places.
    pub(super) fn spoiled(&mut self, text: &str) -> Units {
        let mut characters: Vec<String> = text.chars().map(String::from).collect();
        for _ in 0..self.random.below(4) {
            self.spoil(&mut characters);
        }
        let mut units: Units = characters.concat().encode_utf16().collect();
        if self.random.once_in(12) {
            // Half of a pair: where it comes beside the other half they are whole again.
            let halves = [0xd800, 0xdbff, 0xdc00, 0xdfff, 0xd83d, 0xde00];
            for _ in 0..=self.random.below(3) {
                let at = self.random.below(units.len() + 1);
                units.insert(at, self.random.pick(&halves));
            }
        }
        units
    }

    fn spoil(&mut self, characters: &mut Vec<String>) {
        let random = &mut self.random;
        let at = random.below(characters.len() + 1);
        let inserted = match random.below(10) {
            0 => Alphabet::tower(random),
            1 => " ".repeat(random.below(3)),
            2 => self.alphabet.character(random).to_string(),
            3..=5 => self.alphabet.piece(random),
            choice => {
                if let Some(character) = characters.get_mut(at) {
                    *character = changed(character, choice, random);
                }
                return;
            }
        };
        let at = random.pick(&[0, at, at, characters.len()]);
        characters.insert(at, inserted);
    }
}

/// The character in another spelling: case, width, script of its digits, gone or doubled.
fn changed(character: &str, choice: usize, random: &mut Random) -> String {
    let first = character.chars().next().unwrap_or(' ');
    match choice {
        6 => String::new(),
        7 => character.repeat(2),
        8 if random.once_in(2) => character.to_uppercase(),
        8 => character.to_lowercase(),
        _ => first
            .to_digit(10)
            .filter(|_| random.once_in(2))
            .and_then(|digit| char::from_u32(random.pick(&[0x660, 0x6f0, 0x966, 0x1d7d8]) + digit))
            .or_else(|| char::from_u32(u32::from(first) + 0xfee0).filter(|_| first.is_ascii_graphic()))
            .unwrap_or(first)
            .to_string(),
    }
}
