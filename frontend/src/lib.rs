//! The pages of Enamel, running in the browser.
//!
//! [`App`] is the whole of them. A component only describes: `window` and `document` are touched in
//! effects and events, never while rendering, so that a server can render the same components.
//! What is behind sign-in is cut off into chunks ([`chunk`]), fetched when a page is opened.
#![expect(unreachable_pub, reason = "what Leptos makes of a component is public in its private module")]

pub mod account;
pub mod activation;
pub mod api;
mod app;
pub mod chunk;
pub mod component;
pub mod directory;
pub mod mobile;
pub mod navigation;
mod not_found;
pub mod password;
pub mod route;
pub mod session;

pub use app::App;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::navigation::Location;

/// Puts the pages in the place of the shell that `index.html` brings.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(shell) = component::dom::by_id("enamel") else {
        return;
    };
    let location = Location::of_window();
    shell.set_inner_html("");
    mount_to(shell, move || view! { <App location/> }).forget();
}
