//! A table that gives each code point a number, the same over long runs.

use super::bytes::Bytes;

/// Code points of whose numbers a copy lies ready: most of what is typed.
const LOW: usize = 0x180;

/// A number for each code point.
pub(super) struct Runs {
    low: Vec<u8>,
    /// The first code point of each run, and its number.
    starts: Vec<(u32, u8)>,
}

impl Runs {
    /// Reads how many runs there are, the number of each, the length of each.
    pub(super) fn read(table: &'static [u8]) -> Self {
        let mut bytes = Bytes(table);
        let count = bytes.number().unwrap_or_default() as usize;
        let (numbers, lengths) = bytes.0.split_at_checked(count).unwrap_or_default();
        let mut lengths = Bytes(lengths);
        let mut next = 0;
        let starts: Vec<_> = numbers
            .iter()
            .map(|&number| {
                let start = next;
                next += lengths.number().unwrap_or_default();
                (start, number)
            })
            .collect();
        let mut runs = Self { low: Vec::new(), starts };
        runs.low = ('\0'..).take(LOW).map(|character| runs.of(character)).collect();
        runs
    }

    /// The number of a character.
    pub(super) fn of(&self, character: char) -> u8 {
        let point = u32::from(character);
        if let Some(&number) = self.low.get(point as usize) {
            return number;
        }
        let after = self.starts.partition_point(|&(start, _)| start <= point);
        self.starts.get(after.wrapping_sub(1)).map_or(0, |&(_, number)| number)
    }
}
