//! Every state of every page, and every component in its states, by name: for the people who carry this on, and for
//! the tests, which look at each of them in every way.
//!
//! A page that is added to [`Route`] has to say its states here before anything compiles, and whatever is said here is
//! tested without being named anywhere else.

mod pages;
mod parts;
mod people;

use enamel_core::locale::{Language, Text};
use enamel_core::session::SessionView;
use leptos::prelude::*;

use crate::api::FieldMessage;
use crate::navigation::Location;
use crate::render::{Content, Visit};
use crate::route::Route;

/// Where the catalogue is served.
pub const BASE: &str = "/demo/components";

/// A page or some components as they are in one situation.
#[derive(Clone, Debug)]
pub struct Specimen {
    /// What it is called, in kebab-case.
    pub name: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// What shows it.
    pub visit: Visit,
}

/// What a specimen is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page, whole.
    Page,
    /// A component, in all its states.
    Component,
}

/// All of them, in `language`.
#[must_use]
pub fn all(language: Language) -> Vec<Specimen> {
    let pages = Route::ALL.iter().copied().chain([Route::NotFound]).flat_map(|route| pages::of(route, language));
    pages.chain(parts::all(language)).collect()
}

/// The one of this name.
#[must_use]
pub fn named(name: &str, language: Language) -> Option<Specimen> {
    all(language).into_iter().find(|specimen| specimen.name == name)
}

/// The page that leads to all of them.
#[must_use]
pub fn index(language: Language) -> Visit {
    visit(language, Route::NotFound, None, Content::Specimen(index_page))
}

fn index_page() -> AnyView {
    let list = |kind: Kind| {
        let names = all(Language::En).into_iter().filter(|specimen| specimen.kind == kind);
        names.map(|specimen| entry(&specimen.name)).collect::<Vec<_>>()
    };
    view! {
        <Sheet title="Pages and components">
            <p>"What the pages are made of, in every state and language. The tests look at each of them in every way."</p>
            <h2 class="nhsuk-heading-m">"Pages"</h2>
            <ul class="nhsuk-list">{list(Kind::Page)}</ul>
            <h2 class="nhsuk-heading-m">"Components"</h2>
            <ul class="nhsuk-list">{list(Kind::Component)}</ul>
        </Sheet>
    }
    .into_any()
}

fn entry(name: &str) -> AnyView {
    let links = Language::ALL.into_iter().map(|language| {
        let href = [BASE, "/", language.tag(), "/", name].concat();
        let own_name = language.own_name();
        let label = [name, " (", own_name, ")"].concat();
        view! { " " <a href=href hreflang=language.tag() aria-label=label>{own_name}</a> }.into_any()
    });
    let name = name.to_owned();
    view! { <li>{name} ":" {links.collect::<Vec<_>>()}</li> }.into_any()
}

/// A page for developers, who read English.
#[component]
fn Sheet(title: &'static str, children: Children) -> impl IntoView {
    crate::given::note_title(title);
    view! {
        <div class="nhsuk-grid-row">
            <div class="nhsuk-grid-column-two-thirds" lang="en-GB">
                <h1 class="nhsuk-heading-l">{title}</h1>
                {children()}
            </div>
        </div>
    }
}

fn visit(language: Language, route: Route, member: Option<SessionView>, content: Content) -> Visit {
    Visit { language, location: Location::of_route(route), member, content, refused: Vec::new(), news: None }
}

impl Specimen {
    fn page(name: &str, visit: Visit) -> Self {
        Self { name: name.to_owned(), kind: Kind::Page, visit }
    }

    /// With what was refused of its form.
    fn refused(mut self, refused: Vec<FieldMessage>) -> Self {
        self.visit.refused = refused;
        self
    }

    /// With what it says first.
    fn news(mut self, news: Text) -> Self {
        self.visit.news = Some(news);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_specimen_has_a_name_of_its_own_in_every_language() {
        let names = |language| all(language).into_iter().map(|specimen| specimen.name).collect::<Vec<_>>();
        let mut english = names(Language::En);
        assert!(Language::ALL.into_iter().all(|language| names(language) == english));
        english.sort_unstable();
        let all = english.len();
        english.dedup();
        assert_eq!(english.len(), all);
    }

    #[test]
    fn every_address_has_a_specimen() {
        for &route in Route::ALL.iter().filter(|route| **route != Route::Home) {
            assert!(!pages::of(route, Language::En).is_empty(), "{route:?}");
        }
    }

    #[test]
    fn every_specimen_is_a_document_with_one_heading() {
        for language in Language::ALL {
            for specimen in all(language) {
                let rendered = specimen.visit.render();
                assert_eq!(rendered.body.matches("<h1").count(), 1, "{}", specimen.name);
                assert!(!rendered.title.is_empty());
            }
        }
    }
}
