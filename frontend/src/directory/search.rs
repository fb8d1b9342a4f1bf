//! Searching the directory. What is searched for stands in the address, so that back and reload work.

use enamel_core::directory::{DirectoryEntryView, DirectoryView};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::api::{self, Failure, Remote};
use crate::component::form::typed;
use crate::component::{Field, Form, Group, Page, dom, dynamic, effect};
use crate::mobile;
use crate::navigation::Location;
use crate::route::Route;
use crate::session::Session;

/// The directory page.
#[component]
pub fn Directory() -> impl IntoView {
    let form = Form::new();
    let session = Session::current();
    let entries = RwSignal::new(Vec::<DirectoryEntryView>::new());
    let asked = RwSignal::new(Remote::Loading);
    // Another search is another address, and so another visit of this page.
    let sought = sought(&session.location().query);
    let query = StoredValue::new(sought.clone());
    let ask = move |cursor: Option<String>| {
        let query = query.get_value();
        if cursor.is_none() {
            entries.set(Vec::new());
        }
        api::load(session, asked, async move {
            let page = find(&query, cursor).await.inspect_err(|failure| form.show_of_fields(failure))?;
            let none = entries.try_update(|entries| {
                entries.extend(page.entries);
                entries.is_empty()
            });
            dom::announce(if none == Some(true) { "Nobody found" } else { "People found" });
            Ok(page.next)
        });
    };
    effect(move || ask(None));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // Even where it is the same search again: what it finds may be another by now.
        session.go(Location { route: Route::Directory, query: ["q=", &escape(typed("q").as_str())].concat() });
    };
    view! {
        <Page title="Directory" form>
            <form method="get" action=Route::Directory.path() role="search" on:submit=submit>
                <Group field=Field::new(form, "q") label="Name">
                    <input
                        class="nhsuk-input"
                        id="q"
                        name="q"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        enterkeyhint="search"
                        value=sought.clone()
                        prop:value=sought
                    />
                </Group>
                <button type="submit" class="nhsuk-button">"Search"</button>
            </form>
            <ul class="enamel-people">
                <For each=move || entries.get() key=|entry| entry.address.clone() children=person/>
            </ul>
            {dynamic(move || match asked.get() {
                Remote::Loading => view! { <p role="status">"Searching…"</p> }.into_any(),
                Remote::Failed(failure) if failure.is_of_fields() => ().into_any(),
                Remote::Failed(failure) => view! {
                    <div class="nhsuk-inset-text" role="alert">
                        <p>{failure.sentence()} "."</p>
                        <button type="button" class="nhsuk-button nhsuk-button--secondary" on:click=move |_| ask(None)>"Try again"</button>
                    </div>
                }
                .into_any(),
                Remote::Ready(None) if entries.with(Vec::is_empty) => view! { <p>"Nobody has a name like this."</p> }.into_any(),
                Remote::Ready(None) => ().into_any(),
                Remote::Ready(Some(cursor)) => view! {
                    <button type="button" class="nhsuk-button nhsuk-button--secondary" on:click=move |_| ask(Some(cursor.clone()))>
                        "Show more"
                    </button>
                }
                .into_any(),
            })}
        </Page>
    }
}

async fn find(query: &str, cursor: Option<String>) -> Result<DirectoryView, Failure> {
    let mut path = ["/directory?q=", &escape(query)].concat();
    if let Some(cursor) = cursor {
        path = [&path, "&cursor=", &escape(&cursor)].concat();
    }
    api::get(&path).await
}

fn person(entry: DirectoryEntryView) -> impl IntoView {
    let mobile = entry.mobile.map(|mobile| {
        let href = ["tel:", &mobile].concat();
        view! { <br/> <a href=href>{mobile::national(&mobile)}</a> }
    });
    let mail = ["mailto:", &entry.address].concat();
    view! {
        <li class="enamel-person">
            <strong>{entry.name}</strong> <br/> <a href=mail>{entry.address}</a> {mobile}
        </li>
    }
}

/// What the address asks for.
fn sought(query: &str) -> String {
    let found = query.split('&').find_map(|pair| pair.strip_prefix("q="));
    found.map(|text| unescape(&text.replace('+', " "))).unwrap_or_default()
}

fn escape(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

fn unescape(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}
