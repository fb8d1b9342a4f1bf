//! The activation page: terms, password, security questions, mobile number; one submission.

use enamel_core::account::{ActivationRequest, ActivationView, SecurityAnswerRequest};
use enamel_core::password::PasswordContext;
use enamel_core::policy::Policy;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::questions::Questions;
use crate::api::{self, Failure, Method, Remote};
use crate::component::form::{self, Target, is_checked, typed};
use crate::component::{Contents, Field, Loading, Messages, Page, SubmitButton, Unavailable, dynamic};
use crate::mobile;
use crate::password::NewPassword;
use crate::route::Route;
use crate::session::Session;

/// The activation page.
#[component]
pub fn Activation() -> impl IntoView {
    let load = |asked| api::load(asked, ask());
    let asked = api::given_or_asked(load);
    dynamic(move || match asked.get() {
        Remote::Loading => view! { <Loading/> }.into_any(),
        Remote::Failed(failure) => {
            view! { <Unavailable sentence=failure.sentence() retry=Box::new(move || load(asked))/> }.into_any()
        }
        Remote::Ready((newcomer, policy)) => view! { <ActivationForm newcomer policy/> }.into_any(),
    })
}

async fn ask() -> Result<(ActivationView, Policy), Failure> {
    let newcomer = api::get("/activation").await?;
    let policy = api::get("/policy").await?;
    Ok((newcomer, policy))
}

#[component]
fn ActivationForm(newcomer: ActivationView, policy: Policy) -> impl IntoView {
    let questions = policy.security_questions as usize;
    let context = PasswordContext {
        username: newcomer.username.clone(),
        first_name: newcomer.first_name,
        last_name: newcomer.last_name,
    };
    let submit = {
        let (context, policy) = (context.clone(), policy.clone());
        move |event: SubmitEvent| {
            let request = read(questions);
            let judged = request.check(&context, &policy).map(|_| api::write(&request));
            let target = Target { method: Method::Post, path: "/activation" };
            form::submit(&event, judged, target, Box::new(move |_| Session.activated()));
        }
    };
    view! {
        <Page title="Activate your account" contents=Contents::Form>
            <p>
                "You are signing in to " <strong>{newcomer.address}</strong>
                " for the first time. Nothing is saved until you have completed this page."
            </p>
            <form method="post" action=Route::Activate.path() novalidate on:submit=submit>
                <input type="text" name="username" autocomplete="username" value=newcomer.username aria-label="Username" readonly hidden/>
                <Terms/>
                <h2 class="nhsuk-heading-m">"Choose a password"</h2>
                <NewPassword context policy/>
                {(questions > 0).then(|| view! { <Questions count=questions/> })}
                <MobileNumber mobile=newcomer.mobile visible=newcomer.mobile_visible/>
                <SubmitButton label="Activate your account"/>
            </form>
        </Page>
    }
}

/// The form as it stands.
fn read(questions: usize) -> ActivationRequest {
    ActivationRequest {
        accept_terms: is_checked("accept_terms"),
        new_password: typed("new_password"),
        security_answers: (0..questions)
            .map(|at| SecurityAnswerRequest {
                question: typed(&format!("security_answers[{at}].question")).as_str().to_owned(),
                answer: typed(&format!("security_answers[{at}].answer")),
            })
            .collect(),
        mobile_visible: is_checked("mobile_visible"),
    }
}

#[component]
fn Terms() -> impl IntoView {
    const NAME: &str = "accept_terms";
    view! {
        <h2 class="nhsuk-heading-m">"Acceptable use policy"</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
            <li>"Your account is yours alone: never share your password."</li>
            <li>"Use it for your work, and send patients' details only to those who need them."</li>
            <li>"Report anything suspicious, and anything sent to the wrong person, at once."</li>
        </ul>
        <div class="nhsuk-form-group" id="accept_terms-group">
            <Messages field=Field::new(NAME)/>
            <div class="nhsuk-checkboxes">
                <div class="nhsuk-checkboxes__item">
                    <input
                        class="nhsuk-checkboxes__input"
                        id=NAME
                        name=NAME
                        type="checkbox"
                        value="true"
                    />
                    <label class="nhsuk-label nhsuk-checkboxes__label" for=NAME>"I accept the acceptable use policy"</label>
                </div>
            </div>
        </div>
    }
}

#[component]
fn MobileNumber(mobile: String, visible: bool) -> impl IntoView {
    let choice = |id: &'static str, value: &'static str, checked: bool, label: &'static str| {
        view! {
            <div class="nhsuk-radios__item">
                <input class="nhsuk-radios__input" id=id name="mobile_visible" type="radio" value=value checked=checked/>
                <label class="nhsuk-label nhsuk-radios__label" for=id>{label}</label>
            </div>
        }
    };
    view! {
        <h2 class="nhsuk-heading-m">"Your mobile number"</h2>
        <p>"We have " <strong>{mobile::national(&mobile)}</strong> ". Reminders go to it, whether or not the directory shows it."</p>
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">"Should the directory show your mobile number?"</legend>
                <div class="nhsuk-radios">
                    {choice("mobile_visible", "true", visible, "Yes, colleagues can see it")}
                    {choice("mobile_hidden", "false", !visible, "No, hide it")}
                </div>
            </fieldset>
        </div>
    }
}
