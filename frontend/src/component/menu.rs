//! The links that a session opens. They come with the pages that they lead to.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::Session;

/// The menu in the header.
#[component]
pub fn Menu() -> impl IntoView {
    let session = Session::current();
    let route = session.location().route;
    let link = |to: Route, name: &'static str| {
        let current = (to == route).then_some("page");
        view! { <li><a class="enamel-header__link" href=to.path() aria-current=current>{name}</a></li> }
    };
    view! {
        <nav aria-label="Account">
            <ul class="enamel-header__links">
                {session.is_open().then(|| [link(Route::Account, "Your account"), link(Route::Directory, "Directory")])}
                <li>
                    <button type="button" class="enamel-header__link" on:click=move |_| session.sign_out()>"Sign out"</button>
                </li>
            </ul>
        </nav>
    }
}
