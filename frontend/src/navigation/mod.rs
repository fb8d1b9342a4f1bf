//! Where the visitor is, and how one gets from page to page.
//!
//! Links, back, forward and reload work as with pages that a server sends: the address changes, the
//! window scrolls to the top (or to where it was, on the way back), the focus moves to the heading.

mod history;
mod links;

use leptos::prelude::*;

use crate::route::Route;

/// An address within the client.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// What follows the question mark, as it stands in the address; empty without one.
    pub query: String,
}

impl Location {
    /// A page without a query.
    #[must_use]
    pub fn of_route(route: Route) -> Self {
        Self { route, query: String::new() }
    }

    /// The address that the browser shows.
    #[must_use]
    pub fn of_window() -> Self {
        let location = window().location();
        let query = location.search().unwrap_or_default();
        Self {
            route: Route::from_path(&location.pathname().unwrap_or_default()),
            query: query.strip_prefix('?').unwrap_or(&query).to_owned(),
        }
    }

    /// Path and query.
    fn href(&self) -> String {
        let path = self.route.path();
        if self.query.is_empty() { path.to_owned() } else { format!("{path}?{}", self.query) }
    }
}

/// How the visitor came to the page that is about to be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Arrival {
    /// The document was loaded: the browser has set the focus itself.
    Loaded,
    /// By a link or a redirection.
    Moved,
    /// By the browser's back and forward: to the scroll position of then.
    Returned(f64),
}

/// The place of the visitor; a context of every component.
#[derive(Clone, Copy, Debug)]
pub struct Navigation {
    location: RwSignal<Location>,
    arrival: StoredValue<Arrival>,
}

impl Navigation {
    /// Starts at an address. Without [`Self::listen`] it stays there, as on a server.
    #[must_use]
    pub fn at(location: Location) -> Self {
        Self { location: RwSignal::new(location), arrival: StoredValue::new(Arrival::Loaded) }
    }

    /// The page that is shown; follows changes.
    #[must_use]
    pub fn route(self) -> Route {
        self.location.with(|location| location.route)
    }

    /// The address as it is now.
    #[must_use]
    pub fn location(self) -> Location {
        self.location.get_untracked()
    }

    /// The query of the address; follows changes.
    #[must_use]
    pub fn query(self) -> String {
        self.location.with(|location| location.query.clone())
    }

    /// Opens a page as a link does.
    pub fn go(self, route: Route) {
        self.go_to(Location::of_route(route));
    }

    /// Opens an address as a link does.
    pub fn go_to(self, location: Location) {
        history::push(&location.href());
        self.arrive(location, Arrival::Moved);
    }

    /// Opens a page in the place of this one: back leads past it.
    pub fn redirect(self, route: Route) {
        self.redirect_to(Location::of_route(route));
    }

    /// Opens an address in the place of this one: back leads past it.
    pub fn redirect_to(self, location: Location) {
        history::replace(&location.href());
        self.arrive(location, Arrival::Moved);
    }

    /// Follows the browser's back and forward and takes over the links to our pages.
    pub fn listen(self) {
        if let Some(scrolled) = history::start() {
            self.arrival.set_value(Arrival::Returned(scrolled));
        }
        history::on_return(move |scrolled| self.arrive(Location::of_window(), Arrival::Returned(scrolled)));
        links::take_over(move |location| self.go_to(location));
    }

    fn arrive(self, location: Location, arrival: Arrival) {
        let same = self.location.with_untracked(|old| *old == location);
        // A jump within the page (`#field`) is the browser's.
        if !same {
            self.arrival.set_value(arrival);
            self.location.set(location);
        }
    }

    /// Called when a page shows its heading: moves the focus to it and scrolls.
    pub fn arrived(self, focus_heading: impl FnOnce()) {
        let arrival = self.arrival.get_value();
        // Later headings of the same page leave the focus where the visitor has put it.
        self.arrival.set_value(Arrival::Loaded);
        let scrolled = match arrival {
            Arrival::Loaded => return,
            Arrival::Moved => 0.0,
            Arrival::Returned(scrolled) => scrolled,
        };
        focus_heading();
        window().scroll_to_with_x_and_y(0.0, scrolled);
    }
}
