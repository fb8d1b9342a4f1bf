//! Passwords (R9) and temporary ones (R10).

use enamel_core::password::{Password, PasswordContext, TemporaryPassword, checklist};
use enamel_core::refusal::FieldProblem;
use serde::{Deserialize, Serialize};

use crate::input::{PolicyInput, Text};
use crate::verdict::{Verdict, judged, said};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    text: Text,
    #[serde(default)]
    username: String,
    #[serde(default)]
    first_name: String,
    #[serde(default)]
    last_name: String,
    policy: Option<PolicyInput>,
}

#[derive(Serialize)]
struct Judged {
    /// The list beside the field as a page ticks it off.
    ticks: Vec<(String, bool)>,
    verdict: Verdict<String>,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(input.policy);
        let context =
            PasswordContext { username: input.username, first_name: input.first_name, last_name: input.last_name };
        let typed = input.text.0;
        Judged {
            ticks: checklist(&typed, &context, &policy)
                .into_iter()
                .map(|tick| (tick.requirement.label().english(), tick.met))
                .collect(),
            verdict: match Password::parse(&typed, &context, &policy) {
                Ok(password) => Verdict::Accepted(password.as_str().to_owned()),
                Err(refusals) => {
                    Verdict::Refused(said(refusals.iter().map(|refusal| FieldProblem::new("text", refusal)).collect()))
                }
            },
        }
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TemporaryInput {
    length: u32,
    entropy: Entropy,
}

#[derive(Deserialize)]
#[serde(try_from = "Vec<u16>")]
struct Entropy([u16; 64]);

impl TryFrom<Vec<u16>> for Entropy {
    type Error = String;

    fn try_from(words: Vec<u16>) -> Result<Self, String> {
        words.try_into().map(Self).map_err(|words: Vec<u16>| format!("{} words of entropy in place of 64", words.len()))
    }
}

pub(crate) fn judge_temporary(json: &str) -> serde_json::Result<String> {
    judged(json, |input: TemporaryInput| {
        let password = TemporaryPassword::generate(input.length, &input.entropy.0);
        Verdict::Accepted(password.as_str().to_owned())
    })
}
