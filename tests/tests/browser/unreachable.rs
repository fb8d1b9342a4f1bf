//! The server can't be reached: the page says so, keeps what was typed, and can try again.

use anyhow::Context as _;
use enamel_tests::{Result, Visit, at_both_widths};
use serde_json::json;

use crate::account::{NEW_PASSWORD, enter_as, fill_in_activation, sign_in};

/// At a form.
const UNREACHABLE: &str = "The server can't be reached. Nothing you entered is lost: it is sent by itself once the connection is back, while this page is open";

/// Where nothing was entered.
const NOT_SHOWN: &str = "The server can't be reached. Check your connection and try again.";

at_both_widths! {
    async fn r9_an_activation_that_does_not_reach_the_server_is_kept_in_the_page_alone(visit: &mut Visit) -> Result {
        fill_in_activation(visit).await?;
        visit.choose("No, hide it").await?;
        visit.stop_server();
        visit.press("Activate your account").await?;
        visit.is_refused(&[UNREACHABLE]).await?;
        visit.inspect("activate-unreachable").await?;
        assert_eq!(visit.value("New password").await?, NEW_PASSWORD);
        assert_eq!(visit.value("Question 1 > Answer").await?, "Straße 😀");
        assert_eq!(visit.value("Question 2 > Question").await?, "first-job");
        is_stored_nowhere(visit).await?;
        visit.says("Waiting for the connection").await?;
        visit.demo.start_again().await?;
        visit.arrives("Your account").await?;
        visit.says("The directory does not show it.").await
    }
}

at_both_widths! {
    async fn r8_a_sign_in_that_does_not_reach_the_server_can_be_tried_again(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        visit.stop_server();
        sign_in(visit, "jane.smith", &jane).await?;
        visit.is_refused(&[UNREACHABLE]).await?;
        visit.inspect("sign-in-unreachable").await?;
        assert_eq!(visit.value("Username").await?, "jane.smith");
        assert_eq!(visit.value("Password or temporary password").await?, jane);
        is_stored_nowhere(visit).await?;
        visit.demo.start_again().await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn a_page_whose_file_can_not_be_fetched_says_so_and_is_fetched_anew(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.stop_server();
        visit.follow("Directory").await?;
        visit.arrives("Sorry, this page can't be shown").await?;
        visit.says("It could not be loaded.").await?;
        visit.is_at("/directory").await?;
        visit.inspect("page-missing").await?;
        visit.press("Try again").await?;
        visit.arrives("Sorry, this page can't be shown").await?;
        visit.says("It could not be loaded.").await?;
        visit.demo.start_again().await?;
        visit.press("Try again").await?;
        visit.arrives("Directory").await?;
        visit.says("Mei Chen").await
    }
}

at_both_widths! {
    async fn r18_a_number_that_could_not_be_hidden_is_not_said_to_be(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.stop_server();
        visit.press("Hide my mobile number").await?;
        visit.is_refused(&[UNREACHABLE]).await?;
        visit.says("The directory shows it.").await?;
        assert!(visit.has_button("Hide my mobile number").await?);
        visit.inspect("account-unreachable").await?;
        visit.press("Sign out").await?;
        visit.says("you may still be signed in").await?;
        visit.inspect("signed-out-unreachable").await?;
        visit.demo.start_again().await?;
        visit.open("/account").await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn an_account_that_can_not_be_asked_for_is_asked_for_again(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        visit.says("Mei Chen").await?;
        visit.stop_server();
        visit.follow("Your account").await?;
        visit.arrives("Sorry, this page can't be shown").await?;
        visit.says(NOT_SHOWN).await?;
        visit.inspect("account-not-shown").await?;
        visit.demo.start_again().await?;
        visit.press("Try again").await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn a_client_that_can_not_be_started_says_so_and_is_loaded_again(visit: &mut Visit) -> Result {
        visit.block(&["*.wasm"]).await?;
        visit.open("/sign-in").await?;
        visit.says("A part of this page could not be loaded.").await?;
        visit.inspect("sign-in-client-missing").await?;
        visit.block(&[]).await?;
        visit.follow("load it again").await?;
        visit.arrives("Sign in").await?;
        visit.is_at("/sign-in").await
    }
}

/// Neither a password nor anything else typed is left with the browser.
async fn is_stored_nowhere(visit: &Visit) -> Result {
    let stored = "return [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie, location.search, JSON.stringify(history.state).length < 40]";
    assert_eq!(visit.browser.run_async(stored, vec![]).await?, json!([0, 0, 0, "", "", true]));
    crate::offline::only_the_client_is_kept(visit).await
}
