//! What the rules ask of Unicode: a character's category, normalisation forms C and KC, full case folding.
//!
//! The tables lie beside this file in a form made to be small when compressed (decision 0010), and
//! are laid out in memory when first asked. `tests/unicode` makes them from ICU4X's, and compares
//! every answer with ICU4X's over every code point.

mod bytes;
mod category;
mod fold;
mod mapping;
mod normal;
mod runs;

pub use category::{Category, category};
pub use fold::fold;
pub use normal::{nfc, nfkc, nfkd};

/// The version of Unicode that the tables are of, the same in the browser and on the server (R37).
pub const UNICODE_VERSION: (u8, u8, u8) = (18, 0, 0);
