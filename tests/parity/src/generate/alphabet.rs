//! Every character there is, by general category.

use std::collections::BTreeMap;

use icu_properties::{CodePointMapData, props::GeneralCategory};

use super::piece::{MARKS, PIECES};
use crate::random::Random;

/// Characters to draw from.
pub(crate) struct Alphabet {
    categories: Vec<Vec<char>>,
}

impl Alphabet {
    pub(crate) fn new() -> Self {
        // All thirty, more than the rules tell apart.
        let category = CodePointMapData::<GeneralCategory>::new();
        let mut categories = BTreeMap::<_, Vec<char>>::new();
        for character in '\0'..=char::MAX {
            categories.entry(category.get(character)).or_default().push(character);
        }
        Self { categories: categories.into_values().collect() }
    }

    /// A character of any category, each as likely as the other.
    pub(crate) fn character(&self, random: &mut Random) -> char {
        let at = random.below(self.categories.len());
        self.categories.get(at).map_or('?', |category| random.pick(category))
    }

    /// A piece that is known to be awkward, or a character of any category.
    pub(crate) fn piece(&self, random: &mut Random) -> String {
        match random.below(8) {
            0 | 1 => self.character(random).to_string(),
            2 => random.pick(MARKS).to_string(),
            _ => random.pick(PIECES).to_string(),
        }
    }

    /// A letter under marks, in any order of theirs.
    pub(crate) fn tower(random: &mut Random) -> String {
        let height = if random.once_in(10) { 80 } else { 6 };
        let mut tower = random.pick(&["a", "e", "o", "q", "가", "\u{5d0}", "\u{627}", "क", ""]).to_string();
        for _ in 0..=random.below(height) {
            tower.push_str(random.pick(MARKS));
        }
        tower
    }
}
