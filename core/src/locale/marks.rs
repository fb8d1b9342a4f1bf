//! The characters that a compiled message is marked up with: its compiler (`core/build`) writes them, the interpreter
//! (`pattern.rs`) reads them.

/// Before an argument's digit.
pub(crate) const ARGUMENT: char = '\u{1}';
/// Before the digit of the argument that selects a variant.
pub(crate) const SELECT: char = '\u{2}';
/// Between a variant's key and its text.
pub(crate) const IS: char = '\u{3}';
/// After each variant.
pub(crate) const VARIANT_END: char = '\u{4}';
/// After the last variant.
pub(crate) const SELECT_END: char = '\u{5}';
/// After each message of a pack.
pub(crate) const MESSAGE_END: char = '\u{6}';
