//! The addresses of the pages: a small match in both directions, in place of a router's tables.

/// A page that has an address.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Route {
    /// `/`: wherever the visitor belongs.
    Home,
    /// Signing in (R8).
    SignIn,
    /// The first sign-in's decisions (R9).
    Activate,
    /// The member's account with its deadlines (R20).
    Account,
    /// A new password (R17).
    Password,
    /// Searching the directory (R18).
    Directory,
    /// Any other address.
    NotFound,
}

impl Route {
    /// Every page that has an address of its own.
    pub const ALL: [Self; 6] =
        [Self::Home, Self::SignIn, Self::Activate, Self::Account, Self::Password, Self::Directory];

    /// The page at a path. A slash at the end makes no difference; case does.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let path = path.strip_suffix('/').unwrap_or(path);
        match path {
            "" => Self::Home,
            "/sign-in" => Self::SignIn,
            "/activate" => Self::Activate,
            "/account" => Self::Account,
            "/account/password" => Self::Password,
            "/directory" => Self::Directory,
            _ => Self::NotFound,
        }
    }

    /// The path of this page.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Home | Self::NotFound => "/",
            Self::SignIn => "/sign-in",
            Self::Activate => "/activate",
            Self::Account => "/account",
            Self::Password => "/account/password",
            Self::Directory => "/directory",
        }
    }

    /// Whether the page shows something of a member's, and so needs a session.
    #[must_use]
    pub fn needs_session(self) -> bool {
        matches!(self, Self::Activate | Self::Account | Self::Password | Self::Directory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_path() {
        for route in Route::ALL {
            assert_eq!(Route::from_path(route.path()), route);
        }
    }

    #[test]
    fn a_slash_at_the_end_makes_no_difference() {
        assert_eq!(Route::from_path("/account/password/"), Route::Password);
        assert_eq!(Route::from_path("/"), Route::Home);
        assert_eq!(Route::from_path(""), Route::Home);
    }

    #[test]
    fn other_addresses_are_not_found() {
        for path in ["/Sign-In", "/sign-in/now", "//", "/account//password", "/api/v1/account", "/accountant"] {
            assert_eq!(Route::from_path(path), Route::NotFound, "{path}");
        }
    }

    #[test]
    fn only_members_pages_need_a_session() {
        let open: Vec<_> = Route::ALL.into_iter().filter(|route| !route.needs_session()).collect();
        assert_eq!(open, [Route::Home, Route::SignIn]);
    }
}
