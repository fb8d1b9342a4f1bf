//! Links to our own pages are followed without loading the document again.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::Location;
use crate::route::Route;

/// Calls `follow` in place of the browser for a plain click on a link to one of our pages.
pub(super) fn take_over(follow: impl Fn(Location) + 'static) {
    window_event_listener(ev::click, move |event| {
        if let Some(location) = destination(&event) {
            event.prevent_default();
            follow(location);
        }
    });
}

/// Where a click leads, if it is for us to follow.
fn destination(event: &MouseEvent) -> Option<Location> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let elsewhere = link.has_attribute("download") || !matches!(link.target().as_str(), "" | "_self");
    if elsewhere || link.origin() != window().location().origin().ok()? || !link.hash().is_empty() {
        return None;
    }
    // An address that is none of our pages (`/api`, `/demo`) is the browser's to fetch.
    match Route::from_path(&link.pathname()) {
        Route::NotFound => None,
        route => {
            let query = link.search();
            Some(Location { route, query: query.strip_prefix('?').unwrap_or(&query).to_owned() })
        }
    }
}
