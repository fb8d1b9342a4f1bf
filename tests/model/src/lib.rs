//! A model check of the rules: every history up to a bound, and what must hold in all of them (R36).
//!
//! The rules are not modelled: [`world::World`] puts core's own accounts, mailboxes, vouchings,
//! recoveries, codes and locks together as the server does, and every step is a `decide` and an
//! `evolve` of theirs. What is modelled is what surrounds them: what people know, and time.
//! [`explore::explore`] reaches every state breadth first; [`spec::Spec`] says what a history defines,
//! without the rules' own bookkeeping; [`remedy`] walks the way back from each state.
#![expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a fault of the check itself stops it, where it is seen"
)]

pub mod action;
pub mod canon;
pub mod cast;
pub mod choices;
pub mod explore;
pub mod property;
pub mod remedy;
pub mod report;
pub mod rules;
pub mod scenario;
pub mod spec;
pub mod world;
