//! A table that gives some characters a text.

use super::bytes::Bytes;

/// The text of each character that has one.
pub(super) struct Mapping {
    /// Each character, and where its text begins and ends.
    entries: Vec<(char, u32, u32)>,
    texts: Vec<char>,
}

impl Mapping {
    /// Reads how many characters there are, the distance of each from the one before, the length of
    /// each text, and the characters of the texts, as differences from those in the same place of
    /// the text before.
    pub(super) fn read(table: &'static [u8]) -> Self {
        let mut bytes = Bytes(table);
        let count = bytes.number().unwrap_or_default() as usize;
        let mut point = 0;
        let points: Vec<_> = std::iter::from_fn(|| {
            point += bytes.number()?;
            Some(char::from_u32(point).unwrap_or_default())
        })
        .take(count)
        .collect();
        let (lengths, characters) = bytes.0.split_at_checked(count).unwrap_or_default();
        let mut characters = Bytes(characters);
        let mut before: Vec<u32> = Vec::new();
        let mut mapping = Self { entries: Vec::with_capacity(count), texts: Vec::new() };
        for (character, &length) in points.into_iter().zip(lengths) {
            let length = usize::from(length);
            if before.len() < length {
                before.resize(length, 0);
            }
            let start = mapping.texts.len();
            for last in before.iter_mut().take(length) {
                *last = last.wrapping_add_signed(characters.difference().unwrap_or_default());
                mapping.texts.push(char::from_u32(*last).unwrap_or_default());
            }
            mapping.entries.push((character, place(start), place(start + length)));
        }
        mapping
    }

    /// The text of a character.
    pub(super) fn of(&self, character: char) -> Option<&[char]> {
        let at = self.entries.binary_search_by_key(&character, |&(from, ..)| from).ok()?;
        let &(_, start, end) = self.entries.get(at)?;
        self.texts.get(start as usize..end as usize)
    }

    /// Each character and its text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (char, &[char])> {
        self.entries
            .iter()
            .filter_map(|&(character, start, end)| Some((character, self.texts.get(start as usize..end as usize)?)))
    }
}

/// No table has as many characters.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
