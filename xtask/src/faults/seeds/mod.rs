//! The faults that are seeded, by area.

mod account;
mod desk;
mod mailbox;
mod people;
mod secrets;

use super::Fault;
use crate::alteration::Alteration;

/// All of them.
pub(super) static SEEDS: [&[Fault]; 5] =
    [&account::FAULTS, &secrets::FAULTS, &mailbox::FAULTS, &desk::FAULTS, &people::FAULTS];

/// A fault against `rule`: in `file`, `to` stands in the place of `from`.
const fn fault(
    rule: &'static str,
    what: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
) -> Fault {
    Fault { rule, alteration: Alteration { what, file, from, to } }
}
