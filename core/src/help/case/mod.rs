//! Cases: the helpdesk's queue (R32, R33).

mod decide;
mod event;
mod state;

pub use decide::{CaseCommand, CaseRefusal};
pub use event::CaseEvent;
pub use state::{Case, CaseId, CaseNote, CaseOpening, CaseState, Group, Matter};

#[cfg(test)]
mod tests;
