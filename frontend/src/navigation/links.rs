//! Links to our own pages are followed without loading the document again.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use super::Location;
use crate::route::Route;

/// Calls `follow` in place of the browser for a plain click on a link to one of our pages.
pub(crate) fn take_over(follow: impl Fn(Location) + 'static) {
    window_event_listener_untyped("click", move |event| {
        if let Some(location) = destination(&event) {
            event.prevent_default();
            follow(location);
        }
    });
}

/// Whether a click asks for nothing but to follow: neither for another tab, nor for a menu.
pub(crate) fn is_plain(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|click| {
        let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        !click.default_prevented() && click.button() == 0 && !modified
    })
}

/// Where a click leads, if it is for us to follow.
fn destination(event: &Event) -> Option<Location> {
    if !is_plain(event) {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    // A link to nowhere loads the document again.
    let elsewhere = link.get_attribute("href").is_some_and(|href| href.is_empty())
        || link.has_attribute("download")
        || !matches!(link.target().as_str(), "" | "_self");
    if elsewhere || link.origin() != window().location().origin().ok()? || !link.hash().is_empty() {
        return None;
    }
    // An address that is none of our pages (`/api`, `/demo`) is the browser's to fetch.
    let location = Location::parse(&link.pathname(), &link.search());
    (location.route != Route::NotFound).then_some(location)
}
