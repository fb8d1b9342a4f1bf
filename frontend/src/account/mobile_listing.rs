//! The mobile number, and whether the directory shows it (R18).

use enamel_core::account::AccountView;
use enamel_core::directory::DirectoryEntryRequest;
use enamel_core::locale::say;
use js_sys::Object;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::api::{self, Method, json};
use crate::component::form::{self, Target};
use crate::component::{SubmitButton, dom, escaped};
use crate::language::{emphasised_markup, said};
use crate::route::Route;

/// The number with a form that hides it or shows it again.
#[component]
pub(super) fn MobileListing(mobile: String, visible: bool, username: String) -> impl IntoView {
    let visible = RwSignal::new(visible);
    let submit = move |event: SubmitEvent| {
        let DirectoryEntryRequest { mobile_visible } =
            DirectoryEntryRequest { mobile_visible: !visible.get_untracked() };
        let request = Object::new();
        json::set(&request, "mobile_visible", &mobile_visible.into());
        let target = Target { method: Method::Patch, path: "/account/directory-entry" };
        let done = move |answer| {
            if let Ok(account) = api::read::<AccountView>(&answer) {
                visible.set(account.mobile_visible);
                dom::announce(&said(&if account.mobile_visible {
                    say::mobile_is_listed()
                } else {
                    say::mobile_is_unlisted()
                }));
            }
        };
        form::submit(&event, Ok(json::text_of(&request)), target, Box::new(done));
    };
    view! {
        // On a notice board it is nobody's business.
        <div class="enamel-unprinted">
        <h2 class="nhsuk-heading-m" id="mobile">{said(&say::your_mobile())}</h2>
        <p inner_html=move || {
            let mobile = mobile.as_str();
            emphasised_markup(&if visible.get() { say::mobile_listed(mobile) } else { say::mobile_unlisted(mobile) })
        }></p>
        <form method="post" action=Route::Account.path() on:submit=submit>
            <input type="hidden" name="username" value=username/>
            <input type="hidden" name="mobile_visible" value=move || if visible.get() { "false" } else { "true" }/>
            <SubmitButton is_secondary=true>
                <span inner_html=move || {
                    escaped(&said(&if visible.get() { say::hide_mobile() } else { say::show_mobile() }))
                }></span>
            </SubmitButton>
        </form>
        </div>
    }
}
