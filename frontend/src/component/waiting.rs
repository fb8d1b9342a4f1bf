//! What a page shows while it waits, and when it waited in vain.

use leptos::prelude::*;

use super::Page;

/// In the place of a page that is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <p role="status">"Loading this page…"</p> }
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
        <Page title="Sorry, this page can't be shown">
            <p role="alert">{sentence} "."</p>
            <button type="button" class="nhsuk-button" on:click=move |_| retry()>"Try again"</button>
        </Page>
    }
}
