//! Who is signed in, and where that leads (R8, R9, R14).

mod sign_in;
mod stage;

pub use sign_in::SignIn;
pub use stage::{Screen, elsewhere};

use enamel_core::session::{Next, SessionView};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::api::{self, Failure, Method, json};
use crate::navigation::{Location, Navigation};
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

/// The session; a context of every component.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    standing: RwSignal<Standing>,
    /// The page that was asked for before signing in.
    wanted: StoredValue<Option<Location>>,
    /// What the next page says first.
    news: StoredValue<Option<&'static str>>,
    /// What those hear who hear the page.
    announcement: RwSignal<&'static str>,
    navigation: Navigation,
}

impl Session {
    /// Of which nothing is known.
    #[must_use]
    pub fn unknown(navigation: Navigation) -> Self {
        Self {
            standing: RwSignal::new(Standing::Unknown),
            wanted: StoredValue::new(None),
            news: StoredValue::new(None),
            announcement: RwSignal::new(""),
            navigation,
        }
    }

    /// The context's.
    #[must_use]
    pub fn current() -> Self {
        expect_context()
    }

    /// Where the visitor is.
    #[must_use]
    pub fn navigation(self) -> Navigation {
        self.navigation
    }

    /// The text of the live region.
    #[must_use]
    pub fn announcement(self) -> RwSignal<&'static str> {
        self.announcement
    }

    /// Has something read out, after what is being read.
    pub fn announce(self, text: &'static str) {
        // The same words again are no change, and would not be heard.
        self.announcement.set("");
        request_animation_frame(move || self.announcement.set(text));
    }

    /// What is known; follows changes.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.standing.get()
    }

    /// Where the session leads, if there is one; follows changes.
    #[must_use]
    pub fn next(self) -> Option<Next> {
        self.standing.with(|standing| match standing {
            Standing::SignedIn(view) => Some(view.next),
            _ => None,
        })
    }

    /// Whose session it is at this moment.
    #[must_use]
    pub fn member_now(self) -> Option<SessionView> {
        self.standing.with_untracked(|standing| match standing {
            Standing::SignedIn(view) => Some(view.clone()),
            _ => None,
        })
    }

    /// What the page that is about to be shown says first. It is said once.
    #[must_use]
    pub fn take_news(self) -> Option<&'static str> {
        self.news.try_update_value(Option::take).flatten()
    }

    /// Has the next page say something first.
    pub fn tell(self, news: &'static str) {
        self.news.set_value(Some(news));
    }

    /// Asks the server where one stands.
    pub fn ask(self) {
        self.standing.set(Standing::Asking);
        leptos::task::spawn_local(async move {
            let answer = api::call(Method::Get, "/session", None).await;
            self.standing.set(match answer {
                Ok(view) => json::session(&view).map_or(Standing::Unreachable, Standing::SignedIn),
                Err(failure) if failure.is_signed_out() => Standing::SignedOut,
                Err(_) => Standing::Unreachable,
            });
        });
    }

    /// Takes the answer to signing in, and goes where it leads: to the page that was asked for, where
    /// the session opens it.
    pub fn entered(self, answer: &JsValue) {
        let Some(view) = json::session(answer) else { return };
        let wanted = self.wanted.try_update_value(Option::take).flatten();
        let location = match elsewhere(Some(view.next), Route::Home) {
            Some(Route::Account) => wanted.unwrap_or(Location::of_route(Route::Account)),
            other => Location::of_route(other.unwrap_or(Route::Account)),
        };
        self.standing.set(Standing::SignedIn(view));
        self.navigation.redirect_to(location);
    }

    /// Every page is open from now on: after an activation, or a change of an expired password.
    pub fn opened(self, news: &'static str) {
        self.tell(news);
        self.standing.update(|standing| {
            if let Standing::SignedIn(view) = standing {
                view.next = Next::Home;
            }
        });
        self.navigation.redirect(Route::Account);
    }

    /// Sends a visitor without a session to the sign-in page, and remembers where to come back to.
    pub fn sign_in_first(self) {
        self.wanted.set_value(Some(self.navigation.location()));
        self.navigation.redirect(Route::SignIn);
    }

    /// Takes over a failure that concerns the session: it has ended, or leads elsewhere by now.
    pub fn takes(self, failure: &Failure) -> bool {
        if failure.is_signed_out() && self.next().is_some() {
            self.tell("You have been signed out. Sign in again to carry on.");
            self.standing.set(Standing::SignedOut);
            true
        } else if failure.is_of_another_stage() {
            self.ask();
            true
        } else {
            false
        }
    }

    /// Ends the session, here in any case, and there if the server can be reached.
    pub fn sign_out(self) {
        leptos::task::spawn_local(async move {
            let news = match api::call(Method::Delete, "/session", None).await {
                Err(Failure::Unreachable) => "The server can't be reached, so you may still be signed in. Close your browser to be sure.",
                _ => "You have signed out.",
            };
            self.tell(news);
            self.navigation.redirect(Route::SignIn);
            self.standing.set(Standing::SignedOut);
        });
    }
}
