//! What surrounds every page: skip link, header, footer, and the region that is read out.

use leptos::prelude::*;

use super::dom::{self, ANNOUNCER};
use super::dynamic;
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
            <a class="nhsuk-skip-link" href="#maincontent">"Skip to main content"</a>
            <header class="enamel-header">
                <div class="nhsuk-width-container enamel-header__inner">
                    <a class="enamel-header__name" href="/">"Enamel"</a>
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
                            "A part of this page could not be loaded. You can use it all the same, or check your connection and "
                            <a href="">"load it again"</a> ". If that does not help, try a newer browser."
                        </p>
                    </div>
                    {children()}
                </main>
            </div>
            <footer class="enamel-footer">
                <div class="nhsuk-width-container"><p>"Enamel: accounts for dental practices"</p></div>
            </footer>
            <div class="nhsuk-u-visually-hidden" role="status" id=ANNOUNCER></div>
        </div>
    }
}
