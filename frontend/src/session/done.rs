//! What was done, as the page that follows says it first.

use enamel_core::locale::{Text, say};

use crate::navigation::Location;
use crate::route::Route;

/// What a form has done, or found, that leads to another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The account was activated (R9).
    Activated,
    /// The password was changed (R17).
    Changed,
    /// The session was ended.
    SignedOut,
    /// The session had ended before.
    SessionEnded,
}

impl Done {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Activated, Self::Changed, Self::SignedOut, Self::SessionEnded];

    /// What `location`'s page says first, where a form has led to it.
    #[must_use]
    pub fn at(location: &Location) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.page() == location.route && done.name() == location.query)
    }

    /// The page that it leads to.
    #[must_use]
    pub fn page(self) -> Route {
        match self {
            Self::Activated | Self::Changed => Route::Account,
            Self::SignedOut | Self::SessionEnded => Route::SignIn,
        }
    }

    /// What it is called in the address of the page that follows a form sent without a script.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Activated => "activated",
            Self::Changed => "changed",
            Self::SignedOut => "signed-out",
            Self::SessionEnded => "session-ended",
        }
    }

    /// What the page says.
    #[must_use]
    pub fn sentence(self) -> Text {
        match self {
            Self::Activated => say::news_activated(),
            Self::Changed => say::news_password_changed(),
            Self::SignedOut => say::news_signed_out(),
            Self::SessionEnded => say::news_session_ended(),
        }
    }
}
