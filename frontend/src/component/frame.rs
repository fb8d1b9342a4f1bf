//! What surrounds every page: skip link, header, footer, and the region that is read out.

use enamel_core::locale::{Language, say};
use leptos::prelude::*;

use super::delegate::LANGUAGES;
use super::dom::{self, ANNOUNCER};
use super::dynamic;
use crate::given;
use crate::language::{said, shown, spoken, switch};
use crate::session::Screen;

/// The frame around a page. The header's menu comes with a member's page.
#[component]
pub fn Frame(
    /// What is shown.
    screen: RwSignal<Screen>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="enamel-page">
            <a class="nhsuk-skip-link" href="#maincontent">{said(&say::skip_link())}</a>
            <header class="enamel-header">
                <div class="nhsuk-width-container enamel-header__inner">
                    <a class="enamel-header__name" href="/">"Enamel"</a>
                    <nav class=LANGUAGES aria-label=said(&say::language_switch())>
                        {dynamic(move || {
                            // It leads back to where the visitor is.
                            screen.track();
                            languages()
                        })}
                    </nav>
                    {dynamic(move || match screen.get() {
                        Screen::Fetched { menu: Some(menu), .. } => menu(),
                        _ => ().into_any(),
                    })}
                </div>
            </header>
            <div class="nhsuk-width-container">
                <main class="nhsuk-main-wrapper" id="maincontent" tabindex="-1">
                    <div class="nhsuk-inset-text" id=dom::FAILED role="alert" hidden>
                        <p>
                            {shown(
                                &say::client_missing(say::client_missing_link()),
                                |link| view! { <a href="">{link}</a> }.into_any(),
                            )}
                        </p>
                    </div>
                    {children()}
                </main>
            </div>
            <footer class="enamel-footer">
                <div class="nhsuk-width-container"><p>{said(&say::service_tagline())}</p></div>
            </footer>
            <div class="nhsuk-u-visually-hidden" role="status" id=ANNOUNCER></div>
        </div>
    }
}

/// Links to the same page in the other languages.
fn languages() -> AnyView {
    let address = given::address();
    let others = Language::ALL.into_iter().filter(|language| *language != spoken());
    let links = others.map(|language| {
        let tag = language.tag();
        view! {
            <a class="enamel-header__link" href=switch(language, &address) lang=tag hreflang=tag>{language.own_name()}</a>
        }
        .into_any()
    });
    links.collect::<Vec<_>>().into_any()
}
