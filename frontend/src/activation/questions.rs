//! The security questions, each with its answer (R9, R21).

use enamel_core::locale::say;
use enamel_core::security_question::QUESTIONS;
use leptos::prelude::*;

use crate::component::{Field, Group, Messages};
use crate::language::said;

/// As many questions as the policy asks.
#[component]
pub(super) fn Questions(count: usize) -> impl IntoView {
    view! {
        <h2 class="nhsuk-heading-m">{said(&say::choose_questions())}</h2>
        <p>{said(&say::questions_advice())}</p>
        <Messages field=Field::new("security_answers")/>
        {(0..count).map(|at| view! { <Question at/> }.into_any()).collect::<Vec<_>>()}
    }
}

#[component]
fn Question(at: usize) -> impl IntoView {
    let question = Field::new(&format!("security_answers[{at}].question"));
    let answer = Field::new(&format!("security_answers[{at}].answer"));
    let options: Vec<_> = QUESTIONS
        .iter()
        .map(|question| view! { <option value=question.id>{said(&question.text())}</option> }.into_any())
        .collect();
    view! {
        <fieldset class="nhsuk-fieldset enamel-question">
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{said(&say::question_number(at + 1))}</legend>
            <Group field=question.clone() label=say::question()>
                <select
                    class="nhsuk-select enamel-select"
                    id=question.id()
                    name=question.name.clone()
                    aria-invalid=question.is_refused()
                    aria-describedby=question.described_by()
                >
                    <option value="">{said(&say::select_question())}</option>
                    {options}
                </select>
            </Group>
            <Group field=answer.clone() label=say::answer()>
                <input
                    class="nhsuk-input"
                    id=answer.id()
                    name=answer.name.clone()
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=answer.is_refused()
                    aria-describedby=answer.described_by()
                />
            </Group>
        </fieldset>
    }
}
