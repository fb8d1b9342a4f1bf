//! The categories of numbers (CLDR, cardinal), as a table.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// The numbers below it have an entry each; the others that of the number between it and its double with the same
/// last two digits.
const PERIOD: u32 = 100;

/// The category's letter of each number below 200; `src/locale/pattern.rs` looks it up.
pub(crate) fn table(tag: &str) -> Result<String, String> {
    let language: LanguageIdentifier = tag.parse().map_err(|error| format!("{tag}: {error:?}"))?;
    let rules = PluralRules::create(language, PluralRuleType::CARDINAL).map_err(|error| format!("{tag}: {error}"))?;
    let of = |number: u32| {
        rules.select(number).map(|category| abbreviated(&category)).map_err(|error| format!("{tag}: {error}"))
    };
    for number in 2 * PERIOD..10_000 {
        if of(number)? != of(PERIOD + number % PERIOD)? {
            return Err(format!("{tag}: the last two digits don't decide the category of {number}"));
        }
    }
    (0..2 * PERIOD).map(of).collect()
}

/// The letter of a category by its name in a file.
pub(crate) fn letter(name: &str) -> Result<char, String> {
    match name {
        "zero" => Ok('z'),
        "one" => Ok('o'),
        "two" => Ok('t'),
        "few" => Ok('f'),
        "many" => Ok('m'),
        "other" => Ok('-'),
        _ => Err(format!("no category of numbers: {name}")),
    }
}

fn abbreviated(category: &PluralCategory) -> char {
    match category {
        PluralCategory::ZERO => 'z',
        PluralCategory::ONE => 'o',
        PluralCategory::TWO => 't',
        PluralCategory::FEW => 'f',
        PluralCategory::MANY => 'm',
        PluralCategory::OTHER => '-',
    }
}
