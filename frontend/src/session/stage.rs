//! Which page a session opens, and which it leads to instead.

use enamel_core::session::Next;

use super::Standing;
use crate::route::Route;

/// What is shown at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The sign-in form.
    SignIn,
    /// Nothing has this address.
    NotFound,
    /// It is not known yet what.
    Waiting,
    /// The server does not say who is signed in.
    Unreachable,
    /// A page of a member's.
    Member(Route),
}

impl Screen {
    /// What to show at `route` to someone of this standing.
    #[must_use]
    pub fn at(route: Route, standing: &Standing) -> Self {
        match (route, standing) {
            (Route::SignIn, _) => Self::SignIn,
            (Route::NotFound, _) => Self::NotFound,
            (_, Standing::Unreachable) => Self::Unreachable,
            (_, Standing::SignedIn(view)) if elsewhere(Some(view.next), route).is_none() => Self::Member(route),
            _ => Self::Waiting,
        }
    }
}

/// The page to which a session (or having none) leads in place of `route`; `None`: it may stay.
#[must_use]
pub fn elsewhere(next: Option<Next>, route: Route) -> Option<Route> {
    let leads_to = match (next, route) {
        (_, Route::SignIn | Route::NotFound) | (Some(Next::Home), Route::Account | Route::Password | Route::Directory) => route,
        (None, _) => Route::SignIn,
        (Some(Next::Activate), _) => Route::Activate,
        (Some(Next::ChangePassword), _) => Route::Password,
        (Some(Next::Home), _) => Route::Account,
    };
    (leads_to != route).then_some(leads_to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_a_temporary_password_leads_only_to_activation() {
        for route in [Route::Home, Route::Account, Route::Password, Route::Directory] {
            assert_eq!(elsewhere(Some(Next::Activate), route), Some(Route::Activate));
        }
        assert_eq!(elsewhere(Some(Next::Activate), Route::Activate), None);
    }

    #[test]
    fn r14_an_expired_password_leads_only_to_its_change() {
        for route in [Route::Home, Route::Account, Route::Activate, Route::Directory] {
            assert_eq!(elsewhere(Some(Next::ChangePassword), route), Some(Route::Password));
        }
        assert_eq!(elsewhere(Some(Next::ChangePassword), Route::Password), None);
    }

    #[test]
    fn a_member_goes_anywhere_but_back_to_activation() {
        for route in [Route::Account, Route::Password, Route::Directory] {
            assert_eq!(elsewhere(Some(Next::Home), route), None);
        }
        assert_eq!(elsewhere(Some(Next::Home), Route::Activate), Some(Route::Account));
        assert_eq!(elsewhere(Some(Next::Home), Route::Home), Some(Route::Account));
    }

    #[test]
    fn without_a_session_every_members_page_leads_to_signing_in() {
        for route in Route::ALL {
            let expected = (route != Route::SignIn).then_some(Route::SignIn);
            assert_eq!(elsewhere(None, route), expected);
        }
        assert_eq!(elsewhere(None, Route::NotFound), None);
    }

    #[test]
    fn a_page_is_shown_only_once_it_is_known_that_it_may_be() {
        for standing in [Standing::Unknown, Standing::Asking, Standing::SignedOut] {
            assert_eq!(Screen::at(Route::Account, &standing), Screen::Waiting);
            assert_eq!(Screen::at(Route::SignIn, &standing), Screen::SignIn);
        }
        assert_eq!(Screen::at(Route::Account, &Standing::Unreachable), Screen::Unreachable);
        assert_eq!(Screen::at(Route::NotFound, &Standing::Unreachable), Screen::NotFound);
    }
}
