//! The journeys by a browser whose script, or WebAssembly, is kept from it: the pages work as documents.

use anyhow::Context as _;
use enamel_tests::{Result, Visit, at_both_widths};

use crate::account::{NEW_PASSWORD, answer_questions, enter_as, sign_in};

const SCRIPTS: &[&str] = &["*.js", "*.wasm"];

at_both_widths! {
    async fn r8_r9_a_newcomer_activates_without_a_script(visit: &mut Visit) -> Result {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        visit.block(SCRIPTS).await?;
        visit.open("/").await?;
        sign_in(visit, "amira khan!", "wrong").await?;
        visit.says("There is a problem").await?;
        visit.inspect("sign-in-refused-without-script").await?;
        assert_eq!(visit.value("Username").await?, "amira khan!");
        sign_in(visit, "amira.khan", &texted).await?;
        visit.arrives("Activate your account").await?;
        visit.inspect("activate-without-script").await?;
        visit.fill("New password", "short").await?;
        visit.press("Activate your account").await?;
        visit.says("There is a problem").await?;
        visit.inspect("activate-refused-without-script").await?;
        visit.choose("I accept the acceptable use policy").await?;
        visit.fill("New password", NEW_PASSWORD).await?;
        answer_questions(visit).await?;
        visit.choose("No, hide it").await?;
        visit.press("Activate your account").await?;
        visit.arrives("Your account").await?;
        visit.says("Your account is active.").await?;
        visit.says("The directory does not show it.").await?;
        visit.inspect("account-without-script").await?;
        visit.press("Sign out").await?;
        visit.arrives("Sign in").await
    }
}

at_both_widths! {
    async fn r14_r17_r18_a_member_changes_the_password_and_hides_the_number_without_a_script(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.block(SCRIPTS).await?;
        visit.open("/account").await?;
        sign_in(visit, "jane.smith", &jane).await?;
        visit.arrives("Your account").await?;
        visit.press("Hide my mobile number").await?;
        visit.says("The directory does not show it.").await?;
        visit.follow("Change your password").await?;
        visit.arrives("Change your password").await?;
        visit.fill("Current password", &jane).await?;
        visit.fill("New password", NEW_PASSWORD).await?;
        visit.press("Change password").await?;
        visit.arrives("Your account").await?;
        visit.says("Your password has been changed.").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        visit.fill("Name", "jane").await?;
        visit.press("Search").await?;
        visit.says("jane.smith@nhs.net").await?;
        visit.inspect("directory-without-script").await
    }
}

at_both_widths! {
    async fn r8_what_was_typed_before_the_client_came_is_kept(visit: &mut Visit) -> Result {
        let jane = enter_before_the_client(visit).await?;
        visit.open("/account/password").await?;
        visit.fill("Current password", &jane).await?;
        visit.fill("New password", NEW_PASSWORD).await?;
        let mark = "document.getElementById('title').dataset.server = 'yes'";
        visit.browser.run(mark, vec![]).await?;
        start_the_client(visit).await?;
        let taken_over = "return document.getElementById('title').dataset.server === undefined";
        enamel_tests::until("the client", async || {
            Ok(if visit.browser.run(taken_over, vec![]).await? == true {
                enamel_tests::Look::Found(())
            } else {
                enamel_tests::Look::NotYet("the server's page".to_owned())
            })
        })
        .await?;
        assert_eq!(visit.value("Current password").await?, jane);
        assert_eq!(visit.value("New password").await?, NEW_PASSWORD);
        visit.focuses("input New password").await?;
        crate::account::lacks(visit, &[]).await?;
        visit.press("Change password").await?;
        visit.says("Your password has been changed.").await
    }
}

at_both_widths! {
    async fn who_goes_elsewhere_before_the_client_comes_sees_what_is_there(visit: &mut Visit) -> Result {
        enter_before_the_client(visit).await?;
        visit.open("/directory?q=smith").await?;
        visit.says("jane.smith@nhs.net").await?;
        // As forward does from a document that was loaded again, to an address that the client had put there.
        visit.browser.run("history.pushState(null, '', '/directory?q=chen')", vec![]).await?;
        start_the_client(visit).await?;
        visit.says("mei.chen@nhs.net").await?;
        assert_eq!(visit.value("Name").await?, "chen");
        assert!(!visit.text().await?.contains("jane.smith@nhs.net"));
        Ok(())
    }
}

/// Signs Jane Smith in while the client is kept away. Gives her password.
async fn enter_before_the_client(visit: &mut Visit) -> Result<String> {
    visit.block(&["*.wasm"]).await?;
    enter_as(visit, "jane.smith").await?;
    visit.demo.person("jane.smith").await?.password.context("not activated")
}

/// As if the client had come only now.
async fn start_the_client(visit: &mut Visit) -> Result {
    visit.block(&[]).await?;
    let start =
        "await import([...document.scripts].find(script => script.type === 'module').src + '?late'); return null";
    visit.browser.run_async(start, vec![]).await?;
    Ok(())
}
