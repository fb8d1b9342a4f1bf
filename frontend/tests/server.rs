//! The pages rendered to text, as a server sends them: nothing in them touches `window` meanwhile.

use enamel_core::session::{Next, SessionView};
use enamel_frontend::api::FieldMessage;
use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Rendered, Visit};

fn visit(path: &str, content: Content) -> Visit {
    Visit { location: Location::parse(path, ""), member: None, content, refused: Vec::new(), news: None }
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

#[test]
fn a_members_page_comes_with_its_menu_and_its_contents() {
    let jane = SessionView {
        username: "jane.smith".into(),
        first_name: "Jane".into(),
        last_name: "Smith".into(),
        next: Next::Home,
    };
    let policy = Box::new(enamel_core::policy::Policy::seed_2018());
    let page = Visit {
        member: Some(jane),
        news: Some("Your account is active."),
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
