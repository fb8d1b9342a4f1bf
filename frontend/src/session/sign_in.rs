//! The sign-in page (R8).

use enamel_core::session::SignInRequest;
use enamel_core::username::DOMAIN;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::Session;
use crate::api::{Method, json};
use crate::component::form::typed;
use crate::component::{Field, Form, Group, Page, PasswordInput, SubmitButton, Target};

/// The sign-in page.
#[component]
pub fn SignIn() -> impl IntoView {
    let form = Form::new();
    let session = Session::current();
    let submit = move |event: SubmitEvent| {
        let request = SignInRequest { username: typed("username"), password: typed("password") };
        let judged = request.check().map(|_| {
            json::of_texts(&[("username", request.username.as_str()), ("password", request.password.as_str())])
        });
        let target = Target { method: Method::Post, path: "/session" };
        form.submit(&event, judged, target, Box::new(move |answer| session.entered(&answer)));
    };
    view! {
        <Page title="Sign in" form>
            <form method="post" action="/sign-in" novalidate on:submit=submit>
                <Group field=Field::new(form, "username").hinted() label="Username" hint="For example, jane.smith">
                    <div class="nhsuk-input-wrapper enamel-suffixed">
                        <input
                            class="nhsuk-input"
                            id="username"
                            name="username"
                            type="text"
                            autocomplete="username"
                            autocapitalize="none"
                            spellcheck="false"
                            aria-describedby="username-hint"
                        />
                        <div class="nhsuk-input-wrapper__suffix" aria-hidden="true">{["@", DOMAIN].concat()}</div>
                    </div>
                </Group>
                <PasswordInput
                    field=Field::new(form, "password")
                    label="Password or temporary password"
                    autocomplete="current-password"
                />
                <SubmitButton label="Sign in"/>
            </form>
            <p>"Forgotten your password? Call the national helpdesk on 0333 200 1133."</p>
        </Page>
    }
}
