//! An input with its label, hint and messages.

use leptos::prelude::*;

use super::form::{Form, id_of};
use super::{dom, effect};

/// A field of a form, by its name in the request.
#[derive(Clone, Debug)]
pub struct Field {
    /// The form that it belongs to.
    pub form: Form,
    /// The field's name in the request.
    pub name: String,
    /// Whether an element with the id `…-hint` says more about it.
    pub hinted: bool,
}

impl Field {
    /// A field without a hint.
    #[must_use]
    pub fn new(form: Form, name: &str) -> Self {
        Self { form, name: name.to_owned(), hinted: false }
    }

    /// The same with a hint.
    #[must_use]
    pub fn hinted(self) -> Self {
        Self { hinted: true, ..self }
    }

    /// The id of its input.
    #[must_use]
    pub fn id(&self) -> String {
        id_of(&self.name)
    }

    /// The id of its hint, for `aria-describedby`, if it has one.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        self.hinted.then(|| [&self.id(), "-hint"].concat())
    }

    /// Shows at the field what was refused of it, and takes it away again.
    fn follow_messages(self) {
        effect(move || {
            let sentences: Vec<_> = self
                .form
                .messages()
                .into_iter()
                .filter(|message| message.field == self.name)
                .map(|message| message.message)
                .collect();
            let refused = !sentences.is_empty();
            let (id, error) = (self.id(), [&self.id(), "-error"].concat());
            if let Some(message) = dom::by_id(&error) {
                message.set_hidden(!refused);
                if let Some(text) = message.last_element_child() {
                    text.set_text_content(Some(&sentences.join(". ")));
                }
            }
            let input = dom::by_id(&id);
            dom::set(input.as_ref(), "aria-invalid", refused.then_some("true"));
            let hint = self.described_by().unwrap_or_default();
            let described_by = if refused { [&hint, " ", &error].concat() } else { hint };
            dom::set(input.as_ref(), "aria-describedby", Some(described_by.trim()).filter(|ids| !ids.is_empty()));
            dom::set(dom::by_id(&[&id, "-group"].concat()).as_ref(), "data-refused", refused.then_some("true"));
        });
    }
}

/// What surrounds an input: the group, its label, hint and messages.
#[component]
pub fn Group(
    /// The field.
    field: Field,
    /// What is asked.
    label: &'static str,
    /// More about it.
    #[prop(optional)]
    hint: &'static str,
    children: Children,
) -> impl IntoView {
    let id = field.id();
    let hint = (!hint.is_empty()).then(|| view! { <div class="nhsuk-hint" id=[&id, "-hint"].concat()>{hint}</div> });
    let group = [&id, "-group"].concat();
    view! {
        <div class="nhsuk-form-group" id=group>
            <label class="nhsuk-label" for=id>{label}</label>
            {hint}
            <Messages field/>
            {children()}
        </div>
    }
}

/// The messages at a field.
#[component]
pub fn Messages(field: Field) -> impl IntoView {
    let id = [&field.id(), "-error"].concat();
    field.follow_messages();
    view! {
        <span class="nhsuk-error-message" id=id hidden>
            <span class="nhsuk-u-visually-hidden">"Error: "</span>
            <span></span>
        </span>
    }
}

/// The button that sends a form.
#[component]
pub fn SubmitButton(
    /// What it does.
    label: &'static str,
) -> impl IntoView {
    view! { <button type="submit" class="nhsuk-button">{label}</button> }
}
