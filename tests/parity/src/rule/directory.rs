//! The directory's entry of an account (R18).

use enamel_core::account::Account;
use enamel_core::directory::DirectoryEntry;
use serde::{Deserialize, Serialize};

use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    account: Account,
}

#[derive(Serialize)]
struct Entry {
    name: String,
    address: String,
    mobile: Option<String>,
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        DirectoryEntry::of(&input.account).map(|entry| Entry {
            mobile: entry.mobile.as_ref().map(|mobile| mobile.e164().to_owned()),
            name: entry.name,
            address: entry.address,
        })
    })
}
