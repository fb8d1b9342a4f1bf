//! What stands in a document's fields, to be put into those of the page that takes its place.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::dom;
use super::page::HEADING;

/// The fields' contents, and where the focus is.
pub(crate) struct Kept {
    fields: Vec<Filled>,
    focus: Option<Focus>,
}

enum Filled {
    Text { id: String, value: String },
    Tick { id: String, is_checked: bool },
    Choice { id: String, value: String },
}

struct Focus {
    id: String,
    caret: Option<(u32, u32)>,
}

/// Whether passwords are kept as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Secrets {
    /// They are: the page is on its way to the same person.
    Kept,
    /// They are not: nobody is signed in meanwhile.
    Left,
}

impl Kept {
    /// Of everything within an element.
    pub(crate) fn of(shell: &Element, secrets: Secrets) -> Self {
        let mut fields = Vec::new();
        if let Ok(found) = shell.query_selector_all("input[id], select[id]") {
            for at in 0..found.length() {
                fields.extend(found.get(at).and_then(|node| Filled::of(node.dyn_ref()?, secrets)));
            }
        }
        let focus = document()
            .active_element()
            .filter(|active| !active.id().is_empty())
            .map(|active| Focus { caret: active.dyn_ref::<HtmlInputElement>().and_then(caret), id: active.id() });
        Self { fields, focus }
    }

    /// Puts them back where the same fields are, and the focus with them.
    pub(crate) fn restore(mut self) {
        let focus = self.focus.take();
        self.restore_fields();
        // What had it may be gone, such as a link to another language: then reading begins with the heading.
        let Some(Focus { id, caret }) = focus else { return dom::focus(HEADING) };
        dom::focus(&id);
        if let (Some(input), Some((start, end))) = (find::<HtmlInputElement>(&id), caret) {
            let _ = input.set_selection_range(start, end);
        }
    }

    /// Whether any of its fields is on the page.
    pub(crate) fn is_here(&self) -> bool {
        self.fields.iter().any(|field| dom::by_id(field.id()).is_some())
    }

    /// Puts back what was typed.
    pub(crate) fn restore_fields(self) {
        for field in self.fields {
            field.restore();
        }
    }
}

impl Filled {
    fn id(&self) -> &str {
        match self {
            Self::Text { id, .. } | Self::Tick { id, .. } | Self::Choice { id, .. } => id,
        }
    }

    fn of(element: &Element, secrets: Secrets) -> Option<Self> {
        let id = element.id();
        if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
            return Some(Self::Choice { id, value: select.value() });
        }
        let input = element.dyn_ref::<HtmlInputElement>()?;
        Some(match input.type_().as_str() {
            "password" if secrets == Secrets::Left => return None,
            "checkbox" | "radio" => Self::Tick { id, is_checked: input.checked() },
            _ => Self::Text { id, value: input.value() },
        })
    }

    fn restore(self) {
        match self {
            Self::Text { id, value } => {
                if let Some(input) = find::<HtmlInputElement>(&id).filter(|input| input.value() != value) {
                    input.set_value(&value);
                    // The rules beside a password are ticked as it is typed.
                    let bubbling = EventInit::new();
                    bubbling.set_bubbles(true);
                    if let Ok(typed) = Event::new_with_event_init_dict("input", &bubbling) {
                        let _ = input.dispatch_event(&typed);
                    }
                }
            }
            Self::Tick { id, is_checked } => {
                if let Some(input) = find::<HtmlInputElement>(&id) {
                    input.set_checked(is_checked);
                }
            }
            Self::Choice { id, value } => {
                if let Some(select) = find::<HtmlSelectElement>(&id) {
                    select.set_value(&value);
                }
            }
        }
    }
}

fn caret(input: &HtmlInputElement) -> Option<(u32, u32)> {
    Some((input.selection_start().ok()??, input.selection_end().ok()??))
}

fn find<T: wasm_bindgen::JsCast>(id: &str) -> Option<T> {
    dom::by_id(id).and_then(|element: HtmlElement| element.dyn_into().ok())
}
