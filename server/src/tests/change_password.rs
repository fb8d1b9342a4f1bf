use enamel_core::account::Command;
use enamel_core::mobile::Mobile;
use enamel_core::vouching::{Reissue, VouchingId};
use serde_json::json;
use uuid::Uuid;

use super::harness::{PASSWORD, Reply, Service};
use crate::app::Open;

async fn change(service: &Service, from: &str, to: &str) -> Reply {
    service.put("/account/password", json!({ "current_password": from, "new_password": to })).await
}

fn error(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[tokio::test]
async fn r17_a_change_needs_the_current_password_and_differs_from_the_last_four() {
    let service = Service::new().await;
    service.member().await;
    assert_eq!(
        change(&service, "Wrong-Crown-9", "Other-Crown-9").await.errors(),
        error("current_password", "current-password-wrong")
    );
    assert_eq!(change(&service, PASSWORD, PASSWORD).await.errors(), error("new_password", "password-reused"));
    assert_eq!(change(&service, PASSWORD, "short").await.errors()[0], error("new_password", "password-too-short")[0]);
    let passwords = [PASSWORD, "First-Crown-9", "Second-Crown-9", "Third-Crown-9", "Fourth-Crown-9"];
    for pair in passwords.windows(2) {
        let reply = change(&service, pair[0], pair[1]).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
    }
    for used in &passwords[1..] {
        assert_eq!(
            change(&service, passwords[4], used).await.errors(),
            error("new_password", "password-reused"),
            "{used}"
        );
    }
    assert_eq!(change(&service, passwords[4], passwords[0]).await.status, 200, "the fifth back is free again");
}

#[tokio::test]
async fn r17_a_change_ends_every_other_session_and_is_confirmed() {
    let service = Service::new().await;
    service.member().await;
    let other = service.cookie.lock().unwrap().take();
    service.sign_in("jane.smith", PASSWORD).await;
    let sent = service.messages().await.len();
    assert_eq!(change(&service, PASSWORD, "Other-Crown-9").await.status, 200);
    assert_eq!(service.get("/account").await.status, 200, "this session goes on");
    *service.cookie.lock().unwrap() = other;
    assert_eq!(service.get("/account").await.status, 401);
    let confirmations: Vec<_> = service.messages().await.drain(sent..).map(|message| message.channel).collect();
    assert_eq!(confirmations, ["email", "sms"]);
    assert_eq!(service.sign_in("jane.smith", PASSWORD).await.status, 401);
    assert_eq!(service.sign_in("jane.smith", "Other-Crown-9").await.status, 200);
}

#[tokio::test]
async fn r14_an_expired_password_opens_only_its_change() {
    let service = Service::new().await;
    service.member().await;
    service.on_day(90).await;
    assert_eq!(service.sign_in("jane.smith", PASSWORD).await.json()["next"], "change-password");
    for path in ["/account", "/account/deadlines.ics", "/directory?q="] {
        assert_eq!(service.get(path).await.problem(), (403, "password-change-required".to_owned()), "{path}");
    }
    let hide = json!({ "mobile_visible": false });
    assert_eq!(
        service.patch("/account/directory-entry", hide).await.problem(),
        (403, "password-change-required".to_owned())
    );
    let reply = change(&service, PASSWORD, "Other-Crown-9").await;
    assert_eq!((reply.status.as_u16(), &reply.json()["status"]), (200, &json!("active")));
    assert_eq!(service.get("/account").await.json()["deadlines"][0]["days_left"], 90);
}

#[tokio::test]
async fn r14_a_change_in_a_session_that_outlived_the_expiry_makes_the_account_active() {
    let service = Service::with(&[
        ("ENAMEL_POLICY__SESSION_MINUTES", "999999"),
        ("ENAMEL_POLICY__SESSION_IDLE_MINUTES", "999999"),
    ])
    .await;
    service.member().await;
    service.on_day(95).await;
    let view = change(&service, PASSWORD, "Other-Crown-9").await.json();
    assert_eq!((&view["status"], &view["deadlines"][0]["kind"]), (&json!("active"), &json!("password-expires")));
}

#[tokio::test]
async fn r9_a_temporary_password_issued_on_a_vouching_opens_no_change_of_the_password() {
    let service = Service::new().await;
    service.member().await;
    assert_eq!(service.get("/activation").await.problem(), (409, "already-activated".to_owned()));
    let hash = service.app.hasher().hash("Vouched-1234".to_owned()).await.unwrap();
    let mobile = Mobile::parse(&"07700900123".into()).unwrap();
    let reissue = Reissue { mobile, usable_from: service.app.now(), vouching: VouchingId(Uuid::from_u128(1)) };
    let id = service.account("jane.smith").await.id;
    service.app.decide(id, Open::Nothing, &Command::Reissue { reissue, hash }).await.unwrap();
    service.sign_in("jane.smith", PASSWORD).await;
    assert_eq!(service.get("/activation").await.problem(), (409, "already-activated".to_owned()));
    assert_eq!(service.sign_in("jane.smith", "Vouched-1234").await.json()["next"], "activate");
    let body = json!({ "current_password": PASSWORD, "new_password": "Zahnrad & Krone 27" });
    assert_eq!(service.put("/account/password", body).await.problem(), (403, "activation-required".to_owned()));
    assert_eq!(service.get("/activation").await.status, 200);
}
