//! Mobile numbers as they are shown.

/// A UK number in E.164 as people write it: `+447700900123` becomes `07700 900123`, in one line.
/// Any other text stays as it is.
#[must_use]
pub fn national(e164: &str) -> String {
    match e164.strip_prefix("+44").and_then(|significant| significant.split_at_checked(4)) {
        Some((head, tail)) => format!("0{head}\u{a0}{tail}"),
        None => e164.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::national;

    #[test]
    fn a_number_is_shown_as_people_write_it() {
        assert_eq!(national("+447700900123"), "07700\u{a0}900123");
        assert_eq!(national("+33612345678"), "+33612345678");
        assert_eq!(national(""), "");
    }
}
