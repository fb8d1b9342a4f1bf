//! Usernames (R8).

use enamel_core::username::Username;
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
    username: String,
    address: String,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        Verdict::of_field("text", Username::parse(&input.text.0), |username| Accepted {
            username: username.to_string(),
            address: username.address(),
        })
    })
}
