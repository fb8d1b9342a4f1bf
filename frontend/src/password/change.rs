//! The page that changes the password (R17), the only one that an expired password opens (R14).

use enamel_core::account::ChangePasswordRequest;
use enamel_core::locale::{Text, say};
use enamel_core::password::PasswordContext;
use enamel_core::policy::Policy;
use enamel_core::session::{Next, SessionView};
use enamel_core::username::DOMAIN;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::SubmitEvent;

use super::NewPassword;
use crate::api::{self, Method, Remote, json};
use crate::component::form::{self, Target, typed};
use crate::component::{Contents, Field, Loading, Page, PasswordInput, SubmitButton, Unavailable, dynamic};
use crate::language::{emphasised, said};
use crate::route::Route;
use crate::session::Session;

/// The change-password page.
#[component]
pub fn ChangePassword() -> impl IntoView {
    let load = |policy| api::load(policy, api::get::<Policy>("/policy"));
    let policy = api::given_or_asked(load);
    // The session changes while the form is sent; the form stays as it was opened.
    let member = Session.member();
    dynamic(move || match policy.get() {
        Remote::Loading => view! { <Loading/> }.into_any(),
        Remote::Failed(failure) => {
            view! { <Unavailable sentence=failure.sentence() retry=Box::new(move || load(policy))/> }.into_any()
        }
        Remote::Ready(policy) => match member.clone() {
            Some(member) => view! { <ChangeForm policy member/> }.into_any(),
            None => view! { <Loading/> }.into_any(),
        },
    })
}

#[component]
fn ChangeForm(policy: Policy, member: SessionView) -> impl IntoView {
    let expired = member.next == Next::ChangePassword;
    let username = member.username.clone();
    let account = [&*username, "@", DOMAIN].concat();
    let context = context_of(&member);
    let submit = {
        let (context, policy) = (context.clone(), policy.clone());
        move |event: SubmitEvent| {
            let request = ChangePasswordRequest {
                current_password: typed("current_password"),
                new_password: typed("new_password"),
            };
            let judged = request.check(&context, &policy).map(|_| written(&request));
            let target = Target { method: Method::Put, path: "/account/password" };
            form::submit(&event, judged, target, Box::new(move |_| Session.changed()));
        }
    };
    view! {
        <Page
            title=if expired { say::password_expired_title() } else { say::change_password_title() }
            contents=Contents::Form
        >
            {if expired {
                view! {
                    <p>{said(&expired_text(&policy))}</p>
                    // Nothing else on this page says whose password it is.
                    <p>{emphasised(&say::password_expired_account(account))}</p>
                }
                .into_any()
            } else {
                view! { <p>{said(&say::change_password_effect())}</p> }.into_any()
            }}
            <form method="post" action=Route::Password.path() novalidate on:submit=submit>
                <input type="text" name="username" autocomplete="username" value=username aria-label=said(&say::username()) readonly hidden/>
                <PasswordInput field=Field::new("current_password") label=say::current_password() autocomplete="current-password"/>
                <NewPassword context policy/>
                <SubmitButton>{said(&say::change_password())}</SubmitButton>
            </form>
            {(!expired).then(|| view! { <p><a href=Route::Account.path()>{said(&say::back_to_account())}</a></p> })}
        </Page>
    }
}

/// The form as JSON text; what half a surrogate pair stood in was refused before.
fn written(request: &ChangePasswordRequest) -> JsValue {
    let (current, new) = (request.current_password.as_str(), request.new_password.as_str());
    json::of_texts(&[("current_password", current), ("new_password", new)])
}

fn expired_text(policy: &Policy) -> Text {
    match policy.password_days {
        Some(days) => say::password_expired_after(say::days(days)),
        None => say::password_expired_advice(),
    }
}

/// What the member's password must not contain.
fn context_of(member: &SessionView) -> PasswordContext {
    PasswordContext {
        username: member.username.clone(),
        first_name: member.first_name.clone(),
        last_name: member.last_name.clone(),
    }
}
