//! What the fuzzer calls: every parser with whatever a form may bring, and every state machine with
//! whatever may be asked of it.
//!
//! A target is a function of bytes that panics where a rule is broken. The fuzzer looks for such
//! bytes (`make fuzz`); the test in `tests/` runs what it has found before over the same functions.
#![expect(clippy::panic, reason = "a broken rule is reported by a panic")]

pub mod accounts;
pub mod forms;
pub mod helpdesk;
mod input;
pub mod mailboxes;
pub mod names;
pub mod numbers;
pub mod policies;
pub mod recoveries;
pub mod secrets;
pub mod times;
pub mod typed;

/// A function that the fuzzer calls.
pub type Run = fn(&[u8]);

/// Every target, by the name of its binary and of its folder in the corpus.
pub const TARGETS: [(&str, Run); 11] = [
    ("accounts", accounts::run),
    ("forms", forms::run),
    ("helpdesk", helpdesk::run),
    ("mailboxes", mailboxes::run),
    ("names", names::run),
    ("numbers", numbers::run),
    ("policies", policies::run),
    ("recoveries", recoveries::run),
    ("secrets", secrets::run),
    ("times", times::run),
    ("typed", typed::run),
];
