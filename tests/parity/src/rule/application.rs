//! A practice's application, the whole form with its people (R1 to R5, R30).

use enamel_core::application::{
    ApplicationForm, ApplicationRequest, HasAccount, MailboxRequest, NameKey, PersonRequest, ToolkitLevel,
};
use serde::{Deserialize, Serialize};

use crate::input::{PolicyInput, Text};
use crate::verdict::{Verdict, judged};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormInput {
    practice_name: Text,
    ods_code: Text,
    toolkit: Option<ToolkitLevel>,
    people: Vec<PersonInput>,
    mailbox: MailboxInput,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonInput {
    first_name: Text,
    last_name: Text,
    personal_email: Text,
    mobile: Text,
    has_account: Option<HasAccount>,
    account_address: Text,
    owns_mailbox: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MailboxInput {
    name: Text,
    is_sponsored: Option<bool>,
    sponsored_address: Text,
    sponsor: Text,
}

#[derive(Serialize)]
struct Judged {
    is_keepable: bool,
    suffices: Option<bool>,
    /// The names of the people as they are compared (R4).
    name_keys: Vec<String>,
    verdict: Verdict<ApplicationForm>,
}

impl From<FormInput> for ApplicationRequest {
    fn from(input: FormInput) -> Self {
        Self {
            practice_name: input.practice_name.0,
            ods_code: input.ods_code.0,
            toolkit: input.toolkit,
            people: input.people.into_iter().map(PersonRequest::from).collect(),
            mailbox: MailboxRequest {
                name: input.mailbox.name.0,
                is_sponsored: input.mailbox.is_sponsored,
                sponsored_address: input.mailbox.sponsored_address.0,
                sponsor: input.mailbox.sponsor.0,
            },
        }
    }
}

impl From<PersonInput> for PersonRequest {
    fn from(input: PersonInput) -> Self {
        Self {
            first_name: input.first_name.0,
            last_name: input.last_name.0,
            personal_email: input.personal_email.0,
            mobile: input.mobile.0,
            has_account: input.has_account,
            account_address: input.account_address.0,
            owns_mailbox: input.owns_mailbox,
        }
    }
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |mut input: FormInput| {
        let policy = PolicyInput::policy(input.policy.take());
        let request = ApplicationRequest::from(input);
        let form = request.check(&policy);
        let keys = |form: &ApplicationForm| {
            form.people().map(|person| NameKey::of(&person.person).as_str().to_owned()).collect()
        };
        Judged {
            is_keepable: request.is_keepable(&policy),
            suffices: request.toolkit.map(|level| level.suffices(policy.toolkit_minimum_level)),
            name_keys: form.as_ref().map(keys).unwrap_or_default(),
            verdict: Verdict::of_form(form, |form| form),
        }
    })
}
