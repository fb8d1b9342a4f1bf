//! Headers, origins, addresses.

use axum::body::Body;
use axum::http::{Method, Request, header};

use super::harness::{PASSWORD, Service};

async fn toggle(service: &Service, headers: &[(&str, &str)]) -> u16 {
    let cookie = service.cookie.lock().unwrap().clone().unwrap();
    let mut request = Request::builder()
        .method(Method::PATCH)
        .uri("/api/v1/account/directory-entry")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    service.send(request.body(Body::from(r#"{"mobile_visible":false}"#)).unwrap()).await.status.as_u16()
}

#[tokio::test]
async fn a_request_that_another_site_makes_a_browser_send_is_refused() {
    let service = Service::new().await;
    service.member().await;
    for (headers, status) in [
        (vec![("sec-fetch-site", "cross-site")], 403),
        (vec![("sec-fetch-site", "same-site")], 403),
        (vec![("origin", "https://evil.example")], 403),
        (vec![("origin", "null")], 403),
        (vec![("origin", "http://127.0.0.1:8081")], 403),
        (vec![("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")], 403),
        (vec![("sec-fetch-site", "same-origin")], 200),
        (vec![("origin", "http://127.0.0.1:8080")], 200),
        (vec![], 200),
    ] {
        assert_eq!(toggle(&service, &headers).await, status, "{headers:?}");
    }
}

#[tokio::test]
async fn the_cookie_is_bound_to_its_host_and_out_of_reach_of_scripts() {
    let plain = Service::new().await;
    plain.member().await;
    let cookie = plain.sign_in("jane.smith", PASSWORD).await.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("enamel=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let secure = Service::with(&[("ENAMEL_PUBLIC_URL", "https://accounts.example.org")]).await;
    secure.member().await;
    let cookie = secure.sign_in("jane.smith", PASSWORD).await.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("__Host-enamel=") && cookie.ends_with("; Secure"), "{cookie}");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let service = Service::with(&[("ENAMEL_PUBLIC_URL", "https://accounts.example.org")]).await;
    for path in ["/", "/api/v1/policy", "/api/v1/account", "/api/v1/nothing", "/nothing.js", "/healthz"] {
        let reply = service.call(Method::GET, path, None).await;
        let policy = reply.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}");
        assert_eq!(reply.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert!(reply.headers.contains_key(header::STRICT_TRANSPORT_SECURITY), "{path}");
        if path.starts_with("/api/") {
            assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store", "{path}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_document() {
    let service = Service::new().await;
    for path in
        ["/api/v1/nothing", "/api/", "/api/v2/account", "/nothing.js", "/demo.json", "/index.html", "/page.html"]
    {
        assert_eq!(service.call(Method::GET, path, None).await.problem(), (404, "not-found".to_owned()), "{path}");
    }
    assert_eq!(
        service.call(Method::PUT, "/api/v1/session", None).await.problem(),
        (405, "method-not-allowed".to_owned())
    );
    assert_eq!(service.call(Method::POST, "/directory", None).await.problem(), (405, "method-not-allowed".to_owned()));
}

#[tokio::test]
async fn the_demo_cannot_be_reached_in_serve() {
    let service = Service::new().await;
    for path in ["/demo", "/demo/people", "/demo/messages", "/demo/clock", "/demo/page.js"] {
        let reply = service.call(Method::GET, path, None).await;
        assert_eq!(reply.status, 404, "{path}");
    }
    assert_eq!(
        service.call(Method::POST, "/demo/clock", Some(serde_json::json!({ "advance": "P1D" }))).await.status,
        404
    );
}

#[tokio::test]
async fn alive_and_ready() {
    let service = Service::new().await;
    assert_eq!(service.call(Method::GET, "/healthz", None).await.status, 200);
    assert_eq!(service.call(Method::GET, "/readyz", None).await.status, 200);
    service.app.store().close().await;
    assert_eq!(service.call(Method::GET, "/healthz", None).await.status, 200);
    assert_eq!(service.call(Method::GET, "/readyz", None).await.problem(), (503, "try-again-later".to_owned()));
}

#[tokio::test]
async fn the_openapi_document_describes_every_address_of_the_interface() {
    let document: serde_json::Value = serde_json::from_str(&crate::http::document().unwrap()).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    for (path, method) in [
        ("/session", "post"),
        ("/session", "delete"),
        ("/session", "get"),
        ("/activation", "post"),
        ("/activation", "get"),
        ("/security-questions", "get"),
        ("/account", "get"),
        ("/account/password", "put"),
        ("/account/directory-entry", "patch"),
        ("/account/deadlines.ics", "get"),
        ("/policy", "get"),
        ("/directory", "get"),
    ] {
        assert!(document["paths"][format!("/api/v1{path}")][method].is_object(), "{method} {path}");
    }
    let served = Service::new().await.call(Method::GET, "/api/openapi.json", None).await.json();
    assert_eq!(served, document);
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_given_up_with_a_problem_document() {
    let service = Service::with(&[("ENAMEL_REQUEST_TIMEOUT_SECONDS", "1")]).await;
    let never = futures_util::stream::pending::<Result<axum::body::Bytes, std::io::Error>>();
    let request = Request::post("/api/v1/session")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from_stream(never));
    let reply = service.send(request.unwrap()).await;
    assert_eq!(reply.problem(), (503, "try-again-later".to_owned()));
    assert!(reply.headers.contains_key(header::RETRY_AFTER));
}
