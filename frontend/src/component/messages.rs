//! Says in the document what was refused: in the summary, at each field, in the window's title.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::error_summary::SUMMARY;
use super::form::id_of;
use super::{dom, page};
use crate::api::FieldMessage;

/// Says these, and nothing that was said before. Where there are any, the summary takes the focus.
pub fn show(messages: &[FieldMessage]) {
    say(messages);
    if let Some(summary) = dom::by_id(SUMMARY).filter(|_| !messages.is_empty()) {
        let _ = summary.focus();
    }
}

/// The same, and the focus stays where it is: somebody is typing.
pub(super) fn say(messages: &[FieldMessage]) {
    let Some(summary) = dom::by_id(SUMMARY) else { return };
    fill(&summary, messages);
    each(".nhsuk-error-message", |element| at_field(element, messages));
    page::set_title(!messages.is_empty());
}

fn fill(summary: &HtmlElement, messages: &[FieldMessage]) {
    summary.set_hidden(messages.is_empty());
    let Ok(Some(list)) = summary.query_selector("ul") else { return };
    list.set_text_content(None);
    for FieldMessage { field, message } in messages {
        let (Ok(item), Ok(link)) = (document().create_element("li"), document().create_element("a")) else { return };
        link.set_text_content(Some(message));
        // Without a field it is no link: an anchor without an address is plain text.
        if !field.is_empty() {
            let _ = link.set_attribute("href", &["#", &id_of(field)].concat());
        }
        let _ = item.append_child(&link);
        let _ = list.append_child(&item);
    }
}

/// Shows at a field what was refused of it, and takes it away again.
fn at_field(element: &HtmlElement, messages: &[FieldMessage]) {
    let error = element.id();
    let Some(id) = error.strip_suffix("-error") else { return };
    let said: Vec<_> =
        messages.iter().filter(|message| id_of(&message.field) == id).map(|message| message.message.as_str()).collect();
    let is_refused = !said.is_empty();
    element.set_hidden(!is_refused);
    if let Some(text) = element.last_element_child() {
        text.set_text_content(Some(&said.join(". ")));
    }
    let input = dom::by_id(id);
    dom::set(input.as_ref(), "aria-invalid", is_refused.then_some("true"));
    let hint = [id, "-hint"].concat();
    let hint = if dom::by_id(&hint).is_some() { hint } else { String::new() };
    let described_by = if is_refused { [&hint, " ", &error].concat() } else { hint };
    dom::set(input.as_ref(), "aria-describedby", Some(described_by.trim()).filter(|ids| !ids.is_empty()));
    dom::set(dom::by_id(&[id, "-group"].concat()).as_ref(), "data-refused", is_refused.then_some("true"));
}

fn each(selector: &str, act: impl Fn(&HtmlElement)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for at in 0..found.length() {
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            act(&element);
        }
    }
}

/// Follows a link of the summary to its field, which the browser would only scroll to.
pub(super) fn follow(link: &Element) -> bool {
    let target = link.get_attribute("href").unwrap_or_default();
    let Some(id) = target.strip_prefix('#').filter(|id| dom::by_id(id).is_some()) else { return false };
    dom::focus(id);
    true
}
