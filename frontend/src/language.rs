//! The language in which the pages speak: a program renders one page at a time, in one language.

use std::cell::Cell;

use enamel_core::locale::{Language, Part, Text};
use leptos::prelude::*;

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::En) };
}

/// The id of the link to the file of a language other than English, in a document that speaks one.
pub const FILE: &str = "enamel-language";

/// Speaks `language` from now on.
pub fn speak(language: Language) {
    SPOKEN.set(language);
}

/// The language that is spoken.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// Says it in the language that is spoken.
#[must_use]
pub fn said(text: &Text) -> String {
    text.in_language(spoken())
}

/// Shows it with what it is said with in bold.
#[must_use]
pub fn emphasised(text: &Text) -> AnyView {
    shown(text, |said| view! { <strong>{said}</strong> }.into_any())
}

/// Shows it with what it is said with as `argument` has it.
#[must_use]
pub fn shown(text: &Text, argument: fn(String) -> AnyView) -> AnyView {
    let parts = text.parts(spoken()).into_iter().map(|part| match part {
        Part::Literal(said) => said.into_any(),
        Part::Argument(said) => argument(said),
    });
    parts.collect::<Vec<_>>().into_any()
}

/// The address that has the pages speak `language` and leads back to `address`, a path with its query.
#[must_use]
pub fn switch(language: Language, address: &str) -> String {
    let mut href = ["/language/", language.tag(), "?to="].concat();
    for c in address.chars() {
        // An address is escaped already but for what would end the parameter, or be read as another character.
        match c {
            '%' => href.push_str("%25"),
            '&' => href.push_str("%26"),
            '+' => href.push_str("%2B"),
            '?' => href.push_str("%3F"),
            '#' => href.push_str("%23"),
            c => href.push(c),
        }
    }
    href
}

/// Speaks as the document does, and does what comes `then`: at once in English, in another language after its file
/// has come. Without it the document stays as the server sent it.
#[cfg(feature = "csr")]
pub(crate) fn follow_document(then: fn()) {
    use crate::api;
    use crate::component::dom;

    let tag = document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    let language = Language::of_tag(&tag).unwrap_or_default();
    if language == Language::En {
        return then();
    }
    speak(language);
    wasm_bindgen_futures::spawn_local(async move {
        let pack = match dom::by_id(FILE).and_then(|link| link.get_attribute("href")) {
            Some(file) => api::text(&file).await.ok(),
            None => None,
        };
        match pack {
            Some(pack) => {
                enamel_core::locale::install(language, &pack);
                then();
            }
            None => dom::show_failed(),
        }
    });
}

#[cfg(test)]
mod tests {
    use enamel_core::locale::say;

    use super::*;

    #[test]
    fn a_switch_leads_back_to_where_it_was() {
        assert_eq!(switch(Language::Cy, "/account?activated"), "/language/cy?to=/account%3Factivated");
        let search = switch(Language::En, "/directory?q=jane+smith%26&cursor=x");
        assert_eq!(search, "/language/en?to=/directory%3Fq=jane%2Bsmith%2526%26cursor=x");
    }

    #[test]
    fn what_is_said_follows_what_is_spoken() {
        assert_eq!((spoken(), said(&say::sign_out()).as_str()), (Language::En, "Sign out"));
        speak(Language::Cy);
        assert_eq!((spoken(), said(&say::sign_out()).as_str()), (Language::Cy, "Allgofnodi"));
        assert_eq!(said(&say::days_left(2)), "2\u{a0}ddiwrnod\u{a0}ar\u{a0}ôl");
        speak(Language::En);
        assert_eq!([1, 3].map(|days| said(&say::days_left(days))), ["1 day left", "3\u{a0}days\u{a0}left"]);
    }
}
