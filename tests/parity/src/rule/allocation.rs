//! Usernames for new accounts (R6).

use enamel_core::application::{Availability, Stem, UsernameUse, allocate};
use enamel_core::person::Name;
use enamel_core::time::Instant;
use enamel_core::username::Username;
use serde::{Deserialize, Serialize};

use crate::input::{PolicyInput, Text};
use crate::outcome::Refusal;
use crate::verdict::judged;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    first_name: Text,
    last_name: Text,
    /// The usernames in use, and those of deleted accounts.
    uses: Vec<Use>,
    now: Instant,
    policy: Option<PolicyInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Use {
    username: Username,
    /// When its account was deleted, if it was.
    deleted_at: Option<Instant>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Judged {
    Allocated { username: String, candidates: Vec<String> },
    Refused(Vec<Refusal>),
}

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |input: Input| {
        let policy = PolicyInput::policy(input.policy);
        let (first, last) = match (Name::parse(&input.first_name.0), Name::parse(&input.last_name.0)) {
            (Ok(first), Ok(last)) => (first, last),
            (first, last) => {
                let refusals = [("first_name", first.err()), ("last_name", last.err())];
                return Judged::Refused(
                    refusals
                        .into_iter()
                        .filter_map(|(field, refusal)| refusal.map(|refusal| Refusal::of(field, &refusal)))
                        .collect(),
                );
            }
        };
        let availability = |username: &Username| {
            let last = input.uses.iter().find(|used| used.username == *username).map(|used| match used.deleted_at {
                None => UsernameUse::Live,
                Some(at) => UsernameUse::Deleted { at },
            });
            Availability::of(last, input.now, &policy)
        };
        match allocate(&first, &last, availability) {
            Ok(free) => Judged::Allocated {
                username: free.username().as_str().to_owned(),
                candidates: Stem::of(&first, &last)
                    .map(|stem| stem.candidates().take(12).map(String::from).collect())
                    .unwrap_or_default(),
            },
            Err(refusal) => Judged::Refused(vec![Refusal::of("", &refusal)]),
        }
    })
}
