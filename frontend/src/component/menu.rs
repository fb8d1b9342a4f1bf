//! The links that a session opens. They come with the pages that they lead to.

use enamel_core::session::Next;
use leptos::prelude::*;

use super::attribute::attribute;
use crate::route::Route;
use crate::session::Session;

/// The menu in the header.
#[component]
pub fn Menu() -> impl IntoView {
    let session = Session::current();
    let link = move |route: Route, name: &'static str| {
        let current = attribute(move || (session.navigation().route() == route).then(|| "page".to_owned()));
        view! { <li><a class="enamel-header__link" href=route.path() aria-current=current>{name}</a></li> }
    };
    view! {
        <nav aria-label="Account">
            <ul class="enamel-header__links">
                {move || {
                    (session.next() == Some(Next::Home))
                        .then(|| [link(Route::Account, "Your account"), link(Route::Directory, "Directory")])
                }}
                <li>
                    <button type="button" class="enamel-header__link" on:click=move |_| session.sign_out()>"Sign out"</button>
                </li>
            </ul>
        </nav>
    }
}
