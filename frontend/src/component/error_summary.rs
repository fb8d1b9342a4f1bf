//! What was refused, at the top of the page, with links to the fields.

use enamel_core::locale::say;
use leptos::prelude::*;

use super::form::id_of;
use crate::given;
use crate::language::said;

/// The id of the summary: a page has one at most.
pub const SUMMARY: &str = "error-summary";

/// The error summary of a page's form. [`super::messages::show`] fills it; a server that renders the page of a
/// form it has refused fills it at once.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let refused = given::refused();
    let hidden = refused.is_empty();
    let lines = refused.into_iter().map(|message| {
        let href = (!message.field.is_empty()).then(|| ["#", &id_of(&message.field)].concat());
        view! { <li><a href=href>{message.message}</a></li> }.into_any()
    });
    view! {
        <div class="nhsuk-error-summary" id=SUMMARY tabindex="-1" hidden=hidden>
            <div role="alert">
                <h2 class="nhsuk-error-summary__title">{said(&say::error_summary_title())}</h2>
                <div class="nhsuk-error-summary__body">
                    <ul class="nhsuk-list nhsuk-error-summary__list">{lines.collect::<Vec<_>>()}</ul>
                </div>
            </div>
        </div>
    }
}
