//! Full case folding (Unicode, 3.13, D145; the mappings of status C and F).

use std::sync::OnceLock;

use super::mapping::Mapping;

/// Full case folding, of no language.
#[must_use]
pub fn fold(text: &str) -> String {
    static FOLDED: OnceLock<Mapping> = OnceLock::new();
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mapping = FOLDED.get_or_init(|| Mapping::read(include_bytes!("fold.bin")));
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match mapping.of(character) {
            Some(texts) => folded.extend(texts),
            None => folded.push(character),
        }
    }
    folded
}
