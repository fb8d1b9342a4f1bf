//! The sign-in page (R8).

use enamel_core::locale::say;
use enamel_core::session::SignInRequest;
use enamel_core::username::DOMAIN;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::Session;
use crate::api::{Method, json};
use crate::component::form::{self, Target, typed};
use crate::component::{Contents, Field, Group, Page, PasswordInput, SIGN_IN, SubmitButton};
use crate::language::said;
use crate::route::Route;

/// Signs in with what stands in the page's form.
pub fn submit(event: &SubmitEvent) {
    let request = SignInRequest { username: typed("username"), password: typed("password") };
    let judged = request
        .check()
        .map(|_| json::of_texts(&[("username", request.username.as_str()), ("password", request.password.as_str())]));
    let target = Target { method: Method::Post, path: "/session" };
    form::submit(event, judged, target, Box::new(|answer| Session.entered(&answer)));
}

/// The sign-in page. A server sends it with the document, and [`submit`] takes its form over.
#[component]
pub fn SignIn(
    /// The username that was typed before.
    #[prop(optional)]
    username: String,
) -> impl IntoView {
    let field = Field::new("username").hinted();
    view! {
        <Page title=say::sign_in() contents=Contents::Form>
            <form id=SIGN_IN method="post" action=Route::SignIn.path() novalidate>
                <Group field=field.clone() label=say::username() hint=say::username_hint()>
                    <div class="nhsuk-input-wrapper enamel-suffixed">
                        <input
                            class="nhsuk-input"
                            id="username"
                            name="username"
                            type="text"
                            autocomplete="username"
                            autocapitalize="none"
                            spellcheck="false"
                            value=(!username.is_empty()).then_some(username)
                            aria-invalid=field.is_refused()
                            aria-describedby=field.described_by()
                        />
                        <div class="nhsuk-input-wrapper__suffix" aria-hidden="true">{["@", DOMAIN].concat()}</div>
                    </div>
                </Group>
                <PasswordInput
                    field=Field::new("password")
                    label=say::password_or_temporary()
                    autocomplete="current-password"
                />
                <SubmitButton>{said(&say::sign_in())}</SubmitButton>
            </form>
            <p>{said(&say::forgotten_password())}</p>
        </Page>
    }
}
