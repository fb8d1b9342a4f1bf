//! A page's heading, and what comes with it: the title of the window and the focus.
#![expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]

use enamel_core::locale::{Text, say};
use leptos::prelude::*;

use super::{ErrorSummary, effect};
use crate::given;
use crate::language::said;
use crate::session::Session;

/// The id of every page's heading.
pub(super) const HEADING: &str = "title";

/// Whether a page has a form, whose refusals stand above the heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contents {
    /// It has none.
    #[default]
    Plain,
    /// It has one.
    Form,
}

/// A page: its heading, then its contents in the width that reads well.
#[component]
pub fn Page(
    /// The heading, and the first part of the window's title.
    title: Text,
    /// Whether there is a form.
    #[prop(optional)]
    contents: Contents,
    children: Children,
) -> impl IntoView {
    let news = Session.take_news();
    let title = said(&title);
    let heading = title.clone();
    given::note_title(&title);
    effect(move || {
        document().set_title(&titled(&title, false));
        Session.arrived(HEADING);
    });
    view! {
        <div class="nhsuk-grid-row">
            <div class="nhsuk-grid-column-two-thirds">
                {(contents == Contents::Form).then(|| view! { <ErrorSummary/> })}
                <h1 class="nhsuk-heading-l" id=HEADING tabindex="-1">{heading}</h1>
                {news.map(|news| view! { <div class="nhsuk-inset-text"><p>{said(&news)}</p></div> })}
                {children()}
            </div>
        </div>
    }
}

/// The window's title over a page.
#[must_use]
pub fn titled(title: &str, is_refused: bool) -> String {
    [&*prefix(is_refused), title, " - Enamel"].concat()
}

/// Says in the window's title whether something was refused.
pub(super) fn set_title(is_refused: bool) {
    let title = document().title();
    let title = title.strip_prefix(&*prefix(true)).unwrap_or(&title);
    document().set_title(&[&*prefix(is_refused), title].concat());
}

fn prefix(is_refused: bool) -> String {
    if is_refused { said(&say::error_prefix()) } else { String::new() }
}
