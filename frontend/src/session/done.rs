//! What was done, as the page that follows says it first.

use enamel_core::locale::{Text, say};

/// What a form has done that leads to another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The account was activated (R9).
    Activated,
    /// The password was changed (R17).
    Changed,
}

impl Done {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Activated, Self::Changed];

    /// What it is called in the address of the page that follows a form sent without a script.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Activated => "activated",
            Self::Changed => "changed",
        }
    }

    /// What the page says.
    #[must_use]
    pub fn sentence(self) -> Text {
        match self {
            Self::Activated => say::news_activated(),
            Self::Changed => say::news_password_changed(),
        }
    }
}
