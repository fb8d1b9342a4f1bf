//! One request by the browser's `fetch`.

use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, Response};

use super::{BASE, Failure, json};
use crate::session::Session;

/// How long an answer may take, in milliseconds. Hashing a password takes its time on a busy server.
const PATIENCE: u32 = 30_000;

/// What is done to a resource.
#[derive(Clone, Copy, Debug)]
pub enum Method {
    /// Read it.
    Get,
    /// Make one.
    Post,
    /// Put another in its place.
    Put,
    /// Change a part of it.
    Patch,
    /// Do away with it.
    Delete,
}

/// Sends `body` (JSON text) and gives the JSON of the answer; `undefined` where it has none.
///
/// # Errors
/// [`Failure`], where there is no answer or it is a refusal.
pub async fn call(method: Method, path: &str, body: Option<JsValue>) -> Result<JsValue, Failure> {
    let response = fetch(method, path, body).await.map_err(|_| Failure::Unreachable)?;
    if response.status() == 204 {
        return Ok(JsValue::UNDEFINED);
    }
    let answer = body_of(&response).await.map_err(|_| Failure::Unreachable)?;
    if response.ok() {
        return Ok(answer);
    }
    // A refusal that is no problem document comes from something between us and the server.
    Err(json::problem(&answer).map_or(Failure::Unreachable, Failure::Refused))
}

async fn fetch(method: Method, path: &str, body: Option<JsValue>) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json, application/problem+json")?;
    // Another person may have signed in since, in another tab: nothing is done to their account then.
    if let Some(username) = Session.shown_account() {
        headers.set("Enamel-Account", &username)?;
    }
    let request = RequestInit::new();
    request.set_method(match method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Patch => "PATCH",
        Method::Delete => "DELETE",
    });
    if let Some(body) = body {
        headers.set("Content-Type", "application/json")?;
        request.set_body(&body);
    }
    request.set_headers(&headers);
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let url = [BASE, path].concat();
    JsFuture::from(window().fetch_with_str_and_init(&url, &request)).await?.dyn_into()
}

/// The text at an address of ours that is the same for everybody.
#[cfg(feature = "csr")]
pub(crate) async fn text(address: &str) -> Result<String, JsValue> {
    let request = RequestInit::new();
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::UNDEFINED)
}

async fn body_of(response: &Response) -> Result<JsValue, JsValue> {
    JsFuture::from(response.json()?).await
}
