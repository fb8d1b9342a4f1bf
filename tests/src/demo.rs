//! The demo server: its people, phones, inboxes and clock.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use reqwest::{Client, Url};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::process::Process;
use crate::wait::{Look, until};

/// `enamel demo` with a database of its own.
pub struct Demo {
    program: PathBuf,
    folder: TempDir,
    process: Option<Process>,
    origin: String,
    http: Client,
}

/// A fictional person.
#[derive(Clone, Debug, Deserialize)]
pub struct Person {
    /// Without the domain.
    pub username: String,
    /// First and last name.
    pub name: String,
    /// As people write it.
    pub mobile: String,
    /// The personal one.
    pub email: String,
    /// Chosen at the activation.
    pub password: Option<String>,
    /// Texted to who has not activated yet.
    pub temporary_password: Option<String>,
}

/// A text or an email that the demo kept.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Message {
    /// Differs between any two.
    pub id: Value,
    /// `sms` or `email`.
    pub channel: String,
    /// Of an email.
    pub subject: Option<String>,
    /// The text.
    pub body: String,
    /// When, by the demo's clock.
    pub sent_at: String,
}

impl Demo {
    /// Starts the program on a free port and waits until it is ready.
    ///
    /// # Errors
    /// It is not there, or does not get ready.
    pub async fn start(program: &Path) -> Result<Self> {
        ensure!(program.is_file(), "{} is missing: build it first", program.display());
        let http = Client::builder().no_proxy().build()?;
        let folder = tempfile::tempdir()?;
        let mut demo =
            Self { program: program.to_owned(), folder, process: None, origin: "http://127.0.0.1:0".to_owned(), http };
        demo.start_again().await?;
        Ok(demo)
    }

    /// Stops the server at once, as a power cut would.
    pub fn stop(&mut self) {
        self.process = None;
    }

    /// Starts the server on the same port with the same database.
    ///
    /// # Errors
    /// It does not get ready.
    pub async fn start_again(&mut self) -> Result<()> {
        let port = Url::parse(&self.origin)?.port().unwrap_or(0).to_string();
        let folder = self.folder.path().to_str().context("the temporary folder's name is not Unicode")?;
        let mut process = Process::start(&self.program, &["demo", "--port", &port, "--data", folder])?;
        self.origin = process.says("Enamel demo: ")?;
        self.process = Some(process);
        let ready = self.url("/readyz");
        until("the server to be ready", async || {
            Ok(match self.http.get(&ready).send().await {
                Ok(answer) if answer.status().is_success() => Look::Found(()),
                Ok(answer) => Look::NotYet(answer.status().to_string()),
                Err(error) => Look::NotYet(error.to_string()),
            })
        })
        .await
    }

    /// An address of this server.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    pub(crate) fn http(&self) -> &Client {
        &self.http
    }

    /// The person of this username.
    ///
    /// # Errors
    /// There is none.
    pub async fn person(&self, username: &str) -> Result<Person> {
        let people: Vec<Person> = self.get("/demo/people").await?;
        people.into_iter().find(|person| person.username == username).with_context(|| format!("nobody is {username}"))
    }

    /// What reached an email address or a mobile number, newest first.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn messages(&self, to: &str) -> Result<Vec<Message>> {
        let url = Url::parse_with_params(&self.url("/demo/messages"), [("to", to)])?;
        Ok(self.http.get(url).send().await?.error_for_status()?.json().await?)
    }

    /// The temporary password on a phone.
    ///
    /// # Errors
    /// No text holds one.
    pub async fn texted_password(&self, mobile: &str) -> Result<String> {
        let messages = self.messages(mobile).await?;
        let texts = messages.iter().filter(|message| message.channel == "sms");
        texts
            .filter_map(|text| text.body.split_once("temporary password is "))
            .find_map(|(_, rest)| rest.split_whitespace().next())
            .map(ToOwned::to_owned)
            .with_context(|| format!("no temporary password was texted to {mobile}"))
    }

    /// Moves the clock on by an ISO 8601 duration.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn advance(&self, duration: &str) -> Result<()> {
        let url = self.url("/demo/clock");
        self.http.post(url).json(&json!({ "advance": duration })).send().await?.error_for_status()?;
        Ok(())
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        Ok(self.http.get(self.url(path)).send().await?.error_for_status()?.json().await?)
    }
}
