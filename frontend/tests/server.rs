//! The pages rendered to text, as a server will do it: nothing in them touches `window` meanwhile.
//! `cargo test -p enamel-frontend --no-default-features --features ssr`

use enamel_frontend::App;
use enamel_frontend::navigation::Location;
use leptos::prelude::*;

fn rendered(path: &str) -> String {
    let location = Location::parse(path, "");
    Owner::new_root(None).with(|| view! { <App location/> }.to_html())
}

#[test]
fn r8_the_sign_in_form_works_without_a_script() {
    let html = rendered("/sign-in");
    for part in [
        r#"<form method="post" action="/sign-in""#,
        r#"name="username""#,
        r#"autocomplete="username""#,
        r#"name="password""#,
        r#"autocomplete="current-password""#,
        r#"<label for="username""#,
        r#"<button type="submit""#,
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

#[test]
fn a_page_whose_reader_is_not_known_yet_says_that_it_is_loading() {
    for path in ["/", "/account", "/account/password", "/activate", "/directory"] {
        assert!(rendered(path).contains("Loading this page"), "{path}");
    }
}
