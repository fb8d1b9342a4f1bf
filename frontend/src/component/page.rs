//! A page's heading, and what comes with it: the title of the window and the focus.

use leptos::prelude::*;

use super::{ErrorSummary, Form, effect};
use crate::session::Session;

/// The id of every page's heading.
const HEADING: &str = "title";

/// A page: its heading, then its contents in the width that reads well.
#[component]
pub fn Page(
    /// The heading, and the first part of the window's title.
    title: &'static str,
    /// The page's form: what it refuses stands above the heading.
    #[prop(optional)]
    form: Option<Form>,
    children: Children,
) -> impl IntoView {
    let session = Session::current();
    let news = session.take_news();
    let mut arrived = false;
    effect(move || {
        let refused = form.is_some_and(|form| !form.messages().is_empty());
        document().set_title(&[if refused { "Error: " } else { "" }, title, " - Enamel"].concat());
        // Later changes leave the focus where the visitor has put it.
        if !arrived {
            arrived = true;
            session.arrived(HEADING);
        }
    });
    view! {
        <div class="nhsuk-grid-row">
            <div class="nhsuk-grid-column-two-thirds">
                {form.map(|form| view! { <ErrorSummary form/> })}
                <h1 class="nhsuk-heading-l" id=HEADING tabindex="-1">{title}</h1>
                {news.map(|news| view! { <div class="nhsuk-inset-text"><p>{news}</p></div> })}
                {children()}
            </div>
        </div>
    }
}
