//! Temporary passwords (R10).

use std::fmt;

/// A password issued by the service and sent by text: it works for one activation.
#[derive(Clone, PartialEq, Eq)]
pub struct TemporaryPassword(String);

/// Without the look-alikes 0 O 1 l I.
const UPPER: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
const LOWER: &[u8] = b"abcdefghijkmnopqrstuvwxyz";
const DIGITS: &[u8] = b"23456789";
const ALL: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

impl TemporaryPassword {
    /// Makes one of `length` characters (8 to 32) from random words: each kind of character at
    /// least once, in any place. 12 characters are worth some 67 bits.
    ///
    /// The first 32 words choose the characters, the other 32 their places; the remainder of 16
    /// bits favours no character by more than one part in a thousand.
    #[must_use]
    pub fn generate(length: u32, entropy: &[u16; 64]) -> Self {
        let (choices, places) = entropy.split_at(32);
        let mut characters: Vec<u8> = [UPPER, LOWER, DIGITS]
            .into_iter()
            .chain(std::iter::repeat(ALL))
            .zip(choices)
            .take(length.max(3) as usize)
            .filter_map(|(alphabet, &word)| alphabet.get(usize::from(word) % alphabet.len()).copied())
            .collect();
        // Fisher and Yates.
        for (last, &word) in (1..characters.len()).rev().zip(places) {
            characters.swap(last, usize::from(word) % (last + 1));
        }
        Self(characters.into_iter().map(char::from).collect())
    }

    /// The text to send.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TemporaryPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TemporaryPassword(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn r10_a_temporary_password_mixes_cases_and_has_no_look_alikes(entropy in prop::collection::vec(any::<u16>(), 64), length in 8_u32..=32) {
            let entropy = entropy.try_into().unwrap();
            let password = TemporaryPassword::generate(length, &entropy);
            let text = password.as_str();
            prop_assert_eq!(text.len(), length as usize);
            prop_assert!(!text.contains(['0', 'O', '1', 'l', 'I']));
            prop_assert!(text.contains(|c: char| c.is_ascii_uppercase()));
            prop_assert!(text.contains(|c: char| c.is_ascii_lowercase()));
            prop_assert!(text.contains(|c: char| c.is_ascii_digit()));
        }
    }

    #[test]
    fn r10_the_places_are_shuffled_by_their_own_words() {
        let mut entropy = [0; 64];
        // Each character stays where it is.
        for (place, last) in (1..12).rev().enumerate() {
            entropy[32 + place] = last;
        }
        assert_eq!(TemporaryPassword::generate(12, &entropy).as_str(), "Aa2AAAAAAAAA");
        // The first word brings the first to the end.
        entropy[32] = 0;
        assert_eq!(TemporaryPassword::generate(12, &entropy).as_str(), "Aa2AAAAAAAAA");
        entropy[32] = 2;
        assert_eq!(TemporaryPassword::generate(12, &entropy).as_str(), "AaAAAAAAAAA2");
    }
}
