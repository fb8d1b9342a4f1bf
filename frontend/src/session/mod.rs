//! Who is signed in and where that leads (R8, R9, R14), and what is shown therefore.
//!
//! [`State`] decides, without a browser; [`Session`] does what it decides.

mod done;
mod sign_in;
mod stage;
mod state;
mod typed;

pub use done::Done;
pub use sign_in::{SignIn, submit as sign_in};
pub use stage::{Screen, Standing, elsewhere, first};
pub use state::{State, Step};

use std::cell::{Cell, RefCell};

use enamel_core::locale::{Text, say};
use enamel_core::session::{Next, SessionView};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use crate::api::{self, Failure, Method, json};
use crate::chunk;
use crate::component::{SIGN_IN, dom, sending};
use crate::navigation::{Arrival, Location, history, links};
use crate::route::Route;

/// Shows a screen.
type Show = Box<dyn Fn(Screen)>;

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::at(Location::of_route(Route::Home)));
    static SHOW: RefCell<Option<Show>> = const { RefCell::new(None) };
    /// Whether nobody has answered yet to the session that was just opened.
    static IS_NEW: Cell<bool> = const { Cell::new(false) };
}

/// The client's state, of which there is one, and what is shown of it.
#[derive(Clone, Copy, Debug)]
pub struct Session;

impl Session {
    /// What is known so far. Without [`Self::start`] it stays so, as on a server.
    pub fn begin_with(self, state: State) {
        STATE.set(state);
    }

    /// Whose account is shown: what a page asks for is asked for them, and nobody else.
    #[must_use]
    pub fn shown_account(self) -> Option<String> {
        read(|state| state.member().map(|member| member.username.clone()))
    }

    /// What is to be shown.
    #[must_use]
    pub fn screen(self) -> Screen {
        read(State::screen)
    }

    /// Shows all of it anew, in a document that the server has sent in the place of the one before.
    pub fn show_anew(self) {
        SHOW.set(None);
        update(|state| {
            state.visit += 1;
            state.arrival = Arrival::Returned(window().scroll_y().unwrap_or_default());
        });
        self.settle();
    }

    /// Calls `show` with what is to be shown from now on.
    pub fn follow(self, show: impl Fn(Screen) + 'static) {
        SHOW.set(Some(Box::new(show)));
    }

    /// Whether anybody does.
    #[must_use]
    pub fn is_followed(self) -> bool {
        SHOW.with_borrow(Option::is_some)
    }

    /// Where the visitor is at this moment.
    #[must_use]
    pub fn location(self) -> Location {
        read(|state| state.location.clone())
    }

    /// How many addresses were visited before this one.
    #[must_use]
    pub fn visit(self) -> u32 {
        read(|state| state.visit)
    }

    /// Whose session it is at this moment, if there is one.
    #[must_use]
    pub fn member(self) -> Option<SessionView> {
        read(|state| state.member().cloned())
    }

    /// Follows links, back and forward from now on, and goes where the session leads.
    pub fn start(self) {
        if let Some(scrolled) = history::start() {
            update(|state| state.arrival = Arrival::Returned(scrolled));
        }
        history::on_return(move |scrolled| self.arrive(Location::of_window(), Arrival::Returned(scrolled)));
        history::on_restored(move |scrolled| {
            sending::stop();
            update(|state| state.restore(scrolled));
            self.settle();
        });
        links::take_over(move |location| self.go(location));
        self.settle();
    }

    /// Opens an address as a link does; the one that is open already is shown anew.
    pub fn go(self, location: Location) {
        let href = location.href();
        if location == self.location() {
            history::replace(&href);
        } else {
            history::push(&href);
        }
        self.arrive(location, Arrival::Moved);
    }

    fn arrive(self, location: Location, arrival: Arrival) {
        sending::leave();
        // What was read out of the page before is over.
        dom::announce("");
        update(|state| state.arrive(location, arrival));
        self.settle();
    }

    /// Called when a page shows its heading: moves the focus to it and scrolls.
    pub fn arrived(self, heading: &str) {
        if let Some(member) = self.member() {
            typed::restore(&member.username, &self.location());
        }
        let mut arrival = Arrival::Loaded;
        update(|state| std::mem::swap(&mut arrival, &mut state.arrival));
        let scrolled = match arrival {
            Arrival::Loaded => return,
            Arrival::Moved => 0.0,
            Arrival::Returned(scrolled) => scrolled,
        };
        dom::focus(heading);
        window().scroll_to_with_x_and_y(0.0, scrolled);
    }

    /// What the page that is about to be shown says first. It is said once.
    #[must_use]
    pub fn take_news(self) -> Option<Text> {
        let mut news = None;
        update(|state| std::mem::swap(&mut news, &mut state.news));
        news
    }

    /// Tries again what failed: to reach the server, or to fetch a page.
    pub fn retry(self) {
        update(State::forget_failure);
        self.settle();
    }

    /// Takes the answer to signing in, and goes where it leads.
    pub fn entered(self, answer: &JsValue) {
        if let Some(view) = json::session(answer) {
            let mut location = Location::of_route(Route::Home);
            IS_NEW.set(true);
            typed::keep_only_for(&view.username);
            update(|state| location = state.enter(view));
            redirect(location);
            self.settle();
        }
    }

    /// Whether a form may be sent; until [`Self::end`] no other may.
    #[must_use]
    pub fn begin(self) -> bool {
        let mut busy = true;
        update(|state| std::mem::swap(&mut busy, &mut state.busy));
        !busy
    }

    /// Whether a form is under way.
    #[must_use]
    pub fn is_busy(self) -> bool {
        read(|state| state.busy)
    }

    /// The answer to a form is there.
    pub fn end(self) {
        update(|state| state.busy = false);
    }

    /// Every page is open from now on, after an activation: back leads past it, since it is over for good.
    pub fn activated(self) {
        update(|state| state.open(Done::Activated.sentence()));
        redirect(Location::of_route(Route::Account));
        self.settle();
    }

    /// Every page is open from now on, after a change of the password: back leads to a fresh form.
    pub fn changed(self) {
        update(|state| state.open(Done::Changed.sentence()));
        self.go(Location::of_route(Route::Account));
    }

    /// Takes over a failure that concerns the session: it has ended, or leads elsewhere by now.
    #[must_use]
    pub fn takes(self, failure: &Failure) -> bool {
        let standing = if failure.is_signed_out() {
            Standing::SignedOut
        } else if failure.is_of_another_stage() {
            Standing::Unknown
        } else {
            return false;
        };
        let news = if standing == Standing::SignedOut {
            Some(if IS_NEW.get() { say::news_cookies_needed() } else { say::news_session_ended() })
        } else if failure.is_of_another_account() {
            Some(say::news_another_account())
        } else {
            None
        };
        if let Some(member) = self.member().filter(|_| standing == Standing::SignedOut) {
            typed::keep(member.username, self.location());
        }
        update(|state| {
            state.news = news;
            state.standing = standing;
        });
        self.settle();
        true
    }

    /// Ends the session, here in any case, and there if the server can be reached.
    pub fn sign_out(self) {
        sending::stop();
        wasm_bindgen_futures::spawn_local(async move {
            let news = match api::call(Method::Delete, "/session", None).await {
                Err(Failure::Unreachable) => say::news_maybe_signed_in(),
                _ => say::news_signed_out(),
            };
            typed::forget();
            update(|state| {
                state.standing = Standing::SignedOut;
                state.news = Some(news);
            });
            redirect(Location::of_route(Route::SignIn));
            self.settle();
        });
    }

    /// The server knows the session.
    pub fn is_known(self) {
        IS_NEW.set(false);
    }

    /// Whether every page is open to the member.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.member().is_some_and(|member| member.next == Next::Home)
    }

    /// Does what follows from the state, and shows it.
    fn settle(self) {
        while let Some(step) = read(State::next_step) {
            match step {
                Step::Ask => self.ask(),
                Step::Fetch(route) => self.fetch(route),
                Step::Redirect(location) => redirect(location),
            }
        }
        SHOW.with_borrow(|show| match show {
            Some(show) => show(self.screen()),
            None => self.show_first(),
        });
    }

    /// Before any page of the client's own is there, the document shows what the server sent.
    fn show_first(self) {
        match self.screen() {
            // In a turn of its own: a slow machine has linked the page's file in this one.
            Screen::Fetched { app, .. } => wasm_bindgen_futures::spawn_local(async move {
                dom::sleep(0).await;
                app();
            }),
            // What stands there is something else: the server knows what belongs there.
            Screen::SignIn if dom::by_id(SIGN_IN).is_none() => drop(window().location().assign(Route::SignIn.path())),
            Screen::Missing => dom::show_failed(),
            // What the document says holds, and its form says more when it is sent.
            Screen::SignIn | Screen::Loading | Screen::Unreachable => {}
        }
    }

    fn ask(self) {
        update(|state| state.standing = Standing::Asking);
        wasm_bindgen_futures::spawn_local(async move {
            let answer = api::call(Method::Get, "/session", None).await;
            update(|state| {
                state.standing = match answer {
                    Ok(view) => json::session(&view).map_or(Standing::Unreachable, Standing::SignedIn),
                    Err(failure) if failure.is_signed_out() => Standing::SignedOut,
                    Err(_) => Standing::Unreachable,
                };
            });
            self.settle();
        });
    }

    fn fetch(self, route: Route) {
        update(|state| state.page = chunk::Progress::Loading(route));
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = chunk::of(route).await;
            update(|state| state.fetched(route, outcome.ok()));
            self.settle();
        });
    }
}

fn read<T>(what: impl FnOnce(&State) -> T) -> T {
    STATE.with_borrow(what)
}

fn update(change: impl FnOnce(&mut State)) {
    STATE.with_borrow_mut(change);
}

/// Opens an address in the place of this one: back leads past it.
fn redirect(location: Location) {
    sending::leave();
    history::replace(&location.href());
    update(|state| state.arrive(location, Arrival::Moved));
}
