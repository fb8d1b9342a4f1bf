//! What every form does: judge first, send once, say what was refused, keep what was typed.

use enamel_core::refusal::FieldProblem;
use enamel_core::text::Typed;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlElement, SubmitEvent};

use super::dom;
use crate::api::{self, Failure, FieldMessage, Method};
use crate::session::Session;

/// Where a form goes.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// What is done.
    pub method: Method,
    /// To which resource.
    pub path: &'static str,
}

/// A form: what was refused last. What it shows of that is set by effects and events rather than by
/// attributes that follow signals, each of which would be compiled, and sent, anew.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    messages: RwSignal<Vec<FieldMessage>>,
    session: Session,
}

impl Form {
    /// A form that was not sent yet.
    #[must_use]
    pub fn new() -> Self {
        Self { messages: RwSignal::new(Vec::new()), session: Session::current() }
    }

    /// What was refused last; follows changes.
    #[must_use]
    pub fn messages(self) -> Vec<FieldMessage> {
        self.messages.get()
    }

    /// Shows what a failure says of fields, where a form is sent by other means.
    pub fn show_of_fields(self, failure: &Failure) {
        if failure.is_of_fields() {
            let _ = self.messages.try_set(failure.messages());
        }
    }

    /// Takes a submission over from the browser: shows what `judged` refuses, or sends the JSON text
    /// that it lets pass and hands the answer to `done`.
    pub fn submit(
        self,
        event: &SubmitEvent,
        judged: Result<JsValue, Vec<FieldProblem>>,
        target: Target,
        done: Box<dyn FnOnce(JsValue)>,
    ) {
        event.prevent_default();
        match judged {
            Err(problems) => {
                let messages =
                    problems.into_iter().map(|problem| FieldMessage { field: problem.field, message: problem.message });
                self.messages.set(messages.collect());
            }
            // Once, until an answer is there.
            Ok(body) if self.session.begin() => self.send(body, target, event.submitter(), done),
            Ok(_) => {}
        }
    }

    fn send(self, body: JsValue, target: Target, button: Option<HtmlElement>, done: Box<dyn FnOnce(JsValue)>) {
        dom::hide_passwords();
        dom::announce("Sending");
        dom::set(button.as_ref(), "aria-disabled", Some("true"));
        leptos::task::spawn_local(async move {
            let answer = api::call(target.method, target.path, Some(body)).await;
            self.session.end();
            dom::set(button.as_ref(), "aria-disabled", None);
            dom::announce("");
            if self.messages.is_disposed() {
                // The page was left meanwhile.
                return;
            }
            match answer {
                Ok(answer) => {
                    self.messages.set(Vec::new());
                    done(answer);
                }
                Err(failure) if self.session.takes(&failure) => {}
                Err(failure) => self.messages.set(failure.messages()),
            }
        });
    }
}

impl Default for Form {
    fn default() -> Self {
        Self::new()
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
