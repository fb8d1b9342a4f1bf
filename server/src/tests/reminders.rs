use super::harness::{PASSWORD, Service};

/// Subject, or text, of each message about a password that expires, with where it went.
async fn reminders(service: &Service) -> Vec<(String, String)> {
    service
        .messages()
        .await
        .into_iter()
        .filter(|message| {
            message.subject.as_deref().unwrap_or(&message.body).contains("Your password expire")
                || message.body.contains("has expired")
        })
        .map(|message| (message.sent_at.to_string().split('T').next().unwrap().to_owned(), message.to))
        .collect()
}

#[tokio::test]
async fn r13_reminders_go_out_on_the_policys_days_once_each_and_by_text_from_the_last_two_on() {
    let service = Service::new().await;
    service.member().await;
    for day in 0..=92 {
        service.on_day(day).await;
        service.on_day(day).await;
    }
    let sent = reminders(&service).await;
    let days: Vec<_> = sent.iter().filter(|(_, to)| to == "jane.smith@nhs.net").map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["2027-02-03", "2027-02-11", "2027-02-16", "2027-02-19", "2027-02-20", "2027-02-21"]);
    let private: Vec<_> = sent.iter().filter(|(_, to)| to == "Jane@example.org").map(|(day, _)| day.as_str()).collect();
    assert_eq!(private, days);
    let texts: Vec<_> = sent.iter().filter(|(_, to)| to == "+447700900123").map(|(day, _)| day.as_str()).collect();
    assert_eq!(texts, ["2027-02-19", "2027-02-20", "2027-02-21"]);
}

#[tokio::test]
async fn r13_a_reminder_due_while_the_server_was_down_goes_out_when_it_is_back_and_once() {
    let service = Service::new().await;
    service.member().await;
    service.app.clock().set(super::harness::start().plus(enamel_core::time::Span::days(73)));
    let service = service.restarted().await;
    assert_eq!(reminders(&service).await.len(), 0);
    service.on_day(73).await;
    assert_eq!(reminders(&service).await.len(), 2);
    let service = service.restarted().await;
    service.on_day(73).await;
    assert_eq!(reminders(&service).await.len(), 2);
}

#[tokio::test]
async fn r13_r17_a_change_cancels_what_waits_and_what_is_to_come() {
    let service = Service::new().await;
    service.member().await;
    service.on_day(88).await;
    // The reminders of day 72 to 88 wait in the outbox, undelivered.
    service.sign_in("jane.smith", PASSWORD).await;
    let body = serde_json::json!({ "current_password": PASSWORD, "new_password": "Other-Crown-9" });
    assert_eq!(service.put("/account/password", body).await.status, 200);
    service.on_day(95).await;
    assert_eq!(reminders(&service).await.len(), 0);
}

#[tokio::test]
async fn r15_an_account_nobody_uses_is_deleted_in_the_end_and_leaves_nothing_personal() {
    let service = Service::new().await;
    service.member().await;
    for day in 0..=180 {
        service.on_day(day).await;
    }
    assert_eq!(service.account("jane.smith").await.holder(), None);
    assert_eq!(service.get("/account").await.status, 401);
    assert_eq!(service.sign_in("jane.smith", PASSWORD).await.problem(), (401, "sign-in-failed".to_owned()));
    let found = service
        .app
        .store()
        .search_directory("smith", &crate::store::Cursor { sort_key: String::new(), account_id: vec![] }, 9)
        .await;
    assert!(found.unwrap().is_empty());
    assert!(service.messages().await.iter().any(|message| message.body.contains("deleted for good")));
}

#[tokio::test]
async fn r20_the_calendar_file_is_served_as_one() {
    let service = Service::new().await;
    service.member().await;
    let reply = service.get("/account/deadlines.ics").await;
    assert_eq!(reply.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(reply.text.contains("DTSTART:20270221T090000Z\r\n"), "{}", reply.text);
}

#[tokio::test]
async fn a_changed_policy_moves_what_is_due() {
    let service = Service::new().await;
    service.member().await;
    let mut settings = service.app.settings().clone();
    settings.policy.password_days = Some(30);
    let app = crate::serve::open(settings, service.app.clock().clone()).await.unwrap();
    let due = app.store().next_due().await.unwrap().unwrap();
    assert_eq!(due.to_string(), "2026-12-05T09:00:00Z");
}
