//! The third journey: the mobile number leaves the directory, and comes back (R18).

use anyhow::Context as _;
use enamel_tests::{Member, Result, Visit, at_both_widths};
use serde_json::{Value, json};

use crate::account::{enter_as, sign_in, sign_out};

const JANES: &str = "07700 900103";

at_both_widths! {
    async fn r18_a_hidden_mobile_is_absent_from_the_directory_at_once(visit: &mut Visit) -> Result {
        let jose = visit.demo.person("jose.nunez").await?.password.context("not activated")?;
        enter_as(visit, "jane.smith").await?;
        visit.says("07700 900103. The directory shows it.").await?;
        assert_eq!(mobile_elsewhere(visit, &jose).await?, Some("+447700900103".to_owned()));
        visit.press("Hide my mobile number").await?;
        visit.says("The directory does not show it.").await?;
        assert_eq!(mobile_elsewhere(visit, &jose).await?, None);
        visit.inspect("account-mobile-hidden").await?;
        visit.browser.driver().refresh().await?;
        visit.says("The directory does not show it.").await?;

        sign_out(visit).await?;
        sign_in(visit, "jose.nunez", &jose).await?;
        visit.arrives("Your account").await?;
        visit.follow("Directory").await?;
        finds_jane(visit, false).await?;
        visit.inspect("directory-found").await?;
        sign_out(visit).await?;

        enter_as(visit, "jane.smith").await?;
        visit.press("Show my mobile number").await?;
        visit.says("The directory shows it.").await?;
        assert_eq!(mobile_elsewhere(visit, &jose).await?, Some("+447700900103".to_owned()));
        visit.follow("Directory").await?;
        finds_jane(visit, true).await
    }
}

at_both_widths! {
    async fn r18_the_directory_finds_by_name_and_says_when_nobody_is_found(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        visit.says("Mei Chen").await?;
        visit.inspect("directory").await?;
        assert!(!visit.text().await?.contains("07700 900107"), "hidden from the start");
        assert!(!visit.text().await?.contains("Amira"), "not activated yet");
        for (words, found) in [("NÚÑEZ", "José Núñez"), ("o", "David Jones"), ("SMITH", "Jane Smith"), ("mei.chen@", "Mei Chen")] {
            search(visit, words).await?;
            visit.says(found).await?;
        }
        for words in ["nobody here", "%", "<script>alert(1)</script>", "😀\u{202e}ß", "a&q=b", "'; DROP TABLE account; --"] {
            visit.paste("Name", &words.replace('\u{202e}', "\\u202e")).await?;
            visit.press("Search").await?;
            visit.says("Nobody has a name like this.").await?;
            assert_eq!(visit.value("Name").await?, words);
        }
        visit.inspect("directory-nobody").await?;
        search(visit, &"x".repeat(201)).await?;
        visit.is_refused(&["Search for 200 characters or fewer"]).await?;
        visit.inspect("directory-refused").await?;
        assert_eq!(refused_at_the_field(visit).await?, json!(["true", "Error: Search for 200 characters or fewer"]));
        assert_eq!(visit.value("Name").await?.len(), 201, "what was typed is kept");
        visit.follow("Search for 200 characters or fewer").await?;
        visit.focuses("input Name").await?;
        search(visit, "smith").await?;
        visit.says("jane.smith@nhs.net").await?;
        assert_eq!(refused_at_the_field(visit).await?, json!([null, ""]));
        assert_eq!(visit.refusals().await?, [""; 0]);
        Ok(())
    }
}

at_both_widths! {
    async fn r18_the_same_search_asked_again_finds_what_has_changed_meanwhile(visit: &mut Visit) -> Result {
        let jose = visit.demo.person("jose.nunez").await?.password.context("not activated")?;
        enter_as(visit, "jane.smith").await?;
        visit.open("/directory?q=nunez").await?;
        visit.says("07700 900108").await?;
        Member::sign_in(&visit.demo, "jose.nunez", &jose).await?.hide_mobile().await?;
        visit.press("Search").await?;
        visit.says_no_more("07700 900108").await?;
        visit.says("jose.nunez@nhs.net").await?;
        visit.is_at("/directory?q=nunez").await?;
        visit.open("/account").await?;
        visit.arrives("Your account").await?;
        visit.follow("Directory").await?;
        search(visit, "nunez").await?;
        visit.says("jose.nunez@nhs.net").await?;
        visit.press("Search").await?;
        // The same search again is no second step on the way back.
        visit.says("jose.nunez@nhs.net").await?;
        visit.browser.driver().back().await?;
        visit.is_at("/directory").await?;
        visit.says("Jane Smith").await
    }
}

/// What the search field says of itself: whether it is at fault, and why.
async fn refused_at_the_field(visit: &Visit) -> Result<Value> {
    let script = "const q = document.getElementById('q');
        const ids = (q.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id);
        return [q.getAttribute('aria-invalid'), ids.map(id => document.getElementById(id).innerText.replace(/\\s+/g, ' ').trim()).join(' ')]";
    visit.browser.run(script, vec![]).await
}

/// Jane's number as somebody else gets it at this moment.
async fn mobile_elsewhere(visit: &Visit, password: &str) -> Result<Option<String>> {
    let jose = Member::sign_in(&visit.demo, "jose.nunez", password).await?;
    let entry = jose.entry("Jane Smith").await?;
    let mobile = entry.get("mobile").and_then(Value::as_str).map(ToOwned::to_owned);
    let answer = jose.get("/directory").await?;
    assert_eq!(answer.contains("7700900103"), mobile.is_some(), "{answer}");
    Ok(mobile)
}

async fn search(visit: &Visit, words: &str) -> Result {
    visit.fill("Name", words).await?;
    visit.press("Search").await
}

async fn finds_jane(visit: &Visit, with_mobile: bool) -> Result {
    visit.arrives("Directory").await?;
    search(visit, "smith").await?;
    visit.is_at("/directory?q=smith").await?;
    visit.says("jane.smith@nhs.net").await?;
    assert_eq!(visit.text().await?.contains(JANES), with_mobile);
    let page = visit.browser.driver().source().await?;
    assert_eq!(page.contains("7700900103"), with_mobile, "not even out of sight");
    let (status, answer) = visit.fetch("GET", "/directory?q=smith", None).await?;
    let mobile = answer.pointer("/entries/0/mobile").cloned();
    assert_eq!((status, mobile), (200, with_mobile.then(|| json!("+447700900103"))));
    Ok(())
}
