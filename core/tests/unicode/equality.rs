//! Every answer compared with ICU4X's.

use enamel_core::text::{Category, UNICODE_VERSION, category, fold, nfc, nfkc, nfkd};
use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_properties::props::GeneralCategory;
use proptest::prelude::*;

use crate::generate;

fn assert_alike(text: &str) {
    assert_eq!(nfc(text), ComposingNormalizer::new_nfc().normalize(text), "NFC of {text:?}");
    assert_eq!(nfkc(text), ComposingNormalizer::new_nfkc().normalize(text), "NFKC of {text:?}");
    assert_eq!(nfkd(text), DecomposingNormalizer::new_nfkd().normalize(text), "NFKD of {text:?}");
    assert_eq!(fold(text), CaseMapper::new().fold_string(text), "{text:?} folded");
}

#[test]
fn r37_every_code_point_has_the_category_that_icu4x_gives_it() {
    for character in '\0'..=char::MAX {
        let asked = generate::as_asked(generate::category(character));
        assert_eq!(category(character), asked, "U+{:04X}", u32::from(character));
    }
}

#[test]
fn r37_every_code_point_is_normalised_and_folded_as_icu4x_does() {
    let mut text = String::new();
    for character in '\0'..=char::MAX {
        text.clear();
        text.push(character);
        assert_alike(&text);
    }
}

#[test]
fn r37_every_character_that_joins_or_changes_stands_between_others_as_in_icu4x() {
    let mut text = String::new();
    let [pairs, ..] = generate::decompositions();
    let parts = pairs.into_iter().flat_map(|(_, parts)| parts).chain('\u{1100}'..'\u{1200}');
    for character in parts.chain(lively()) {
        text.clear();
        // After and before a letter, marks of classes low and high, and the parts of a syllable.
        for before in ["a", "\u{1100}", "가", "o\u{323}", "\u{315}"] {
            text.push_str(before);
            text.push(character);
        }
        for after in ["\u{31b}\u{323}\u{301}", "\u{1161}", "\u{11a8}"] {
            text.push(character);
            text.push_str(after);
        }
        assert_alike(&text);
    }
}

#[test]
fn r37_the_tables_are_of_the_version_that_is_stated() {
    // Each version of the standard says how many characters it has.
    assert_eq!((UNICODE_VERSION, assigned().count()), ((18, 0, 0), 172_808));
}

/// Every character but the control characters and those for private use, as the standard counts them.
fn assigned() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|&character| {
        !matches!(category(character), Category::Unassigned | Category::Control)
            && generate::category(character) != GeneralCategory::PrivateUse
    })
}

/// Characters that do something when texts are normalised or folded.
fn lively() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|&character| {
        let text = character.to_string();
        category(character) == Category::Mark || nfkc(&text) != text || fold(&text) != text
    })
}

/// Characters of texts: lively ones, what they join, any.
fn characters() -> impl Strategy<Value = char> {
    prop_oneof![
        proptest::sample::select(lively().collect::<Vec<_>>()),
        proptest::sample::select(('\u{300}'..'\u{370}').collect::<Vec<_>>()),
        proptest::sample::select(('\u{1100}'..'\u{1200}').collect::<Vec<_>>()),
        proptest::sample::select(('\u{900}'..'\u{e00}').collect::<Vec<_>>()),
        proptest::sample::select("aeiouAÅΑαωשかハ가각\u{1b05}\u{fb1d}\u{1d157}".chars().collect::<Vec<_>>()),
        any::<char>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn r37_texts_are_normalised_and_folded_as_icu4x_does(text in proptest::collection::vec(characters(), 0..24)) {
        assert_alike(&text.into_iter().collect::<String>());
    }
}
