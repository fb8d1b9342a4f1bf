//! An input with its label, hint and messages.

use leptos::prelude::*;

use super::attribute::{attribute, flag, text};
use super::form::{Form, id_of};

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

    /// Its group's, or its input's, class: with a further one while the field is refused.
    #[must_use]
    pub fn class(&self, class: &'static str, refused: &'static str) -> Signal<String> {
        let (form, name) = (self.form, self.name.clone());
        text(move || [class, " ", if form.refuses(&name) { refused } else { "" }].concat())
    }

    /// The ids of its hint and its messages, where there are any.
    #[must_use]
    pub fn described_by(&self) -> Signal<Option<String>> {
        let (form, name, id, hinted) = (self.form, self.name.clone(), self.id(), self.hinted);
        attribute(move || match (hinted, form.refuses(&name)) {
            (false, false) => None,
            (true, false) => Some([&id, "-hint"].concat()),
            (false, true) => Some([&id, "-error"].concat()),
            (true, true) => Some([&id, "-hint ", &id, "-error"].concat()),
        })
    }

    /// Whether it is refused, for `aria-invalid`.
    #[must_use]
    pub fn invalid(&self) -> Signal<Option<String>> {
        let (form, name) = (self.form, self.name.clone());
        flag(move || form.refuses(&name))
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
    view! {
        <div class=field.class("nhsuk-form-group", "nhsuk-form-group--error")>
            <label class="nhsuk-label" for=id>{label}</label>
            {hint}
            <Messages field=field.clone()/>
            {children()}
        </div>
    }
}

/// The messages at a field.
#[component]
pub fn Messages(field: Field) -> impl IntoView {
    let id = [&field.id(), "-error"].concat();
    move || {
        let mut sentences: Vec<String> = Vec::new();
        for message in field.form.messages() {
            if message.field == field.name {
                sentences.push(message.message);
            }
        }
        if sentences.is_empty() {
            return ().into_any();
        }
        view! {
            <span class="nhsuk-error-message" id=id.clone()>
                <span class="nhsuk-u-visually-hidden">"Error: "</span>
                {sentences.join(". ")}
            </span>
        }
        .into_any()
    }
}

/// The button that sends a form: once, until an answer is there.
#[component]
pub fn SubmitButton(
    /// The form.
    form: Form,
    /// What it does.
    label: &'static str,
) -> impl IntoView {
    view! { <button type="submit" class="nhsuk-button" aria-disabled=flag(move || form.is_busy())>{label}</button> }
}
