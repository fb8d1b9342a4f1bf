//! Small dealings with the document, for effects and events only.

use enamel_core::locale::say;
use js_sys::Promise;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use crate::language::said;

/// The id of the live region.
pub const ANNOUNCER: &str = "announcer";

/// The id of what says that the client is missing; `static/start.js` shows it too.
pub const FAILED: &str = "enamel-failed";

/// The element with this id, if there is one.
#[must_use]
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector matches.
#[must_use]
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the focus to the element with this id, if there is one.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Gives an element an attribute, or takes it away.
pub fn set(element: Option<&HtmlElement>, name: &str, value: Option<&str>) {
    if let Some(element) = element {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// Has something read out, after what is being read.
pub fn announce(text: &str) {
    if let Some(region) = by_id(ANNOUNCER) {
        // The same words again are heard only as another text.
        let again = !text.is_empty() && region.text_content().as_deref() == Some(text);
        region.set_text_content(Some(&[text, if again { "." } else { "" }].concat()));
    }
}

/// Says in the server's document that it has to do without the client.
pub fn show_failed() {
    if let Some(failed) = by_id(FAILED) {
        failed.set_hidden(false);
    }
}

/// Shows what is typed into the password input before this button, or hides it again.
pub fn toggle_password(button: &Element) {
    let Some(input) = button.previous_element_sibling() else { return };
    let shown = input.get_attribute("type").as_deref() == Some("text");
    show_password(&input, button, !shown);
    announce(&said(&if shown { say::password_is_hidden() } else { say::password_is_shown() }));
}

/// The button behind a password that is shown.
const SHOWN: &str = "input[type=text] + .nhsuk-password-input__toggle";

/// Hides every password: a browser that sees one sent as plain text may keep it as such.
pub fn hide_passwords() {
    while let Ok(Some(button)) = document().query_selector(SHOWN) {
        match button.previous_element_sibling() {
            Some(input) => show_password(&input, &button, false),
            None => return,
        }
    }
}

fn show_password(input: &Element, button: &Element, shown: bool) {
    let (kind, word, label) = if shown {
        ("text", say::hide_password_word(), say::hide_password())
    } else {
        ("password", say::show_password_word(), say::show_password())
    };
    let _ = input.set_attribute("type", kind);
    let _ = button.set_attribute("aria-label", &said(&label));
    button.set_text_content(Some(&said(&word)));
}

/// Waits so many milliseconds; none: until the browser has had its turn.
pub(crate) async fn sleep(milliseconds: i32) {
    let _ = JsFuture::from(Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    }))
    .await;
}
