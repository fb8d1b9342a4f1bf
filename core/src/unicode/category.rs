//! The general categories, as far as a rule tells them apart.

use std::sync::OnceLock;

use super::runs::Runs;

/// What kind of character one is, after its general category. The table holds the places in this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Everything else: symbols, other punctuation and numbers, separators of lines.
    Other,
    /// An upper-case or title-case letter, `Lu` or `Lt`.
    Upper,
    /// A lower-case letter, `Ll`.
    Lower,
    /// A letter without case, `Lm` or `Lo`.
    Letter,
    /// A mark on a letter, `Mn`, `Mc` or `Me`.
    Mark,
    /// A decimal digit of any script.
    Digit,
    /// A space, `Zs`.
    Space,
    /// A hyphen or dash, `Pd`.
    Dash,
    /// A bracket, `Ps` or `Pe`.
    Bracket,
    /// A control character, `Cc`.
    Control,
    /// No character at all, `Cn`.
    Unassigned,
    /// What shows nothing and changes others, `Cf`.
    Format,
    /// What means something to some alone, `Co`.
    Private,
}

impl Category {
    /// Every category, in the order of the table's numbers.
    const ALL: [Self; 13] = [
        Self::Other,
        Self::Upper,
        Self::Lower,
        Self::Letter,
        Self::Mark,
        Self::Digit,
        Self::Space,
        Self::Dash,
        Self::Bracket,
        Self::Control,
        Self::Unassigned,
        Self::Format,
        Self::Private,
    ];

    /// Whether it is a letter, with or without case.
    #[must_use]
    pub fn is_letter(self) -> bool {
        matches!(self, Self::Upper | Self::Lower | Self::Letter)
    }
}

/// The category of a character.
#[must_use]
pub fn category(character: char) -> Category {
    static CATEGORIES: OnceLock<Runs> = OnceLock::new();
    let runs = CATEGORIES.get_or_init(|| Runs::read(include_bytes!("category.bin")));
    Category::ALL.get(usize::from(runs.of(character))).copied().unwrap_or(Category::Other)
}
