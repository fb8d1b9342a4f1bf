//! The activation page: terms, password, security questions, mobile number; one submission.

use enamel_core::account::{ActivationRequest, ActivationView, SecurityAnswerRequest};
use enamel_core::locale::{Text, say};
use enamel_core::password::PasswordContext;
use enamel_core::policy::Policy;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::SubmitEvent;

use super::questions::Questions;
use crate::api::{self, Failure, Method, Remote, json};
use crate::component::form::{self, Target, is_checked, typed};
use crate::component::{Contents, Field, Loading, Messages, Page, SubmitButton, Unavailable, dynamic};
use crate::language::{emphasised, said};
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
            let judged = request.check(&context, &policy).map(|_| written(&request));
            let target = Target { method: Method::Post, path: "/activation" };
            form::submit(&event, judged, target, Box::new(move |_| Session.activated()));
        }
    };
    view! {
        <Page title=say::activate_title() contents=Contents::Form>
            <p>{emphasised(&say::activate_intro(newcomer.address))}</p>
            <form method="post" action=Route::Activate.path() novalidate on:submit=submit>
                <input type="text" name="username" autocomplete="username" value=newcomer.username aria-label=said(&say::username()) readonly hidden/>
                <Terms/>
                <h2 class="nhsuk-heading-m">{said(&say::choose_password())}</h2>
                <NewPassword context policy/>
                {(questions > 0).then(|| view! { <Questions count=questions/> })}
                <MobileNumber mobile=newcomer.mobile visible=newcomer.mobile_visible/>
                <SubmitButton>{said(&say::activate_title())}</SubmitButton>
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

/// The form as JSON text; what half a surrogate pair stood in was refused before.
fn written(request: &ActivationRequest) -> JsValue {
    let answers = request.security_answers.iter().map(|SecurityAnswerRequest { question, answer }| {
        json::with_texts(&[("question", question), ("answer", answer.as_str())])
    });
    let form = json::with_texts(&[("new_password", request.new_password.as_str())]);
    json::set(&form, "accept_terms", &request.accept_terms.into());
    json::set(&form, "security_answers", &answers.collect::<Array>());
    json::set(&form, "mobile_visible", &request.mobile_visible.into());
    json::text_of(&form)
}

#[component]
fn Terms() -> impl IntoView {
    const NAME: &str = "accept_terms";
    view! {
        <h2 class="nhsuk-heading-m">{said(&say::use_policy())}</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
            <li>{said(&say::use_policy_share())}</li>
            <li>{said(&say::use_policy_work())}</li>
            <li>{said(&say::use_policy_report())}</li>
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
                    <label class="nhsuk-label nhsuk-checkboxes__label" for=NAME>{said(&say::accept_use_policy())}</label>
                </div>
            </div>
        </div>
    }
}

#[component]
fn MobileNumber(mobile: String, visible: bool) -> impl IntoView {
    let choice = |id: &'static str, value: &'static str, checked: bool, label: Text| {
        view! {
            <div class="nhsuk-radios__item">
                <input class="nhsuk-radios__input" id=id name="mobile_visible" type="radio" value=value checked=checked/>
                <label class="nhsuk-label nhsuk-radios__label" for=id>{said(&label)}</label>
            </div>
        }
    };
    view! {
        <h2 class="nhsuk-heading-m">{said(&say::your_mobile())}</h2>
        <p>{emphasised(&say::activate_mobile(mobile::national(&mobile)))}</p>
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{said(&say::should_show_mobile())}</legend>
                <div class="nhsuk-radios">
                    {choice("mobile_visible", "true", visible, say::should_show_mobile_yes())}
                    {choice("mobile_hidden", "false", !visible, say::should_show_mobile_no())}
                </div>
            </fieldset>
        </div>
    }
}
