//! The account page.

use enamel_core::account::{AccountView, Status};
use enamel_core::locale::{Text, say};
use leptos::prelude::*;

use super::deadlines::{Countdown, Deadlines};
use super::mobile_listing::MobileListing;
use crate::api::{self, Remote};
use crate::component::{Contents, Loading, Page, Unavailable, dynamic};
use crate::language::said;
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
    let row = |name: Text, value: AnyView| {
        view! {
            <div class="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
                <dt class="nhsuk-summary-list__key">{said(&name)}</dt>
                <dd class="nhsuk-summary-list__value">{value}</dd>
            </div>
        }
    };
    view! {
        <Page title=say::your_account() contents=Contents::Form>
            <Countdown deadlines=account.deadlines.clone()/>
            <dl class="nhsuk-summary-list">
                {row(say::name(), account.name.into_any())}
                {row(say::username(), account.username.clone().into_any())}
                {row(say::email(), account.address.into_any())}
                {row(say::status(), status_tag(account.status).into_any())}
                {row(say::password_set(), said(&account.password_set_at.london().date()).into_any())}
            </dl>
            <p class="enamel-unprinted"><a href=Route::Password.path()>{said(&say::change_password_title())}</a></p>
            <MobileListing mobile=mobile::national(&account.mobile) visible=account.mobile_visible username=account.username/>
            <Deadlines deadlines=account.deadlines/>
        </Page>
    }
}

/// What the account counts as.
pub(crate) fn status_tag(status: Status) -> impl IntoView {
    let (class, name) = match status {
        Status::NeverActivated => ("nhsuk-tag nhsuk-tag--blue", say::status_never_activated()),
        Status::TemporaryPasswordExpired => ("nhsuk-tag nhsuk-tag--red", say::status_temporary_password_expired()),
        Status::Active => ("nhsuk-tag nhsuk-tag--green", say::status_active()),
        Status::Inactive => ("nhsuk-tag nhsuk-tag--orange", say::status_inactive()),
        Status::Disabled => ("nhsuk-tag nhsuk-tag--grey", say::status_disabled()),
        Status::Deleted => ("nhsuk-tag nhsuk-tag--grey", say::status_deleted()),
    };
    view! { <strong class=class>{said(&name)}</strong> }
}
