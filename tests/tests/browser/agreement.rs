//! The page and the server say the same about every input, to the word (R37).

use anyhow::Context as _;
use enamel_tests::{Result, Visit, Width};

use crate::account::{NEW_PASSWORD, enter_as, sign_in};

/// What people paste and programs send, in the escapes of JavaScript.
const AWKWARD: [&str; 40] = [
    "",
    " ",
    "a",
    "Abc 123",
    "Abc 1234",
    "abcd1234",
    "ABCDEFGH",
    "Password1",
    "ＰＡＳＳＷＯＲＤ１",
    "amira.khan-X1",
    "AMIRA.KHAN-x1",
    "AMIRA.\\u212aHAN-x1",
    "Cafe\\u0301 9",
    "e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301",
    "Stra\\u00dfe 9",
    "STRASSE \\u1e9e9",
    "\\ud83d\\ude00",
    "\\ud83d\\ude00\\ud83d\\ude01\\ud83d\\ude02\\ud83d\\ude03\\ud83d\\ude04\\ud83d\\ude05\\ud83d\\ude06Aa",
    "\\ud83d\\udc68\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc67 Aa1",
    "\\uff11\\uff12\\uff13\\uff14Aa\\uff15\\uff16",
    "\\u0661\\u0662\\u0663\\u0664Aa",
    "abc\\u202edef1X",
    "\\u2066Abc1234\\u2069",
    "\\u00a0Abc1234\\u00a0",
    "\\u3000\\u2003\\u00a0",
    "\\ufeffAbc1234",
    "Abc\\u00001234",
    "Abc\\t1234",
    "Abc\\u00851234",
    "Abc1234\\ud800",
    "\\udc00Abc1234",
    "\\ud800",
    "Abc1234\\ufffd",
    "Abc1234\\uffff",
    "Abc1234\\u0378",
    "\\u01c5aaaaaa1",
    "\\u0130\\u0131Ii123\\u0307",
    "\\u1100\\u1161\\u11a8 Aa1\\ufb03",
    "<b>Abc1234</b>&amp;",
    "O\\u2019Neill \\\"9\\\\",
];

const LONG: [(&str, usize); 5] =
    [("Ab3", 85), ("Ab3 ", 64), ("Ab3x", 65), ("e\\u0301A1", 100), ("\\ud83d\\ude00aA", 86)];

fn awkward() -> impl Iterator<Item = String> {
    AWKWARD.iter().map(|&text| text.to_owned()).chain(LONG.iter().map(|(text, times)| text.repeat(*times)))
}

/// What the server says to the form as it stands in the page: the same body, posted by the page's own origin.
const ACTIVATION: &str = "
    const value = name => document.getElementsByName(name)[0].value;
    const body = {
        accept_terms: document.getElementsByName('accept_terms')[0].checked,
        new_password: value('new_password'),
        security_answers: [0, 1, 2].map(at => ({ question: value(`security_answers[${at}].question`), answer: value(`security_answers[${at}].answer`) })),
        mobile_visible: true,
    };
    return ask('POST', '/activation', body);";
const CHANGE: &str = "
    const value = name => document.getElementsByName(name)[0].value;
    return ask('PUT', '/account/password', { current_password: value('current_password'), new_password: value('new_password') });";
const SIGN_IN: &str = "
    const value = name => document.getElementsByName(name)[0].value;
    return ask('POST', '/session', { username: value('username'), password: value('password') });";
const ASK: &str = "
    const ask = async (method, path, body) => {
        const answer = await fetch('/api/v1' + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
        const { status, errors, detail } = { ...await answer.json(), status: answer.status };
        return [status, errors ? errors.map(({ message }) => message) : [detail]];
    };";

#[tokio::test]
async fn r9_r37_page_and_server_say_the_same_to_every_awkward_activation() -> Result {
    Visit::make(Width::Narrow, async |visit| {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        visit.open("/sign-in").await?;
        sign_in(visit, "amira.khan", &texted).await?;
        visit.arrives("Activate your account").await?;
        let mut silent = 0;
        for text in awkward() {
            visit.paste("New password", &text).await?;
            visit.paste("Question 2 > Answer", &text).await?;
            // The terms are never accepted, so that neither of the two lets the form pass.
            let refusals = agreed(visit, "Activate your account", ACTIVATION, &text).await?;
            silent += usize::from(!refusals.iter().any(|refusal| refusal.starts_with("Password ")));
        }
        assert!(silent > 5, "of the passwords, {silent} only are taken");
        visit.inspect("activate-awkward").await
    })
    .await
}

#[tokio::test]
async fn r17_r37_page_and_server_say_the_same_to_every_awkward_change() -> Result {
    Visit::make(Width::Narrow, async |visit| {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Change your password").await?;
        visit.arrives("Change your password").await?;
        for text in awkward() {
            visit.paste("Current password", &text).await?;
            visit.paste("New password", &text).await?;
            agreed(visit, "Change password", CHANGE, &text).await?;
        }
        visit.fill("New password", NEW_PASSWORD).await?;
        visit.paste("Current password", "Abc1234\\ud800").await?;
        agreed(visit, "Change password", CHANGE, "a current password with half a character").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn r8_r37_page_and_server_say_the_same_to_every_awkward_sign_in() -> Result {
    Visit::make(Width::Narrow, async |visit| {
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        let names = [
            "jane@nhs.net@nhs.net",
            "@nhs.net",
            "jane@gmail.com",
            "jan\\u00e9",
            "\\uff4aane",
            "\\u212aate",
            "jane\\u202e",
        ];
        for text in awkward().chain(names.map(ToOwned::to_owned)).chain(["a".repeat(64), "a".repeat(65)]) {
            visit.paste("Username", &text).await?;
            visit.paste("Password or temporary password", &text).await?;
            agreed(visit, "Sign in", SIGN_IN, &text).await?;
        }
        Ok(())
    })
    .await
}

/// Sends the form and gives what the page says; fails where the server says otherwise.
async fn agreed(visit: &Visit, button: &str, ask: &str, text: &str) -> Result<Vec<String>> {
    let answer = visit.browser.run_async(&format!("{ASK}{ask}"), vec![]).await?;
    let (status, expected): (u16, Vec<String>) = serde_json::from_value(answer)?;
    assert!((400..500).contains(&status), "{status} to {text:?}");
    visit.press(button).await?;
    let shown: Vec<&str> = expected.iter().map(|refusal| &**refusal).collect();
    visit.is_refused(&shown).await.with_context(|| format!("for {text:?}"))?;
    if status == 422 {
        let beside = "return [...document.querySelectorAll('[id$=-error]')].map(e => e.innerText.replace(/\\s+/g, ' ')).join('\\n')";
        let beside = visit.browser.run(beside, vec![]).await?.as_str().unwrap_or_default().to_owned();
        for refusal in &expected {
            assert!(beside.contains(refusal), "{refusal} does not stand beside its field for {text:?}: {beside}");
        }
    }
    Ok(expected)
}
