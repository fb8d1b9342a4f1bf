//! A service for one test.

use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use enamel_core::account::Account;
use enamel_core::mobile::Mobile;
use enamel_core::password::TemporaryPassword;
use enamel_core::person::Person;
use enamel_core::time::{Instant, Span};
use enamel_core::username::Username;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::account::{NewAccount, create, run_clocks};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Settings;
use crate::http::router;
use crate::password::HashCost;
use crate::serve::open;
use crate::session::Token;
use crate::store::Message;

pub(super) const PASSWORD: &str = "Molar-Crown-9";

/// A service with a database of its own and a browser's one cookie.
pub(super) struct Service {
    pub(super) app: App,
    pub(super) router: Router,
    pub(super) cookie: Mutex<Option<String>>,
    pub(super) folder: TempDir,
}

pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Reply {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text))
    }

    /// Status and code of a problem document.
    pub(super) fn problem(&self) -> (u16, String) {
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json", "{}", self.text);
        let json = self.json();
        assert_eq!(json["status"], self.status.as_u16());
        (self.status.as_u16(), json["code"].as_str().unwrap().to_owned())
    }

    /// Field and code of each error of a form.
    pub(super) fn errors(&self) -> Vec<(String, String)> {
        assert_eq!(self.problem(), (422, "invalid-form".to_owned()));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        self.json()["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| (text(&error["field"]), text(&error["code"])))
            .collect()
    }
}

pub(super) fn start() -> Instant {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

impl Service {
    pub(super) async fn new() -> Self {
        Self::with(&[]).await
    }

    /// With variables besides the cheap hashing.
    pub(super) async fn with(variables: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let mut all = vec![("ENAMEL_DATABASE_URL", url.as_str())];
        all.extend(variables);
        let owned = all.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut settings = Settings::load(None, owned).unwrap();
        settings.argon2 = HashCost { memory_kib: 8, iterations: 1, parallelism: 1 };
        settings.hash_threads = 1;
        let app = open(settings, Clock::stopped_at(start())).await.unwrap();
        let router = router(&app, Router::new());
        Self { app, router, cookie: Mutex::default(), folder }
    }

    /// Another service on the same database, as after a restart.
    pub(super) async fn restarted(self) -> Self {
        let (settings, clock) = (self.app.settings().clone(), self.app.clock().clone());
        self.app.store().close().await;
        let app = open(settings, clock).await.unwrap();
        let router = router(&app, Router::new());
        Self { app, router, cookie: self.cookie, folder: self.folder }
    }

    pub(super) async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        if let Some(cookie) = parts.headers.get(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
            *self.cookie.lock().unwrap() = (!pair.ends_with('=')).then_some(pair);
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Reply { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub(super) async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(cookie) = &*self.cookie.lock().unwrap() {
            request = request.header(header::COOKIE, cookie);
        }
        let request = match body {
            None => request.body(Body::empty()),
            Some(json) => request.header(header::CONTENT_TYPE, "application/json").body(json.to_string().into()),
        };
        self.send(request.unwrap()).await
    }

    /// Sends a form as a browser does that has no script.
    pub(super) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.form_from("http://127.0.0.1:8080", path, fields).await
    }

    pub(super) async fn form_from(&self, origin: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(cookie) = &*self.cookie.lock().unwrap() {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    pub(super) async fn get(&self, path: &str) -> Reply {
        self.call(Method::GET, &format!("/api/v1{path}"), None).await
    }

    pub(super) async fn post(&self, path: &str, body: Value) -> Reply {
        self.call(Method::POST, &format!("/api/v1{path}"), Some(body)).await
    }

    pub(super) async fn put(&self, path: &str, body: Value) -> Reply {
        self.call(Method::PUT, &format!("/api/v1{path}"), Some(body)).await
    }

    pub(super) async fn patch(&self, path: &str, body: Value) -> Reply {
        self.call(Method::PATCH, &format!("/api/v1{path}"), Some(body)).await
    }

    /// Creates `first.last` and returns the temporary password.
    pub(super) async fn newcomer(&self, first: &str, last: &str, mobile: &str) -> String {
        let password =
            TemporaryPassword::generate(12, &std::array::from_fn(|word| u16::try_from(word * 7919 % 65_521).unwrap()));
        let new = NewAccount {
            username: Username::parse(&format!("{first}.{last}").into()).unwrap(),
            person: Person::parse(&first.into(), &last.into(), &format!("{first}@example.org").into()).unwrap(),
            mobile: Mobile::parse(&mobile.into()).unwrap(),
        };
        create(&self.app, new, &password).await.unwrap();
        password.as_str().to_owned()
    }

    /// Creates, signs in and activates Jane Smith; the session is left open.
    pub(super) async fn member(&self) {
        let password = self.newcomer("Jane", "Smith", "07700900123").await;
        self.sign_in("jane.smith", &password).await;
        let reply = self.post("/activation", activation()).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
    }

    pub(super) async fn sign_in(&self, username: &str, password: &str) -> Reply {
        self.post("/session", json!({ "username": username, "password": password })).await
    }

    pub(super) async fn account(&self, username: &str) -> Account {
        let username = Username::parse(&username.into()).unwrap();
        self.app.store().account_named(&username).await.unwrap().unwrap()
    }

    /// What the database keeps of the session's token.
    pub(super) fn token_hash(&self) -> [u8; 32] {
        let cookie = self.cookie.lock().unwrap().clone().unwrap();
        Token::read(cookie.split_once('=').unwrap().1).unwrap().hash()
    }

    /// Waits until the session's use just now is noted, which no answer waits for.
    pub(super) async fn session_noted(&self) {
        let hash = self.token_hash();
        while self.app.store().session(hash).await.unwrap().unwrap().times.seen_at < self.app.now() {
            tokio::task::yield_now().await;
        }
    }

    /// Moves the clock that many days after the start and does what is due.
    pub(super) async fn on_day(&self, days: u32) {
        self.app.clock().set(start().plus(Span::days(days)));
        run_clocks(&self.app).await.unwrap();
    }

    /// Every message so far, oldest first.
    pub(super) async fn messages(&self) -> Vec<Message> {
        self.app.store().deliver_all(self.app.now()).await.unwrap();
        let mut messages = self.app.store().delivered(None, 1000).await.unwrap();
        messages.reverse();
        messages
    }
}

pub(super) fn activation() -> Value {
    json!({
        "accept_terms": true,
        "new_password": PASSWORD,
        "security_answers": [
            { "question": "first-school", "answer": "St Mary's" },
            { "question": "first-pet", "answer": "Bramble" },
            { "question": "first-job", "answer": "Leeds" },
        ],
        "mobile_visible": true,
    })
}
