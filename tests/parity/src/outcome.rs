//! What a step of a history comes to.

use enamel_core::locale::Language;
use enamel_core::refusal::{FieldProblem, FieldProblemView, NextStep, Refuse, for_helpdesk};
use serde::Serialize;

/// A refusal with all that is said of it (R34).
#[derive(Serialize)]
#[serde(transparent)]
pub(crate) struct Refusal(Box<Said>);

#[derive(Serialize)]
struct Said {
    #[serde(flatten)]
    problem: FieldProblemView,
    next_step: NextStep,
    /// What the helpdesk reads.
    helpdesk: String,
}

impl Refusal {
    pub(crate) fn of(field: &str, refusal: &impl Refuse) -> Self {
        Self(Box::new(Said {
            problem: FieldProblem::new(field, refusal).said(Language::En),
            next_step: refusal.next_step(),
            helpdesk: for_helpdesk(refusal),
        }))
    }
}

/// What became of one step, and what stands after it.
#[derive(Serialize)]
pub(crate) struct Step<E, S> {
    /// What has happened, even where it was refused: a wrong try counts.
    pub(crate) events: Vec<E>,
    /// Why the step was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refused: Option<Refusal>,
    /// What stands after it.
    pub(crate) after: S,
}
