//! Makes the tables of `src/unicode` from ICU4X's.
//!
//! After a new version of ICU4X: `cargo test -p enamel-core --test unicode -- --ignored` writes them.

use std::path::PathBuf;

use enamel_core::text::Category;
use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizer;
use icu_normalizer::properties::{
    CanonicalCombiningClassMap, CanonicalComposition, CanonicalDecomposition, Decomposed,
};
use icu_properties::{CodePointMapData, props::GeneralCategory};

/// A character and its text.
pub(crate) type Entry = (char, Vec<char>);

/// Every table's name and bytes.
fn tables() -> Vec<(&'static str, Vec<u8>)> {
    let [pairs, apart, compatible] = decompositions();
    vec![
        ("category.bin", runs(|character| as_asked(category(character)) as u8)),
        ("combining.bin", runs(|character| CanonicalCombiningClassMap::new().get_u8(character))),
        ("fold.bin", mapping(&folded())),
        ("pairs.bin", mapping(&pairs)),
        ("apart.bin", mapping(&apart)),
        ("compatible.bin", mapping(&compatible)),
    ]
}

/// The general category as ICU4X knows it.
pub(crate) fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

/// What the rules ask of a general category.
pub(crate) fn as_asked(category: GeneralCategory) -> Category {
    match category {
        GeneralCategory::UppercaseLetter | GeneralCategory::TitlecaseLetter => Category::Upper,
        GeneralCategory::LowercaseLetter => Category::Lower,
        GeneralCategory::ModifierLetter | GeneralCategory::OtherLetter => Category::Letter,
        GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark | GeneralCategory::EnclosingMark => {
            Category::Mark
        }
        GeneralCategory::DecimalNumber => Category::Digit,
        GeneralCategory::SpaceSeparator => Category::Space,
        GeneralCategory::DashPunctuation => Category::Dash,
        GeneralCategory::OpenPunctuation | GeneralCategory::ClosePunctuation => Category::Bracket,
        GeneralCategory::Control => Category::Control,
        GeneralCategory::Unassigned => Category::Unassigned,
        GeneralCategory::Format => Category::Format,
        GeneralCategory::PrivateUse => Category::Private,
        _ => Category::Other,
    }
}

fn folded() -> Vec<Entry> {
    let folded = |character: char| CaseMapper::new().fold_string(&character.to_string()).chars().collect();
    changed(folded)
}

/// Characters that are pairs, characters that are only taken apart, and those with a compatible form alone.
pub(crate) fn decompositions() -> [Vec<Entry>; 3] {
    let (taken_apart, put_together) = (CanonicalDecomposition::new(), CanonicalComposition::new());
    let (mut pairs, mut apart, mut compatible) = (Vec::new(), Vec::new(), Vec::new());
    let nfkc = ComposingNormalizer::new_nfkc();
    for character in ('\0'..=char::MAX).filter(|character| !('\u{ac00}'..='\u{d7a3}').contains(character)) {
        match taken_apart.decompose(character) {
            Decomposed::Expansion(first, second) if put_together.compose(first, second) == Some(character) => {
                pairs.push((character, vec![first, second]));
            }
            Decomposed::Expansion(first, second) => apart.push((character, vec![first, second])),
            Decomposed::Singleton(only) => apart.push((character, vec![only])),
            Decomposed::Default => {
                let text: Vec<char> = nfkc.normalize(&character.to_string()).chars().collect();
                if text != [character] {
                    compatible.push((character, text));
                }
            }
        }
    }
    [pairs, apart, compatible]
}

/// The characters that `to` gives another text than themselves.
fn changed(to: impl Fn(char) -> Vec<char>) -> Vec<Entry> {
    ('\0'..=char::MAX).map(|character| (character, to(character))).filter(|(from, to)| *to != [*from]).collect()
}

/// How many runs there are, the number of each, the length of each.
fn runs(of: impl Fn(char) -> u8) -> Vec<u8> {
    let mut runs: Vec<(u32, u8)> = Vec::new();
    for character in '\0'..=char::MAX {
        let number = of(character);
        if runs.last().is_none_or(|&(_, last)| last != number) {
            runs.push((character.into(), number));
        }
    }
    let mut table = Vec::new();
    put(&mut table, u32::try_from(runs.len()).unwrap());
    table.extend(runs.iter().map(|&(_, number)| number));
    let ends = runs.iter().skip(1).map(|&(start, _)| start).chain([0x0011_0000]);
    for (&(start, _), end) in runs.iter().zip(ends) {
        put(&mut table, end - start);
    }
    table
}

/// How many entries there are, the distance of each from the one before, the length of each text, and
/// the characters as differences from those in the same place of the text before.
fn mapping(entries: &[Entry]) -> Vec<u8> {
    let mut table = Vec::new();
    put(&mut table, u32::try_from(entries.len()).unwrap());
    let mut last = 0;
    for &(character, _) in entries {
        put(&mut table, u32::from(character) - last);
        last = character.into();
    }
    table.extend(entries.iter().map(|(_, text)| u8::try_from(text.len()).unwrap()));
    let mut before = [0; u8::MAX as usize];
    for (_, text) in entries {
        for (before, &character) in before.iter_mut().zip(text) {
            let difference = i32::try_from(u32::from(character)).unwrap() - *before;
            put(&mut table, u32::try_from(if difference < 0 { -2 * difference - 1 } else { 2 * difference }).unwrap());
            *before += difference;
        }
    }
    table
}

/// Seven bits a byte, the lowest first.
fn put(table: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        table.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    table.push(u8::try_from(number).unwrap());
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/unicode")
}

#[test]
fn the_committed_tables_are_those_that_icu4x_makes() {
    for (name, table) in tables() {
        assert!(std::fs::read(folder().join(name)).unwrap() == table, "{name} is to be written anew");
    }
}

#[test]
#[ignore = "writes the tables"]
fn write_the_tables() {
    for (name, table) in tables() {
        std::fs::write(folder().join(name), table).unwrap();
    }
}
