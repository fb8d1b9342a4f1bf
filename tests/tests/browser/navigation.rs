//! Addresses: back, forward, reload and bookmarks work as with pages that a server sends.

use anyhow::Context as _;
use enamel_tests::{Look, Result, Visit, Width, at_both_widths, until};

use crate::account::{NEW_PASSWORD, enter_as, fill_in_activation, sign_in, sign_out};

at_both_widths! {
    async fn back_forward_and_reload_lead_where_a_visitor_expects(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        for words in ["smith", "chen"] {
            visit.fill("Name", words).await?;
            visit.press("Search").await?;
            visit.is_at(&format!("/directory?q={words}")).await?;
            visit.says(&format!(".{words}@nhs.net")).await?;
        }
        visit.follow("Your account").await?;
        visit.arrives("Your account").await?;
        visit.follow("Change your password").await?;
        visit.arrives("Change your password").await?;
        visit.is_at("/account/password").await?;

        let driver = visit.browser.driver();
        driver.back().await?;
        visit.arrives("Your account").await?;
        assert_eq!(visit.title().await?, "Your account - Enamel");
        visit.focuses("h1 Your account").await?;
        driver.back().await?;
        visit.arrives("Directory").await?;
        visit.says("mei.chen@nhs.net").await?;
        assert_eq!(visit.value("Name").await?, "chen");
        // From one search to the one before: its words, what they find, and nothing of the later one.
        driver.back().await?;
        visit.is_at("/directory?q=smith").await?;
        visit.says("jane.smith@nhs.net").await?;
        assert_eq!(visit.value("Name").await?, "smith");
        assert!(!visit.text().await?.contains("mei.chen@nhs.net"));
        driver.refresh().await?;
        visit.arrives("Directory").await?;
        visit.says("jane.smith@nhs.net").await?;
        assert_eq!(visit.value("Name").await?, "smith");
        driver.forward().await?;
        visit.says("mei.chen@nhs.net").await?;
        driver.forward().await?;
        visit.arrives("Your account").await?;
        driver.refresh().await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn r9_r14_a_bookmark_leads_there_once_signed_in(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.open("/directory?q=chen").await?;
        visit.arrives("Sign in").await?;
        visit.is_at("/sign-in").await?;
        sign_in(visit, "jane.smith", &jane).await?;
        visit.arrives("Directory").await?;
        visit.is_at("/directory?q=chen").await?;
        visit.says("mei.chen@nhs.net").await?;
        for (path, heading) in [
            ("/account", "Your account"),
            ("/account/", "Your account"),
            ("/account/password", "Change your password"),
            ("/directory", "Directory"),
            ("/", "Your account"),
            ("/activate", "Your account"),
            ("/sign-in", "Sign in"),
            ("/account/nowhere", "Page not found"),
        ] {
            visit.open(path).await?;
            visit.arrives(heading).await?;
        }
        visit.inspect("page-not-found").await?;
        visit.follow("Go to Enamel's first page").await?;
        visit.arrives("Your account").await
    }
}

#[tokio::test]
async fn only_an_address_that_a_page_has_is_answered_200() -> Result {
    Visit::make(Width::Narrow, async |visit: &mut Visit| {
        for (path, status) in [
            ("/", 200),
            ("/sign-in", 200),
            ("/activate", 200),
            ("/account", 200),
            ("/account/password", 200),
            ("/account/password/", 200),
            ("/directory?q=smith", 200),
            ("/nowhere", 404),
            ("/account/nowhere?q=smith", 404),
            ("/Sign-In", 404),
            ("/sign-in//", 404),
        ] {
            visit.open(path).await?;
            visit.arrives(if status == 200 { "Sign in" } else { "Page not found" }).await?;
            let script = "return performance.getEntriesByType('navigation')[0].responseStatus";
            assert_eq!(visit.browser.run(script, vec![]).await?, status, "{path}");
        }
        Ok(())
    })
    .await
}

at_both_widths! {
    async fn who_signs_out_leaves_nothing_behind(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        visit.says("Jane Smith").await?;
        sign_out(visit).await?;
        visit.browser.driver().back().await?;
        visit.arrives("Sign in").await?;
        assert!(!visit.text().await?.contains("Jane"));
        visit.open("/account").await?;
        visit.arrives("Sign in").await?;
        let (status, _) = visit.fetch("GET", "/account", None).await?;
        assert_eq!(status, 401);
        let kept = "return [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]";
        assert_eq!(visit.browser.run_async(kept, vec![]).await?, serde_json::json!(["", 0, 0, 0]));
        crate::offline::only_the_client_is_kept(visit).await
    }
}

at_both_widths! {
    async fn the_way_back_to_an_earlier_document_shows_nothing_of_a_session_that_has_ended(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        // Each of them is a document of its own, which the browser may keep as it was.
        for (path, heading) in [("/account/password", "Change your password"), ("/directory", "Directory")] {
            visit.open(path).await?;
            visit.arrives(heading).await?;
        }
        sign_out(visit).await?;
        visit.browser.driver().back().await?;
        assert!(!visit.text().await?.contains("Current password"));
        visit.arrives("Sign in").await
    }
}

at_both_widths! {
    async fn the_way_back_leads_to_where_the_page_was_scrolled(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.browser.run("document.body.style.paddingBottom = '3000px'; scrollTo(0, 500)", vec![]).await?;
        visit.browser.run("[...document.querySelectorAll('main a')].find(e => e.innerText === 'Change your password').click()", vec![]).await?;
        visit.arrives("Change your password").await?;
        is_scrolled(visit, 0).await?;
        visit.browser.driver().back().await?;
        visit.arrives("Your account").await?;
        is_scrolled(visit, 500).await
    }
}

at_both_widths! {
    async fn the_demo_s_page_shows_people_as_they_stand_and_the_newest_messages_first(visit: &mut Visit) -> Result {
        visit.open("/demo").await?;
        visit.arrives("Enamel demo").await?;
        visit.says("Text message to +447700900101").await?;
        visit.inspect("demo").await?;
        for (name, today) in [
            ("Amira Khan", "Never activated"),
            ("Tom O'Neill", "Never activated, temporary password run out"),
            ("David Jones", "Active, password due in 5 days"),
            ("Susan Lee", "Inactive, password expired"),
        ] {
            visit.says(&format!("{name} {today} ")).await?;
        }
        visit.press("10 days on").await?;
        visit.says("Moved the clock 10 days on.").await?;
        visit.says("David Jones Inactive, password expired ").await?;
        visit.inspect("demo-moved").await?;
        let script = "return [...document.querySelectorAll('#messages > li')].map(e => e.innerText)";
        let newest: Vec<String> = serde_json::from_value(visit.browser.run(script, vec![]).await?)?;
        assert_eq!(newest.len(), 10);
        visit.press("Show older").await?;
        let more: Vec<String> = serde_json::from_value(visit.browser.run(script, vec![]).await?)?;
        assert!(more.len() > 10 && more.starts_with(&newest), "{} messages", more.len());
        let focused = "return [...document.querySelectorAll('#messages > li')].indexOf(document.activeElement)";
        assert_eq!(visit.browser.run(focused, vec![]).await?, 10, "reading goes on where the older ones begin");
        visit.fill("Show messages to", "Amira Khan: phone").await?;
        visit.says("All 1, newest first").await?;
        assert!(!visit.has_button("Show older").await?);
        // Later, as dark as some like it.
        visit.press("72 days on").await?;
        visit.says("Peter Brown Deleted ").await?;
        let dark = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        visit.browser.driver().cdp().send_raw("Emulation.setEmulatedMedia", dark).await?;
        visit.inspect("demo-dark").await
    }
}

at_both_widths! {
    async fn r17_the_way_back_after_a_change_of_password_leads_to_a_fresh_form_and_the_news_is_said_once(visit: &mut Visit) -> Result {
        const NEWS: &str = "Your password has been changed.";
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        enter_as(visit, "jane.smith").await?;
        visit.follow("Change your password").await?;
        visit.arrives("Change your password").await?;
        visit.fill("Current password", &jane).await?;
        visit.fill("New password", NEW_PASSWORD).await?;
        visit.press("Change password").await?;
        visit.arrives("Your account").await?;
        visit.says(NEWS).await?;

        let driver = visit.browser.driver();
        driver.back().await?;
        visit.arrives("Change your password").await?;
        visit.is_at("/account/password").await?;
        assert!(!visit.text().await?.contains(NEWS));
        for field in ["Current password", "New password"] {
            assert_eq!(visit.value(field).await?, "", "{field}");
        }
        driver.forward().await?;
        visit.arrives("Your account").await?;
        assert!(!visit.text().await?.contains(NEWS));
        driver.back().await?;
        visit.arrives("Change your password").await?;
        driver.back().await?;
        visit.arrives("Your account").await?;
        assert!(!visit.text().await?.contains(NEWS));
        Ok(())
    }
}

at_both_widths! {
    async fn a_link_to_the_page_that_is_open_shows_it_anew_and_is_no_step_on_the_way_back(visit: &mut Visit) -> Result {
        const NEWS: &str = "Your account is active.";
        visit.open("/demo").await?;
        fill_in_activation(visit).await?;
        visit.press("Activate your account").await?;
        visit.arrives("Your account").await?;
        visit.says(NEWS).await?;
        visit.follow("Your account").await?;
        visit.says_no_more(NEWS).await?;
        visit.arrives("Your account").await?;
        visit.focuses("h1 Your account").await?;
        visit.browser.driver().back().await?;
        visit.is_at("/demo").await
    }
}

at_both_widths! {
    async fn the_header_keeps_its_links_whole_and_in_one_row(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.inspect("header").await?;
        let rows = "const links = [...document.querySelectorAll('.enamel-header__link')];
            const menu = [...document.querySelectorAll('.enamel-header__links .enamel-header__link')];
            const rows = new Set(menu.map(link => Math.round(link.getBoundingClientRect().top)));
            const lines = links.map(link => { const text = document.createRange(); text.selectNodeContents(link); return text.getClientRects().length });
            return [links.length, menu.length, rows.size, Math.max(...lines)]";
        assert_eq!(visit.browser.run(rows, vec![]).await?, serde_json::json!([4, 3, 1, 1]));
        Ok(())
    }
}

async fn is_scrolled(visit: &Visit, expected: u64) -> Result {
    until(&format!("the scroll position {expected}"), async || {
        let scrolled = visit.browser.run("return Math.round(scrollY)", vec![]).await?;
        Ok(if scrolled == expected { Look::Found(()) } else { Look::NotYet(scrolled.to_string()) })
    })
    .await
}
