//! Mobile numbers (R3).

use enamel_core::mobile::Mobile;
use serde::{Deserialize, Serialize};

use crate::input::Text;
use crate::verdict::{Verdict, judged};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    text: Text,
}

#[derive(Serialize)]
struct Accepted {
    e164: String,
    national: String,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        Verdict::of_field("text", Mobile::parse(&input.text.0), |mobile| Accepted {
            e164: mobile.e164().to_owned(),
            national: mobile.national(),
        })
    })
}
