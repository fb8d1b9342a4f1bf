//! JSON as JavaScript values, read and made by hand: what every visit needs is little, and serde's
//! way would weigh more than all the rest of it.

use enamel_core::session::{Next, SessionView};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::failure::{FieldMessage, Problem};

/// The JSON text of an object whose values are texts.
pub(crate) fn of_texts(texts: &[(&str, &str)]) -> JsValue {
    text_of(&with_texts(texts))
}

/// An object whose values are texts.
pub(crate) fn with_texts(texts: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, text) in texts {
        set(&object, name, &JsValue::from_str(text));
    }
    object
}

/// Gives an object a member.
pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// A value as JSON text.
pub(crate) fn text_of(value: &JsValue) -> JsValue {
    js_sys::JSON::stringify(value).map_or(JsValue::NULL, Into::into)
}

/// A refusal, where the value is one.
pub(super) fn problem(value: &JsValue) -> Option<Problem> {
    let errors = member(value, "errors").dyn_into::<Array>().unwrap_or_default();
    let errors = (0..errors.length()).filter_map(|at| field_message(&errors.get(at)));
    Some(Problem { code: text(value, "code")?, detail: text(value, "detail")?, errors: errors.collect() })
}

fn field_message(value: &JsValue) -> Option<FieldMessage> {
    Some(FieldMessage { field: text(value, "field")?, message: text(value, "message")? })
}

/// A session, where the value is one.
pub(crate) fn session(value: &JsValue) -> Option<SessionView> {
    let next = match text(value, "next")?.as_str() {
        "home" => Next::Home,
        "activate" => Next::Activate,
        "change-password" => Next::ChangePassword,
        _ => return None,
    };
    Some(SessionView {
        username: text(value, "username")?,
        first_name: text(value, "first_name")?,
        last_name: text(value, "last_name")?,
        next,
    })
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    member(value, name).as_string()
}

pub(crate) fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}
