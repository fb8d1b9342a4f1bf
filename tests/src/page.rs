//! The page, as its visitor reads and uses it.

use anyhow::Result;
use serde_json::{Value, json};

use thirtyfour::prelude::*;

use crate::find::Role;
use crate::visit::Visit;
use crate::wait::{Look, until};

/// The error summary, in each language, as [`Visit::focus`] names it.
const SUMMARIES: [&str; 2] = ["div There is a problem", "div Mae problem"];

impl Visit {
    /// Opens an address of the server as from a bookmark: the document is loaded.
    ///
    /// # Errors
    /// The browser can't.
    pub async fn open(&self, path: &str) -> Result<()> {
        Ok(self.browser.driver().goto(self.demo.url(path)).await?)
    }

    /// Types into a field in place of what is there; in a list, selects.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.with(Role::Field, label, async |field| {
            if field.tag_name().await? != "select" {
                field.send_keys(Key::Control + "a").await?;
                field.send_keys(Key::Backspace).await?;
            }
            Ok(field.send_keys(text).await?)
        })
        .await
    }

    /// Puts text into a field as pasting does. It may hold what no keyboard types: half a surrogate pair
    /// as `\ud83d`, in the escapes of JavaScript.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn paste(&self, label: &str, escaped: &str) -> Result<()> {
        let script = format!(
            "arguments[0].value = \"{escaped}\"; arguments[0].dispatchEvent(new InputEvent('input', {{ bubbles: true }}));"
        );
        self.with(Role::Field, label, async |field| {
            self.browser.run(&script, vec![field.to_json()?]).await?;
            Ok(())
        })
        .await
    }

    /// Clicks a checkbox or a radio button.
    ///
    /// # Errors
    /// There is none of this name.
    pub async fn choose(&self, label: &str) -> Result<()> {
        self.with(Role::Choice, label, async |choice| Ok(choice.click().await?)).await
    }

    /// Clicks a button.
    ///
    /// # Errors
    /// There is none of this name.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.with(Role::Button, name, async |button| Ok(button.click().await?)).await
    }

    /// Clicks a link.
    ///
    /// # Errors
    /// There is none of this name.
    pub async fn follow(&self, name: &str) -> Result<()> {
        self.with(Role::Link, name, async |link| Ok(link.click().await?)).await
    }

    /// Whether there is a link of this name.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn has_link(&self, name: &str) -> Result<bool> {
        self.has(Role::Link, name).await
    }

    /// Whether there is a button of this name.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn has_button(&self, name: &str) -> Result<bool> {
        self.has(Role::Button, name).await
    }

    /// What stands in a field.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn value(&self, label: &str) -> Result<String> {
        let value = std::cell::RefCell::new(String::new());
        self.with(Role::Field, label, async |field| {
            *value.borrow_mut() = field.prop("value").await?.unwrap_or_default();
            Ok(())
        })
        .await?;
        Ok(value.into_inner())
    }

    /// All that can be read.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn text(&self) -> Result<String> {
        self.read("return document.body.innerText.replace(/\\s+/g, ' ').trim()").await
    }

    /// The path and query of the address.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn path(&self) -> Result<String> {
        self.read("return location.pathname + location.search").await
    }

    /// The window's title.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn title(&self) -> Result<String> {
        self.read("return document.title").await
    }

    /// What has the focus: the tag and the first words of it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn focus(&self) -> Result<String> {
        self.read(
            "const e = document.activeElement; const name = e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '';
             return `${e.localName} ${name.trim().split('\\n')[0]}`.trim()",
        )
        .await
    }

    /// Waits until something of this tag and name has the focus.
    ///
    /// # Errors
    /// It never has.
    pub async fn focuses(&self, expected: &str) -> Result<()> {
        until(&format!("the focus on “{expected}”"), async || {
            let focus = self.focus().await?;
            Ok(if focus == expected { Look::Found(()) } else { Look::NotYet(focus) })
        })
        .await
    }

    /// The lines of the error summary.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn refusals(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('[role=alert] li a, [role=alert] .nhsuk-error-summary__body > p')].map(e => e.innerText.trim())";
        Ok(serde_json::from_value(self.browser.run(script, vec![]).await?)?)
    }

    /// Waits until the error summary has the focus, as after every refusal, and says exactly this.
    ///
    /// # Errors
    /// It never does.
    pub async fn is_refused(&self, expected: &[&str]) -> Result<()> {
        until(&format!("the refusals {expected:?}"), async || {
            let (refusals, focus) = (self.refusals().await?, self.focus().await?);
            let is_told = refusals == expected && SUMMARIES.contains(&focus.as_str());
            Ok(if is_told {
                Look::Found(())
            } else {
                Look::NotYet(format!("{refusals:?}, the focus being on {focus}"))
            })
        })
        .await
    }

    /// Waits until the page's heading is this one.
    ///
    /// # Errors
    /// It never is.
    pub async fn arrives(&self, heading: &str) -> Result<()> {
        until(&format!("the heading “{heading}”"), async || {
            let shown = self.read("return document.querySelector('h1')?.innerText ?? ''").await?;
            if shown == heading {
                return Ok(Look::Found(()));
            }
            Ok(Look::NotYet(format!("at {} the page says: {}", self.path().await?, self.text().await?)))
        })
        .await
    }

    /// Waits until the page says something.
    ///
    /// # Errors
    /// It never does.
    pub async fn says(&self, words: &str) -> Result<()> {
        until(&format!("the words “{words}”"), async || {
            let text = self.text().await?;
            Ok(if text.contains(words) { Look::Found(()) } else { Look::NotYet(text) })
        })
        .await
    }

    /// Waits until the page no longer says something.
    ///
    /// # Errors
    /// It goes on to.
    pub async fn says_no_more(&self, words: &str) -> Result<()> {
        until(&format!("an end of the words “{words}”"), async || {
            let text = self.text().await?;
            Ok(if text.contains(words) { Look::NotYet(text) } else { Look::Found(()) })
        })
        .await
    }

    /// Waits until the address is this one.
    ///
    /// # Errors
    /// It never is.
    pub async fn is_at(&self, path: &str) -> Result<()> {
        until(&format!("the address {path}"), async || {
            let shown = self.path().await?;
            Ok(if shown == path { Look::Found(()) } else { Look::NotYet(shown) })
        })
        .await
    }

    /// Status and body of what the page's own origin answers when the page asks.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn fetch(&self, method: &str, path: &str, body: Option<Value>) -> Result<(u16, Value)> {
        let script = "const [method, path, body] = given;
            const headers = body === null ? {} : { 'content-type': 'application/json' };
            const answer = await fetch('/api/v1' + path, { method, headers, body: body === null ? undefined : JSON.stringify(body) });
            const text = await answer.text();
            return [answer.status, text ? JSON.parse(text) : null];";
        let answer =
            self.browser.run_async(script, vec![json!(method), json!(path), body.unwrap_or(Value::Null)]).await?;
        Ok(serde_json::from_value(answer)?)
    }

    async fn read(&self, script: &str) -> Result<String> {
        Ok(self.browser.run(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }
}
