//! Normalisation forms C and KC (Unicode, 3.11, D120 and D121).

use std::sync::OnceLock;

use super::mapping::Mapping;
use super::runs::Runs;

/// Normalisation form C.
#[must_use]
pub fn nfc(text: &str) -> String {
    // Nothing below the first mark is put together with anything.
    if text.chars().all(|character| character < '\u{300}') { text.to_owned() } else { normalise(text, None) }
}

/// Normalisation form KC: full-width digits become digits, a no-break space a space.
#[must_use]
pub fn nfkc(text: &str) -> String {
    // The no-break space is the first of them.
    if text.chars().all(|character| character < '\u{a0}') {
        text.to_owned()
    } else {
        normalise(text, Some(compatible()))
    }
}

/// Normalisation form KD: a letter and its marks stand apart.
#[must_use]
pub fn nfkd(text: &str) -> String {
    let mut apart = String::with_capacity(text.len());
    take_apart(text, Some(compatible()), &mut |(_, character)| apart.push(character));
    apart
}

/// Compatible texts, in form KC, of characters without a canonical one. Apart from the other tables,
/// so that a page that asks for form C alone does not fetch it.
fn compatible() -> &'static Mapping {
    static COMPATIBLE: OnceLock<Mapping> = OnceLock::new();
    COMPATIBLE.get_or_init(|| Mapping::read(include_bytes!("compatible.bin")))
}

/// What both forms are made of.
struct Tables {
    /// The combining classes.
    classes: Runs,
    /// Pairs that a character is put together from and taken apart to.
    pairs: Mapping,
    /// The same pairs, each before the character, in [`bucket`]s.
    joined: Vec<Vec<(char, char, char)>>,
    /// Canonical texts of characters that are only ever taken apart.
    apart: Mapping,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let pairs = Mapping::read(include_bytes!("pairs.bin"));
        let mut joined = vec![Vec::new(); BUCKETS];
        for (character, text) in pairs.iter() {
            if let [first, second] = *text
                && let Some(bucket) = joined.get_mut(bucket(first, second))
            {
                bucket.push((first, second, character));
            }
        }
        Tables {
            classes: Runs::read(include_bytes!("combining.bin")),
            pairs,
            joined,
            apart: Mapping::read(include_bytes!("apart.bin")),
        }
    })
}

/// A character after its combining class.
type Classed = (u8, char);

fn normalise(text: &str, compatible: Option<&Mapping>) -> String {
    let mut composer = Composer::of(text.len());
    take_apart(text, compatible, &mut |classed| composer.put(classed));
    composer.finish()
}

/// Hands on the characters that the text is made of, marks by their classes. Holds no more of it at a
/// time than a character and its marks.
fn take_apart(text: &str, compatible: Option<&Mapping>, hand_on: &mut dyn FnMut(Classed)) {
    let tables = tables();
    let (mut parts, mut marks) = (Vec::new(), Vec::new());
    let flush = |marks: &mut Vec<Classed>, hand_on: &mut dyn FnMut(Classed)| {
        sort_by_class(marks);
        marks.drain(..).for_each(hand_on);
    };
    for character in text.chars() {
        tables.take_apart(character, compatible, &mut parts);
        for classed in parts.drain(..) {
            if classed.0 == 0 {
                flush(&mut marks, hand_on);
                hand_on(classed);
            } else {
                marks.push(classed);
            }
        }
    }
    flush(&mut marks, hand_on);
}

/// Sorts and keeps the order within a class. A pass for each class stays linear, however many marks
/// there are, and the library's sort would be some 3 kB.
fn sort_by_class(marked: &mut [Classed]) {
    if !marked.is_sorted_by_key(|&(class, _)| class) {
        let of_class = |wanted| marked.iter().copied().filter(move |&(class, _)| class == wanted);
        let sorted: Vec<_> = (0..=u8::MAX).flat_map(of_class).collect();
        marked.copy_from_slice(&sorted);
    }
}

impl Tables {
    fn take_apart(&self, character: char, compatible: Option<&Mapping>, apart: &mut Vec<Classed>) {
        let text = self
            .pairs
            .of(character)
            .or_else(|| self.apart.of(character))
            .or_else(|| compatible.and_then(|mapping| mapping.of(character)));
        if let Some(text) = text {
            for &part in text {
                self.take_apart(part, compatible, apart);
            }
        } else if let Some(jamo) = hangul::take_apart(character) {
            apart.extend(jamo.map(|part| (0, part)));
        } else {
            apart.push((self.classes.of(character), character));
        }
    }

    fn join(&self, first: char, second: char) -> Option<char> {
        let bucket = self.joined.get(bucket(first, second))?;
        let found = bucket.iter().find(|pair| (pair.0, pair.1) == (first, second));
        found.map(|&(.., joined)| joined).or_else(|| hangul::join(first, second))
    }
}

/// Puts characters together again, as they come (Unicode, 3.11, D117).
struct Composer {
    text: String,
    /// The last character of class 0, and what follows without having joined it.
    starter: Option<char>,
    marks: String,
    last_class: u8,
}

impl Composer {
    fn of(length: usize) -> Self {
        Self { text: String::with_capacity(length), starter: None, marks: String::new(), last_class: 0 }
    }

    fn put(&mut self, (class, character): Classed) {
        // A mark of the same class, or a character of class 0, stands in the way.
        let is_next = self.marks.is_empty() || self.last_class < class;
        match self.starter.and_then(|first| tables().join(first, character)) {
            Some(joined) if is_next => self.starter = Some(joined),
            _ if class == 0 => {
                self.flush();
                self.starter = Some(character);
            }
            _ => {
                self.marks.push(character);
                self.last_class = class;
            }
        }
    }

    fn flush(&mut self) {
        self.text.extend(self.starter.take());
        self.text.push_str(&self.marks);
        self.marks.clear();
    }

    fn finish(mut self) -> String {
        self.flush();
        self.text
    }
}

const BUCKETS: usize = 256;

/// Where a pair is looked up, among few others.
fn bucket(first: char, second: char) -> usize {
    (first as usize * 5 + second as usize) % BUCKETS
}

/// Syllables of Hangul, by arithmetic (Unicode, 3.12).
mod hangul {
    const SYLLABLES: u32 = 0xac00;
    const LEADING: u32 = 0x1100;
    const VOWELS: u32 = 0x1161;
    /// One before the first, which stands for none.
    const TRAILING: u32 = 0x11a7;
    const LEADING_COUNT: u32 = 19;
    const VOWEL_COUNT: u32 = 21;
    const TRAILING_COUNT: u32 = 28;

    /// The place of `character` in the `count` characters from `first`.
    fn place(character: char, first: u32, count: u32) -> Option<u32> {
        u32::from(character).checked_sub(first).filter(|&at| at < count)
    }

    pub(super) fn take_apart(character: char) -> Option<impl Iterator<Item = char>> {
        let at = place(character, SYLLABLES, LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT)?;
        let trailing = at % TRAILING_COUNT;
        let parts = [
            LEADING + at / (VOWEL_COUNT * TRAILING_COUNT),
            VOWELS + at / TRAILING_COUNT % VOWEL_COUNT,
            TRAILING + trailing,
        ];
        Some(parts.into_iter().take(if trailing == 0 { 2 } else { 3 }).filter_map(char::from_u32))
    }

    pub(super) fn join(first: char, second: char) -> Option<char> {
        let syllable = if let Some(leading) = place(first, LEADING, LEADING_COUNT) {
            let vowel = place(second, VOWELS, VOWEL_COUNT)?;
            SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT
        } else {
            let at = place(first, SYLLABLES, LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT)?;
            let trailing = place(second, TRAILING, TRAILING_COUNT).filter(|&trailing| trailing != 0)?;
            if at % TRAILING_COUNT != 0 {
                return None;
            }
            SYLLABLES + at + trailing
        };
        char::from_u32(syllable)
    }
}
