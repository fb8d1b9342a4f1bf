//! Several sessions of one person, and forms sent in haste (R17).

use anyhow::Context as _;
use enamel_tests::{Member, Result, Visit, at_both_widths};

use crate::account::{NEW_PASSWORD, enter_as, messages_about, sign_in};

at_both_widths! {
    async fn r17_a_changed_password_ends_every_other_session(visit: &mut Visit) -> Result {
        let old = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        enter_as(visit, "jane.smith").await?;
        let elsewhere = Member::sign_in(&visit.demo, "jane.smith", &old).await?;
        assert_eq!(elsewhere.status("/account").await?, 200);
        change(visit, &old, NEW_PASSWORD).await?;
        visit.press("Change password").await?;
        visit.says("Your password has been changed.").await?;
        assert_eq!(elsewhere.status("/account").await?, 401);

        let newest = "Drittes Zahnrad 29";
        let elsewhere = Member::sign_in(&visit.demo, "jane.smith", NEW_PASSWORD).await?;
        elsewhere.change_password(NEW_PASSWORD, newest).await?;
        visit.follow("Directory").await?;
        visit.arrives("Sign in").await?;
        visit.says("You have been signed out. Sign in again to carry on.").await?;
        assert!(!visit.has_link("Directory").await?);
        visit.inspect("signed-out-elsewhere").await?;
        sign_in(visit, "jane.smith", NEW_PASSWORD).await?;
        visit.is_refused(&["The username or the password is wrong. Check both and try again"]).await?;
        sign_in(visit, "jane.smith", newest).await?;
        visit.arrives("Directory").await?;
        visit.is_at("/directory").await
    }
}

at_both_widths! {
    async fn r17_a_form_is_sent_once_however_often_the_button_is_pressed(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?;
        let old = jane.password.clone().context("not activated")?;
        enter_as(visit, "jane.smith").await?;
        change(visit, &old, NEW_PASSWORD).await?;
        visit.browser.run("const button = document.querySelector('main form button[type=submit]'); button.click(); button.click(); button.click()", vec![]).await?;
        visit.says("Your password has been changed.").await?;
        visit.arrives("Your account").await?;
        assert_eq!(messages_about(visit, &jane.email, "was changed").await?.len(), 1);
        Ok(())
    }
}

/// Fills in the form that changes the password.
async fn change(visit: &Visit, current: &str, new: &str) -> Result {
    visit.follow("Change your password").await?;
    visit.arrives("Change your password").await?;
    visit.fill("Current password", current).await?;
    visit.fill("New password", new).await
}

at_both_widths! {
    async fn a_tab_that_still_shows_another_person_acts_on_nobody(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        // One cookie serves all tabs.
        let password = visit.demo.person("david.jones").await?.password.context("not activated")?;
        let body = serde_json::json!({ "username": "david.jones", "password": password });
        assert_eq!(visit.fetch("POST", "/session", Some(body)).await?.0, 200);
        visit.press("Hide my mobile number").await?;
        visit.says("Somebody else has signed in in this browser. This is their account. Nothing was changed.").await?;
        visit.says("david.jones@nhs.net").await?;
        visit.inspect("another-account").await?;
        let (_, account) = visit.fetch("GET", "/account", None).await?;
        assert_eq!(account.get("mobile_visible"), Some(&true.into()));
        Ok(())
    }
}
