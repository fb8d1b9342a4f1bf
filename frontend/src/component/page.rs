//! A page's heading, and what comes with it: the title of the window and the focus.

use leptos::prelude::*;

use super::{ErrorSummary, effect};
use crate::given;
use crate::session::Session;

/// The id of every page's heading.
const HEADING: &str = "title";

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
    title: &'static str,
    /// Whether there is a form.
    #[prop(optional)]
    contents: Contents,
    children: Children,
) -> impl IntoView {
    let news = Session.take_news();
    given::note_title(title);
    effect(move || {
        document().set_title(&titled(title, false));
        Session.arrived(HEADING);
    });
    view! {
        <div class="nhsuk-grid-row">
            <div class="nhsuk-grid-column-two-thirds">
                {(contents == Contents::Form).then(|| view! { <ErrorSummary/> })}
                <h1 class="nhsuk-heading-l" id=HEADING tabindex="-1">{title}</h1>
                {news.map(|news| view! { <div class="nhsuk-inset-text"><p>{news}</p></div> })}
                {children()}
            </div>
        </div>
    }
}

const REFUSED: &str = "Error: ";

/// The window's title over a page.
#[must_use]
pub fn titled(title: &str, is_refused: bool) -> String {
    [if is_refused { REFUSED } else { "" }, title, " - Enamel"].concat()
}

/// Says in the window's title whether something was refused.
pub(super) fn set_title(is_refused: bool) {
    let title = document().title();
    let title = title.strip_prefix(REFUSED).unwrap_or(&title);
    document().set_title(&[if is_refused { REFUSED } else { "" }, title].concat());
}
