//! The browser's history: each entry has a number, and its scroll position is kept under it.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

thread_local! {
    static ENTRY: Cell<usize> = const { Cell::new(0) };
    static SCROLLED: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
}

/// Takes scrolling over from the browser, which would do it before a page is there.
/// Gives the position from before a reload.
pub(crate) fn start() -> Option<f64> {
    let history = window().history().ok()?;
    let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    let before = history.state().ok().and_then(|state| read(&state));
    ENTRY.set(before.map_or(0, |(entry, _)| entry));
    save();
    window_event_listener_untyped("pagehide", |_| save());
    before.map(|(_, scrolled)| scrolled)
}

/// A new entry after this one.
pub(crate) fn push(href: &str) {
    remember();
    ENTRY.set(ENTRY.get() + 1);
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&state(0.0), "", Some(href));
    }
}

/// Another address for this entry.
pub(crate) fn replace(href: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&state(0.0), "", Some(href));
    }
}

/// Calls `visit` with the scroll position when the visitor goes back or forward.
pub(crate) fn on_return(visit: impl Fn(f64) + 'static) {
    window_event_listener_untyped("popstate", move |event| {
        // The window has not been scrolled yet: this is the position of the entry that was left.
        remember();
        let state = event.dyn_ref::<web_sys::PopStateEvent>().map(web_sys::PopStateEvent::state);
        let (entry, scrolled) = state.and_then(|state| read(&state)).unwrap_or((ENTRY.get() + 1, 0.0));
        ENTRY.set(entry);
        let known = SCROLLED.with_borrow(|all| all.get(entry).copied());
        visit(known.unwrap_or(scrolled));
    });
}

/// Calls `restore` with the scroll position when the browser shows the document again as it was when
/// another one took its place (its back-forward cache): nothing was run or loaded since.
pub(crate) fn on_restored(restore: impl Fn(f64) + 'static) {
    window_event_listener_untyped("pageshow", move |event| {
        if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
            restore(scroll_position());
        }
    });
}

/// Notes how far this entry is scrolled.
fn remember() {
    SCROLLED.with_borrow_mut(|all| {
        let entry = ENTRY.get();
        if all.len() <= entry {
            all.resize(entry + 1, 0.0);
        }
        if let Some(slot) = all.get_mut(entry) {
            *slot = scroll_position();
        }
    });
}

/// Leaves this entry's number and position with the browser, for a reload.
fn save() {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&state(scroll_position()), "");
    }
}

fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "nobody has opened 2^53 pages")]
fn state(scrolled: f64) -> JsValue {
    Array::of2(&JsValue::from_f64(ENTRY.get() as f64), &JsValue::from_f64(scrolled)).into()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written by `state`")]
fn read(state: &JsValue) -> Option<(usize, f64)> {
    let state = state.dyn_ref::<Array>()?;
    Some((state.get(0).as_f64()? as usize, state.get(1).as_f64()?))
}
