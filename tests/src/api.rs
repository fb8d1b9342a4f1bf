//! A member without a browser: another person who looks at the same time.

use anyhow::{Context as _, Result};
use reqwest::RequestBuilder;
use reqwest::header::{COOKIE, SET_COOKIE};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::demo::Demo;

#[derive(Deserialize)]
struct Directory {
    entries: Vec<Value>,
}

/// A session of its own.
pub struct Member<'a> {
    demo: &'a Demo,
    cookie: String,
}

impl<'a> Member<'a> {
    /// Signs in.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn sign_in(demo: &'a Demo, username: &str, password: &str) -> Result<Self> {
        let body = json!({ "username": username, "password": password });
        let request = demo.http().post(demo.url("/api/v1/session")).json(&body);
        let answer = request.send().await?.error_for_status()?;
        let cookie = answer.headers().get(SET_COOKIE).context("no cookie")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Ok(Self { demo, cookie })
    }

    pub(crate) fn demo(&self) -> &Demo {
        self.demo
    }

    pub(crate) fn with_cookie(&self, request: RequestBuilder) -> RequestBuilder {
        request.header(COOKIE, &self.cookie)
    }

    /// What an address under `/api/v1` answers, as it is sent.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn get(&self, path: &str) -> Result<String> {
        let request = self.demo.http().get(self.demo.url(&format!("/api/v1{path}")));
        Ok(request.header(COOKIE, &self.cookie).send().await?.error_for_status()?.text().await?)
    }

    /// The status with which an address under `/api/v1` answers.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn status(&self, path: &str) -> Result<u16> {
        let request = self.demo.http().get(self.demo.url(&format!("/api/v1{path}")));
        Ok(request.header(COOKIE, &self.cookie).send().await?.status().as_u16())
    }

    /// Changes the password, which ends every other session.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn change_password(&self, current: &str, new: &str) -> Result<()> {
        let body = json!({ "current_password": current, "new_password": new });
        let request = self.demo.http().put(self.demo.url("/api/v1/account/password")).json(&body);
        request.header(COOKIE, &self.cookie).send().await?.error_for_status()?;
        Ok(())
    }

    /// Hides the mobile number from the directory.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn hide_mobile(&self) -> Result<()> {
        let request = self.demo.http().patch(self.demo.url("/api/v1/account/directory-entry"));
        let request = request.json(&json!({ "mobile_visible": false }));
        request.header(COOKIE, &self.cookie).send().await?.error_for_status()?;
        Ok(())
    }

    /// The directory's entry with this name.
    ///
    /// # Errors
    /// There is none.
    pub async fn entry(&self, name: &str) -> Result<Value> {
        let answer: Directory = serde_json::from_str(&self.get("/directory").await?)?;
        answer
            .entries
            .into_iter()
            .find(|entry| entry.get("name").is_some_and(|found| found == name))
            .with_context(|| format!("no entry of {name}"))
    }
}
