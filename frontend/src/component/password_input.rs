//! A password, hidden or shown.

use enamel_core::locale::{Text, say};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::{Field, Group};
use crate::language::said;

/// A password input with a button that shows what was typed. It takes any length.
#[component]
pub fn PasswordInput(
    /// The field.
    field: Field,
    /// What is asked.
    label: Text,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    /// What a password manager must heed that makes one up; nothing where none is made up.
    #[prop(optional)]
    made_up_by: String,
) -> impl IntoView {
    // Of no standard of HTML's yet, so that the macro does not know it.
    let made_up_by = custom_attribute("passwordrules", (!made_up_by.is_empty()).then_some(made_up_by));
    view! {
        <Group field=field.clone() label>
            <div class="nhsuk-input-wrapper nhsuk-password-input">
                <input
                    class="nhsuk-input nhsuk-password-input__input"
                    id=field.id()
                    name=field.name.clone()
                    type="password"
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=field.is_refused()
                    aria-describedby=field.described_by()
                    {..made_up_by}
                />
                <button
                    type="button"
                    class="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
                    aria-controls=field.id()
                    aria-label=said(&say::show_password())
                >
                    {said(&say::show_password_word())}
                </button>
            </div>
        </Group>
    }
}
