//! From the state to the page.

use leptos::prelude::*;

use crate::api::UNREACHABLE;
use crate::component::{Frame, Loading, Unavailable, dynamic, effect};
use crate::navigation::Location;
use crate::session::{Screen, Session, SignIn};

/// What is said where a page's file can't be fetched.
const MISSING: &str = "It could not be loaded. Check your connection and try again. If that does not help, there may be a newer version: reload the page";

/// All pages. Starts at `location`, so that a server can render any of them.
#[component]
pub fn App(location: Location) -> impl IntoView {
    let session = Session::at(location);
    provide_context(session);
    effect(move || session.start());
    let retry = move || session.retry();
    view! {
        <Frame>
            {dynamic(move || match session.screen() {
                Screen::SignIn => view! { <SignIn/> }.into_any(),
                Screen::Loading => view! { <Loading/> }.into_any(),
                Screen::Unreachable => view! { <Unavailable sentence=UNREACHABLE.to_owned() retry=Box::new(retry)/> }.into_any(),
                Screen::Missing => view! { <Unavailable sentence=MISSING.to_owned() retry=Box::new(retry)/> }.into_any(),
                Screen::Fetched { page, .. } => page(),
            })}
        </Frame>
    }
}
