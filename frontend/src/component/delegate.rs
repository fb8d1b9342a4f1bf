//! What is done for elements wherever they come from, the server or a component: clicks are heard at the window.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlFormElement, SubmitEvent};

use super::error_summary::SUMMARY;
use super::{dom, messages, sending};
use crate::language;
use crate::navigation::links;
use crate::session::{self, Session};

/// The ids of the forms that every page may hold.
pub const SIGN_IN: &str = "sign-in";
/// See [`SIGN_IN`].
pub const SIGN_OUT: &str = "sign-out";

/// The class of the links that switch the language.
pub const LANGUAGES: &str = "enamel-header__languages";

/// Listens from now on.
pub fn start() {
    window_event_listener_untyped("click", |event| {
        if let Some(button) = within(&event, ".nhsuk-password-input__toggle") {
            dom::toggle_password(&button);
        } else if let Some(panel) =
            within(&event, &[".", sending::WAIT, " button"].concat()).and_then(|button| button.parent_element())
        {
            sending::give_up(panel.unchecked_ref());
        } else if let Some(link) = within(&event, &["#", SUMMARY, " a"].concat())
            && messages::follow(&link)
        {
            event.prevent_default();
        }
    });
    window_event_listener_untyped("click", |event| {
        let link = within(&event, &[".", LANGUAGES, " a"].concat());
        if let Some(href) = link.and_then(|link| link.get_attribute("href")).filter(|_| links::is_plain(&event)) {
            event.prevent_default();
            language::follow_switch(href);
        }
    });
    window_event_listener_untyped("input", |_| sending::edited());
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
