//! What changes on a page, in boxes: each further type of closure would be compiled, and sent, anew.

use leptos::prelude::*;

/// A part of a page that is built anew whenever something that it reads changes.
pub type Dynamic = Box<dyn FnMut() -> AnyView + Send>;

/// The part that `build` gives.
pub fn dynamic(build: impl FnMut() -> AnyView + Send + 'static) -> Dynamic {
    Box::new(build)
}

/// Does something once the page is there, and again whenever something that it reads changes.
/// On a server it is not done at all.
pub fn effect(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

/// Text as markup: for parts that change. A browser that translates a page puts other nodes in the place of its texts,
/// where Leptos would go on to change the ones that are gone; the element around them stays.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
