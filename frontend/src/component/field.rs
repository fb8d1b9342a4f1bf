//! An input with its label, hint and messages.
#![expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]

use enamel_core::locale::{Text, say};
use leptos::prelude::*;

use super::form::id_of;
use super::sending::WAIT;
use crate::given;
use crate::language::said;

/// A field of a form, by its name in the request.
#[derive(Clone, Debug)]
pub struct Field {
    /// The field's name in the request.
    pub name: String,
    /// Whether an element with the id `…-hint` says more about it.
    pub hinted: bool,
}

impl Field {
    /// A field without a hint.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), hinted: false }
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

    /// What was refused of it before the page was rendered; nothing in a browser.
    fn refused(&self) -> String {
        let said = given::refused().into_iter().filter(|message| message.field == self.name);
        said.map(|message| message.message).collect::<Vec<_>>().join(". ")
    }

    /// Whether something was: for `aria-invalid`.
    #[must_use]
    pub fn is_refused(&self) -> Option<&'static str> {
        (!self.refused().is_empty()).then_some("true")
    }

    /// The ids of its hint and of what was refused, for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        let id = self.id();
        let hint = self.hinted.then(|| [&id, "-hint"].concat());
        let error = self.is_refused().map(|_| [&id, "-error"].concat());
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// What surrounds an input: the group, its label, hint and messages.
#[component]
pub fn Group(
    /// The field.
    field: Field,
    /// What is asked.
    label: Text,
    /// More about it.
    #[prop(optional)]
    hint: Option<Text>,
    children: Children,
) -> impl IntoView {
    let id = field.id();
    let hint = hint.map(|hint| view! { <div class="nhsuk-hint" id=[&id, "-hint"].concat()>{said(&hint)}</div> });
    let group = [&id, "-group"].concat();
    let refused = field.is_refused();
    view! {
        <div class="nhsuk-form-group" id=group data-refused=refused>
            <label class="nhsuk-label" for=id>{said(&label)}</label>
            {hint}
            <Messages field/>
            {children()}
        </div>
    }
}

/// The messages at a field.
#[component]
pub fn Messages(field: Field) -> impl IntoView {
    let refused = field.refused();
    let Field { name, .. } = field;
    let id = [&id_of(&name), "-error"].concat();
    let hidden = refused.is_empty();
    view! {
        <span class="nhsuk-error-message" id=id hidden=hidden>
            <span class="nhsuk-u-visually-hidden">{said(&say::error_prefix())}</span>
            <span>{refused}</span>
        </span>
    }
}

/// The button that sends a form, around what it does; behind it what is shown while the form is on its way.
#[component]
pub fn SubmitButton(
    /// Whether something else on the page matters more.
    #[prop(optional)]
    is_secondary: bool,
    children: Children,
) -> impl IntoView {
    let class = if is_secondary { "nhsuk-button nhsuk-button--secondary" } else { "nhsuk-button" };
    view! {
        <button type="submit" class=class>{children()}</button>
        <Wait/>
    }
}

/// What is shown while a form is on its way, and ends the waiting.
#[component]
pub(crate) fn Wait(
    /// What is waited for; nothing as long as nothing is.
    #[prop(optional)]
    words: Option<Text>,
) -> impl IntoView {
    view! {
        <div class=WAIT hidden=words.is_none()>
            <p>{words.as_ref().map(said)}</p>
            <button type="button" class="nhsuk-button nhsuk-button--secondary">{said(&say::stop_waiting())}</button>
        </div>
    }
}
