//! A request that is sent again is decided once.

use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use super::harness::{PASSWORD, Reply, Service, activation};

const KEY: &str = "0123456789abcdef";
const NEW: &str = "Zahnrad & Krone 27";

fn change() -> Value {
    json!({ "current_password": PASSWORD, "new_password": NEW })
}

impl Service {
    /// Sends with a key and a cookie; the browser's own is left as it is.
    async fn keyed(&self, method: Method, path: &str, key: &str, cookie: &str, body: &Value) -> Reply {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .header("Idempotency-Key", key);
        self.send(request.body(body.to_string().into()).unwrap()).await
    }

    fn own_cookie(&self) -> String {
        self.cookie.lock().unwrap().clone().unwrap()
    }

    async fn changes(&self) -> usize {
        self.messages().await.iter().filter(|message| message.body.contains("password was changed")).count()
    }
}

#[tokio::test]
async fn r17_a_change_whose_answer_was_lost_is_answered_again_and_not_made_again() {
    let service = Service::new().await;
    service.member().await;
    let before = service.own_cookie();
    let first = service.keyed(Method::PUT, "/account/password", KEY, &before, &change()).await;
    assert_eq!(first.status, 200, "{}", first.text);
    let lost = service.own_cookie();
    let confirmed = service.changes().await;

    let again = service.keyed(Method::PUT, "/account/password", KEY, &before, &change()).await;
    assert_eq!((again.status, again.json()), (first.status, first.json()));
    let current = service.own_cookie();
    assert_ne!(current, lost, "a token that somebody may have caught is replaced");
    assert_eq!(service.get("/account").await.status, 200);
    assert_eq!(service.changes().await, confirmed, "nobody is told twice");
    *service.cookie.lock().unwrap() = Some(lost);
    assert_eq!(service.get("/account").await.problem().0, 401, "the lost token opens nothing");

    // The answer's head has come: the session is the one that was opened.
    let with_new = service.keyed(Method::PUT, "/account/password", KEY, &current, &change()).await;
    assert_eq!(with_new.status, 200);
    assert!(with_new.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test]
async fn r9_an_activation_sent_twice_at_once_is_made_once() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    let (cookie, body) = (service.own_cookie(), activation());
    let send = || service.keyed(Method::POST, "/activation", KEY, &cookie, &body);
    let (one, other) = tokio::join!(send(), send());
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (200, 200), "{} {}", one.text, other.text);
    let active = service.messages().await.iter().filter(|message| message.body.contains("is active")).count();
    assert_eq!(active, 2, "one email and one text");
}

#[tokio::test]
async fn r18_a_visibility_sent_again_does_not_undo_what_came_after_it() {
    let service = Service::new().await;
    service.member().await;
    let cookie = service.own_cookie();
    let hide = json!({ "mobile_visible": false });
    let keyed = |body: Value, key: &'static str| {
        let (service, cookie) = (&service, cookie.clone());
        async move { service.keyed(Method::PATCH, "/account/directory-entry", key, &cookie, &body).await }
    };
    assert_eq!(keyed(hide.clone(), KEY).await.json()["mobile_visible"], false);
    assert_eq!(keyed(json!({ "mobile_visible": true }), "another-key-0123").await.json()["mobile_visible"], true);
    assert_eq!(keyed(hide, KEY).await.json()["mobile_visible"], true, "it was decided before");
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_session() {
    let service = Service::new().await;
    service.member().await;
    let before = service.own_cookie();
    assert_eq!(service.keyed(Method::PUT, "/account/password", KEY, &before, &change()).await.status, 200);
    let other = json!({ "current_password": PASSWORD, "new_password": "Anderes Zahnrad 28" });
    let reused = service.keyed(Method::PUT, "/account/password", KEY, &before, &other).await;
    assert_eq!(reused.problem(), (422, "idempotency-key-reused".to_owned()));

    let temporary = service.newcomer("Amira", "Khan", "07700900124").await;
    service.sign_in("amira.khan", &temporary).await;
    let stranger = service.own_cookie();
    let reused = service.keyed(Method::PUT, "/account/password", KEY, &stranger, &change()).await;
    assert_eq!(reused.problem(), (422, "idempotency-key-reused".to_owned()));
    let nobody = service.keyed(Method::PUT, "/account/password", KEY, "x=y", &change()).await;
    assert_eq!(nobody.problem().0, 401);
    // What it was sent for, and nothing else: the session itself has ended.
    let elsewhere = service.keyed(Method::GET, "/account", KEY, &before, &json!(null)).await;
    assert_eq!(elsewhere.problem().0, 401);
}

#[tokio::test]
async fn r17_a_change_made_since_ends_what_a_key_could_open() {
    let service = Service::new().await;
    service.member().await;
    let before = service.own_cookie();
    assert_eq!(service.keyed(Method::PUT, "/account/password", KEY, &before, &change()).await.status, 200);
    let since = json!({ "current_password": NEW, "new_password": "Anderes Zahnrad 28" });
    assert_eq!(service.put("/account/password", since).await.status, 200);
    let again = service.keyed(Method::PUT, "/account/password", KEY, &before, &change()).await;
    assert_eq!(again.problem().0, 401);
}

#[tokio::test]
async fn what_is_no_key_is_refused() {
    let service = Service::new().await;
    service.member().await;
    let cookie = service.own_cookie();
    for key in ["", "short", &"x".repeat(65), "with spaces in the key", "\"a-quote-left-open"] {
        let reply = service.keyed(Method::PUT, "/account/password", key, &cookie, &change()).await;
        assert_eq!(reply.problem(), (400, "invalid-idempotency-key".to_owned()), "{key}");
    }
    let quoted = service.keyed(Method::PUT, "/account/password", "\"0123456789abcdef\"", &cookie, &change()).await;
    assert_eq!(quoted.status, 200, "{}", quoted.text);
    let large = service.keyed(Method::PUT, "/account/password", KEY, &cookie, &json!("x".repeat(70_000))).await;
    assert_eq!(large.problem(), (413, "body-too-large".to_owned()));
}

#[tokio::test]
async fn two_people_with_one_key_at_once_are_answered_each_for_themselves() {
    let service = Service::new().await;
    let amira = service.newcomer("Amira", "Khan", "07700900124").await;
    let jane = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("amira.khan", &amira).await;
    let of_amira = service.cookie.lock().unwrap().take().unwrap();
    service.sign_in("jane.smith", &jane).await;
    let (of_jane, body) = (service.own_cookie(), activation());
    let send = |cookie: String| {
        let (service, body) = (&service, &body);
        async move { service.keyed(Method::POST, "/activation", KEY, &cookie, body).await }
    };
    let (one, other) = tokio::join!(send(of_amira), send(of_jane));
    let whose = |reply: &Reply| reply.json()["username"].as_str().map(str::to_owned);
    let both = [(one, "amira.khan"), (other, "jane.smith")];
    for (reply, own) in &both {
        assert!(reply.status == 422 || whose(reply).as_deref() == Some(*own), "{own}: {} {}", reply.status, reply.text);
    }
    assert_eq!(both.iter().filter(|(reply, _)| reply.status == 200).count(), 1);
}

#[tokio::test]
async fn r18_hiding_what_is_hidden_is_known_again_too() {
    let service = Service::new().await;
    service.member().await;
    let cookie = service.own_cookie();
    let show = json!({ "mobile_visible": true });
    assert_eq!(service.keyed(Method::PATCH, "/account/directory-entry", KEY, &cookie, &show).await.status, 200);
    service.patch("/account/directory-entry", json!({ "mobile_visible": false })).await;
    let again = service.keyed(Method::PATCH, "/account/directory-entry", KEY, &cookie, &show).await;
    assert_eq!(again.json()["mobile_visible"], false);
}

#[tokio::test]
async fn r14_a_listing_sent_again_after_the_expiry_is_refused_like_any_other() {
    let service = Service::new().await;
    service.member().await;
    let cookie = service.own_cookie();
    let hide = json!({ "mobile_visible": false });
    assert_eq!(service.keyed(Method::PATCH, "/account/directory-entry", KEY, &cookie, &hide).await.status, 200);
    service.on_day(91).await;
    service.sign_in("jane.smith", PASSWORD).await;
    let expired = service.own_cookie();
    let again = service.keyed(Method::PATCH, "/account/directory-entry", KEY, &expired, &hide).await;
    assert_eq!(again.status.as_u16() / 100, 4, "{}", again.text);
    assert!(!again.text.contains("deadlines"), "{}", again.text);
}

#[tokio::test]
async fn who_signs_out_ends_the_session_whose_token_was_lost() {
    let service = Service::new().await;
    service.member().await;
    let before = service.own_cookie();
    assert_eq!(service.keyed(Method::PUT, "/account/password", KEY, &before, &change()).await.status, 200);
    let lost = service.own_cookie();
    *service.cookie.lock().unwrap() = Some(before);
    assert_eq!(service.call(Method::DELETE, "/api/v1/session", None).await.status, 204);
    *service.cookie.lock().unwrap() = Some(lost);
    assert_eq!(service.get("/account").await.problem().0, 401);
}
