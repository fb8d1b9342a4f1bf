//! The page for addresses that nothing has.

use enamel_core::locale::say;
use leptos::prelude::*;

use crate::component::Page;
use crate::language::said;
use crate::route::Route;

/// The page for addresses that nothing has.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page title=say::not_found_title()>
            <p>{said(&say::not_found_advice())}</p>
            <p><a href=Route::Home.path()>{said(&say::not_found_link())}</a></p>
        </Page>
    }
}

crate::chunk::page_in_chunk!(not_found, load, NotFound);
