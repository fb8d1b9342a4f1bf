//! Which page a session opens, and which it leads to instead.

use enamel_core::session::{Next, SessionView};

use crate::chunk::Render;
use crate::route::Route;

/// What is known of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has asked yet.
    Unknown,
    /// The server was asked.
    Asking,
    /// The server did not answer.
    Unreachable,
    /// Nobody is signed in.
    SignedOut,
    /// Somebody is.
    SignedIn(SessionView),
}

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub enum Screen {
    /// The sign-in form.
    SignIn,
    /// It is not known yet what, or it is on its way.
    Loading,
    /// The server does not say who is signed in.
    Unreachable,
    /// The page's file could not be fetched.
    Missing,
    /// A page that was fetched.
    Fetched {
        /// The number of the visit: another search of the directory is another one.
        visit: u32,
        /// Takes the document over from the server, if that was not done.
        app: fn(),
        /// The page.
        page: Render,
        /// The header's menu, for members.
        menu: Option<Render>,
    },
}

impl PartialEq for Screen {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            // Functions have no identity to go by; the visit has.
            (Self::Fetched { visit, .. }, Self::Fetched { visit: other, .. }) => visit == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// The page to which a session leads in place of `route`; `None`: it may stay.
#[must_use]
pub fn elsewhere(next: Next, route: Route) -> Option<Route> {
    let page = match route {
        Route::SignIn | Route::NotFound => return None,
        Route::Home => return Some(first(next)),
        Route::Activate => Next::Activate,
        Route::Password => Next::ChangePassword,
        Route::Account | Route::Directory => Next::Home,
    };
    next.admits(page).is_err().then(|| first(next))
}

/// The page to which a session leads by itself.
#[must_use]
pub fn first(next: Next) -> Route {
    match next {
        Next::Home => Route::Account,
        Next::Activate => Route::Activate,
        Next::ChangePassword => Route::Password,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_a_temporary_password_leads_only_to_activation() {
        for route in [Route::Home, Route::Account, Route::Password, Route::Directory] {
            assert_eq!(elsewhere(Next::Activate, route), Some(Route::Activate));
        }
        assert_eq!(elsewhere(Next::Activate, Route::Activate), None);
    }

    #[test]
    fn r14_an_expired_password_leads_only_to_its_change() {
        for route in [Route::Home, Route::Account, Route::Activate, Route::Directory] {
            assert_eq!(elsewhere(Next::ChangePassword, route), Some(Route::Password));
        }
        assert_eq!(elsewhere(Next::ChangePassword, Route::Password), None);
    }

    #[test]
    fn a_member_goes_anywhere_but_back_to_activation() {
        for route in [Route::Account, Route::Password, Route::Directory, Route::SignIn, Route::NotFound] {
            assert_eq!(elsewhere(Next::Home, route), None);
        }
        assert_eq!(elsewhere(Next::Home, Route::Activate), Some(Route::Account));
        assert_eq!(elsewhere(Next::Home, Route::Home), Some(Route::Account));
    }
}
