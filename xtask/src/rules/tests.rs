use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

/// A small workspace with one rule, which is decided, proved and shown.
struct Workspace(PathBuf);

const FILES: [(&str, &str); 10] = [
    (
        "docs/rules.toml",
        r#"
        [[section]]
        title = "Keeping the account"
        [[section.rule]]
        id = 17
        title = "Changing the password"
        source = ["N"]
        sentence = "Unlike the last {password_history}."
        evidence = [{ file = "clippy.toml", phrase = "SystemTime::now", shows = "clippy" }]
        "#,
    ),
    ("docs/decisions/0003-last-four.md", "# The last four\n\nR17: as the FAQ has it.\n"),
    ("clippy.toml", "SystemTime::now"),
    ("core/src/lib.rs", "pub mod account;\npub mod policy;"),
    (
        "core/src/account/mod.rs",
        "mod decide;\npub enum Refusal {\n/// Used before (R17).\nReused }\npub struct Account;\n#[cfg(test)] mod tests;",
    ),
    (
        "core/src/account/decide.rs",
        "impl Account { pub fn decide(&self) -> Result<(), Refusal> { Ok(()) } fn private(&self) -> Result<(), Refusal> { Ok(()) } }",
    ),
    (
        "core/src/account/tests.rs",
        "#[test] fn r17_a_password_is_new() {} proptest! { #[test] fn r17_of_any_history(n in 0..9) { let _ = n; } }",
    ),
    (
        "core/src/policy.rs",
        "pub struct Policy {\n/// Passwords back (R17).\npub password_history: u32 }\nimpl Policy { pub fn seed_2018() -> Self { Self { password_history: 4 } } }",
    ),
    (
        "server/src/password.rs",
        "//! Changing (R17).\nfn api() { OpenApiRouter::new().nest(\"/api/v1\", v1) }\n#[utoipa::path(put, path = \"/account/password\", tag = \"account\")]\nasync fn change() {}",
    ),
    ("frontend/src/route.rs", "routes! {\n/// A new password (R17).\nPassword \"/account/password\",\n}"),
];

impl Workspace {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("enamel-rules-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let workspace = Self(std::env::temp_dir().join(name));
        for (file, text) in FILES {
            workspace.put(file, text);
        }
        workspace
    }

    fn put(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn alter(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        assert!(text.contains(from), "{from} is not in {file}");
        self.put(file, &text.replace(from, to));
    }

    fn written(&self) -> String {
        fs::read_to_string(self.0.join(FILE)).unwrap()
    }

    /// What `write`, and `check` after it, complain of.
    fn complaints(&self) -> String {
        let first = write(&self.0).unwrap_err().to_string();
        assert_eq!(first, check(&self.0).unwrap_err().to_string());
        first
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_rule_says_what_decides_proves_and_shows_it() {
    let workspace = Workspace::new();
    write(&workspace.0).unwrap();
    check(&workspace.0).unwrap();
    let written = workspace.written();
    for line in [
        "| [R17: Changing the password](#r17-changing-the-password) | 1 | 1 | | 1 | 1 |",
        "### R17: Changing the password\n\nUnlike the last 4.\n",
        "- **Comes from** what the service or a standard publishes",
        "- **Decided in core by** [`account::Account::decide`](../core/src/account/decide.rs)\n",
        "- **Its cases in core** [`account::Refusal::Reused`](../core/src/account/mod.rs)\n",
        "- **Set by** `password_history` (4)",
        "- **Endpoints** [`PUT /api/v1/account/password`](../server/src/password.rs)",
        "- **Pages** [`/account/password`](../frontend/src/route.rs)",
        "- **Choices made** [The last four](decisions/0003-last-four.md)",
        "- **Held up beside tests by** [clippy](../clippy.toml)",
        "- **Tests in core**\n  - [`r17_a_password_is_new`](../core/src/account/tests.rs)\n",
        "- **Properties, over generated inputs**\n  - [`r17_of_any_history`](../core/src/account/tests.rs)\n",
    ] {
        assert!(written.contains(line), "{line}\nis missing in\n{written}");
    }
}

#[test]
fn a_rule_without_a_test_fails() {
    let workspace = Workspace::new();
    workspace.put("core/src/account/tests.rs", "#[test] #[ignore] fn r17_another_day() {} fn r17_no_test() {}");
    assert!(workspace.complaints().contains("R17 (Changing the password) has no test"));
    assert!(workspace.written().contains("- **No test** yet"));
}

#[test]
fn a_rule_that_nothing_decides_fails() {
    let workspace = Workspace::new();
    workspace.alter("core/src/account/mod.rs", "(R17)", "");
    assert!(workspace.complaints().contains("R17 (Changing the password) is decided nowhere"));
}

#[test]
fn whatever_names_a_rule_that_there_is_not_fails_and_all_of_it_is_told_at_once() {
    let workspace = Workspace::new();
    workspace.put("core/src/account/tests.rs", "#[test] fn r17_r40_a_password_is_new() {}");
    workspace.alter("server/src/password.rs", "(R17)", "(R17, R41)");
    workspace.alter("core/src/account/decide.rs", "Ok(())", "Err(Rule(42))");
    workspace.alter("docs/decisions/0003-last-four.md", "R17", "R43");
    workspace.alter("docs/rules.toml", "{password_history}", "{password_length}");
    workspace.alter("clippy.toml", "::now", "::later");
    let complaints = workspace.complaints();
    for complaint in [
        "R40, which r17_r40_a_password_is_new in core/src/account/tests.rs names, is not in docs/rules.toml",
        "R41, which server/src/password.rs names",
        "R42, which core/src/account/decide.rs names",
        "R43, which docs/decisions/0003-last-four.md names",
        "R17's sentence in docs/rules.toml speaks of `password_length`",
        "R17's evidence is gone: `SystemTime::now` is not in clippy.toml",
    ] {
        assert!(complaints.contains(complaint), "{complaint}\nis missing in\n{complaints}");
    }
}

#[test]
fn a_file_that_is_not_what_would_be_written_fails() {
    let workspace = Workspace::new();
    let complaint = check(&workspace.0).unwrap_err().to_string();
    assert!(complaint.contains("docs/rules.md is out of date, from line 1 on"), "{complaint}");
    write(&workspace.0).unwrap();
    workspace.alter("core/src/account/tests.rs", "r17_a_password_is_new", "r17_a_password_is_another");
    let complaint = check(&workspace.0).unwrap_err().to_string();
    assert!(complaint.contains("docs/rules.md is out of date, from line "), "{complaint}");
    write(&workspace.0).unwrap();
    check(&workspace.0).unwrap();
}

#[test]
fn an_id_that_stands_twice_fails() {
    let workspace = Workspace::new();
    workspace.alter(
        "docs/rules.toml",
        "[[section.rule]]",
        "[[section.rule]]\nid = 17\ntitle = \"\"\nsource = []\nsentence = \"\"\n[[section.rule]]",
    );
    assert!(write(&workspace.0).unwrap_err().to_string().contains("one stands there twice"));
}

#[test]
fn the_models_properties_prove_rules_however_they_are_written() {
    let workspace = Workspace::new();
    workspace.put(
        "tests/model/src/main.rs",
        r#"
        const LIST: &[Property] = &[Property { rules: &[17], name: "changes are changes", holds }];
        fn named() { check(vec![("r17_in_a_list", 1)]); always("r17_by_its_name"); panic!("r17_is not a name"); }
        "#,
    );
    write(&workspace.0).unwrap();
    let properties = "- **Properties, over every reachable state**\n  - [`changes are changes`](../tests/model/src/main.rs)\n  - [`r17_by_its_name`](../tests/model/src/main.rs)\n  - [`r17_in_a_list`](../tests/model/src/main.rs)\n";
    let written = workspace.written();
    assert!(written.contains(properties), "{written}");
    assert!(!written.contains("r17_is"));
}

#[test]
fn journeys_are_told_apart_by_their_widths() {
    let workspace = Workspace::new();
    workspace.put(
        "tests/tests/browser/change.rs",
        "at_both_widths! { async fn r17_a_change(visit: &mut Visit) -> Result { let f: fn() = later; } }\n#[tokio::test] async fn r17_once() {}",
    );
    write(&workspace.0).unwrap();
    let written = workspace.written();
    for group in [
        "- **Journeys in a browser, at both widths**\n  - [`r17_a_change`](../tests/tests/browser/change.rs)\n",
        "- **Other tests in a browser**\n  - [`r17_once`](../tests/tests/browser/change.rs)\n",
    ] {
        assert!(written.contains(group), "{group}\nis missing in\n{written}");
    }
}

#[test]
fn a_page_shows_what_the_components_on_it_show() {
    let workspace = Workspace::new();
    for (file, text) in [
        ("route.rs", "routes! { Password \"/password\", }"),
        ("chunk.rs", "fn of(route: Route) { match route { Route::Password => Box::pin(password::load()) } }"),
        ("password/mod.rs", "page_in_chunk!(password, load, ChangePassword);"),
        (
            "password/change.rs",
            "#[component] pub fn ChangePassword() -> impl IntoView { view! { <form><New/></form> } }",
        ),
        ("new.rs", "//! A new password (R17).\n#[component] pub fn New() -> impl IntoView {}"),
        ("other.rs", "//! On no page (R17).\n#[component] pub fn Other() -> impl IntoView {}"),
    ] {
        workspace.put(&format!("frontend/src/{file}"), text);
    }
    write(&workspace.0).unwrap();
    let written = workspace.written();
    assert!(written.contains("- **Pages** [`/password`](../frontend/src/new.rs)\n"), "{written}");
}

#[test]
fn the_committed_rules_are_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let trace = Trace::read(root).unwrap();
    assert!(trace.endpoints.iter().all(|endpoint| endpoint.path.starts_with("/api/v1/")), "{:?}", trace.endpoints);
    assert!(trace.settings.iter().any(|setting| setting.name == "password_days" && setting.value.is_some()));
    assert!(trace.deciders.iter().any(|item| item.path == "account::Account::decide"));
}
