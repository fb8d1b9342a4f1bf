//! Whole forms as the server gets them: whatever serde can make of bytes.

use enamel_core::account::{ActivationRequest, ChangePasswordRequest, ProfileRequest};
use enamel_core::directory::DirectoryEntryRequest;
use enamel_core::help::EnquiryRequest;
use enamel_core::locale::Language;
use enamel_core::mailbox::MailboxMemberRequest;
use enamel_core::password::PasswordContext;
use enamel_core::policy::Policy;
use enamel_core::refusal::FieldProblem;
use enamel_core::session::SignInRequest;
use enamel_core::vouching::VouchRequest;
use serde::{Serialize, de::DeserializeOwned};

use crate::input::stored;

/// The bytes are each of the forms: sign-in, activation, change of password, profile, enquiry,
/// vouching, member of a mailbox, directory entry.
///
/// # Panics
/// Where a form is accepted with problems, refused without any, or not read back.
pub fn run(data: &[u8]) {
    let context = PasswordContext {
        username: "jane.smith".to_owned(),
        first_name: "Jane".to_owned(),
        last_name: "Smith".to_owned(),
    };
    judge::<SignInRequest, _>(data, SignInRequest::check);
    for policy in [Policy::seed_2018(), Policy::nhsmail_2019(), Policy::modern()] {
        judge::<ActivationRequest, _>(data, |request| {
            let form = request.check(&context, &policy)?;
            assert!(request.accept_terms);
            assert_eq!(form.answers.len(), policy.security_questions as usize);
            Ok(form)
        });
        judge::<ChangePasswordRequest, _>(data, |request| request.check(&context, &policy));
    }
    judge::<ProfileRequest, _>(data, |request| request.check().map(|profile| stored(&profile)));
    judge::<EnquiryRequest, _>(data, |request| request.check().map(|enquiry| stored(&enquiry)));
    judge::<VouchRequest, _>(data, |request| {
        let form = request.check()?;
        assert!(request.checks.identity_in_person && request.checks.mobile_is_theirs);
        Ok(form)
    });
    judge::<MailboxMemberRequest, _>(data, MailboxMemberRequest::check);
    if let Ok(request) = serde_json::from_slice::<DirectoryEntryRequest>(data) {
        stored(&request);
    }
}

fn judge<R: DeserializeOwned + Serialize + PartialEq, F>(
    data: &[u8],
    check: impl Fn(&R) -> Result<F, Vec<FieldProblem>>,
) {
    let Ok(request) = serde_json::from_slice::<R>(data) else { return };
    if let Err(problems) = check(&request) {
        assert!(!problems.is_empty());
        for problem in &problems {
            assert!(!problem.field.is_empty() && !problem.code.is_empty() && !problem.message.english().is_empty());
            stored(&problem.clone().said(Language::En));
        }
    }
}
