//! The addresses of the pages: a small match in both directions, in place of a router's tables.

/// Declares the pages with their paths, so that none can be left out of [`Route::ALL`], from which every page's tests
/// come.
macro_rules! routes {
    ($($(#[$doc:meta])* $page:ident $path:literal,)+) => {
        /// A page that has an address.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Route {
            $($(#[$doc])* $page,)+
            /// Any other address.
            NotFound,
        }

        impl Route {
            /// Every page that has an address of its own.
            pub const ALL: &[Self] = &[$(Self::$page),+];

            /// The page at a path. A slash at the end makes no difference; case does.
            #[must_use]
            pub fn from_path(path: &str) -> Self {
                // The first page's path is nothing but that slash.
                let without = path.strip_suffix('/').filter(|path| !path.is_empty() && !path.ends_with('/'));
                match without.unwrap_or(path) {
                    "" => Self::Home,
                    $($path => Self::$page,)+
                    _ => Self::NotFound,
                }
            }

            /// The path of this page.
            #[must_use]
            pub fn path(self) -> &'static str {
                match self {
                    $(Self::$page => $path,)+
                    Self::NotFound => "/",
                }
            }
        }
    };
}

routes! {
    /// Wherever the visitor belongs.
    Home "/",
    /// Signing in (R8).
    SignIn "/sign-in",
    /// The first sign-in's decisions (R9).
    Activate "/activate",
    /// The member's account with its deadlines (R20).
    Account "/account",
    /// A new password (R17).
    Password "/account/password",
    /// Searching the directory (R18).
    Directory "/directory",
}

impl Route {
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
        for &route in Route::ALL {
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
        let open: Vec<_> = Route::ALL.iter().copied().filter(|route| !route.needs_session()).collect();
        assert_eq!(open, [Route::Home, Route::SignIn]);
    }
}
