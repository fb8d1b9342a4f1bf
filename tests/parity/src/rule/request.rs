//! Smaller forms: the profile (R19), a newcomer (R7), an enquiry (R33), a vouching (R22), a mailbox's
//! member (R29).

use enamel_core::account::ProfileRequest;
use enamel_core::application::JoinRequest;
use enamel_core::help::EnquiryRequest;
use enamel_core::mailbox::MailboxMemberRequest;
use enamel_core::vouching::{Ticks, VouchRequest};
use serde::{Deserialize, Serialize};

use crate::input::Text;
use crate::verdict::{Verdict, judged};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileInput {
    work_telephone: Text,
    job_role: Text,
    specialties: Vec<Text>,
}

pub(crate) fn judge_profile(json: &str) -> serde_json::Result<String> {
    judged(json, |input: ProfileInput| {
        let request = ProfileRequest {
            work_telephone: input.work_telephone.0,
            job_role: input.job_role.0,
            specialties: input.specialties.into_iter().map(|specialty| specialty.0).collect(),
        };
        Verdict::of_form(request.check(), |profile| profile)
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinInput {
    first_name: Text,
    last_name: Text,
    personal_email: Text,
    mobile: Text,
}

pub(crate) fn judge_join(json: &str) -> serde_json::Result<String> {
    judged(json, |input: JoinInput| {
        let request = JoinRequest {
            first_name: input.first_name.0,
            last_name: input.last_name.0,
            personal_email: input.personal_email.0,
            mobile: input.mobile.0,
        };
        Verdict::of_form(request.check(), |form| form)
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
enum EnquiryInput {
    PersonalDetailsMissing { first_name: Text, last_name: Text, ods_code: Text, mailbox_name: Text },
    MailboxDetailsMissing { first_name: Text, last_name: Text, ods_code: Text },
}

pub(crate) fn judge_enquiry(json: &str) -> serde_json::Result<String> {
    judged(json, |input: EnquiryInput| {
        let request = match input {
            EnquiryInput::PersonalDetailsMissing { first_name, last_name, ods_code, mailbox_name } => {
                EnquiryRequest::PersonalDetailsMissing {
                    first_name: first_name.0,
                    last_name: last_name.0,
                    ods_code: ods_code.0,
                    mailbox_name: mailbox_name.0,
                }
            }
            EnquiryInput::MailboxDetailsMissing { first_name, last_name, ods_code } => {
                EnquiryRequest::MailboxDetailsMissing {
                    first_name: first_name.0,
                    last_name: last_name.0,
                    ods_code: ods_code.0,
                }
            }
        };
        Verdict::of_form(request.check(), |enquiry| enquiry)
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VouchInput {
    username: Text,
    mobile: Text,
    checks: Ticks,
}

#[derive(Serialize)]
struct AcceptedVouch {
    member: String,
    mobile: String,
    checks: Ticks,
}

pub(crate) fn judge_vouch(json: &str) -> serde_json::Result<String> {
    judged(json, |input: VouchInput| {
        let request = VouchRequest { username: input.username.0, mobile: input.mobile.0, checks: input.checks };
        Verdict::of_form(request.check(), |form| AcceptedVouch {
            member: form.member.into(),
            mobile: form.mobile.into(),
            checks: form.checks.into(),
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberInput {
    username: Text,
}

pub(crate) fn judge_mailbox_member(json: &str) -> serde_json::Result<String> {
    judged(json, |input: MemberInput| {
        let request = MailboxMemberRequest { username: input.username.0 };
        Verdict::of_form(request.check(), String::from)
    })
}
