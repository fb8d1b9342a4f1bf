use serde_json::{Value, json};

use super::harness::{PASSWORD, Service, activation};

async fn entries(service: &Service, query: &str) -> Vec<Value> {
    let reply = service.get(&format!("/directory?q={query}")).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    reply.json()["entries"].as_array().unwrap().clone()
}

#[tokio::test]
async fn r18_a_hidden_mobile_is_absent_at_once_and_can_be_shown_again() {
    let service = Service::new().await;
    service.member().await;
    assert_eq!(entries(&service, "jane").await[0]["mobile"], "+447700900123");
    let reply = service.patch("/account/directory-entry", json!({ "mobile_visible": false })).await;
    assert_eq!(reply.json()["mobile_visible"], false);
    let hidden = entries(&service, "jane").await;
    assert_eq!(hidden, [json!({ "name": "Jane Smith", "address": "jane.smith@nhs.net" })]);
    assert_eq!(service.get("/account").await.json()["mobile"], "+447700900123", "the member still sees it");
    service.patch("/account/directory-entry", json!({ "mobile_visible": false })).await;
    service.patch("/account/directory-entry", json!({ "mobile_visible": true })).await;
    assert_eq!(entries(&service, "jane").await[0]["mobile"], "+447700900123");
}

#[tokio::test]
async fn r18_the_directory_finds_part_of_a_name_in_any_case_and_nobody_who_is_not_activated() {
    let service = Service::new().await;
    service.newcomer("Amira", "Khan", "07700900124").await;
    service.member().await;
    for query in ["", "SMI", "ne%20smi", "smith@nhs", "jane.smith@NHS.net", "%20Jane%20"] {
        assert_eq!(entries(&service, query).await.len(), 1, "{query}");
    }
    for query in ["khan", "%25", "_", "07700", "'", "net", "nhs.", "smith@gmail"] {
        assert_eq!(entries(&service, query).await.len(), 0, "{query}");
    }
}

#[tokio::test]
async fn the_directory_is_paged_by_cursor_without_loss_or_repetition() {
    let service = Service::new().await;
    service.member().await;
    for number in 0..45 {
        let first = format!("Zoe{}", char::from(b'a' + number % 26));
        let last = format!("Brown{}", "x".repeat(usize::from(number / 26)));
        let password = service.newcomer(&first, &last, &format!("077009{:05}", 200 + u32::from(number))).await;
        service.sign_in(&format!("{first}.{last}"), &password).await;
        assert_eq!(service.post("/activation", activation()).await.status, 200);
    }
    service.sign_in("jane.smith", PASSWORD).await;
    let (mut seen, mut pages, mut path) = (Vec::new(), 0, "/directory?q=zoe".to_owned());
    loop {
        let page = service.get(&path).await.json();
        pages += 1;
        seen.extend(
            page["entries"].as_array().unwrap().iter().map(|entry| entry["address"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/directory?q=zoe&cursor={next}");
    }
    let distinct: std::collections::HashSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), distinct.len(), pages), (45, 45, 3));
    assert_eq!(service.get("/directory?cursor=!!").await.problem(), (400, "invalid-query".to_owned()));
    let too_long = service.get(&format!("/directory?q={}", "x".repeat(201))).await;
    assert_eq!(too_long.problem(), (400, "invalid-query".to_owned()));
    assert_eq!(
        too_long.json()["errors"],
        json!([{
            "field": "q",
            "code": "search-too-long",
            "message": "Search for 200 characters or fewer",
            "numbers": { "maximum": 200 },
        }])
    );
}
