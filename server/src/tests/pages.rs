//! The pages as documents, and what their forms send without a script.

use axum::http::{Method, StatusCode, header};

use super::harness::{PASSWORD, Reply, Service};

const NEW: &str = "Zahnrad & Krone 27";

impl Service {
    async fn page(&self, path: &str) -> Reply {
        self.call(Method::GET, path, None).await
    }
}

fn leads_to(reply: &Reply, path: &str) {
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    assert_eq!(reply.headers[header::LOCATION], path);
    assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store");
}

fn says(reply: &Reply, status: u16, sentence: &str) {
    assert_eq!(reply.status, status, "{}", reply.text);
    assert_eq!(reply.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store");
    assert!(reply.text.contains(sentence), "{sentence} is missing in {}", reply.text);
}

fn activation(terms: bool) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![("username", "jane.smith"), ("new_password", PASSWORD), ("mobile_visible", "false")];
    fields.extend(terms.then_some(("accept_terms", "true")));
    fields.extend([
        ("security_answers[0].question", "first-pet"),
        ("security_answers[0].answer", "Bramble"),
        ("security_answers[1].question", "first-school"),
        ("security_answers[1].answer", "St Mary's"),
        ("security_answers[2].question", "first-job"),
        ("security_answers[2].answer", "Leeds"),
    ]);
    fields
}

#[tokio::test]
async fn r8_r9_the_first_sign_in_needs_no_script() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    let wrong = service.form("/sign-in", &[("username", "jane.<smith>"), ("password", "wrong")]).await;
    says(&wrong, 422, "<title>Error: Sign in - Enamel</title>");
    says(&wrong, 422, r#"value="jane.&lt;smith&gt;""#);
    let wrong = service.form("/sign-in", &[("username", "jane.smith"), ("password", "wrong")]).await;
    says(&wrong, 401, "The username or the password is wrong");
    assert!(!wrong.text.contains("wrong\""), "no password is sent back");

    let right = service.form("/sign-in", &[("username", "Jane.Smith@nhs.net"), ("password", &temporary)]).await;
    leads_to(&right, "/activate");
    for path in ["/", "/account", "/account/password", "/directory"] {
        leads_to(&service.page(path).await, "/activate");
    }
    says(&service.page("/activate").await, 200, r#"action="/activate""#);
    says(&service.form("/activate", &activation(false)).await, 422, "Select to accept the acceptable use policy");
    assert!(service.account("jane.smith").await.member().is_none());
    leads_to(&service.form("/activate", &activation(true)).await, "/account?activated");
    says(&service.page("/account?activated").await, 200, "Your account is active.");
    says(&service.page("/account").await, 200, "The directory does not show it.");
    assert!(!service.page("/account").await.text.contains("Your account is active."));
    leads_to(&service.form("/activate", &activation(true)).await, "/account");
}

#[tokio::test]
async fn r14_r17_a_password_is_changed_without_a_script() {
    let service = Service::new().await;
    service.member().await;
    let change = async |current: &str, new: &str| {
        let fields = [("username", "jane.smith"), ("current_password", current), ("new_password", new)];
        service.form("/account/password", &fields).await
    };
    says(&change("wrong", NEW).await, 422, "The current password is wrong");
    says(&change(PASSWORD, "short").await, 422, r#"aria-invalid="true""#);
    leads_to(&change(PASSWORD, NEW).await, "/account?changed");
    says(&service.page("/account?changed").await, 200, "Your password has been changed.");
    service.on_day(90).await;
    leads_to(&service.form("/sign-in", &[("username", "jane.smith"), ("password", NEW)]).await, "/account/password");
    leads_to(&service.page("/account").await, "/account/password");
    says(&service.page("/account/password").await, 200, "Your password has expired");
}

#[tokio::test]
async fn r18_the_mobile_is_hidden_without_a_script_and_only_ones_own() {
    let service = Service::new().await;
    service.member().await;
    let list = async |username: &str, visible: &str| {
        service.form("/account", &[("username", username), ("mobile_visible", visible)]).await
    };
    leads_to(&list("jane.smith", "false").await, "/account");
    says(&service.page("/account").await, 200, "The directory does not show it.");
    says(&list("amira.khan", "true").await, 409, "Somebody else has signed in in this browser");
    says(&service.page("/account").await, 200, "The directory does not show it.");
    let found = service.page("/directory?q=jane+smith").await;
    says(&found, 200, "jane.smith@nhs.net");
    assert!(!found.text.contains("900123"));
    says(&service.page(&format!("/directory?q={}", "a".repeat(201))).await, 200, "Search for 200 characters or fewer");
}

#[tokio::test]
async fn a_page_comes_with_what_the_client_would_ask_for() {
    let service = Service::new().await;
    service.member().await;
    let page = service.page("/account").await;
    let (_, data) = page.text.split_once(r#"id="enamel-data">"#).unwrap();
    let data: serde_json::Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    assert_eq!(data["page"], service.get("/account").await.json());
    assert_eq!(data["session"], service.get("/session").await.json());
}

#[tokio::test]
async fn without_a_session_no_page_of_a_member_is_sent_and_no_form_does_anything() {
    let service = Service::new().await;
    service.member().await;
    leads_to(&service.form("/sign-out", &[]).await, "/sign-in?signed-out");
    says(&service.page("/sign-in?signed-out").await, 200, "You have signed out.");
    let foreign = service.page("/sign-in?activated").await;
    assert!(!foreign.text.contains("Your account is active"), "it is no news of that page");
    leads_to(&service.form("/account", &[("username", "jane.smith")]).await, "/sign-in?session-ended");
    for path in ["/account", "/activate", "/account/password"] {
        leads_to(&service.form(path, &activation(true)).await, "/sign-in?session-ended");
        assert!(!service.page(path).await.text.contains("900123"));
    }
    says(&service.page("/nowhere").await, 404, "Page not found");
}

#[tokio::test]
async fn r17_password_managers_find_where_to_change_one() {
    let reply = Service::new().await.page("/.well-known/change-password").await;
    assert_eq!(
        (reply.status, &reply.headers[header::LOCATION]),
        (StatusCode::SEE_OTHER, &"/account/password".parse().unwrap())
    );
}

#[tokio::test]
async fn a_form_that_another_site_makes_a_browser_send_is_refused() {
    let service = Service::new().await;
    service.member().await;
    let fields = [("username", "jane.smith"), ("mobile_visible", "false")];
    let reply = service.form_from("https://evil.example", "/account", &fields).await;
    assert_eq!(reply.problem(), (403, "cross-site-request".to_owned()));
}

#[tokio::test]
async fn a_page_that_can_not_be_read_says_so() {
    let service = Service::new().await;
    service.member().await;
    service.app.store().close().await;
    says(&service.page("/account").await, 503, "The service is busy");
}
