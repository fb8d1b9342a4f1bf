//! Small dealings with the document, for effects and events only.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The element as one that can take the focus.
pub fn as_html(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}

/// Moves the focus to the element with this id, if there is one.
pub fn focus(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id).and_then(as_html) {
        let _ = element.focus();
    }
}
