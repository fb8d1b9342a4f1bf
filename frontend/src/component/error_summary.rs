//! What was refused, at the top of the page, with links to the fields.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::form::{Form, id_of};
use super::{dom, dynamic, effect};
use crate::api::FieldMessage;

/// The id of the summary.
const ID: &str = "error-summary";

/// The error summary of a form. Takes the focus each time that something is refused.
#[component]
pub fn ErrorSummary(form: Form) -> impl IntoView {
    effect(move || {
        if !form.messages().is_empty() {
            // Once the summary is there.
            request_animation_frame(|| dom::focus(ID));
        }
    });
    dynamic(move || {
        let messages = form.messages();
        if messages.is_empty() {
            return ().into_any();
        }
        let lines: Vec<_> = messages.into_iter().map(line).collect();
        view! {
            <div class="nhsuk-error-summary" id=ID tabindex="-1">
                <div role="alert">
                    <h2 class="nhsuk-error-summary__title">"There is a problem"</h2>
                    <div class="nhsuk-error-summary__body">
                        <ul class="nhsuk-list nhsuk-error-summary__list">{lines}</ul>
                    </div>
                </div>
            </div>
        }
        .into_any()
    })
}

fn line(FieldMessage { field, message }: FieldMessage) -> impl IntoView {
    let id = id_of(&field);
    // Without a field it is no link: an anchor without an address is plain text.
    let href = (!id.is_empty()).then(|| ["#", &id].concat());
    let focus = move |event: MouseEvent| {
        event.prevent_default();
        dom::focus(&id);
    };
    view! { <li><a href=href on:click=focus>{message}</a></li> }
}
