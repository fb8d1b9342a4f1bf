use axum::http::{Request, header};

use super::harness::{PASSWORD, Service};

#[tokio::test]
async fn r8_any_spelling_of_the_username_signs_in() {
    let service = Service::new().await;
    service.member().await;
    for username in ["jane.smith", " Jane.Smith@NHS.net ", "JANE.SMITH", "jane . smith"] {
        let reply = service.sign_in(username, PASSWORD).await;
        assert_eq!((reply.status.as_u16(), &reply.json()["next"]), (200, &"home".into()), "{username}");
    }
}

#[tokio::test]
async fn r8_a_wrong_password_and_an_unknown_username_are_told_alike() {
    let service = Service::new().await;
    service.member().await;
    service.newcomer("Amira", "Khan", "07700900124").await;
    let mut texts = std::collections::HashSet::new();
    for username in ["jane.smith", "amira.khan", "nobody.here"] {
        let reply = service.sign_in(username, "Wrong-Crown-9").await;
        assert_eq!(reply.problem(), (401, "sign-in-failed".to_owned()));
        assert!(reply.headers.get(header::SET_COOKIE).is_none());
        texts.insert(reply.text);
    }
    assert_eq!(texts.len(), 1, "{texts:?}");
}

#[tokio::test]
async fn r9_a_temporary_password_leads_only_to_activation() {
    let service = Service::new().await;
    let password = service.newcomer("Jane", "Smith", "07700900123").await;
    assert_eq!(service.sign_in("jane.smith", &password).await.json()["next"], "activate");
    for path in ["/account", "/account/deadlines.ics", "/directory?q="] {
        assert_eq!(service.get(path).await.problem(), (403, "activation-required".to_owned()), "{path}");
    }
    let body = serde_json::json!({ "mobile_visible": false });
    assert_eq!(
        service.patch("/account/directory-entry", body).await.problem(),
        (403, "activation-required".to_owned())
    );
    let body = serde_json::json!({ "current_password": password, "new_password": PASSWORD });
    assert_eq!(service.put("/account/password", body).await.problem(), (403, "activation-required".to_owned()));
    assert_eq!(service.get("/activation").await.json()["mobile"], "+447700900123");
}

#[tokio::test]
async fn r10_a_space_copied_with_a_temporary_password_is_left_out_but_of_a_chosen_one_it_counts() {
    let service = Service::new().await;
    let password = service.newcomer("Amira", "Khan", "07700900124").await;
    assert_eq!(service.sign_in("amira.khan", &format!(" \u{feff}{password}\u{a0}\n")).await.json()["next"], "activate");
    service.member().await;
    let refused = service.sign_in("jane.smith", &format!("{PASSWORD} ")).await;
    assert_eq!(refused.problem(), (401, "sign-in-failed".to_owned()));
}

#[tokio::test]
async fn r10_a_temporary_password_that_has_run_out_says_so_only_to_its_holder() {
    let service = Service::new().await;
    let password = service.newcomer("Jane", "Smith", "07700900123").await;
    service.on_day(14).await;
    assert_eq!(
        service.sign_in("jane.smith", &password).await.problem(),
        (403, "temporary-password-expired".to_owned())
    );
    assert_eq!(service.sign_in("jane.smith", "Wrong-Crown-9").await.problem(), (401, "sign-in-failed".to_owned()));
}

#[tokio::test]
async fn a_session_ends_by_signing_out_by_idling_and_at_its_age() {
    let service = Service::new().await;
    service.member().await;
    let cookie = service.cookie.lock().unwrap().clone();
    assert_eq!(service.get("/session").await.json()["username"], "jane.smith");
    let reply = service.call(axum::http::Method::DELETE, "/api/v1/session", None).await;
    assert_eq!(reply.status, 204);
    // The cookie alone, kept by somebody, opens nothing any more.
    *service.cookie.lock().unwrap() = cookie;
    assert_eq!(service.get("/session").await.problem(), (401, "not-signed-in".to_owned()));

    let minutes = |minutes| super::harness::start().plus(enamel_core::time::Span::minutes(minutes));
    service.sign_in("jane.smith", PASSWORD).await;
    for minute in [29, 58, 87] {
        service.app.clock().set(minutes(minute));
        assert_eq!(service.get("/session").await.status, 200, "minute {minute}");
        service.session_noted().await;
    }
    service.app.clock().set(minutes(87 + 30));
    assert_eq!(service.get("/session").await.status, 401);

    service.app.clock().set(minutes(0));
    service.sign_in("jane.smith", PASSWORD).await;
    for minute in (0..720).step_by(20) {
        service.app.clock().set(minutes(minute));
        assert_eq!(service.get("/session").await.status, 200, "minute {minute}");
        service.session_noted().await;
    }
    service.app.clock().set(minutes(720));
    assert_eq!(service.get("/session").await.status, 401);
}

#[tokio::test]
async fn signing_in_replaces_the_session_from_before() {
    let service = Service::new().await;
    service.member().await;
    let before = service.cookie.lock().unwrap().clone();
    service.sign_in("jane.smith", PASSWORD).await;
    let after = service.cookie.lock().unwrap().clone();
    assert_ne!(before, after);
    *service.cookie.lock().unwrap() = before;
    assert_eq!(service.get("/session").await.status, 401);
}

#[tokio::test]
async fn a_password_is_hashed_anew_at_sign_in_when_the_cost_was_raised() {
    let service = Service::new().await;
    service.member().await;
    let cheap = service.account("jane.smith").await.credentials()[0].1.clone();
    let mut settings = service.app.settings().clone();
    settings.argon2.memory_kib = 16;
    let app = crate::serve::open(settings, service.app.clock().clone()).await.unwrap();
    let router = crate::http::router(&app, axum::Router::new());
    let dear = Service { app, router, ..service };
    assert_eq!(dear.sign_in("jane.smith", PASSWORD).await.status, 200);
    let hash = dear.account("jane.smith").await.credentials()[0].1.clone();
    assert_ne!(hash, cheap);
    assert!(hash.as_str().contains("m=16,"));
    assert_eq!(dear.get("/account").await.status, 200, "the session lives on");
    assert_eq!(dear.sign_in("jane.smith", PASSWORD).await.status, 200);
}

#[tokio::test]
async fn one_person_signing_in_from_many_places_at_once_gets_in_from_each() {
    let service = Service::new().await;
    service.member().await;
    let all = std::sync::Arc::new(service);
    let tasks: Vec<_> = (0..32)
        .map(|_| {
            let service = std::sync::Arc::clone(&all);
            tokio::spawn(async move { service.sign_in("jane.smith", PASSWORD).await.status.as_u16() })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), 200);
    }
}

#[tokio::test]
async fn what_is_asked_for_another_account_than_the_sessions_is_refused() {
    let service = Service::new().await;
    service.member().await;
    let cookie = service.cookie.lock().unwrap().clone().unwrap();
    let hide = |shown: &'static str| {
        let request = Request::builder().method("PATCH").uri("/api/v1/account/directory-entry");
        let request = request.header(header::COOKIE, cookie.clone()).header(header::CONTENT_TYPE, "application/json");
        request.header("enamel-account", shown).body(r#"{"mobile_visible":false}"#.to_owned().into()).unwrap()
    };
    let visible = async || service.account("jane.smith").await.member().unwrap().holder.mobile.is_visible();
    let reply = service.send(hide("david.jones")).await;
    assert_eq!((reply.problem(), visible().await), ((409, "another-account".to_owned()), true));
    assert_eq!((service.send(hide("jane.smith")).await.status.as_u16(), visible().await), (200, false));
}
