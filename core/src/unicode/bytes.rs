//! Numbers in the bytes of a table.

/// What of a table is not read yet.
pub(super) struct Bytes(pub(super) &'static [u8]);

impl Bytes {
    /// The next number, seven bits a byte, the lowest first; `None` at the end.
    pub(super) fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// The next difference: twice its size, less one where it is below zero.
    pub(super) fn difference(&mut self) -> Option<i32> {
        let number = self.number()?;
        let half = i32::try_from(number / 2).ok()?;
        Some(if number % 2 == 0 { half } else { -half - 1 })
    }
}
