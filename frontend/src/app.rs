//! From the state to the page.

use enamel_core::locale::say;
use leptos::prelude::*;

use crate::component::{Frame, Loading, Unavailable, dynamic};
use crate::language::said;
use crate::session::{Screen, Session, SignIn};

/// The id of the element that holds the pages.
pub const SHELL: &str = "enamel";

/// All pages: what the [`Session`] says is to be shown.
#[component]
pub fn App(
    /// The username that was typed before, where a server renders.
    #[prop(optional)]
    username: String,
) -> impl IntoView {
    let screen = RwSignal::new(Session.screen());
    follow(screen);
    let retry = move || Session.retry();
    view! {
        <Frame screen>
            {dynamic(move || match screen.get() {
                Screen::SignIn => view! { <SignIn username=username.clone()/> }.into_any(),
                Screen::Loading => view! { <Loading/> }.into_any(),
                Screen::Unreachable => view! { <Unavailable sentence=said(&say::server_unreachable()) retry=Box::new(retry)/> }.into_any(),
                Screen::Missing => view! { <Unavailable sentence=said(&say::page_missing()) retry=Box::new(retry)/> }.into_any(),
                Screen::Fetched { page, .. } => page(),
            })}
        </Frame>
    }
}

/// On a server nothing changes once it is rendered.
fn follow(screen: RwSignal<Screen>) {
    if cfg!(not(feature = "ssr")) {
        Session.follow(move |next| {
            // The same screen again would be built anew, and lose what was typed.
            if screen.get_untracked() != next {
                screen.set(next);
            }
        });
    }
}

/// Puts the pages in the place of what the server sent, and carries over what was typed there meanwhile.
#[cfg(feature = "csr")]
pub fn mount() {
    use crate::component::{dom, kept::Kept, kept::Secrets};
    let Some(shell) = dom::by_id(SHELL).filter(|_| !Session.is_followed()) else { return };
    let kept = Kept::of(&shell, Secrets::Kept);
    shell.set_text_content(None);
    let mounted = mount_to(shell, || view! { <App/> });
    MOUNTED.set(Some(Box::new(mounted)));
    kept.restore();
}

#[cfg(feature = "csr")]
thread_local! {
    /// What is mounted; another document takes its place when another language is chosen.
    static MOUNTED: std::cell::RefCell<Option<Box<dyn std::any::Any>>> = const { std::cell::RefCell::new(None) };
}

/// There is no document.
#[cfg(not(feature = "csr"))]
pub fn mount() {}
