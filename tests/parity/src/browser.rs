//! What the script in the JavaScript engine calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// The verdict on a line of input, read as the server reads it.
#[wasm_bindgen]
#[must_use]
pub fn judge_line(line: &str) -> String {
    crate::judge_line(line)
}

/// The verdict of `rule` on the JSON of an input in which what was typed stands as lists of UTF-16 units.
#[wasm_bindgen]
#[must_use]
pub fn judge_typed(rule: &str, input: &str) -> String {
    crate::judge(rule, input)
}

/// The keys under which `rule` has what was typed.
#[wasm_bindgen]
#[must_use]
pub fn typed_keys(rule: &str) -> Vec<String> {
    crate::rule(rule).map(|rule| rule.typed.iter().map(|&key| key.to_owned()).collect()).unwrap_or_default()
}

/// The problems of a form as a page is told them, see [`crate::problems`].
#[wasm_bindgen]
#[must_use]
pub fn problems(form: &str, json: &str) -> Option<String> {
    crate::problems(form, json)
}
