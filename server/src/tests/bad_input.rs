//! Every field and every body, with what no form would send.

use axum::body::Body;
use axum::http::{Method, Request, header};
use enamel_core::locale::Language;
use serde_json::{Value, json};

use super::harness::{PASSWORD, Reply, Service, activation};

const TEXTS: [&str; 16] = [
    "",
    " ",
    "\0",
    "a\0b",
    "\u{202e}gnp.exe",
    "👩‍👩‍👧‍👦",
    "e\u{301}\u{301}\u{301}\u{301}",
    "０７７００９００１２３",
    "jane\u{a0}smith",
    "O'Neill",
    "Groß",
    "+44 (0)7700 900123",
    "'; DROP TABLE account; --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "\u{378}",
];

async fn raw(service: &Service, method: Method, path: &str, media_type: &str, body: impl Into<Body>) -> Reply {
    let mut request =
        Request::builder().method(method).uri(format!("/api/v1{path}")).header(header::CONTENT_TYPE, media_type);
    if let Some(cookie) = &*service.cookie.lock().unwrap() {
        request = request.header(header::COOKIE, cookie);
    }
    service.send(request.body(body.into()).unwrap()).await
}

/// 4xx as a problem document, or acceptance; never 5xx.
fn assert_judged(reply: &Reply, what: &str) {
    match reply.status.as_u16() {
        200..=299 => {}
        400..=499 => {
            reply.problem();
        }
        status => panic!("{status} on {what}: {}", reply.text),
    }
}

#[tokio::test]
async fn every_field_takes_any_text_and_answers_as_core_says() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    let long = "x".repeat(60_000);
    for text in TEXTS.into_iter().chain([long.as_str()]) {
        for body in
            [json!({ "username": text, "password": "x" }), json!({ "username": "jane.smith", "password": text })]
        {
            assert_judged(
                &service.sign_in(body["username"].as_str().unwrap(), body["password"].as_str().unwrap()).await,
                text,
            );
        }
    }
    service.sign_in("jane.smith", &temporary).await;
    for text in TEXTS.into_iter().chain([long.as_str()]) {
        let mut bodies = vec![activation(), activation(), activation()];
        bodies[0]["new_password"] = format!("{text}aA1").into();
        bodies[1]["security_answers"][0]["answer"] = text.into();
        bodies[2]["security_answers"][0]["question"] = text.into();
        for mut body in bodies {
            // So that none of them activates.
            body["accept_terms"] = false.into();
            let request: enamel_core::account::ActivationRequest = serde_json::from_value(body.clone()).unwrap();
            let context = service.account("jane.smith").await.password_context();
            let problems = request.check(&context, service.app.policy()).unwrap_err();
            let expected: Vec<_> = problems.into_iter().map(|problem| problem.said(Language::En)).collect();
            let reply = service.post("/activation", body).await;
            assert_eq!(reply.json()["errors"], serde_json::to_value(expected).unwrap(), "{text:?}");
        }
    }
}

#[tokio::test]
async fn a_password_of_any_allowed_characters_is_taken_whole() {
    for (index, text) in
        ["Grüße aus 9 Straßen", " Leading 9 and trailing ", "👩‍👩‍👧‍👦Aa1 family", "Aa1é\u{202e}mixed", "Ａａ１Ａａ１Ａａ１"]
            .into_iter()
            .enumerate()
    {
        let service = Service::new().await;
        let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
        service.sign_in("jane.smith", &temporary).await;
        let mut body = activation();
        body["new_password"] = text.into();
        let reply = service.post("/activation", body).await;
        assert_eq!(reply.status, 200, "{index}: {}", reply.text);
        assert_eq!(service.sign_in("jane.smith", text.trim_end_matches(|_| false)).await.status, 200, "{index}");
        assert_eq!(service.sign_in("jane.smith", &format!("{text} ")).await.status, 401, "{index}");
    }
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    let mut body = activation();
    body["new_password"] = format!("Aa1{}", "x".repeat(253)).into();
    assert_eq!(service.post("/activation", body.clone()).await.status, 200);
    let cut = format!("Aa1{}", "x".repeat(252));
    assert_eq!(service.sign_in("jane.smith", &cut).await.status, 401, "256 characters are compared whole");
    assert_eq!(service.sign_in("jane.smith", body["new_password"].as_str().unwrap()).await.status, 200);
}

#[tokio::test]
async fn a_body_of_the_wrong_shape_is_refused_with_its_field() {
    let service = Service::new().await;
    let one = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    for (body, errors) in [
        (json!({ "username": "x" }), one("password", "missing-field")),
        (json!({ "username": 1, "password": "x" }), one("username", "wrong-type")),
        (json!({ "username": null, "password": "x" }), one("username", "wrong-type")),
        (json!({ "username": ["x"], "password": "x" }), one("username", "wrong-type")),
        (json!({ "username": "x", "password": "x", "admin": true }), one("admin", "unknown-field")),
        (json!([]), one("", "wrong-type")),
        (json!("x"), one("", "wrong-type")),
    ] {
        assert_eq!(service.post("/session", body.clone()).await.errors(), errors, "{body}");
    }
    let doubled = r#"{"username":"a","username":"b","password":"x"}"#;
    let reply = raw(&service, Method::POST, "/session", "application/json", doubled).await;
    assert_eq!(reply.errors(), one("username", "duplicate-field"));
    service.member().await;
    let reply = service.patch("/account/directory-entry", json!({ "mobile_visible": "no" })).await;
    assert_eq!(reply.errors(), one("mobile_visible", "wrong-type"));
    let lone = r#"{"current_password":"x","new_password":"Aa1aaaaa\ud800"}"#;
    let reply = raw(&service, Method::PUT, "/account/password", "application/json", lone).await;
    assert_eq!(reply.errors(), one("new_password", "password-unpaired-surrogate"));
}

#[tokio::test]
async fn a_body_that_is_no_json_is_refused() {
    let service = Service::new().await;
    let deep = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    let nested = format!(r#"{{"username":{deep},"password":"x"}}"#);
    let not_utf8: &[u8] = b"{\"username\":\"\xff\",\"password\":\"x\"}";
    let cases: [(&str, Vec<u8>, (u16, &str)); 8] = [
        ("application/json", b"".to_vec(), (400, "malformed-json")),
        ("application/json", b"username=x&password=y".to_vec(), (400, "malformed-json")),
        ("application/json", b"{\"username\":\"x\",\"password\":\"y\"} {}".to_vec(), (400, "malformed-json")),
        ("application/json", not_utf8.to_vec(), (400, "malformed-json")),
        ("text/plain", b"{}".to_vec(), (415, "unsupported-media-type")),
        ("application/x-www-form-urlencoded", b"username=x".to_vec(), (415, "unsupported-media-type")),
        ("", b"{}".to_vec(), (415, "unsupported-media-type")),
        ("application/json", vec![b'x'; 10 * 1024 * 1024], (413, "body-too-large")),
    ];
    for (media_type, body, (status, code)) in cases {
        let reply = raw(&service, Method::POST, "/session", media_type, body).await;
        assert_eq!(reply.problem(), (status, code.to_owned()), "{media_type}");
    }
    for body in [deep, nested] {
        assert_judged(&raw(&service, Method::POST, "/session", "application/json", body).await, "deep nesting");
    }
}

#[tokio::test]
async fn a_form_that_was_refused_has_changed_nothing() {
    let service = Service::new().await;
    service.member().await;
    let before = service.account("jane.smith").await;
    for body in [
        json!({ "current_password": PASSWORD, "new_password": "short" }),
        json!({ "current_password": "", "new_password": "Other-Crown-9" }),
        json!({ "current_password": PASSWORD }),
        Value::Null,
    ] {
        assert!(service.put("/account/password", body).await.status.is_client_error());
    }
    assert_eq!(service.account("jane.smith").await, before);
}
