//! What every form does: judge first, send once, say what was refused, keep what was typed.
//!
//! All of it is done to the document as it stands, be it the server's or a component's: the form to sign in
//! is there, and works, before anything else of the client is.

use enamel_core::refusal::FieldProblem;
use enamel_core::text::Typed;
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::SubmitEvent;

use super::messages;
use super::sending::{self, Outgoing};
use crate::api::{FieldMessage, Method};
use crate::language::said;
use crate::session::Session;

/// Where a form goes.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// What is done.
    pub method: Method,
    /// To which resource.
    pub path: &'static str,
}

/// Takes a submission over from the browser: shows what `judged` refuses, or sends the JSON text
/// that it lets pass and hands the answer to `done`.
pub fn submit(
    event: &SubmitEvent,
    judged: Result<JsValue, Vec<FieldProblem>>,
    target: Target,
    done: Box<dyn FnOnce(JsValue)>,
) {
    event.prevent_default();
    match judged {
        Err(problems) => {
            let said = problems
                .into_iter()
                .map(|problem| FieldMessage { field: problem.field, message: said(&problem.message) });
            messages::show(&said.collect::<Vec<_>>());
        }
        // Once, until an answer is there.
        Ok(body) if Session.begin() => {
            sending::send(Outgoing { body, target, button: event.submitter(), done });
        }
        Ok(_) => {}
    }
}

/// The id of the element for a field: `security_answers[0].answer` is not fit for a link.
#[must_use]
pub fn id_of(field: &str) -> String {
    let fit = |c| if matches!(c, '[' | ']' | '.') { '-' } else { c };
    field.chars().map(fit).collect()
}

/// What stands in the input, select or text area for a field, half surrogate pairs included.
#[must_use]
pub fn typed(field: &str) -> Typed {
    let value = document()
        .get_element_by_id(&id_of(field))
        .and_then(|element| js_sys::Reflect::get(&element, &JsValue::from_str("value")).ok())
        .and_then(|value| value.dyn_into::<js_sys::JsString>().ok());
    let Some(value) = value else { return Typed::default() };
    let text = String::from(&value);
    // U+FFFD was typed, or stands where half a pair did: only then is the slow way worth it.
    if text.chars().any(|c| c == char::REPLACEMENT_CHARACTER) {
        Typed::from_utf16(&value.iter().collect::<Vec<u16>>())
    } else {
        text.into()
    }
}

/// Whether the checkbox or radio with this id is ticked.
#[must_use]
pub fn is_checked(id: &str) -> bool {
    document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn an_id_is_fit_for_a_link() {
        assert_eq!(id_of("username"), "username");
        assert_eq!(id_of("security_answers[2].answer"), "security_answers-2--answer");
    }
}
