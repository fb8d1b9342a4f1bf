//! What happens next: every date of the account, with what averts it (R13, R20).

use enamel_core::account::{DeadlineKind, DeadlineView, Remedy};
use enamel_core::locale::say;
use leptos::prelude::*;

use crate::api::BASE;
use crate::language::{emphasised, said};
use crate::route::Route;

/// How long the password has to go.
#[component]
pub(super) fn Countdown(deadlines: Vec<DeadlineView>) -> impl IntoView {
    deadlines.into_iter().find(|deadline| deadline.kind == DeadlineKind::PasswordExpires).map(|expiry| {
        let due = say::password_due(expiry.at.london().date(), say::days_left(expiry.days_left));
        view! { <div class="nhsuk-inset-text" id="password-countdown"><p>{emphasised(&due)}</p></div> }
    })
}

/// Every coming date.
#[component]
pub(super) fn Deadlines(deadlines: Vec<DeadlineView>) -> impl IntoView {
    let rows: Vec<_> = deadlines.into_iter().map(row).collect();
    let calendar = [BASE, "/account/deadlines.ics"].concat();
    view! {
        <h2 class="nhsuk-heading-m" id="deadlines">{said(&say::deadlines_title())}</h2>
        {if rows.is_empty() {
            view! { <p>{said(&say::no_deadlines())}</p> }.into_any()
        } else {
            view! {
                <ol class="enamel-deadlines">{rows}</ol>
                <p><a href=calendar download="deadlines.ics">{said(&say::add_to_calendar())}</a></p>
            }
            .into_any()
        }}
    }
}

fn row(deadline: DeadlineView) -> AnyView {
    let advice = if deadline.remedy == Remedy::ChangePassword {
        view! { <a href=Route::Password.path()>{deadline.advice}</a> }.into_any()
    } else {
        deadline.advice.into_any()
    };
    view! {
        <li class="enamel-deadline">
            <p class="enamel-deadline__date">
                <strong>{said(&deadline.at.london().date())}</strong> " – " {said(&say::days_left(deadline.days_left))}
            </p>
            <p>{deadline.title} ". " {advice}</p>
        </li>
    }
    .into_any()
}
