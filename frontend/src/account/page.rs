//! The account page.

use enamel_core::account::{AccountView, Status};
use leptos::prelude::*;

use super::deadlines::{Countdown, Deadlines};
use super::mobile_listing::MobileListing;
use crate::api::{self, Remote};
use crate::component::{Contents, Loading, Page, Unavailable, dynamic};
use crate::mobile;
use crate::route::Route;

/// The account page.
#[component]
pub fn Account() -> impl IntoView {
    let ask = |account| api::load(account, api::get::<AccountView>("/account"));
    let account = api::given_or_asked(ask);
    dynamic(move || match account.get() {
        Remote::Loading => view! { <Loading/> }.into_any(),
        Remote::Failed(failure) => {
            view! { <Unavailable sentence=failure.sentence() retry=Box::new(move || ask(account))/> }.into_any()
        }
        Remote::Ready(account) => view! { <AccountPage account/> }.into_any(),
    })
}

#[component]
fn AccountPage(account: AccountView) -> impl IntoView {
    let row = |name: &'static str, value: AnyView| {
        view! {
            <div class="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
                <dt class="nhsuk-summary-list__key">{name}</dt>
                <dd class="nhsuk-summary-list__value">{value}</dd>
            </div>
        }
    };
    view! {
        <Page title="Your account" contents=Contents::Form>
            <Countdown deadlines=account.deadlines.clone()/>
            <dl class="nhsuk-summary-list">
                {row("Name", account.name.into_any())}
                {row("Username", account.username.clone().into_any())}
                {row("Email", account.address.into_any())}
                {row("Status", status(account.status).into_any())}
                {row("Password set", account.password_set_at.london().date().english().into_any())}
            </dl>
            <p><a href=Route::Password.path()>"Change your password"</a></p>
            <MobileListing mobile=mobile::national(&account.mobile) visible=account.mobile_visible username=account.username/>
            <Deadlines deadlines=account.deadlines/>
        </Page>
    }
}

fn status(status: Status) -> impl IntoView {
    let (class, name) = match status {
        Status::NeverActivated => ("nhsuk-tag nhsuk-tag--blue", "Not activated"),
        Status::TemporaryPasswordExpired => ("nhsuk-tag nhsuk-tag--red", "Temporary password expired"),
        Status::Active => ("nhsuk-tag nhsuk-tag--green", "Active"),
        Status::Inactive => ("nhsuk-tag nhsuk-tag--orange", "Inactive"),
        Status::Disabled => ("nhsuk-tag nhsuk-tag--grey", "Closed for now"),
        Status::Deleted => ("nhsuk-tag nhsuk-tag--grey", "Deleted"),
    };
    view! { <strong class=class>{name}</strong> }
}
