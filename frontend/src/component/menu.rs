//! The links that a session opens. They come with the pages that they lead to.

use leptos::prelude::*;

use super::SIGN_OUT;
use crate::route::Route;
use crate::session::Session;

/// The menu in the header.
#[component]
pub fn Menu() -> impl IntoView {
    let route = Session.location().route;
    let link = |to: Route, name: &'static str| {
        let current = (to == route).then_some("page");
        view! { <li><a class="enamel-header__link" href=to.path() aria-current=current>{name}</a></li> }
    };
    view! {
        <nav aria-label="Account">
            <ul class="enamel-header__links">
                {Session.is_open().then(|| [link(Route::Account, "Your account"), link(Route::Directory, "Directory")])}
                <li>
                    <form id=SIGN_OUT method="post" action="/sign-out">
                        <button type="submit" class="enamel-header__link">"Sign out"</button>
                    </form>
                </li>
            </ul>
        </nav>
    }
}
