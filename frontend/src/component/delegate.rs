//! What is done for elements wherever they come from, the server or a component: clicks are heard at the window.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlFormElement, SubmitEvent};

use super::error_summary::SUMMARY;
use super::{dom, messages};
use crate::session::{self, Session};

/// The ids of the forms that every page may hold.
pub const SIGN_IN: &str = "sign-in";
/// See [`SIGN_IN`].
pub const SIGN_OUT: &str = "sign-out";

/// Listens from now on.
pub fn start() {
    window_event_listener_untyped("click", |event| {
        if let Some(button) = within(&event, ".nhsuk-password-input__toggle") {
            dom::toggle_password(&button);
        } else if let Some(link) = within(&event, &["#", SUMMARY, " a"].concat())
            && messages::follow(&link)
        {
            event.prevent_default();
        }
    });
    window_event_listener_untyped("submit", |event| {
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some((form, event)) = form.zip(event.dyn_ref::<SubmitEvent>()) else { return };
        match form.id().as_str() {
            SIGN_IN => session::sign_in(event),
            SIGN_OUT => {
                event.prevent_default();
                Session.sign_out();
            }
            _ => {}
        }
    });
}

fn within(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}
