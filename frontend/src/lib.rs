//! The pages of Enamel, running in the browser.
//!
//! [`App`] is the whole of them. A component only describes: `window` and `document` are touched in
//! effects and events, never while rendering, so that a server can render the same components: what it
//! renders is there before this client is, and works without it.
//! What is behind sign-in is cut off into chunks ([`chunk`]), fetched when a page is opened.
// The types of views nest deeply where they are rendered to text.
#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "what Leptos makes of a component is public in its private module")]

pub mod account;
pub mod activation;
pub mod api;
mod app;
#[cfg(feature = "ssr")]
pub mod catalogue;
pub mod chunk;
pub mod component;
pub mod directory;
pub mod given;
pub mod language;
pub mod mobile;
pub mod navigation;
mod not_found;
pub mod password;
#[cfg(feature = "ssr")]
pub mod render;
pub mod route;
pub mod session;

pub use app::{App, SHELL};

/// Takes over the document that the server sent.
#[cfg(feature = "csr")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    if component::dom::by_id(SHELL).is_some() {
        language::follow_document(begin);
    }
}

#[cfg(feature = "csr")]
fn begin() {
    use navigation::Location;
    use session::{Done, Session, Standing, State};

    let mut state = State::at(Location::of_window());
    if let Some(member) = given::session() {
        state.standing = Standing::SignedIn(member);
        // The client shows the page anew, and says what the document said.
        state.news = Done::at(&state.location).map(Done::sentence);
    }
    Session.begin_with(state);
    component::listen();
    // In one piece there is no server that knows the client's pages.
    if cfg!(not(feature = "split")) {
        app::mount();
    }
    Session.start();
}
