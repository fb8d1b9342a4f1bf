//! The page for addresses that nothing has.

use leptos::prelude::*;

use crate::component::Page;
use crate::route::Route;

/// The page for addresses that nothing has.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page title="Page not found">
            <p>"If you typed the web address, check it is correct. If you pasted it, check you copied the whole of it."</p>
            <p><a href=Route::Home.path()>"Go to Enamel's first page"</a></p>
        </Page>
    }
}

crate::chunk::page_in_chunk!(not_found, load, NotFound);
