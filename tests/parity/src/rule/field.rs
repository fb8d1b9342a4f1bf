//! Single fields: names (R1), personal addresses (R6), ODS codes (R1), shared mailboxes (R33), one-time
//! codes (R21), notes (R33).

use enamel_core::application::OrganisationName;
use enamel_core::code::OneTimeCode;
use enamel_core::help::NamedMailbox;
use enamel_core::mailbox::MailboxAddress;
use enamel_core::note::Note;
use enamel_core::organisation::OdsCode;
use enamel_core::person::{Email, Name};
use serde::{Deserialize, Serialize};

use crate::input::{PolicyInput, Text};
use crate::verdict::{Verdict, judged};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    text: Text,
}

pub(crate) fn judge_name(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| Verdict::of_field("text", Name::parse(&input.text.0), String::from))
}

pub(crate) fn judge_organisation_name(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| Verdict::of_field("text", OrganisationName::parse(&input.text.0), String::from))
}

pub(crate) fn judge_ods_code(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| Verdict::of_field("text", OdsCode::parse(&input.text.0), String::from))
}

pub(crate) fn judge_named_mailbox(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| Verdict::of_field("text", NamedMailbox::parse(&input.text.0), String::from))
}

pub(crate) fn judge_note(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| Verdict::of_field("text", Note::parse(&input.text.0), String::from))
}

pub(crate) fn judge_mailbox_address(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        Verdict::of_field("text", MailboxAddress::parse(&input.text.0), |address| address.address())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmailInput {
    text: Text,
    /// An address to compare it with.
    other: Option<Text>,
}

#[derive(Serialize)]
struct AcceptedEmail {
    address: String,
    /// Whether the other one leads to the same box, where it is an address.
    is_same_box: Option<bool>,
}

pub(crate) fn judge_email(json: &str) -> serde_json::Result<String> {
    judged(json, |input: EmailInput| {
        let other = input.other.and_then(|other| Email::parse(&other.0).ok());
        Verdict::of_field("text", Email::parse(&input.text.0), |email| AcceptedEmail {
            is_same_box: other.map(|other| email.is_same_box(&other)),
            address: email.into(),
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeInput {
    text: Text,
    policy: Option<PolicyInput>,
}

pub(crate) fn judge_code(json: &str) -> serde_json::Result<String> {
    judged(json, |input: CodeInput| {
        let policy = PolicyInput::policy(input.policy);
        Verdict::of_field("text", OneTimeCode::parse(&input.text.0, &policy), |code| code.as_str().to_owned())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewCodeInput {
    /// Upper and lower half of 64 bits: a JavaScript number could not hold them all.
    entropy: [u32; 2],
    policy: Option<PolicyInput>,
}

pub(crate) fn judge_new_code(json: &str) -> serde_json::Result<String> {
    judged(json, |input: NewCodeInput| {
        let [upper, lower] = input.entropy.map(u64::from);
        let code = OneTimeCode::generate(&PolicyInput::policy(input.policy), upper << 32 | lower);
        Verdict::Accepted(code.as_str().to_owned())
    })
}
