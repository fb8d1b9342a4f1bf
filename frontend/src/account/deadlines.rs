//! What happens next: every date of the account, with what averts it (R13, R20).

use std::ops::Range;

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

/// Every coming date: as a picture, and in words that say the same.
#[component]
pub(crate) fn Deadlines(deadlines: Vec<DeadlineView>) -> impl IntoView {
    let picture = timeline(&deadlines);
    let rows: Vec<_> = deadlines.into_iter().map(row).collect();
    let calendar = [BASE, "/account/deadlines.ics"].concat();
    view! {
        <h2 class="nhsuk-heading-m">{said(&say::deadlines_title())}</h2>
        {if rows.is_empty() {
            view! { <p>{said(&say::no_deadlines())}</p> }.into_any()
        } else {
            view! {
                <div class="enamel-timeline" inner_html=picture></div>
                <ol class="enamel-deadlines">{rows}</ol>
                <p class="enamel-unprinted"><a href=calendar download="deadlines.ics">{said(&say::add_to_calendar())}</a></p>
            }
            .into_any()
        }}
    }
}

/// A line from today to the last date, with the others where they lie between: an SVG picture whose lengths are
/// shares of its width. The dates have the numbers of the list below it.
fn timeline(deadlines: &[DeadlineView]) -> String {
    let Some(last) = deadlines.last() else { return String::new() };
    let mut picture = format!(
        "<svg aria-hidden=\"true\" focusable=\"false\"><line x1=\"{START}%\" x2=\"{END}%\" y1=\"80%\" y2=\"80%\"/>\
         <circle cx=\"{START}%\" cy=\"80%\" r=\"4\"/>"
    );
    for (numbers, at) in dots(&deadlines.iter().map(|deadline| deadline.days_left).collect::<Vec<_>>()) {
        let (from, to) = (numbers.start, numbers.end - 1);
        let label = if from == to { from.to_string() } else { format!("{from}–{to}") };
        let at = format!("{at}%");
        picture.extend([
            "<circle cx=\"",
            &at,
            "\" cy=\"80%\" r=\"8\"/><text x=\"",
            &at,
            "\" y=\"40%\">",
            &label,
            "</text>",
        ]);
    }
    let (from, to) = (said(&say::today()), said(&last.at.london().date()));
    picture.extend(["</svg><p aria-hidden=\"true\"><span>", &from, "</span> <span>", &to, "</span></p>"]);
    picture
}

/// Where the line begins and ends, in hundredths of the picture's width.
const START: u32 = 3;
/// See [`START`].
const END: u32 = 95;
/// Nearer than this, two dots would cover each other.
const APART: u32 = 6;

/// Where each dot lies, and which dates it is of, counted from 1.
fn dots(days_left: &[u32]) -> Vec<(Range<usize>, u32)> {
    let longest = days_left.iter().copied().max().unwrap_or_default().max(1);
    let mut dots: Vec<(Range<usize>, u32)> = Vec::new();
    for (number, days) in (1..).zip(days_left) {
        let at = START + days * (END - START) / longest;
        match dots.last_mut() {
            Some((numbers, before)) if at < *before + APART => numbers.end = number + 1,
            _ => dots.push((number..number + 1, at)),
        }
    }
    dots
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r20_dates_lie_on_the_line_as_far_apart_as_they_are_in_time() {
        assert_eq!(dots(&[]), []);
        assert_eq!(dots(&[0]), [(1..2, START)]);
        assert_eq!(dots(&[90, 180]), [(1..2, 49), (2..3, END)]);
        assert_eq!(dots(&[29, 30, 30, 120]), [(1..4, 25), (4..5, END)], "dots that would cover each other are one");
    }
}
