//! The first journey: from the texted temporary password to an active account (R8, R9, R10, R12).

use enamel_tests::{Result, Visit, at_both_widths};
use serde_json::{Value, json};

use crate::account::{NEW_PASSWORD, answer_questions, lacks, messages_about, rules, sign_in, sign_out};

const WRONG: &str = "The username or the password is wrong. Check both and try again";

at_both_widths! {
    async fn r8_r9_r10_r12_a_newcomer_activates_the_account_with_the_texted_password(visit: &mut Visit) -> Result {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        visit.open("/").await?;
        visit.arrives("Sign in").await?;
        visit.is_at("/sign-in").await?;
        visit.inspect("sign-in").await?;
        is_refused_at_sign_in(visit, &texted).await?;
        sign_in(visit, " Amira.KHAN @NHS.net ", &texted).await?;
        visit.arrives("Activate your account").await?;
        visit.is_at("/activate").await?;
        visit.inspect("activate").await?;
        leads_only_to_activation(visit).await?;
        is_refused_at_activation(visit, &texted).await?;
        ticks_the_rules(visit).await?;
        activates(visit).await?;
        is_confirmed(visit, &amira).await?;
        sign_out(visit).await?;
        visit.inspect("signed-out").await?;
        sign_in(visit, "amira.khan", &texted).await?;
        visit.is_refused(&[WRONG]).await?;
        sign_in(visit, "amira.khan@nhs.net", NEW_PASSWORD).await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn r10_a_temporary_password_that_has_run_out_names_who_helps(visit: &mut Visit) -> Result {
        let tom = visit.demo.person("tom.o'neill").await?;
        let texted = visit.demo.texted_password(&tom.mobile).await?;
        visit.open("/sign-in").await?;
        sign_in(visit, "tom.o'neill", &texted).await?;
        visit.is_refused(&["Your temporary password has run out. Ask the dentist administration team to send you a new one: dentistadmin@nhs.net"]).await?;
        visit.is_at("/sign-in").await?;
        visit.inspect("temporary-password-expired").await?;
        sign_in(visit, "tom.o'neill", "not that one").await?;
        visit.is_refused(&[WRONG]).await
    }
}

async fn is_refused_at_sign_in(visit: &mut Visit, texted: &str) -> Result {
    visit.press("Sign in").await?;
    visit.is_refused(&["Enter your username", "Enter your password"]).await?;
    assert_eq!(visit.title().await?, "Error: Sign in - Enamel");
    visit.inspect("sign-in-refused").await?;
    visit.follow("Enter your password").await?;
    visit.focuses("input Password or temporary password").await?;
    for (username, password, refusal) in [
        ("amira.khan", "wrong", WRONG),
        ("nobody.here", texted, WRONG),
        ("amira.khan@gmail.com", texted, "Enter a username that ends in @nhs.net, or leave the ending out"),
        (
            "amira khan!",
            texted,
            "Username must only include letters a to z, numbers, dots, hyphens, underscores and apostrophes",
        ),
    ] {
        sign_in(visit, username, password).await?;
        visit.is_refused(&[refusal]).await?;
        assert_eq!(visit.value("Username").await?, username, "what was typed is kept");
    }
    Ok(())
}

/// A temporary password opens nothing else, neither in the browser nor behind it.
async fn leads_only_to_activation(visit: &mut Visit) -> Result {
    for path in ["/account", "/directory", "/account/password", "/"] {
        visit.open(path).await?;
        visit.is_at("/activate").await?;
        visit.arrives("Activate your account").await?;
    }
    for name in ["Your account", "Directory", "Change your password"] {
        assert!(!visit.has_link(name).await?, "{name}");
    }
    let change = json!({ "current_password": "x", "new_password": NEW_PASSWORD });
    for (method, path, body) in [
        ("GET", "/account", None),
        ("GET", "/directory?q=", None),
        ("GET", "/account/deadlines.ics", None),
        ("PUT", "/account/password", Some(change)),
        ("PATCH", "/account/directory-entry", Some(json!({ "mobile_visible": false }))),
    ] {
        let (status, problem) = visit.fetch(method, path, body).await?;
        let code = problem.get("code").and_then(Value::as_str);
        assert_eq!((status, code), (403, Some("activation-required")), "{method} {path}");
    }
    Ok(())
}

async fn is_refused_at_activation(visit: &mut Visit, texted: &str) -> Result {
    let terms = "Select to accept the acceptable use policy";
    visit.press("Activate your account").await?;
    let questions = (1..=3).flat_map(|number| {
        ["Select a security question", "Enter an answer"].map(|what| format!("Question {number}: {what}"))
    });
    let expected: Vec<_> = [terms, "Enter a new password"].map(str::to_owned).into_iter().chain(questions).collect();
    visit.is_refused(&expected.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    visit.inspect("activate-refused").await?;
    visit.follow(terms).await?;
    visit.focuses("input I accept the acceptable use policy").await?;
    visit.fill("New password", NEW_PASSWORD).await?;
    answer_questions(visit).await?;
    visit.press("Activate your account").await?;
    visit.is_refused(&[terms]).await?;
    visit.choose("I accept the acceptable use policy").await?;
    visit.fill("Question 2 > Question", "First pet's name").await?;
    visit.fill("Question 3 > Answer", "x").await?;
    visit.press("Activate your account").await?;
    visit
        .is_refused(&[
            "Question 2: Select a different security question each time",
            "Question 3: Answer must be 2 characters or more",
        ])
        .await?;
    answer_questions(visit).await?;
    for (password, refusal) in [
        ("Password1", "Password must not be one that many people use"),
        ("Ab 3", "Password must be 8 characters or more"),
        ("my-Amira.Khan-9", "Password must not include your username"),
        // Only the server knows it.
        (texted, "Choose a password other than the temporary one"),
    ] {
        visit.fill("New password", password).await?;
        visit.press("Activate your account").await?;
        visit.is_refused(&[refusal]).await?;
    }
    Ok(())
}

async fn ticks_the_rules(visit: &mut Visit) -> Result {
    const CLASSES: &str = "at least 3 of these: an upper case letter, a lower case letter, a number, a symbol";
    let length = "8 characters or more";
    visit.fill("New password", "").await?;
    let untouched = rules(visit).await?;
    assert!(!untouched.iter().any(|rule| rule.starts_with("Done: ") || rule.starts_with("Not yet: ")), "{untouched:?}");
    for (typed, open) in [
        ("a", vec![length, CLASSES]),
        ("aB3", vec![length]),
        ("password", vec![CLASSES, "is not a password that many people use"]),
        ("amira.khan3", vec!["does not include your username"]),
        (NEW_PASSWORD, vec![]),
    ] {
        visit.fill("New password", typed).await?;
        lacks(visit, &open).await?;
        if typed == "aB3" {
            visit.inspect("activate-rules").await?;
        }
    }
    Ok(())
}

async fn activates(visit: &mut Visit) -> Result {
    visit.press("Show password").await?;
    assert_eq!(visit.browser.run("return document.getElementById('new_password').type", vec![]).await?, "text");
    assert_eq!(visit.value("New password").await?, NEW_PASSWORD);
    visit.press("Hide password").await?;
    visit.press("Activate your account").await?;
    visit.arrives("Your account").await?;
    visit.is_at("/account").await?;
    visit.says("Your account is active.").await?;
    visit.says("90 days left").await?;
    visit.says("The directory shows it.").await?;
    visit.inspect("account-activated").await?;
    let (status, account) = visit.fetch("GET", "/account", None).await?;
    assert_eq!((status, account.get("status")), (200, Some(&json!("active"))));
    Ok(())
}

async fn is_confirmed(visit: &mut Visit, person: &enamel_tests::Person) -> Result {
    for (to, channel) in [(&person.email, "email"), (&person.mobile, "sms")] {
        let messages = messages_about(visit, to, "Your NHSmail account is active").await?;
        assert_eq!(messages.iter().map(|message| &*message.channel).collect::<Vec<_>>(), [channel], "{to}");
        assert!(messages.iter().all(|message| !message.body.contains(NEW_PASSWORD)));
    }
    Ok(())
}
