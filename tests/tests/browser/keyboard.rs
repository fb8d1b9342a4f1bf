//! Without a mouse: every journey by Tab, Enter, Space and typing, the focus always in sight; and without eyes: what is
//! heard on the way is kept as a transcript.

use anyhow::{Context as _, Result as Outcome, bail};
use enamel_tests::{Result, Visit, at_both_widths, differs};
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::account::NEW_PASSWORD;

const FOCUS: &str = "
    const e = document.activeElement;
    const style = () => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join(); };
    const box = e.getBoundingClientRect();
    const focused = style();
    e.blur(); const blurred = style(); e.focus({ preventScroll: true });
    // A button that looks like a box, or a dot, is drawn beside its input.
    const beside = e.matches('.nhsuk-checkboxes__input, .nhsuk-radios__input');
    return { visible: e === document.body || beside || focused !== blurred, inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth, html: e.outerHTML.slice(0, 200) };";

at_both_widths! {
    async fn r9_an_account_is_activated_by_keyboard_alone(visit: &mut Visit) -> Result {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        let mut keys = Keys::at(visit, "/sign-in", "Sign in").await?;
        keys.tab_to("input Username").await?;
        keys.types("amira.khan").await?;
        keys.tab_to("input Password or temporary password").await?;
        keys.types(&texted).await?;
        keys.press(Key::Enter).await?;
        keys.arrives("Activate your account").await?;
        keys.tab_to("input I accept the acceptable use policy").await?;
        keys.press(Key::Space).await?;
        keys.tab_to("input New password").await?;
        keys.types("Ab 3").await?;
        keys.press(Key::Enter).await?;
        visit.focuses("div There is a problem").await?;
        keys.hear().await?;
        keys.tab_to("a Password must be 8 characters or more").await?;
        keys.press(Key::Enter).await?;
        visit.focuses("input New password").await?;
        keys.press(Key::End).await?;
        keys.types(" Zahnrad 27").await?;
        for (question, answer) in [("First pet", "Straße"), ("Town of your first", "Leeds"), ("Favourite", "O’Neill")] {
            keys.tab_to("select Question").await?;
            keys.types(question).await?;
            keys.tab_to("input Answer").await?;
            keys.types(answer).await?;
        }
        keys.tab_to("input Yes, colleagues can see it").await?;
        keys.press(Key::Down).await?;
        keys.tab_to("button Activate your account").await?;
        keys.press(Key::Space).await?;
        keys.arrives("Your account").await?;
        visit.says("The directory does not show it.").await?;
        keys.end("activation")
    }
}

at_both_widths! {
    async fn r14_r17_an_expired_password_is_changed_by_keyboard_alone(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.demo.advance("P90D").await?;
        let mut keys = Keys::at(visit, "/sign-in", "Sign in").await?;
        keys.tab_to("input Username").await?;
        keys.types("jane.smith").await?;
        keys.tab_to("input Password or temporary password").await?;
        keys.types(&jane).await?;
        keys.press(Key::Enter).await?;
        keys.arrives("Your password has expired").await?;
        keys.tab_to("input Current password").await?;
        keys.types(&jane).await?;
        keys.tab_to("input New password").await?;
        keys.types(NEW_PASSWORD).await?;
        keys.tab_to("button Show password").await?;
        keys.press(Key::Enter).await?;
        keys.tab_to("button Change password").await?;
        keys.press(Key::Enter).await?;
        keys.arrives("Your account").await?;
        visit.says("Your password has been changed.").await?;
        keys.end("expired-password")
    }
}

at_both_widths! {
    async fn r18_the_mobile_is_hidden_and_shown_by_keyboard_alone(visit: &mut Visit) -> Result {
        let password = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        let mut keys = Keys::at(visit, "/sign-in", "Sign in").await?;
        keys.tab_to("a Skip to main content").await?;
        keys.press(Key::Enter).await?;
        keys.tab_to("input Username").await?;
        keys.types("jane.smith").await?;
        keys.press(Key::Enter).await?;
        visit.is_refused(&["Enter your password"]).await?;
        keys.hear().await?;
        keys.tab_to("a Enter your password").await?;
        keys.press(Key::Enter).await?;
        visit.focuses("input Password or temporary password").await?;
        keys.hear().await?;
        keys.types(&password).await?;
        keys.tab_to("button Show password").await?;
        keys.press(Key::Space).await?;
        keys.tab_to("button Sign in").await?;
        keys.press(Key::Enter).await?;
        keys.arrives("Your account").await?;
        keys.tab_to("button Hide my mobile number").await?;
        keys.press(Key::Enter).await?;
        visit.says("The directory does not show it.").await?;
        visit.focuses("button Show my mobile number").await?;
        keys.hear().await?;
        keys.press(Key::Space).await?;
        visit.says("The directory shows it.").await?;
        keys.tab_to("a Directory").await?;
        keys.press(Key::Enter).await?;
        keys.arrives("Directory").await?;
        keys.tab_to("input Name").await?;
        keys.types("smith").await?;
        keys.press(Key::Enter).await?;
        visit.is_at("/directory?q=smith").await?;
        visit.says("07700 900103").await?;
        keys.tab_to("button Sign out").await?;
        keys.press(Key::Enter).await?;
        keys.arrives("Sign in").await?;
        visit.says("You have signed out.").await?;
        keys.end("hide-the-mobile")
    }
}

/// A visitor with a keyboard and ears.
struct Keys<'a> {
    visit: &'a Visit,
    heard: Vec<String>,
}

impl<'a> Keys<'a> {
    async fn at(visit: &'a Visit, path: &str, heading: &str) -> Outcome<Self> {
        visit.open(path).await?;
        visit.arrives(heading).await?;
        let mut keys = Self { visit, heard: Vec::new() };
        keys.heard.push(format!("# {}", visit.title().await?));
        Ok(keys)
    }

    /// Goes on with Tab, round and round, until something of this name has the focus.
    async fn tab_to(&mut self, name: &str) -> Result {
        let mut passed = Vec::new();
        for step in 0..80 {
            // Where one stands already is gone to only by going round.
            if step > 0 && self.visit.focus().await? == name {
                return self.hear().await;
            }
            self.press(Key::Tab).await?;
            let focus = self.visit.browser.run(FOCUS, vec![]).await?;
            let holds = |name| focus.get(name).and_then(Value::as_bool) == Some(true);
            if !holds("visible") || !holds("inside") {
                bail!("the focus is not to be seen on {focus}");
            }
            passed.push(self.visit.focus().await?);
        }
        bail!("Tab never comes to {name}, only to {passed:?}")
    }

    async fn press(&self, key: Key) -> Result {
        Ok(self.visit.browser.driver().action_chain().send_keys(key).perform().await?)
    }

    async fn types(&self, text: &str) -> Result {
        Ok(self.visit.browser.driver().action_chain().send_keys(text).perform().await?)
    }

    /// A new page: its title, and its heading, which has the focus.
    async fn arrives(&mut self, heading: &str) -> Result {
        self.visit.arrives(heading).await?;
        self.visit.focuses(&format!("h1 {heading}")).await?;
        self.heard.push(format!("# {}", self.visit.title().await?));
        self.hear().await
    }

    /// What is said of that which has the focus.
    async fn hear(&mut self) -> Result {
        self.heard.push(self.visit.spoken().await?);
        Ok(())
    }

    fn end(self, name: &str) -> Result {
        match differs(&format!("transcripts/journeys/{name}.txt"), &(self.heard.join("\n") + "\n"))? {
            Some(fault) => bail!("what is heard differs: {fault}"),
            None => Ok(()),
        }
    }
}
