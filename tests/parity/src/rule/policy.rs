//! Policies, and whether one contradicts itself.

use enamel_core::policy::Policy;
use serde::{Deserialize, Serialize};

use crate::input::PolicyInput;
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    policy: PolicyInput,
}

#[derive(Serialize)]
struct Judged {
    policy: Policy,
    contradiction: Option<String>,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(Some(input.policy));
        Judged { contradiction: policy.validate().err().map(|contradiction| contradiction.to_string()), policy }
    })
}
