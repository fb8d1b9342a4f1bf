//! The links that a session opens. They come with the pages that they lead to.

use enamel_core::locale::{Text, say};
use leptos::prelude::*;

use super::SIGN_OUT;
use crate::language::said;
use crate::route::Route;
use crate::session::Session;

/// The menu in the header.
#[component]
pub fn Menu() -> impl IntoView {
    let route = Session.location().route;
    let link = |to: Route, name: Text| {
        let current = (to == route).then_some("page");
        view! { <li><a class="enamel-header__link" href=to.path() aria-current=current>{said(&name)}</a></li> }
    };
    view! {
        <nav aria-label=said(&say::menu())>
            <ul class="enamel-header__links">
                {Session.is_open().then(|| [link(Route::Account, say::your_account()), link(Route::Directory, say::directory())])}
                <li>
                    <form id=SIGN_OUT method="post" action="/sign-out">
                        <button type="submit" class="enamel-header__link">{said(&say::sign_out())}</button>
                    </form>
                </li>
            </ul>
        </nav>
    }
}
