//! Passwords that many people use.

use std::cmp::Ordering;

/// The fewest characters of an entry: a policy that asks for as many refuses shorter ones anyway.
pub(crate) const COMMON_MINIMUM_LENGTH: u32 = 8;

/// Case-folded and sorted: the entries of eight characters and more of the list that Django ships
/// (BSD licence), which Royce Williams compiled from breaches in the public domain (decision 0011).
///
/// Each entry is an upper-case letter, `A` for none, that says how many bytes it has in common with
/// the one before, and then the others. So it takes 4 kB less than plain lines when compressed.
const LIST: &str = include_str!("common.txt");

/// Whether the case-folded form of a whole password is on the list.
pub(super) fn is_common(folded: &str) -> bool {
    // Entries that begin alike stand together, and the first of them has nothing in common with the one before.
    let mut groups = LIST.match_indices('A').filter_map(|(at, _)| LIST.as_bytes().get(at..));
    let Some(mut list) = groups.find(|group| group.get(1) == folded.as_bytes().first()) else {
        return false;
    };
    // What the entry before has in common with the password, and what of the password is left then.
    let (mut common, mut left) = (0, folded.as_bytes());
    while let Some((mark, after)) = list.split_first() {
        let end = after.iter().position(u8::is_ascii_uppercase).unwrap_or(after.len());
        let (rest, next) = after.split_at(end);
        list = next;
        match usize::from(mark.saturating_sub(b'A')).cmp(&common) {
            // It goes on like the entry before, which comes before the password.
            Ordering::Greater => {}
            // It has left the entry before where that still was the password's: all others come after.
            Ordering::Less => return false,
            Ordering::Equal => {
                let same = rest.iter().zip(left).take_while(|(one, other)| one == other).count();
                match (rest.get(same), left.get(same)) {
                    (None, None) => return true,
                    (Some(one), other) if Some(one) > other => return false,
                    _ => {
                        common += same;
                        left = left.get(same..).unwrap_or_default();
                    }
                }
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entries() -> Vec<String> {
        let mut entries: Vec<String> = Vec::new();
        for (at, mark) in LIST.match_indices(|c: char| c.is_ascii_uppercase()) {
            let rest = &LIST[at + 1..];
            let rest = &rest[..rest.find(|c: char| c.is_ascii_uppercase()).unwrap_or(rest.len())];
            let common = usize::from(mark.as_bytes()[0] - b'A');
            let before = entries.last().map_or("", |before| &before[..common]);
            entries.push(format!("{before}{rest}"));
        }
        entries
    }

    /// As [`LIST`] is written.
    fn written(entries: &[String]) -> String {
        let mut before: &str = "";
        let mut written = String::new();
        for entry in entries {
            let common = before.bytes().zip(entry.bytes()).take_while(|(one, other)| one == other).count();
            written.push(char::from(b'A' + u8::try_from(common).unwrap()));
            written.push_str(&entry[common..]);
            before = entry;
        }
        written
    }

    #[test]
    fn r9_every_entry_is_found_and_what_stands_between_two_is_not() {
        let entries = entries();
        assert!(entries.is_sorted_by(|one, other| one < other));
        assert_eq!(written(&entries), LIST);
        for entry in &entries {
            assert!(is_common(entry), "{entry}");
            assert!(entry.chars().count() >= COMMON_MINIMUM_LENGTH as usize, "{entry}");
            assert_eq!(crate::text::fold(entry), *entry);
            for other in [format!("{entry}\u{10ffff}"), entry[..entry.len() - 1].to_owned()] {
                assert_eq!(is_common(&other), entries.binary_search(&other).is_ok(), "{other:?}");
            }
        }
    }

    #[test]
    fn r9_what_is_on_the_list_is_found_and_nothing_else() {
        let entries = entries();
        let index = any::<proptest::sample::Index>;
        proptest!(|(one in index(), other in index(), cut in 0..16_usize, tail in "[ -~é]{0,3}")| {
            let (one, other) = (one.get(&entries), other.get(&entries));
            let start = one.get(..cut).unwrap_or(one);
            for text in [format!("{start}{tail}"), format!("{start}{}", other.get(start.len()..).unwrap_or_default())] {
                prop_assert_eq!(is_common(&text), entries.binary_search(&text).is_ok(), "{:?}", text);
            }
        });
    }

    #[test]
    fn r9_what_is_far_from_any_entry_is_not_found() {
        for text in ["", "\n", "A", "zzzzzzzzzzzzzz", "\u{10ffff}"] {
            assert!(!is_common(text), "{text:?}");
        }
    }

    /// The plain list, one entry a line, is the file that `COMMON_PASSWORDS` names.
    #[test]
    #[ignore = "writes the list"]
    fn write_the_list() {
        let plain = std::fs::read_to_string(std::env::var("COMMON_PASSWORDS").unwrap()).unwrap();
        let mut entries: Vec<_> = plain
            .lines()
            // Those outside ASCII are what a broken encoding left of U+FFFD.
            .filter(|line| line.len() >= COMMON_MINIMUM_LENGTH as usize && line.is_ascii())
            .map(crate::text::fold)
            .collect();
        entries.sort();
        entries.dedup();
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/password/common.txt"), written(&entries)).unwrap();
    }
}
