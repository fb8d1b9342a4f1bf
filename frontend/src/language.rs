//! The language in which the pages speak: a program renders one page at a time, in one language.

use std::cell::Cell;

use enamel_core::locale::{Language, Part, Text};
use leptos::prelude::*;

use crate::component::kept::{Kept, Secrets};
use crate::component::{dom, escaped, sending};
use crate::session::Session;
use crate::{SHELL, api, given};

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

/// The same as markup, for a part that changes.
#[must_use]
pub fn emphasised_markup(text: &Text) -> String {
    let parts = text.parts(spoken()).into_iter().map(|part| match part {
        Part::Literal(said) => escaped(&said),
        Part::Argument(said) => ["<strong>", &escaped(&said), "</strong>"].concat(),
    });
    parts.collect()
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
    if of_document() == Language::En {
        return then();
    }
    wasm_bindgen_futures::spawn_local(async move {
        if learn().await {
            then();
        } else {
            dom::show_failed();
        }
    });
}

/// Follows a link that switches the language, and keeps what was typed: the server's document in that language takes
/// the place of this one. Where that can't be, the browser follows it.
pub(crate) fn follow_switch(href: String) {
    // What is under way is answered in the language in which it was sent.
    if Session.is_busy() {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        if switch_to(&href).await.is_none() {
            let _ = window().location().assign(&href);
        }
    });
}

async fn switch_to(href: &str) -> Option<()> {
    let html = api::document(href).await.ok()?;
    let sent = web_sys::DomParser::new().ok()?.parse_from_string(&html, web_sys::SupportedType::TextHtml).ok()?;
    let language = language_of(&sent);
    let pack = match (language, sent.get_element_by_id(FILE)) {
        (Language::En, _) => None,
        (_, link) => Some(api::file(&link?.get_attribute("href")?).await.ok()?),
    };
    // Another tab may have signed somebody else in: nothing of one is shown to the other.
    if given::whose(&sent) != Session.shown_account() || Session.is_busy() {
        return None;
    }
    // Nothing is waited for from here on, so that nothing can be typed in between.
    sending::stop();
    let kept = put_in_place(&sent)?;
    if let Some(pack) = pack {
        enamel_core::locale::install(language, &pack);
    }
    speak(language);
    kept.restore();
    Session.show_anew();
    Some(())
}

/// Puts what the server sent in the place of what there is. Gives what was typed.
fn put_in_place(sent: &web_sys::Document) -> Option<Kept> {
    let (shell, new) = (dom::by_id(SHELL)?, sent.get_element_by_id(SHELL)?);
    let tag = sent.document_element()?.get_attribute("lang")?;
    let kept = Kept::of(&shell, Secrets::Kept);
    let _ = document().document_element()?.set_attribute("lang", &tag);
    for id in [FILE, given::DATA] {
        if let Some(old) = dom::by_id(id) {
            old.remove();
        }
    }
    // What it is given stands behind the shell, the language's file in the head.
    for (id, place) in [(FILE, document().head()?.into()), (given::DATA, document().body()?)] {
        if let Some(element) = sent.get_element_by_id(id) {
            let _ = web_sys::Node::append_child(&place, &element);
        }
    }
    document().set_title(&sent.title());
    shell.set_inner_html(&new.inner_html());
    Some(kept)
}

#[cfg(feature = "csr")]
fn of_document() -> Language {
    language_of(&document())
}

fn language_of(document: &web_sys::Document) -> Language {
    let tag = document.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    Language::of_tag(&tag).unwrap_or_default()
}

/// Speaks the document's language, if its file is to be had.
#[cfg(feature = "csr")]
async fn learn() -> bool {
    let language = of_document();
    if language != Language::En {
        let Some(file) = dom::by_id(FILE).and_then(|link| link.get_attribute("href")) else { return false };
        let Ok(pack) = api::file(&file).await else { return false };
        enamel_core::locale::install(language, &pack);
    }
    speak(language);
    true
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
