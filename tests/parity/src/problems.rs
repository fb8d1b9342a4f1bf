//! Forms as the API takes them, with nothing but what a page needs to know of them in return: how
//! long a verdict takes is measured with these, where a comparison's whole account would be in the way.

use enamel_core::account::{ActivationRequest, ChangePasswordRequest, ProfileRequest};
use enamel_core::application::{ApplicationRequest, JoinRequest};
use enamel_core::help::EnquiryRequest;
use enamel_core::mailbox::MailboxMemberRequest;
use enamel_core::password::PasswordContext;
use enamel_core::policy::Policy;
use enamel_core::refusal::FieldProblem;
use enamel_core::session::SignInRequest;
use enamel_core::vouching::VouchRequest;
use serde::de::DeserializeOwned;

use crate::verdict::said;

type Check = fn(&str) -> serde_json::Result<String>;

/// Every form there is, with its check under the policy of 2018.
const FORMS: [(&str, Check); 9] = [
    ("sign-in", |json| of(json, |form: SignInRequest| form.check().err())),
    ("activation", |json| of(json, |form: ActivationRequest| form.check(&context(), &Policy::seed_2018()).err())),
    ("change-password", |json| {
        of(json, |form: ChangePasswordRequest| form.check(&context(), &Policy::seed_2018()).err())
    }),
    ("profile", |json| of(json, |form: ProfileRequest| form.check().err())),
    ("application", |json| of(json, |form: ApplicationRequest| form.check(&Policy::seed_2018()).err())),
    ("join", |json| of(json, |form: JoinRequest| form.check().err())),
    ("enquiry", |json| of(json, |form: EnquiryRequest| form.check().err())),
    ("vouch", |json| of(json, |form: VouchRequest| form.check().err())),
    ("mailbox-member", |json| of(json, |form: MailboxMemberRequest| form.check().err())),
];

/// The problems of a form's fields as JSON, an empty list where it is taken; nothing where there is
/// no such form, or `json` is none of it.
#[must_use]
pub fn problems(form: &str, json: &str) -> Option<String> {
    let (_, check) = FORMS.iter().find(|(name, _)| *name == form)?;
    check(json).ok()
}

fn of<T: DeserializeOwned>(
    json: &str,
    check: impl FnOnce(T) -> Option<Vec<FieldProblem>>,
) -> serde_json::Result<String> {
    serde_json::to_string(&said(check(serde_json::from_str(json)?).unwrap_or_default()))
}

fn context() -> PasswordContext {
    PasswordContext { username: "jane.smith".to_owned(), first_name: "Jane".to_owned(), last_name: "Smith".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_is_taken_has_no_problem_and_one_that_is_not_names_its_fields() {
        assert_eq!(problems("sign-in", r#"{"username":"jane.smith","password":"Molar-Crown-9"}"#).unwrap(), "[]");
        let refused = problems("sign-in", r#"{"username":"","password":""}"#).unwrap();
        assert!(refused.contains(r#""field":"username""#) && refused.contains(r#""field":"password""#), "{refused}");
    }

    #[test]
    fn what_is_no_form_has_no_verdict() {
        assert_eq!(problems("sign-in", r#"{"username":1}"#), None);
        assert_eq!(problems("sign-out", "{}"), None);
    }
}
