//! The mobile number, and whether the directory shows it (R18).

use enamel_core::account::AccountView;
use enamel_core::directory::DirectoryEntryRequest;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::api::{self, Method};
use crate::component::dom;
use crate::component::form::{self, Target};
use crate::route::Route;

/// The number with a form that hides it or shows it again.
#[component]
pub(super) fn MobileListing(mobile: String, visible: bool, username: String) -> impl IntoView {
    let visible = RwSignal::new(visible);
    let submit = move |event: SubmitEvent| {
        let request = DirectoryEntryRequest { mobile_visible: !visible.get_untracked() };
        let target = Target { method: Method::Patch, path: "/account/directory-entry" };
        let done = move |answer| {
            if let Ok(account) = api::read::<AccountView>(answer) {
                visible.set(account.mobile_visible);
                dom::announce(if account.mobile_visible {
                    "The directory shows your mobile number"
                } else {
                    "The directory does not show your mobile number"
                });
            }
        };
        form::submit(&event, Ok(api::write(&request)), target, Box::new(done));
    };
    view! {
        <h2 class="nhsuk-heading-m" id="mobile">"Your mobile number"</h2>
        <p>
            <strong>{mobile}</strong>
            {move || if visible.get() { ". The directory shows it." } else { ". The directory does not show it." }}
            " Reminders go to it in any case."
        </p>
        <form method="post" action=Route::Account.path() on:submit=submit>
            <input type="hidden" name="username" value=username/>
            <input type="hidden" name="mobile_visible" value=move || if visible.get() { "false" } else { "true" }/>
            <button type="submit" class="nhsuk-button nhsuk-button--secondary">
                {move || if visible.get() { "Hide my mobile number" } else { "Show my mobile number" }}
            </button>
        </form>
    }
}
