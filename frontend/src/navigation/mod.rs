//! Addresses, and how the browser's history and links are followed.
//!
//! Links, back, forward and reload work as with pages that a server sends: the address changes, the
//! window scrolls to the top (or to where it was, on the way back), the focus moves to the heading.

pub(crate) mod history;
pub(crate) mod links;

use leptos::prelude::window;

use crate::route::Route;

/// An address within the client.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// What follows the question mark, as it stands in the address; empty without one.
    pub query: String,
    /// The path of an address that has no page; empty elsewhere.
    pub unknown: String,
}

/// How the visitor came to the page that is about to be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrival {
    /// The document was loaded: the browser has set the focus itself.
    Loaded,
    /// By a link or a redirection.
    Moved,
    /// By the browser's back and forward: to the scroll position of then.
    Returned(f64),
}

impl Location {
    /// A page without a query.
    #[must_use]
    pub fn of_route(route: Route) -> Self {
        Self { route, query: String::new(), unknown: String::new() }
    }

    /// A path and what follows it, as the browser gives it: empty, or with its question mark.
    #[must_use]
    pub fn parse(path: &str, search: &str) -> Self {
        let route = Route::from_path(path);
        let unknown = if route == Route::NotFound { path.to_owned() } else { String::new() };
        Self { route, query: search.strip_prefix('?').unwrap_or(search).to_owned(), unknown }
    }

    /// The address that the browser shows.
    #[must_use]
    pub fn of_window() -> Self {
        let location = window().location();
        Self::parse(&location.pathname().unwrap_or_default(), &location.search().unwrap_or_default())
    }

    /// Path and query.
    #[must_use]
    pub fn href(&self) -> String {
        let path = if self.unknown.is_empty() { self.route.path() } else { &self.unknown };
        if self.query.is_empty() { path.to_owned() } else { [path, "?", &self.query].concat() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_what_it_writes() {
        let location = Location::parse("/directory", "?q=jane%20smith");
        assert_eq!((location.route, location.query.as_str()), (Route::Directory, "q=jane%20smith"));
        assert_eq!(location.href(), "/directory?q=jane%20smith");
        assert_eq!(Location::parse("/account", "").href(), "/account");
        assert_eq!(Location::parse("/nowhere/at/all", "?x").href(), "/nowhere/at/all?x");
    }
}
