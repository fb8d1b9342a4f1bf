//! A form on its way: slow, given up, sent again, and what was typed while the session ended.

use anyhow::Context as _;
use enamel_tests::{Result, Visit, at_both_widths};
use serde_json::json;

use crate::account::{NEW_PASSWORD, enter_as, fill_in_activation, messages_about, sign_in};

at_both_widths! {
    async fn r17_a_change_whose_answer_is_not_waited_for_is_made_once_when_it_is_sent_again(visit: &mut Visit) -> Result {
        let person = visit.demo.person("jane.smith").await?;
        let jane = person.password.context("not activated")?;
        enter_as(visit, "jane.smith").await?;
        visit.follow("Change your password").await?;
        visit.arrives("Change your password").await?;
        visit.fill("Current password", &jane).await?;
        visit.fill("New password", NEW_PASSWORD).await?;
        visit.delay(8_000).await?;
        visit.press("Change password").await?;
        visit.says("Sending").await?;
        visit.inspect("change-slow").await?;
        visit.press("Stop waiting").await?;
        visit.is_refused(&["You stopped waiting, so it may have been done or not. If you send the same again, it is done only once"]).await?;
        visit.delay(0).await?;
        // The server has made it: the session that asked is over, and the password is another.
        let confirmed = async || messages_about(visit, &person.email, "password was changed").await;
        enamel_tests::until("the change", async || {
            let made = confirmed().await?.len();
            Ok(if made == 1 { enamel_tests::Look::Found(()) } else { enamel_tests::Look::NotYet(made.to_string()) })
        })
        .await?;
        visit.press("Change password").await?;
        visit.arrives("Your account").await?;
        visit.says("Your password has been changed.").await?;
        assert_eq!(confirmed().await?.len(), 1);
        Ok(())
    }
}

at_both_widths! {
    async fn what_is_edited_while_there_is_no_line_is_not_sent_by_itself(visit: &mut Visit) -> Result {
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        visit.stop_server();
        sign_in(visit, "jane.smith", "wrong").await?;
        visit.says("Waiting for the connection").await?;
        visit.fill("Username", "jane.smit").await?;
        visit.says_no_more("Waiting for the connection").await?;
        visit.demo.start_again().await?;
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        sign_in(visit, "jane.smith", &jane).await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn r9_what_was_typed_is_there_again_after_the_session_ended_but_for_passwords(visit: &mut Visit) -> Result {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        fill_in_activation(visit).await?;
        visit.choose("No, hide it").await?;
        assert_eq!(visit.fetch("DELETE", "/session", None).await?.0, 204);
        visit.press("Activate your account").await?;
        visit.arrives("Sign in").await?;
        visit.says("You have been signed out. Sign in again to carry on.").await?;
        sign_in(visit, "amira.khan", &texted).await?;
        visit.arrives("Activate your account").await?;
        assert_eq!(visit.value("Question 1 > Answer").await?, "Straße 😀");
        assert_eq!(visit.value("Question 2 > Question").await?, "first-job");
        assert_eq!(visit.value("New password").await?, "");
        visit.fill("New password", NEW_PASSWORD).await?;
        visit.press("Activate your account").await?;
        visit.arrives("Your account").await?;
        visit.says("The directory does not show it.").await
    }
}

at_both_widths! {
    async fn nobody_else_sees_what_was_typed_before_the_session_ended(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        fill_in_activation(visit).await?;
        assert_eq!(visit.fetch("DELETE", "/session", None).await?.0, 204);
        visit.press("Activate your account").await?;
        sign_in(visit, "jane.smith", &jane).await?;
        visit.arrives("Your account").await?;
        visit.press("Sign out").await?;
        sign_in(visit, "amira.khan", &texted).await?;
        visit.arrives("Activate your account").await?;
        assert_eq!(visit.value("Question 1 > Answer").await?, "");
        Ok(())
    }
}

at_both_widths! {
    async fn another_language_keeps_what_was_typed(visit: &mut Visit) -> Result {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        visit.fill("Username", "amira.khan").await?;
        visit.fill("Password or temporary password", &texted).await?;
        visit.follow("Cymraeg").await?;
        visit.arrives("Mewngofnodi").await?;
        assert_eq!(visit.title().await?, "Mewngofnodi - Enamel");
        assert_eq!(visit.value("Enw defnyddiwr").await?, "amira.khan");
        visit.press("Mewngofnodi").await?;
        visit.arrives("Actifadu eich cyfrif").await?;
        visit.fill("Cyfrinair newydd", "Ab 3").await?;
        visit.says("8 nod neu fwy").await?;
        visit.follow("English").await?;
        visit.arrives("Activate your account").await?;
        visit.is_at("/activate").await?;
        assert_eq!(visit.value("New password").await?, "Ab 3");
        // The rules are ticked in English now, and the form is the client's.
        crate::account::lacks(visit, &["8 characters or more"]).await?;
        visit.press("Activate your account").await?;
        visit.says("Select to accept the acceptable use policy").await?;
        visit.inspect("activate-refused-after-welsh").await?;
        visit.open("/nowhere/at/all?x=1").await?;
        visit.arrives("Page not found").await?;
        visit.follow("Cymraeg").await?;
        visit.arrives("Heb ddod o hyd i'r dudalen").await?;
        visit.is_at("/nowhere/at/all?x=1").await
    }
}

impl Delay for Visit {
    async fn delay(&self, milliseconds: u32) -> Result {
        let slow =
            json!({ "offline": false, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1 });
        let cdp = self.browser.driver().cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        cdp.send_raw("Network.emulateNetworkConditions", slow).await?;
        Ok(())
    }
}

/// A line on which every answer takes its time.
trait Delay {
    async fn delay(&self, milliseconds: u32) -> Result;
}
