//! Every rule of `enamel-core` behind one function, so that the verdicts of the browser and of the
//! server can be compared byte by byte (R37).
//!
//! The same lines run natively and, compiled to WebAssembly, in a JavaScript engine. A line of
//! input is `{"rule": NAME, "input": {…}}`; `README.md` beside this crate lists the names and
//! what their inputs hold.

#[cfg(target_arch = "wasm32")]
pub mod browser;
mod input;
mod outcome;
mod problems;
mod registry;
mod rule;
mod verdict;

pub use problems::problems;
pub use registry::{RULES, Rule, rule};
pub use rule::account::after_step;

use serde::Deserialize;
use serde_json::value::RawValue;

/// One line of input. Other keys, such as a `why`, are for readers.
#[derive(Deserialize)]
struct Line<'a> {
    rule: String,
    #[serde(borrow)]
    input: &'a RawValue,
}

/// The verdict on a line of input, read as the server reads a request.
#[must_use]
pub fn judge_line(line: &str) -> String {
    if !line.starts_with('{') {
        return verdict::malformed(&"a line of input is an object");
    }
    match serde_json::from_str::<Line<'_>>(line) {
        Ok(line) => judge(&line.rule, line.input.get()),
        Err(error) => verdict::malformed(&error),
    }
}

/// The verdict of `rule` on `input`, as JSON. No such rule, and an input that is none for it, have
/// a verdict too.
#[must_use]
pub fn judge(rule: &str, input: &str) -> String {
    match registry::rule(rule) {
        Some(rule) => (rule.judge)(input).unwrap_or_else(|error| verdict::malformed(&error)),
        None => verdict::malformed(&format!("no rule `{rule}`")),
    }
}
