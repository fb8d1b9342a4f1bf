//! A new password, with the policy's rules ticked off while typing (R9).

use enamel_core::locale::say;
use enamel_core::password::{PasswordContext, Tick, checklist};
use enamel_core::policy::Policy;
use enamel_core::text::Typed;
use leptos::prelude::*;

use crate::component::form::typed;
use crate::component::{Field, PasswordInput};
use crate::language::said;

/// The field's name in every request.
const NAME: &str = "new_password";

/// The field for a new password, and its rules.
#[component]
pub fn NewPassword(
    /// Whose password it is to be.
    context: PasswordContext,
    /// Under which policy.
    policy: Policy,
) -> impl IntoView {
    let ticks = RwSignal::new(checklist(&Typed::default(), &context, &policy));
    let started = RwSignal::new(false);
    let made_up_by = rules_for_managers(&policy);
    let judge = move |_| {
        let typed = typed(NAME);
        started.set(!typed.is_empty());
        ticks.set(checklist(&typed, &context, &policy));
    };
    let rules = move || rules(ticks.get(), started.get());
    view! {
        <div on:input=judge>
            <PasswordInput field=Field::new(NAME).hinted() label=say::new_password() autocomplete="new-password" made_up_by/>
        </div>
        <div class="enamel-rules" id="new_password-hint">
            <p>{said(&say::new_password_rules())}</p>
            <ul class="nhsuk-list">{rules}</ul>
        </div>
    }
}

/// The policy in the words of password managers (the attribute `passwordrules`): as many classes as it asks for.
fn rules_for_managers(policy: &Policy) -> String {
    let classes = ["lower", "upper", "digit", "special"].into_iter().take(policy.password_classes as usize);
    let lengths =
        format!("minlength: {}; maxlength: {};", policy.password_minimum_length, policy.password_maximum_length);
    classes.fold(lengths, |rules, class| [&rules, " required: ", class, ";"].concat())
}

/// Each requirement, and once something is typed whether it is met.
pub(crate) fn rules(ticks: Vec<Tick>, started: bool) -> Vec<AnyView> {
    ticks.into_iter().map(|tick| rule(tick, started)).collect()
}

fn rule(tick: Tick, started: bool) -> AnyView {
    let (class, state) = match (started, tick.met) {
        (false, _) => ("enamel-rule", None),
        (true, true) => ("enamel-rule enamel-rule--met", Some(say::rule_met())),
        (true, false) => ("enamel-rule enamel-rule--open", Some(say::rule_open())),
    };
    view! {
        <li class=class><span class="nhsuk-u-visually-hidden" inner_html=state.as_ref().map(said)></span>{said(&tick.requirement.label())}</li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_password_managers_are_told_the_policy() {
        assert_eq!(
            rules_for_managers(&Policy::seed_2018()),
            "minlength: 8; maxlength: 256; required: lower; required: upper; required: digit;"
        );
        assert_eq!(rules_for_managers(&Policy::modern()), "minlength: 15; maxlength: 256;");
    }
}
