//! Steps that several journeys have in common.

use anyhow::Context as _;
use enamel_tests::{Message, Result, Visit};

/// A password that nobody has yet.
pub(crate) const NEW_PASSWORD: &str = "Zahnrad & Krone 27";

/// Fills in the sign-in form and sends it.
pub(crate) async fn sign_in(visit: &Visit, username: &str, password: &str) -> Result {
    visit.arrives("Sign in").await?;
    visit.fill("Username", username).await?;
    visit.fill("Password or temporary password", password).await?;
    visit.press("Sign in").await
}

/// Signs a demo person in with the password of the start.
pub(crate) async fn enter_as(visit: &Visit, username: &str) -> Result {
    let password = visit.demo.person(username).await?.password.context("not activated")?;
    visit.open("/sign-in").await?;
    sign_in(visit, username, &password).await?;
    visit.arrives("Your account").await
}

/// Signs out.
pub(crate) async fn sign_out(visit: &Visit) -> Result {
    visit.press("Sign out").await?;
    visit.arrives("Sign in").await?;
    visit.says("You have signed out.").await
}

/// Answers the three questions of the activation form.
pub(crate) async fn answer_questions(visit: &Visit) -> Result {
    let answers = [
        ("Question 1", "First pet's name", "Straße 😀"),
        ("Question 2", "Town of your first job", "Leeds"),
        ("Question 3", "Favourite teacher's last name", "O’Neill"),
    ];
    for (group, question, answer) in answers {
        visit.fill(&format!("{group} > Question"), question).await?;
        visit.paste(&format!("{group} > Answer"), answer).await?;
    }
    Ok(())
}

/// Signs Amira Khan in for the first time, with the password texted to her, and fills in the activation form.
pub(crate) async fn fill_in_activation(visit: &Visit) -> Result {
    let amira = visit.demo.person("amira.khan").await?;
    let texted = visit.demo.texted_password(&amira.mobile).await?;
    visit.open("/").await?;
    sign_in(visit, "amira.khan", &texted).await?;
    visit.arrives("Activate your account").await?;
    visit.choose("I accept the acceptable use policy").await?;
    visit.fill("New password", NEW_PASSWORD).await?;
    answer_questions(visit).await
}

/// The rules beside the new password, as they are read out.
pub(crate) async fn rules(visit: &Visit) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('#new_password-hint li')].map(e => e.innerText.replace(/\\s+/g, ' ').trim())";
    Ok(serde_json::from_value(visit.browser.run(script, vec![]).await?)?)
}

/// Waits until the rules that are not met yet are these.
pub(crate) async fn lacks(visit: &Visit, expected: &[&str]) -> Result {
    enamel_tests::until(&format!("the open rules {expected:?}"), async || {
        let rules = rules(visit).await?;
        let open: Vec<_> = rules.iter().filter_map(|rule| rule.strip_prefix("Not yet: ")).collect();
        let told = rules.iter().all(|rule| rule.starts_with("Not yet: ") || rule.starts_with("Done: "));
        Ok(if told && open == expected {
            enamel_tests::Look::Found(())
        } else {
            enamel_tests::Look::NotYet(format!("{rules:?}"))
        })
    })
    .await
}

/// The messages about something, to an email address or a mobile number, oldest first.
pub(crate) async fn messages_about(visit: &Visit, to: &str, words: &str) -> Result<Vec<Message>> {
    let mut messages = visit.demo.messages(to).await?;
    messages.retain(|message| message.body.contains(words));
    messages.reverse();
    Ok(messages)
}
