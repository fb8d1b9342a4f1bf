//! What can come of a request other than what was asked.

use enamel_core::locale::say;

use crate::language::said;

/// Why there is no answer to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer came, or none of our server's.
    Unreachable,
    /// The answer is of another version of the service than this client.
    Unreadable,
    /// The server refused, and says why.
    Refused(Problem),
}

/// A refusal as it travels (RFC 9457), as far as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What refused, in stable kebab-case.
    pub code: String,
    /// The sentence to show.
    pub detail: String,
    /// What is wrong with each field, in a form.
    pub errors: Vec<FieldMessage>,
}

/// A sentence about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMessage {
    /// The field's name in the request; empty where the form as a whole was refused.
    pub field: String,
    /// What to put right.
    pub message: String,
}

impl Failure {
    /// The sentence to show.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreachable => said(&say::server_unreachable()),
            Self::Unreadable => said(&say::page_missing()),
            Self::Refused(problem) => problem.detail.clone(),
        }
    }

    /// What to show at a form: each field's sentence, or the one about the whole.
    #[must_use]
    pub fn messages(&self) -> Vec<FieldMessage> {
        match self {
            Self::Refused(problem) if !problem.errors.is_empty() => problem.errors.clone(),
            Self::Refused(problem) => of_the_whole(problem.detail.clone()),
            Self::Unreachable => of_the_whole(said(&say::not_sent())),
            Self::Unreadable => of_the_whole(self.sentence()),
        }
    }

    /// Whether it is about fields of what was sent, at which it is to be shown.
    #[must_use]
    pub fn is_of_fields(&self) -> bool {
        matches!(self, Self::Refused(problem) if !problem.errors.is_empty())
    }

    fn has_code(&self, codes: &[&str]) -> bool {
        matches!(self, Self::Refused(problem) if codes.contains(&problem.code.as_str()))
    }

    /// Whether the service says that another try may find it working.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        self.has_code(&["try-again-later"])
    }

    /// Whether nobody is signed in, or no longer.
    #[must_use]
    pub fn is_signed_out(&self) -> bool {
        self.has_code(&["not-signed-in"])
    }

    /// Whether the session leads to another page than the one that asked (R9, R14).
    #[must_use]
    pub fn is_of_another_stage(&self) -> bool {
        self.has_code(&["activation-required", "already-activated", "password-change-required"])
            || self.is_of_another_account()
    }

    /// Whether somebody else has signed in since in this browser.
    #[must_use]
    pub fn is_of_another_account(&self) -> bool {
        self.has_code(&["another-account"])
    }
}

fn of_the_whole(message: String) -> Vec<FieldMessage> {
    vec![FieldMessage { field: String::new(), message }]
}
