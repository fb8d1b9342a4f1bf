//! Without a mouse: every step by Tab, Enter, Space and typing, and the focus always in sight.

use anyhow::{Context as _, bail};
use enamel_tests::{Result, Visit, at_both_widths};
use serde_json::Value;
use thirtyfour::prelude::*;

const FOCUS: &str = "
    const e = document.activeElement;
    const style = () => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join(); };
    const box = e.getBoundingClientRect();
    const focused = style();
    const at = [Math.round(scrollX), Math.round(scrollY)];
    e.blur(); const blurred = style(); e.focus({ preventScroll: true });
    return { visible: e === document.body || focused !== blurred, inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth, html: e.outerHTML.slice(0, 200) };";

at_both_widths! {
    async fn r18_the_mobile_is_hidden_and_shown_by_keyboard_alone(visit: &mut Visit) -> Result {
        let password = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        tab_to(visit, "a Skip to main content").await?;
        press(visit, Key::Enter).await?;
        tab_to(visit, "input Username").await?;
        type_in(visit, "jane.smith").await?;
        press(visit, Key::Enter).await?;
        visit.is_refused(&["Enter your password"]).await?;
        tab_to(visit, "a Enter your password").await?;
        press(visit, Key::Enter).await?;
        visit.focuses("input Password or temporary password").await?;
        type_in(visit, &password).await?;
        tab_to(visit, "button Show password").await?;
        press(visit, Key::Space).await?;
        tab_to(visit, "button Sign in").await?;
        press(visit, Key::Enter).await?;
        visit.arrives("Your account").await?;
        visit.focuses("h1 Your account").await?;
        tab_to(visit, "button Hide my mobile number").await?;
        press(visit, Key::Enter).await?;
        visit.says("The directory does not show it.").await?;
        visit.focuses("button Show my mobile number").await?;
        press(visit, Key::Space).await?;
        visit.says("The directory shows it.").await?;
        tab_to(visit, "a Directory").await?;
        press(visit, Key::Enter).await?;
        visit.arrives("Directory").await?;
        tab_to(visit, "input Name").await?;
        type_in(visit, "smith").await?;
        press(visit, Key::Enter).await?;
        visit.is_at("/directory?q=smith").await?;
        visit.says("07700 900103").await?;
        tab_to(visit, "button Sign out").await?;
        press(visit, Key::Enter).await?;
        visit.arrives("Sign in").await?;
        visit.says("You have signed out.").await
    }
}

/// Goes on with Tab, round and round, until something of this name has the focus.
async fn tab_to(visit: &Visit, name: &str) -> Result {
    let mut passed = Vec::new();
    for _ in 0..60 {
        if visit.focus().await? == name {
            return Ok(());
        }
        press(visit, Key::Tab).await?;
        let focus = visit.browser.run(FOCUS, vec![]).await?;
        let holds = |name| focus.get(name).and_then(Value::as_bool) == Some(true);
        if !holds("visible") || !holds("inside") {
            bail!("the focus is not to be seen on {focus}");
        }
        passed.push(visit.focus().await?);
    }
    bail!("Tab never comes to {name}, only to {passed:?}")
}

async fn press(visit: &Visit, key: Key) -> Result {
    Ok(visit.browser.driver().action_chain().send_keys(key).perform().await?)
}

async fn type_in(visit: &Visit, text: &str) -> Result {
    Ok(visit.browser.driver().action_chain().send_keys(text).perform().await?)
}
