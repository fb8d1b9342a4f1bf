//! Passwords that many people use.

/// Case-folded, sorted, one a line: the entries of eight characters and more of the list that
/// Django ships (BSD licence), which Royce Williams compiled from breaches in the public domain.
const LIST: &str = include_str!("common.txt");

/// Whether the case-folded form of a whole password is on the list.
pub(super) fn is_common(folded: &str) -> bool {
    // A binary search over bytes: every cut falls behind a line's end.
    let (mut low, mut high) = (0, LIST.len());
    let wanted = folded.as_bytes();
    let bytes = LIST.as_bytes();
    while low < high {
        let middle = low + (high - low) / 2;
        let line_start = bytes
            .get(low..middle)
            .and_then(|part| part.iter().rposition(|&b| b == b'\n'))
            .map_or(low, |at| low + at + 1);
        let line_end = bytes
            .get(middle..high)
            .and_then(|part| part.iter().position(|&b| b == b'\n'))
            .map_or(high, |at| middle + at);
        match bytes.get(line_start..line_end).map(|line| line.cmp(wanted)) {
            Some(std::cmp::Ordering::Less) => low = line_end + 1,
            Some(std::cmp::Ordering::Greater) => high = line_start,
            Some(std::cmp::Ordering::Equal) => return true,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_and_what_stands_between_two_is_not() {
        let lines: Vec<_> = LIST.lines().collect();
        assert!(lines.is_sorted());
        for line in lines {
            assert!(is_common(line), "{line}");
            assert!(!is_common(&format!("{line}\u{10ffff}")), "{line}");
            assert_eq!(crate::text::fold(line), line);
        }
        assert!(!is_common("") && !is_common("\n") && !is_common("zzzzzzzzzzzzzz"));
    }
}
