//! The pages rendered to text, as a server sends them: nothing in them touches `window` meanwhile.

use enamel_core::directory::{DirectoryEntryView, DirectoryView};
use enamel_core::locale::{Language, say};
use enamel_core::session::{Next, SessionView};
use enamel_frontend::api::FieldMessage;
use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Rendered, Visit};

fn visit(path: &str, content: Content) -> Visit {
    let language = Language::En;
    Visit { language, location: Location::parse(path, ""), member: None, content, refused: Vec::new(), news: None }
}

fn has(page: &Rendered, parts: &[&str]) {
    for part in parts {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
}

#[test]
fn r8_the_sign_in_form_works_without_a_script() {
    let page = visit("/sign-in", Content::SignIn(String::new())).render();
    assert_eq!(page.title, "Sign in - Enamel");
    has(
        &page,
        &[
            r#"<form id="sign-in" method="post" action="/sign-in""#,
            r#"name="username""#,
            r#"autocomplete="username""#,
            r#"name="password""#,
            r#"autocomplete="current-password""#,
            r#"<label for="username""#,
            r#"<button type="submit""#,
            r#"id="error-summary" tabindex="-1" hidden"#,
        ],
    );
}

#[test]
fn what_was_refused_stands_in_the_summary_and_at_its_field() {
    let refused = vec![FieldMessage { field: "username".into(), message: "Enter your <username>".into() }];
    let page = Visit { refused, ..visit("/sign-in", Content::SignIn("jane.smith".into())) }.render();
    assert_eq!(page.title, "Error: Sign in - Enamel");
    has(
        &page,
        &[
            r##"<a href="#username">Enter your &lt;username&gt;</a>"##,
            r#"aria-describedby="username-hint username-error""#,
            r#"aria-invalid="true""#,
            r#"value="jane.smith""#,
        ],
    );
    assert!(!page.body.contains(r#"id="error-summary" tabindex="-1" hidden"#), "{}", page.body);
    let next = visit("/sign-in", Content::SignIn(String::new())).render();
    assert!(!next.body.contains("Enter your"), "nothing of one visit is shown at the next");
}

fn jane() -> SessionView {
    SessionView {
        username: "jane.smith".into(),
        first_name: "Jane".into(),
        last_name: "Smith".into(),
        next: Next::Home,
    }
}

#[test]
fn a_members_page_comes_with_its_menu_and_its_contents() {
    let policy = Box::new(enamel_core::policy::Policy::seed_2018());
    let page = Visit {
        member: Some(jane()),
        news: Some(say::news_activated()),
        ..visit("/account/password", Content::Password(policy))
    }
    .render();
    assert_eq!(page.title, "Change your password - Enamel");
    has(
        &page,
        &[
            r#"<form id="sign-out" method="post" action="/sign-out">"#,
            r#"action="/account/password""#,
            r#"name="new_password""#,
            r#"value="jane.smith""#,
            "Your account is active.",
        ],
    );
}

#[test]
fn an_address_that_nothing_has_is_said_so_to_anybody() {
    let page = visit("/nowhere", Content::NotFound).render();
    assert_eq!(page.title, "Page not found - Enamel");
    assert!(!page.body.contains("Sign out"));
}

const DOCUMENT: &str = include_str!("../index.html");

fn directory() -> Visit {
    let entry = DirectoryEntryView { name: "J. Smith".into(), address: "j.smith@nhs.net".into(), mobile: None };
    let found = DirectoryView { entries: vec![entry], next: Some("cursor".into()) };
    Visit {
        location: Location::parse("/directory", "?q=smith"),
        member: Some(jane()),
        ..visit("/directory", Content::Directory(found))
    }
}

#[test]
fn a_page_in_welsh_is_all_in_welsh() {
    // What is a name, or the same in both languages.
    let names = ["Enamel", "@nhs.net", "J. Smith", "j.smith@nhs.net"];
    let refused = vec![FieldMessage { field: "username".into(), message: "@nhs.net".into() }];
    let sign_in = Visit { refused, ..visit("/sign-in", Content::SignIn("jane.smith".into())) };
    let menu = Visit { news: Some(say::news_activated()), ..directory() };
    for (page, title) in [
        (sign_in, "Gwall: Mewngofnodi - Enamel"),
        (menu, "Cyfeiriadur - Enamel"),
        (visit("/nowhere", Content::NotFound), "Heb ddod o hyd i'r dudalen - Enamel"),
    ] {
        let english = page.clone().render();
        let welsh = Visit { language: Language::Cy, ..page }.render();
        assert_eq!(welsh.title, title);
        let english = said(&english.body);
        let left: Vec<_> = said(&welsh.body).into_iter().filter(|text| english.contains(text)).collect();
        assert!(left.iter().all(|text| names.contains(text)), "{left:?} in {}", welsh.body);
    }
}

/// The texts of a page and the labels that are read out.
fn said(body: &str) -> Vec<&str> {
    let texts = body.split('<').filter_map(|element| element.split_once('>')).map(|(_, text)| text);
    let labels = body.split("aria-label=\"").skip(1).filter_map(|label| label.split('"').next());
    texts.chain(labels).map(str::trim).filter(|text| !text.is_empty()).collect()
}

#[test]
fn a_document_in_welsh_says_so_and_brings_the_language_along() {
    let english = directory().render().in_document(DOCUMENT, "");
    assert!(english.contains(r#"<html lang="en-GB">"#) && !english.contains("enamel-language"), "{english}");
    let welsh = Visit { language: Language::Cy, ..directory() }.render().in_document(DOCUMENT, "");
    for part in [
        r#"<html lang="cy">"#,
        "<title>Cyfeiriadur - Enamel</title>",
        r#"content="Mewngofnodi am y tro cyntaf"#,
        r#"id="enamel-language" href="/language/cy-"#,
    ] {
        assert!(welsh.contains(part), "{part} is missing in {welsh}");
    }
    assert!(!directory().render().body.contains("Cyfeiriadur"), "nothing of one visit is said at the next");
}

#[test]
fn every_page_offers_the_other_languages() {
    has(
        &directory().render(),
        &[
            r#"href="/language/cy?to=/directory%3Fq=smith" lang="cy" hreflang="cy" class="enamel-header__link">Cymraeg</a>"#,
        ],
    );
    let failed = Visit { content: Content::Failed("Why".into()), language: Language::Cy, ..directory() };
    has(
        &failed.render(),
        &[
            r#"href="/language/en?to=/directory%3Fq=smith" lang="en" hreflang="en" class="enamel-header__link">English</a>"#,
            "Rhowch gynnig arall",
        ],
    );
}
