//! A form on its way: shown once that takes long, given up when its sender wants, sent again by itself when the line
//! is back. However often it is sent, it has one key, by which the server decides it once.

use std::cell::{Cell, RefCell};

use enamel_core::locale::say;
use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, HtmlElement};

use super::form::Target;
use super::{dom, messages};
use crate::api::{self, Failure, FieldMessage};
use crate::language::said;
use crate::session::Session;

/// The class of what stands behind a form's button while it is on its way.
pub const WAIT: &str = "enamel-wait";

/// After so many milliseconds without an answer it is shown that one is awaited.
const NOTICED: i32 = 300;
/// Milliseconds until a form is sent again that found no line: at first, and at most.
const AGAIN: (i32, i32) = (2_000, 30_000);
/// Milliseconds after which a form is not sent by itself any more: whoever sits there then may be another.
const PATIENCE: f64 = 600_000.0;

/// A form that was judged and is to be sent.
pub(super) struct Outgoing {
    /// Its JSON text.
    pub(super) body: JsValue,
    /// Where it goes.
    pub(super) target: Target,
    /// The button that was pressed.
    pub(super) button: Option<HtmlElement>,
    /// What follows from the answer.
    pub(super) done: Box<dyn FnOnce(JsValue)>,
}

/// The last form that was sent, as long as it has no answer: the same one again is the same request.
struct Unanswered {
    path: &'static str,
    body: JsValue,
    key: String,
}

thread_local! {
    /// Counts what was sent, and what was given up: another number ends the sending of before.
    static NUMBER: Cell<u32> = const { Cell::new(0) };
    static UNANSWERED: RefCell<Option<Unanswered>> = const { RefCell::new(None) };
    /// Whether something was typed since it was sent.
    static EDITED: Cell<bool> = const { Cell::new(false) };
    static UNDER_WAY: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Sends it, and again when there was no line, until there is an answer or it is given up.
pub(super) fn send(outgoing: Outgoing) {
    let Outgoing { body, target, button, done } = outgoing;
    let (number, key) = (next(), key(target.path, &body));
    EDITED.set(false);
    let is_over = move || NUMBER.get() != number;
    let panel = panel(button.as_ref());
    notice_later(panel.clone(), is_over);
    spawn_local(async move {
        let (mut pause, until) = (AGAIN.0, js_sys::Date::now() + PATIENCE);
        let answer = loop {
            dom::hide_passwords();
            dom::set(button.as_ref(), "aria-disabled", Some("true"));
            let Ok(controller) = AbortController::new() else { return };
            UNDER_WAY.set(Some(controller.clone()));
            let answer = api::send(target.method, target.path, Some(&body), Some(&key), &controller).await;
            if is_over() {
                return;
            }
            if answer != Err(Failure::Unreachable) {
                break answer;
            }
            Session.end();
            dom::set(button.as_ref(), "aria-disabled", None);
            // What is not what stands in the fields any more, or has waited for too long, is left to its sender.
            if EDITED.get() || js_sys::Date::now() > until {
                return stop_waiting(panel.as_ref());
            }
            if pause == AGAIN.0 {
                messages::show(&Failure::Unreachable.messages());
                show(panel.as_ref(), &said(&say::waiting_for_line()));
            }
            line_or(pause).await;
            // It may have been given up meanwhile, or another form be under way.
            if is_over() || !Session.begin() {
                return;
            }
            pause = (pause * 2).min(AGAIN.1);
        };
        end(button.as_ref(), panel.as_ref());
        // Where it may have been done all the same, the same form again is the same request.
        if !answer.as_ref().is_err_and(Failure::may_pass) {
            forget();
        }
        match answer {
            Ok(answer) => {
                messages::show(&[]);
                done(answer);
            }
            Err(failure) if Session.takes(&failure) => {}
            Err(failure) => messages::show(&failure.messages()),
        }
    });
}

/// Waits no longer: at its sender's wish.
pub(super) fn give_up(panel: &HtmlElement) {
    abort();
    next();
    let button: Option<HtmlElement> = panel.previous_element_sibling().and_then(|button| button.dyn_into().ok());
    end(button.as_ref(), Some(panel));
    messages::show(&[FieldMessage { field: String::new(), message: said(&say::stopped_waiting()) }]);
}

/// What was typed since is not what waits for the line.
pub(super) fn edited() {
    EDITED.set(true);
    // As long as it is under way, an answer is awaited all the same.
    if let Some(panel) = dom::first(&["form .", WAIT, ":not([hidden])"].concat()).filter(|_| !Session.is_busy()) {
        next();
        forget();
        stop_waiting(Some(&panel));
    }
}

/// Nothing is sent from now on, and nothing of it is kept: its sender has gone elsewhere.
pub(crate) fn leave() {
    next();
    forget();
    Session.end();
}

/// The same, and an answer is not awaited either.
pub(crate) fn stop() {
    abort();
    leave();
}

fn abort() {
    UNDER_WAY.with_borrow(|controller| controller.iter().for_each(AbortController::abort));
}

/// It is not sent by itself any more.
fn stop_waiting(panel: Option<&HtmlElement>) {
    if let Some(panel) = panel {
        panel.set_hidden(true);
    }
    messages::say(&[FieldMessage { field: String::new(), message: said(&say::server_unreachable()) }]);
}

/// Keeps nothing of what was sent.
fn forget() {
    UNANSWERED.set(None);
}

fn next() -> u32 {
    NUMBER.set(NUMBER.get().wrapping_add(1));
    NUMBER.get()
}

fn end(button: Option<&HtmlElement>, panel: Option<&HtmlElement>) {
    Session.end();
    UNDER_WAY.set(None);
    dom::set(button, "aria-disabled", None);
    dom::announce("");
    if let Some(panel) = panel {
        panel.set_hidden(true);
    }
}

/// The key of the same form before, if it has no answer yet; else a new one: 128 random bits.
fn key(path: &'static str, body: &JsValue) -> String {
    let before = UNANSWERED.take().filter(|before| before.path == path && before.body == *body);
    let key = before.map_or_else(draw, |before| before.key);
    UNANSWERED.set(Some(Unanswered { path, body: body.clone(), key: key.clone() }));
    key
}

fn draw() -> String {
    let mut bytes = [0; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|half| char::from(b'a' + half)).collect()
}

fn panel(button: Option<&HtmlElement>) -> Option<HtmlElement> {
    button?.next_element_sibling()?.dyn_into().ok().filter(|panel: &HtmlElement| panel.class_name() == WAIT)
}

fn show(panel: Option<&HtmlElement>, text: &str) {
    let Some(panel) = panel else { return };
    if let Some(words) = panel.first_element_child() {
        words.set_text_content(Some(text));
    }
    panel.set_hidden(false);
}

fn notice_later(panel: Option<HtmlElement>, is_over: impl Fn() -> bool + 'static) {
    spawn_local(async move {
        dom::sleep(NOTICED).await;
        if !is_over() && Session.is_busy() {
            show(panel.as_ref(), &said(&say::sending()));
            dom::announce(&said(&say::sending()));
        }
    });
}

/// Waits until the browser says that there is a line again, and no longer than so many milliseconds.
async fn line_or(milliseconds: i32) {
    let _ = JsFuture::from(Promise::new(&mut |resolve, _| {
        window().set_ononline(Some(&resolve));
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    }))
    .await;
}
