//! Searching the directory. What is searched for stands in the address, so that back and reload work.

use enamel_core::directory::{DirectoryEntryView, DirectoryView};
use enamel_core::locale::say;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::api::{self, Failure, Remote};
use crate::component::form::typed;
use crate::component::{Contents, Field, Group, Page, dom, dynamic, effect, messages};
use crate::given;
use crate::language::said;
use crate::mobile;
use crate::navigation::Location;
use crate::route::Route;
use crate::session::Session;

/// The directory page.
#[component]
pub fn Directory() -> impl IntoView {
    let given = given::take::<DirectoryView>();
    let is_given = given.is_some();
    let (found, next) = given.map(|page| (page.entries, page.next)).unzip();
    let entries = RwSignal::new(found.unwrap_or_default());
    let asked = RwSignal::new(next.map_or(Remote::Loading, Remote::Ready));
    // Another search is another address, and so another visit of this page.
    let sought = sought(&Session.location().query);
    let query = StoredValue::new(sought.clone());
    let ask = move |cursor: Option<String>| {
        let query = query.get_value();
        messages::show(&[]);
        if cursor.is_none() {
            entries.set(Vec::new());
        }
        api::load(asked, async move {
            let page = find(&query, cursor).await.inspect_err(show_of_fields)?;
            let none = entries.try_update(|entries| {
                entries.extend(page.entries);
                entries.is_empty()
            });
            dom::announce(&said(&if none == Some(true) { say::nobody_found() } else { say::people_found() }));
            Ok(page.next)
        });
    };
    effect(move || {
        if !is_given {
            ask(None);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // Even where it is the same search again: what it finds may be another by now.
        Session.go(Location::parse(Route::Directory.path(), &["?q=", &escape(typed("q").as_str())].concat()));
    };
    view! {
        <Page title=say::directory() contents=Contents::Form>
            <form method="get" action=Route::Directory.path() role="search" on:submit=submit>
                <Group field=Field::new("q") label=say::name()>
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
                <button type="submit" class="nhsuk-button">{said(&say::search())}</button>
            </form>
            <ul class="enamel-people">
                {move || entries.get().into_iter().map(person).collect::<Vec<_>>()}
            </ul>
            {dynamic(move || match asked.get() {
                Remote::Loading => view! { <p role="status">{said(&say::searching())}</p> }.into_any(),
                Remote::Failed(failure) if failure.is_of_fields() => ().into_any(),
                Remote::Failed(failure) => view! {
                    <div class="nhsuk-inset-text" role="alert">
                        <p>{failure.sentence()} "."</p>
                        <button type="button" class="nhsuk-button nhsuk-button--secondary" on:click=move |_| ask(None)>{said(&say::try_again())}</button>
                    </div>
                }
                .into_any(),
                Remote::Ready(None) if entries.with(Vec::is_empty) => view! { <p>{said(&say::nobody_named_so())}</p> }.into_any(),
                Remote::Ready(None) => ().into_any(),
                Remote::Ready(Some(cursor)) => view! { <More query=query.get_value() cursor ask/> }.into_any(),
            })}
        </Page>
    }
}

/// Says at the search's field what is wrong with it.
fn show_of_fields(failure: &Failure) {
    if failure.is_of_fields() {
        messages::show(&failure.messages());
    }
}

async fn find(query: &str, cursor: Option<String>) -> Result<DirectoryView, Failure> {
    let mut path = ["/directory?q=", &escape(query)].concat();
    if let Some(cursor) = cursor {
        path = [&path, "&cursor=", &escape(&cursor)].concat();
    }
    api::get(&path).await
}

/// The way to the next people: with a script on this page, without one on another.
#[component]
fn More(query: String, cursor: String, ask: impl Fn(Option<String>) + Send + 'static) -> impl IntoView {
    let next = cursor.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask(Some(next.clone()));
    };
    view! {
        <form method="get" action=Route::Directory.path() on:submit=submit>
            <input type="hidden" name="q" value=query/>
            <input type="hidden" name="cursor" value=cursor/>
            <button type="submit" class="nhsuk-button nhsuk-button--secondary">{said(&say::show_more())}</button>
        </form>
    }
}

fn person(entry: DirectoryEntryView) -> AnyView {
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
    .into_any()
}

/// What the address asks for.
#[cfg(feature = "ssr")]
fn sought(query: &str) -> String {
    let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "q");
    found.map(|(_, text)| text.into_owned()).unwrap_or_default()
}

/// What the address asks for.
#[cfg(not(feature = "ssr"))]
fn sought(query: &str) -> String {
    let found = query.split('&').find_map(|pair| pair.strip_prefix("q="));
    found.map(|text| unescape(&text.replace('+', " "))).unwrap_or_default()
}

fn escape(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

#[cfg(not(feature = "ssr"))]
fn unescape(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}
