//! Reads compiled messages (`core/build/compile.rs` writes them).
//!
//! A pattern is its text, in which marks stand for what is put in: [`ARGUMENT`] and an argument's digit; or [`SELECT`],
//! a digit and variants, each a key, [`IS`], its text and [`VARIANT_END`], then [`SELECT_END`]. A key is a number, the letter of a category of
//! numbers, or nothing: the variant for everything else, the last one.

use super::marks::{ARGUMENT, IS, SELECT, SELECT_END, VARIANT_END};
use super::{Argument, Language};

/// A part of what is said.
pub(super) enum Piece<'a> {
    Literal(&'a str),
    Argument(String),
}

/// Says a pattern, part by part. `plurals` is the language's table of the categories of numbers.
pub(super) fn read(
    pattern: &str,
    plurals: &str,
    language: Language,
    arguments: &[Argument],
    visit: &mut dyn FnMut(Piece<'_>),
) {
    let mut rest = pattern;
    while let Some(at) = rest.find([ARGUMENT, SELECT]) {
        let (before, marked) = rest.split_at(at);
        if !before.is_empty() {
            visit(Piece::Literal(before));
        }
        let mut marks = marked.chars();
        let mark = marks.next();
        let place = marks.next().and_then(|place| place.to_digit(10)).map_or(usize::MAX, |place| place as usize);
        rest = marks.as_str();
        let argument = arguments.get(place);
        if mark == Some(SELECT) {
            let (variants, after) = rest.split_once(SELECT_END).unwrap_or((rest, ""));
            read(select(variants, argument, plurals), plurals, language, arguments, visit);
            rest = after;
        } else if let Some(argument) = argument {
            visit(Piece::Argument(argument.said(language)));
        }
    }
    if !rest.is_empty() {
        visit(Piece::Literal(rest));
    }
}

fn select<'a>(variants: &'a str, argument: Option<&Argument>, plurals: &str) -> &'a str {
    let number = match argument {
        Some(Argument::Number(number)) => Some(*number),
        _ => None,
    };
    let fits = |key: &str| match (number, key) {
        (_, "") => true,
        (Some(number), key) => category(number, plurals) == Some(key) || key.parse() == Ok(number),
        (None, _) => false,
    };
    let variants = variants.split_terminator(VARIANT_END).filter_map(|variant| variant.split_once(IS));
    variants.into_iter().find(|(key, _)| fits(key)).map_or("", |(_, text)| text)
}

/// The numbers from 200 on are as the number from 100 to 199 with the same last two digits.
fn category(number: u32, plurals: &str) -> Option<&str> {
    let at = if number < 200 { number } else { 100 + number % 100 } as usize;
    plurals.get(at..=at)
}
