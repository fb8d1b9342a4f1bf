//! What a page shows while it waits, and when it waited in vain.

use enamel_core::locale::say;
use leptos::prelude::*;

use super::Page;
use crate::language::said;

/// In the place of a page that is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <p role="status">{said(&say::loading())}</p> }
}

/// In the place of a page that could not be shown.
#[component]
pub fn Unavailable(
    /// What went wrong, as a sentence.
    sentence: String,
    /// Tries again.
    retry: Box<dyn Fn() + Send>,
) -> impl IntoView {
    view! {
        <Page title=say::unavailable_title()>
            <p role="alert">{sentence} "."</p>
            <button type="button" class="nhsuk-button" on:click=move |_| retry()>{said(&say::try_again())}</button>
        </Page>
    }
}
