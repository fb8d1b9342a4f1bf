//! Attributes that change, all of two types: each further type would be compiled, and sent, anew.

use leptos::prelude::*;

/// An attribute that comes and goes.
pub fn attribute(value: impl Fn() -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(value)
}

/// An attribute that is `true` while something holds, and absent otherwise.
pub fn flag(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<Option<String>> {
    attribute(move || holds().then(|| "true".to_owned()))
}

/// A class, or any other text, that changes.
pub fn text(value: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(value)
}

/// One of two texts.
pub fn either(first: bool, one: &str, other: &str) -> String {
    if first { one } else { other }.to_owned()
}
