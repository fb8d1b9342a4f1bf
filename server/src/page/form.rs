//! What a form sends without a script (`application/x-www-form-urlencoded`), as the client would have sent it.

use axum::body::Bytes;
use enamel_core::account::{ActivationRequest, ChangePasswordRequest, SecurityAnswerRequest};
use enamel_core::directory::DirectoryEntryRequest;
use enamel_core::session::SignInRequest;
use enamel_core::text::Typed;
use url::form_urlencoded;

/// A form's fields.
#[derive(Debug)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a body. What is no form has no fields.
    pub(super) fn read(body: &Bytes) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    /// A field's first value; nothing where it has none, as of a box that is not ticked.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(given, _)| given == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    fn typed(&self, name: &str) -> Typed {
        self.text(name).into()
    }

    fn is_true(&self, name: &str) -> bool {
        self.text(name) == "true"
    }

    pub(super) fn sign_in(&self) -> SignInRequest {
        SignInRequest { username: self.typed("username"), password: self.typed("password") }
    }

    pub(super) fn activation(&self, questions: u32) -> ActivationRequest {
        ActivationRequest {
            accept_terms: self.is_true("accept_terms"),
            new_password: self.typed("new_password"),
            security_answers: (0..questions)
                .map(|at| SecurityAnswerRequest {
                    question: self.text(&format!("security_answers[{at}].question")).to_owned(),
                    answer: self.typed(&format!("security_answers[{at}].answer")),
                })
                .collect(),
            mobile_visible: self.is_true("mobile_visible"),
        }
    }

    pub(super) fn change_password(&self) -> ChangePasswordRequest {
        ChangePasswordRequest {
            current_password: self.typed("current_password"),
            new_password: self.typed("new_password"),
        }
    }

    pub(super) fn directory_entry(&self) -> DirectoryEntryRequest {
        DirectoryEntryRequest { mobile_visible: self.is_true("mobile_visible") }
    }
}
