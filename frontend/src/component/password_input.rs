//! A password, hidden or shown.

use leptos::prelude::*;

use super::attribute::{attribute, either, text};
use super::{Field, Group};

/// A password input with a button that shows what was typed. It takes any length.
#[component]
pub fn PasswordInput(
    /// The field.
    field: Field,
    /// What is asked.
    label: &'static str,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    /// Called at each change.
    #[prop(optional)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    let form = field.form;
    let (id, name) = (field.id(), field.name.clone());
    let toggled = RwSignal::new(false);
    // Hidden while it is sent: a browser that sees it sent as plain text may keep it as such.
    let shown = move || toggled.get() && !form.is_busy();
    let toggle = move |_| {
        toggled.set(!toggled.get_untracked());
        let shown = toggled.get_untracked();
        form.announce(if shown { "Your password is shown" } else { "Your password is hidden" });
    };
    let input = move |_| {
        if let Some(on_input) = on_input {
            on_input.run(());
        }
    };
    view! {
        <Group field=field.clone() label>
            <div class="nhsuk-input-wrapper nhsuk-password-input">
                <input
                    class=field.class("nhsuk-input nhsuk-password-input__input", "nhsuk-input--error")
                    id=id.clone()
                    name=name
                    type=attribute(move || Some(either(shown(), "text", "password")))
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=field.described_by()
                    aria-invalid=field.invalid()
                    on:input=input
                />
                <button
                    type="button"
                    class="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
                    aria-controls=id
                    aria-label=attribute(move || Some(either(shown(), "Hide password", "Show password")))
                    on:click=toggle
                >
                    {text(move || either(shown(), "Hide", "Show"))}
                </button>
            </div>
        </Group>
    }
}
