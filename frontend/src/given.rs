//! What a page is given along with its address, so that it need not ask first.
//!
//! A server that renders a page gives it here; a browser finds the same in the document that it was sent, as JSON,
//! and uses it for the first page that it shows.

#[cfg(feature = "ssr")]
pub(crate) use rendering::whose;
#[cfg(feature = "ssr")]
pub use rendering::{Given, address, note_title, refused, take};

#[cfg(not(feature = "ssr"))]
pub(crate) use browsing::whose;
#[cfg(not(feature = "ssr"))]
pub use browsing::{address, note_title, refused, session, take};

/// The id of the element that holds it.
pub const DATA: &str = "enamel-data";

#[cfg(feature = "ssr")]
mod rendering {
    use std::any::Any;
    use std::cell::RefCell;

    use crate::api::FieldMessage;

    /// For one page.
    #[derive(Debug, Default)]
    pub struct Given {
        /// What it shows.
        pub page: Option<Box<dyn Any>>,
        /// What was refused of its form.
        pub refused: Vec<FieldMessage>,
        /// Its title, once it is rendered.
        pub title: String,
        /// Its address, even where something else is shown there.
        pub address: String,
    }

    thread_local! {
        static GIVEN: RefCell<Given> = RefCell::new(Given::default());
    }

    impl Given {
        /// Renders with it. Gives the page's title as well.
        pub fn with(self, render: impl FnOnce() -> String) -> (String, String) {
            GIVEN.set(self);
            let rendered = render();
            (GIVEN.take().title, rendered)
        }
    }

    /// What the page shows, once.
    #[must_use]
    pub fn take<T: 'static>() -> Option<T> {
        GIVEN.with_borrow_mut(|given| given.page.take())?.downcast().ok().map(|page| *page)
    }

    /// What was refused of its form.
    #[must_use]
    pub fn refused() -> Vec<FieldMessage> {
        GIVEN.with_borrow(|given| given.refused.clone())
    }

    /// Where the visitor is, path and query.
    #[must_use]
    pub fn address() -> String {
        GIVEN.with_borrow(|given| given.address.clone())
    }

    /// Nothing: there is no document here.
    pub(crate) fn whose(_: &web_sys::Document) -> Option<String> {
        None
    }

    /// Notes the title of the page that is rendered.
    pub fn note_title(title: &str) {
        GIVEN.with_borrow_mut(|given| title.clone_into(&mut given.title));
    }
}

#[cfg(not(feature = "ssr"))]
mod browsing {
    use wasm_bindgen::JsValue;
    use web_sys::HtmlElement;

    use super::DATA;
    use crate::api::{self, FieldMessage, Read, json};
    use crate::component::dom;
    use crate::session::Session;

    /// What the first page shows, once; nothing where it was given for another address: the visitor has gone back or
    /// forward before the client came.
    #[must_use]
    pub fn take<T: Read>() -> Option<T> {
        let element = element()?;
        let data = read(&element)?;
        element.remove();
        let at = json::member(&data, "at").as_string()?;
        (at == Session.location().href()).then(|| api::read(&json::member(&data, "page")).ok())?
    }

    /// Whose session it is.
    #[must_use]
    pub fn session() -> Option<enamel_core::session::SessionView> {
        json::session(&json::member(&read(&element()?)?, "session"))
    }

    /// Whose page a document is; nothing where it is the same for everybody.
    pub(crate) fn whose(document: &web_sys::Document) -> Option<String> {
        let text = document.get_element_by_id(DATA)?.text_content()?;
        Some(json::session(&json::member(&js_sys::JSON::parse(&text).ok()?, "session"))?.username)
    }

    /// Nothing: a browser says what was refused in the document.
    #[must_use]
    pub fn refused() -> Vec<FieldMessage> {
        Vec::new()
    }

    /// Where the visitor is, path and query.
    #[must_use]
    pub fn address() -> String {
        Session.location().href()
    }

    /// Nothing: a browser has a window to say it.
    pub fn note_title(_: &str) {}

    fn element() -> Option<HtmlElement> {
        dom::by_id(DATA)
    }

    fn read(element: &HtmlElement) -> Option<JsValue> {
        js_sys::JSON::parse(&element.text_content()?).ok()
    }
}
