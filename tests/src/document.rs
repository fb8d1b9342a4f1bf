//! Documents as the server sends them, without a browser that would put them right.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use reqwest::RequestBuilder;

use crate::api::Member;
use crate::demo::Demo;

/// By html-validate, with the rules that it recommends: a line for each fault, after its document's name.
const VALIDATE: &str = "
    const { HtmlValidate, StaticConfigLoader } = require('html-validate');
    const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'] }));
    (async () => {
        for (const [name, html] of JSON.parse(require('fs').readFileSync(0, 'utf8'))) {
            const { results } = await validator.validateString(html);
            for (const { messages } of results)
                for (const { ruleId, message, line, column } of messages)
                    console.log(`${name}: ${ruleId}: ${message}: ${html.split('\\n')[line - 1].slice(Math.max(0, column - 40), column + 120)}`);
        }
    })();";

/// What a visitor is sent at an address.
///
/// # Errors
/// The server does not answer.
pub async fn document(demo: &Demo, path: &str) -> Result<String> {
    text_of(demo.http().get(demo.url(path))).await
}

/// What a visitor is sent after a form.
///
/// # Errors
/// The server does not answer.
pub async fn after_form(demo: &Demo, path: &str, fields: &[(&str, &str)]) -> Result<String> {
    text_of(demo.http().post(demo.url(path)).form(fields)).await
}

impl Member<'_> {
    /// What the member is sent at an address.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn document(&self, path: &str) -> Result<String> {
        text_of(self.with_cookie(self.demo().http().get(self.demo().url(path)))).await
    }

    /// What the member is sent after a form.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn after_form(&self, path: &str, fields: &[(&str, &str)]) -> Result<String> {
        text_of(self.with_cookie(self.demo().http().post(self.demo().url(path)).form(fields))).await
    }
}

async fn text_of(request: RequestBuilder) -> Result<String> {
    let answer = request.send().await?;
    let kind = answer.headers().get("content-type").context("no content type")?.to_str()?.to_owned();
    ensure!(kind == "text/html; charset=utf-8", "{} is {kind}", answer.url());
    Ok(answer.text().await?)
}

/// What is wrong with the HTML of documents, each with its name.
///
/// # Errors
/// html-validate is not installed, or does not run.
pub fn faults_of_html(documents: &[(String, String)]) -> Result<Vec<String>> {
    let mut node = Command::new("node")
        .args(["-e", VALIDATE])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    node.stdin.take().context("no input")?.write_all(&serde_json::to_vec(documents)?)?;
    let done = node.wait_with_output()?;
    ensure!(done.status.success(), "html-validate: run `npm ci --ignore-scripts` in the folder `tests`");
    Ok(String::from_utf8(done.stdout)?.lines().map(str::to_owned).collect())
}
