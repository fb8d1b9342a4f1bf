//! The client's state: where the visitor is, who that is, which page is there.

use enamel_core::locale::Text;
use enamel_core::session::{Next, SessionView};

use super::{Screen, Standing, elsewhere};
use crate::chunk::{Fetched, Progress};
use crate::navigation::{Arrival, Location};
use crate::route::Route;

/// All that the frame around the pages knows.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the visitor is.
    pub location: Location,
    /// How the visitor came there.
    pub arrival: Arrival,
    /// How many addresses were visited before.
    pub visit: u32,
    /// Who that is.
    pub standing: Standing,
    /// The member's page that is there, or on its way.
    pub page: Progress,
    /// What the next page says first.
    pub news: Option<Text>,
    /// Whether a form is on its way.
    pub busy: bool,
    /// The page that was asked for before signing in.
    wanted: Option<Location>,
}

/// What follows from a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask the server who is signed in.
    Ask,
    /// Fetch a page.
    Fetch(Route),
    /// Go elsewhere.
    Redirect(Location),
}

impl State {
    /// At an address, nothing else being known.
    #[must_use]
    pub fn at(location: Location) -> Self {
        Self {
            location,
            arrival: Arrival::Loaded,
            visit: 0,
            standing: Standing::Unknown,
            page: Progress::None,
            news: None,
            busy: false,
            wanted: None,
        }
    }

    /// Whose session it is, if there is one.
    #[must_use]
    pub fn member(&self) -> Option<&SessionView> {
        match &self.standing {
            Standing::SignedIn(view) => Some(view),
            _ => None,
        }
    }

    /// What has to be done next; `None`: nothing, all is shown or on its way.
    #[must_use]
    pub fn next_step(&self) -> Option<Step> {
        let route = self.location.route;
        let leads_to = match &self.standing {
            Standing::Unknown if route == Route::Home || route.needs_session() => return Some(Step::Ask),
            Standing::SignedOut if route == Route::Home || route.needs_session() => Some(Route::SignIn),
            Standing::SignedIn(view) => elsewhere(view.next, route),
            _ => None,
        };
        if let Some(leads_to) = leads_to {
            return Some(Step::Redirect(Location::of_route(leads_to)));
        }
        // A page's file is fetched while the server is still being asked, to save the wait.
        let is_fetched = route.needs_session() || route == Route::NotFound;
        (is_fetched && self.page.route() != Some(route)).then_some(Step::Fetch(route))
    }

    /// What is to be shown.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let route = self.location.route;
        let member = self.member().is_some();
        match self.page {
            _ if route == Route::SignIn => Screen::SignIn,
            _ if route != Route::NotFound && self.standing == Standing::Unreachable => Screen::Unreachable,
            _ if route != Route::NotFound && !member => Screen::Loading,
            Progress::Missing(of) if of == route => Screen::Missing,
            Progress::Ready(of, Fetched { app, page, menu }) if of == route => {
                Screen::Fetched { visit: self.visit, app, page, menu: member.then_some(menu) }
            }
            _ => Screen::Loading,
        }
    }

    /// Is at another address. Someone who is sent to sign in first comes back afterwards.
    pub fn arrive(&mut self, location: Location, arrival: Arrival) {
        // A jump within the page (`#field`), and the way back from it, is the browser's.
        if location == self.location && arrival != Arrival::Moved {
            return;
        }
        if location.route == Route::SignIn
            && self.standing == Standing::SignedOut
            && self.location.route.needs_session()
        {
            self.wanted = Some(self.location.clone());
        }
        self.location = location;
        self.visit += 1;
        self.arrival = arrival;
    }

    /// Is signed in. Gives the address that this leads to: the one that was asked for, where it is open.
    #[must_use]
    pub fn enter(&mut self, view: SessionView) -> Location {
        let wanted = self.wanted.take().filter(|_| view.next == Next::Home);
        self.standing = Standing::SignedIn(view);
        wanted.unwrap_or(Location::of_route(Route::Home))
    }

    /// Every page is open from now on.
    pub fn open(&mut self, news: Text) {
        self.news = Some(news);
        if let Standing::SignedIn(view) = &mut self.standing {
            view.next = Next::Home;
        }
    }

    /// A page's file has come, or not.
    pub fn fetched(&mut self, route: Route, fetched: Option<Fetched>) {
        // Nobody waits for it any more where the visitor has moved on.
        if self.page.route() == Some(route) {
            self.page = fetched.map_or(Progress::Missing(route), |fetched| Progress::Ready(route, fetched));
        }
    }

    /// Is shown again after a time in which the session may have ended: who it is has to be asked anew
    /// before anything of theirs is shown.
    pub fn restore(&mut self, scrolled: f64) {
        if self.member().is_some() {
            self.standing = Standing::Unknown;
            self.arrival = Arrival::Returned(scrolled);
        }
    }

    /// As if what failed had not been tried.
    pub fn forget_failure(&mut self) {
        if self.standing == Standing::Unreachable {
            self.standing = Standing::Unknown;
        }
        if matches!(self.page, Progress::Missing(_)) {
            self.page = Progress::None;
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;

    fn at(route: Route) -> State {
        State::at(Location::of_route(route))
    }

    fn jane(next: Next) -> SessionView {
        SessionView { username: "jane.smith".into(), first_name: "Jane".into(), last_name: "Smith".into(), next }
    }

    fn nothing() -> AnyView {
        ().into_any()
    }

    const FETCHED: Fetched = Fetched { app: || (), page: nothing, menu: nothing };

    #[test]
    fn the_sign_in_page_needs_nothing() {
        let state = at(Route::SignIn);
        assert_eq!(state.next_step(), None);
        assert_eq!(state.screen(), Screen::SignIn);
    }

    #[test]
    fn a_members_page_is_asked_for_and_fetched_at_once() {
        let mut state = at(Route::Account);
        assert_eq!(state.next_step(), Some(Step::Ask));
        state.standing = Standing::Asking;
        assert_eq!(state.next_step(), Some(Step::Fetch(Route::Account)));
        state.page = Progress::Loading(Route::Account);
        assert_eq!((state.next_step(), state.screen()), (None, Screen::Loading));
        state.fetched(Route::Account, Some(FETCHED));
        assert_eq!(state.screen(), Screen::Loading);
        state.standing = Standing::SignedIn(jane(Next::Home));
        assert!(matches!(state.screen(), Screen::Fetched { menu: Some(_), .. }));
    }

    #[test]
    fn without_a_session_one_signs_in_first_and_comes_back() {
        let mut state = State::at(Location::parse("/directory", "?q=smith"));
        state.standing = Standing::SignedOut;
        let Some(Step::Redirect(sign_in)) = state.next_step() else { panic!("not redirected") };
        state.arrive(sign_in, Arrival::Moved);
        assert_eq!((state.next_step(), state.screen()), (None, Screen::SignIn));
        assert_eq!(state.enter(jane(Next::Home)).href(), "/directory?q=smith");
    }

    #[test]
    fn r14_an_expired_password_comes_before_the_page_that_was_asked_for() {
        let mut state = at(Route::Directory);
        state.standing = Standing::SignedOut;
        state.arrive(Location::of_route(Route::SignIn), Arrival::Moved);
        let home = state.enter(jane(Next::ChangePassword));
        state.arrive(home, Arrival::Moved);
        assert_eq!(state.next_step(), Some(Step::Redirect(Location::of_route(Route::Password))));
    }

    #[test]
    fn a_file_that_is_missing_can_be_tried_again() {
        let mut state = at(Route::Account);
        state.standing = Standing::SignedIn(jane(Next::Home));
        state.page = Progress::Loading(Route::Account);
        state.fetched(Route::Account, None);
        assert_eq!((state.next_step(), state.screen()), (None, Screen::Missing));
        state.forget_failure();
        assert_eq!(state.next_step(), Some(Step::Fetch(Route::Account)));
    }

    #[test]
    fn an_address_that_nothing_has_is_said_so_without_asking_who_it_is() {
        let mut state = at(Route::NotFound);
        assert_eq!(state.next_step(), Some(Step::Fetch(Route::NotFound)));
        state.page = Progress::Ready(Route::NotFound, FETCHED);
        assert!(matches!(state.screen(), Screen::Fetched { menu: None, .. }));
    }

    #[test]
    fn a_file_that_comes_too_late_is_not_shown() {
        let mut state = at(Route::Directory);
        state.standing = Standing::SignedIn(jane(Next::Home));
        state.page = Progress::Loading(Route::Directory);
        state.fetched(Route::Account, Some(FETCHED));
        assert_eq!(state.screen(), Screen::Loading);
    }

    #[test]
    fn a_server_that_is_away_can_be_asked_again() {
        let mut state = at(Route::Account);
        state.standing = Standing::Unreachable;
        assert_eq!(state.screen(), Screen::Unreachable);
        state.forget_failure();
        assert_eq!(state.next_step(), Some(Step::Ask));
    }

    #[test]
    fn what_is_shown_again_after_a_time_is_asked_for_anew() {
        let mut state = at(Route::Account);
        state.standing = Standing::SignedIn(jane(Next::Home));
        state.page = Progress::Ready(Route::Account, FETCHED);
        state.restore(9.0);
        assert_eq!((state.next_step(), state.screen()), (Some(Step::Ask), Screen::Loading));
        let mut state = at(Route::SignIn);
        state.restore(9.0);
        assert_eq!((state.next_step(), state.screen(), state.arrival), (None, Screen::SignIn, Arrival::Loaded));
    }

    #[test]
    fn a_link_to_the_page_that_is_open_is_another_visit() {
        let mut state = at(Route::Account);
        state.standing = Standing::SignedIn(jane(Next::Home));
        state.page = Progress::Ready(Route::Account, FETCHED);
        let before = state.screen();
        state.arrive(Location::of_route(Route::Account), Arrival::Moved);
        assert!(state.screen() != before);
    }

    #[test]
    fn a_jump_within_the_page_is_no_arrival() {
        let mut state = at(Route::SignIn);
        state.arrive(Location::of_route(Route::SignIn), Arrival::Returned(9.0));
        assert_eq!(state.arrival, Arrival::Loaded);
    }
}
