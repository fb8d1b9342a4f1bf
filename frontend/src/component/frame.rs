//! What surrounds every page: skip link, header, footer, and the region that is read out.

use leptos::prelude::*;

use super::dom::ANNOUNCER;
use super::dynamic;
use crate::session::{Screen, Session};

/// The frame around a page. The header's menu comes with a member's page.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let session = Session::current();
    view! {
        <div class="enamel-page">
            <a class="nhsuk-skip-link" href="#maincontent">"Skip to main content"</a>
            <header class="enamel-header">
                <div class="nhsuk-width-container enamel-header__inner">
                    <a class="enamel-header__name" href="/">"Enamel"</a>
                    {dynamic(move || match session.screen() {
                        Screen::Fetched { menu: Some(menu), .. } => menu(),
                        _ => ().into_any(),
                    })}
                </div>
            </header>
            <div class="nhsuk-width-container">
                <main class="nhsuk-main-wrapper" id="maincontent" tabindex="-1">{children()}</main>
            </div>
            <footer class="enamel-footer">
                <div class="nhsuk-width-container"><p>"Enamel: accounts for dental practices"</p></div>
            </footer>
            <div class="nhsuk-u-visually-hidden" role="status" id=ANNOUNCER></div>
        </div>
    }
}
