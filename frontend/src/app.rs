//! From the address to the page.

use leptos::prelude::*;

use crate::api::Failure;
use crate::chunk::{self, Progress};
use crate::component::{Frame, Loading, Page, Unavailable};
use crate::navigation::{Location, Navigation};
use crate::route::Route;
use crate::session::{Screen, Session, SignIn, Standing, elsewhere};

/// What is said where a page's file can't be fetched.
const PAGE_MISSING: &str =
    "It could not be loaded. Check your connection and try again. If that does not help, there may be a newer version: reload the page";

/// All pages. Starts at `location`, so that a server can render any of them.
#[component]
pub fn App(location: Location) -> impl IntoView {
    let navigation = Navigation::at(location);
    let session = Session::unknown(navigation);
    provide_context(session);
    // The page of a member that is open, or on its way.
    let progress = RwSignal::new(Progress::Loading);
    let screen = Memo::new(move |_| Screen::at(navigation.route(), &session.standing()));
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            navigation.listen();
        }
        follow_session(session, navigation);
    });
    Effect::new(move |_| match screen.get() {
        Screen::Member(route) => chunk::fetch(route, progress),
        _ => progress.set(Progress::Loading),
    });
    let retry = Callback::new(move |()| match screen.get_untracked() {
        Screen::Member(route) => chunk::fetch(route, progress),
        _ => session.ask(),
    });
    view! {
        <Frame progress>
            {move || match (screen.get(), progress.get()) {
                (Screen::SignIn, _) => view! { <SignIn/> }.into_any(),
                (Screen::NotFound, _) => view! { <NotFound/> }.into_any(),
                (Screen::Unreachable, _) => view! { <Unavailable sentence=Failure::Unreachable.sentence() retry/> }.into_any(),
                (Screen::Member(route), Progress::Ready(fetched)) if fetched.route == route => (fetched.page)(),
                (Screen::Member(_), Progress::Missing) => view! { <Unavailable sentence=PAGE_MISSING.to_owned() retry/> }.into_any(),
                _ => view! { <Loading/> }.into_any(),
            }}
        </Frame>
    }
}

/// Finds out where one stands, and goes where that leads.
fn follow_session(session: Session, navigation: Navigation) {
    let route = navigation.route();
    match session.standing() {
        Standing::Unknown if !matches!(route, Route::SignIn | Route::NotFound) => {
            chunk::ahead(route);
            session.ask();
        }
        Standing::SignedOut if route.needs_session() => session.sign_in_first(),
        Standing::SignedOut if route == Route::Home => navigation.redirect(Route::SignIn),
        Standing::SignedIn(view) => {
            if let Some(route) = elsewhere(Some(view.next), route) {
                navigation.redirect(route);
            }
        }
        _ => {}
    }
}

/// The page for addresses that nothing has.
#[component]
fn NotFound() -> impl IntoView {
    view! {
        <Page title="Page not found">
            <p>"If you typed the web address, check it is correct. If you pasted it, check you copied the whole of it."</p>
            <p><a href="/">"Go to Enamel's first page"</a></p>
        </Page>
    }
}
