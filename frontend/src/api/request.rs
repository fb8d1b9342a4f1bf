//! One request by the browser's `fetch`.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Headers, RequestInit, Response};

use super::{BASE, Failure, json};
use crate::session::Session;

/// How long an answer may take, in milliseconds. Hashing a password takes its time on a busy server.
const PATIENCE: i32 = 30_000;

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
    let Ok(controller) = AbortController::new() else { return Err(Failure::Unreachable) };
    send(method, path, body.as_ref(), None, &controller).await
}

/// The same, until `controller` ends it, under a key by which the server decides it once.
///
/// # Errors
/// [`Failure`], where there is no answer or it is a refusal.
pub async fn send(
    method: Method,
    path: &str,
    body: Option<&JsValue>,
    key: Option<&str>,
    controller: &AbortController,
) -> Result<JsValue, Failure> {
    let response = fetch(method, path, body, key, controller).await.map_err(|_| Failure::Unreachable)?;
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

async fn fetch(
    method: Method,
    path: &str,
    body: Option<&JsValue>,
    key: Option<&str>,
    controller: &AbortController,
) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json, application/problem+json")?;
    // Another person may have signed in since, in another tab: nothing is done to their account then.
    if let Some(username) = Session.shown_account() {
        headers.set("Enamel-Account", &username)?;
    }
    if let Some(key) = key {
        headers.set("Idempotency-Key", key)?;
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
        request.set_body(body);
    }
    request.set_headers(&headers);
    request.set_signal(Some(&patient(controller)?));
    let url = [BASE, path].concat();
    JsFuture::from(window().fetch_with_str_and_init(&url, &request)).await?.dyn_into()
}

/// A signal that `controller` gives, at the latest when no answer is to be expected any more.
fn patient(controller: &AbortController) -> Result<AbortSignal, JsValue> {
    let abort = Reflect::get(controller, &JsValue::from_str("abort"))?.dyn_into::<Function>()?.bind0(controller);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(&abort, PATIENCE)?;
    Ok(controller.signal())
}

/// The text of one of our files.
pub(crate) async fn file(address: &str) -> Result<String, JsValue> {
    let response = visit(address).await?;
    if response.ok() { text_of(&response).await } else { Err(JsValue::UNDEFINED) }
}

/// The document at an address of ours; one that says that there is nothing is one too.
pub(crate) async fn document(address: &str) -> Result<String, JsValue> {
    text_of(&visit(address).await?).await
}

async fn visit(address: &str) -> Result<Response, JsValue> {
    let request = RequestInit::new();
    request.set_signal(Some(&patient(&AbortController::new()?)?));
    JsFuture::from(window().fetch_with_str_and_init(address, &request)).await?.dyn_into()
}

async fn text_of(response: &Response) -> Result<String, JsValue> {
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::UNDEFINED)
}

async fn body_of(response: &Response) -> Result<JsValue, JsValue> {
    JsFuture::from(response.json()?).await
}
