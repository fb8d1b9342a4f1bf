//! A database that fails: nothing is half done, and the answer says to try again.

use axum::http::header;
use serde_json::json;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};

use super::harness::{PASSWORD, Reply, Service, activation};

async fn connection(service: &Service) -> SqliteConnection {
    SqliteConnectOptions::new().filename(service.folder.path().join("test.db")).connect().await.unwrap()
}

fn assert_unavailable(reply: &Reply) {
    assert_eq!(reply.problem(), (503, "try-again-later".to_owned()));
    assert!(reply.headers.contains_key(header::RETRY_AFTER));
}

#[tokio::test]
async fn r9_an_activation_that_fails_at_any_statement_has_not_happened() {
    let failures = [
        "BEFORE UPDATE ON account",
        "AFTER UPDATE ON account",
        "BEFORE INSERT ON directory_entry",
        "AFTER INSERT ON directory_entry",
        "BEFORE INSERT ON audit",
        "AFTER INSERT ON audit",
        "BEFORE INSERT ON outbox",
        "AFTER INSERT ON outbox WHEN new.channel = 'sms'",
        "BEFORE DELETE ON session",
        "AFTER DELETE ON session",
        "BEFORE INSERT ON session",
        "AFTER INSERT ON session",
    ];
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    let before = service.account("jane.smith").await;
    let mut connection = connection(&service).await;
    for failure in failures {
        let create = format!("CREATE TRIGGER fault {failure} BEGIN SELECT RAISE(FAIL, 'injected'); END");
        sqlx::raw_sql(sqlx::AssertSqlSafe(create)).execute(&mut connection).await.unwrap();
        assert_unavailable(&service.post("/activation", activation()).await);
        sqlx::raw_sql("DROP TRIGGER fault").execute(&mut connection).await.unwrap();
        assert_eq!(service.account("jane.smith").await, before, "{failure}");
        assert_eq!(service.get("/session").await.json()["next"], "activate", "{failure}: the session lives on");
        assert_eq!(service.messages().await.len(), 2, "{failure}");
    }
    assert_eq!(service.post("/activation", activation()).await.status, 200, "and works once the fault is gone");
}

#[tokio::test]
async fn a_locked_database_is_unavailable_and_what_was_acknowledged_stays() {
    let service = Service::new().await;
    service.member().await;
    let mut other = connection(&service).await;
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    assert_unavailable(&service.patch("/account/directory-entry", json!({ "mobile_visible": false })).await);
    assert_eq!(service.get("/account").await.status, 200, "reading goes on");
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    assert_eq!(service.patch("/account/directory-entry", json!({ "mobile_visible": false })).await.status, 200);
}

#[tokio::test]
async fn a_full_database_is_unavailable_and_what_was_acknowledged_stays() {
    let service = Service::new().await;
    service.member().await;
    // The pool's own connection has the limit: of the pages it has now, and no more.
    service.app.store().limit_pages_for_test().await;
    let mut last = None;
    for number in 0..200 {
        let reply = service.patch("/account/directory-entry", json!({ "mobile_visible": number % 2 == 1 })).await;
        if reply.status != 200 {
            assert_unavailable(&reply);
            break;
        }
        last = Some(reply.json()["mobile_visible"].clone());
    }
    let shown = service.get("/account").await.json()["mobile_visible"].clone();
    assert_eq!(Some(shown), last.or(Some(json!(true))), "what was acknowledged last is what is there");
    assert_unavailable(&service.sign_in("jane.smith", PASSWORD).await);
}

#[tokio::test]
async fn a_read_only_database_is_unavailable_for_changes_and_serves_who_reads() {
    let service = Service::new().await;
    service.member().await;
    service.app.store().forbid_writes_for_test().await;
    assert_unavailable(&service.patch("/account/directory-entry", json!({ "mobile_visible": false })).await);
    assert_unavailable(&service.sign_in("jane.smith", PASSWORD).await);
    assert_eq!(service.get("/account").await.json()["mobile_visible"], true);
}

#[tokio::test]
async fn r13_a_row_that_does_not_read_holds_up_nobody_elses_reminders() {
    let service = Service::new().await;
    service.newcomer("Amira", "Khan", "07700900124").await;
    service.member().await;
    let mut other = connection(&service).await;
    sqlx::query("UPDATE account SET state = '{}', due_at = 0 WHERE username = 'amira.khan'")
        .execute(&mut other)
        .await
        .unwrap();
    let sent = service.messages().await.len();
    service.on_day(72).await;
    assert_eq!(service.messages().await.len(), sent + 2);
    let mut settings = service.app.settings().clone();
    settings.policy.password_days = Some(80);
    assert!(crate::serve::open(settings, service.app.clock().clone()).await.is_ok(), "and not the start either");
}

#[tokio::test]
async fn an_impossible_row_is_our_fault_and_says_nothing_of_its_content() {
    let service = Service::new().await;
    service.member().await;
    let mut other = connection(&service).await;
    sqlx::query("UPDATE account SET state = '{\"secret\":1}'").execute(&mut other).await.unwrap();
    let reply = service.get("/account").await;
    assert_eq!(reply.problem(), (500, "internal".to_owned()));
    assert!(!reply.text.contains("secret") && !reply.text.contains("account"));
}
