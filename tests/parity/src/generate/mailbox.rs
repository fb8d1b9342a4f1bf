//! Shared mailboxes, and what owners, members, the helpdesk and the clock ask of them.

use enamel_core::time::{Instant, Span};

use super::Generator;
use crate::json::Json;

/// The accounts that come into it.
pub(super) const ACCOUNTS: [&str; 4] = [
    "8f14e45f-ceea-467f-9575-6d1a2c3b4d5e",
    "00000000-0000-0000-0000-000000000001",
    "00000000-0000-0000-0000-000000000002",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
];

const MAILBOX: &str = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

pub(super) fn input(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let nudge_days = Span::days(policy.mailbox_nudge_days);
    let created = generator.beside(now.minus(nudge_days));
    let mailbox = generator.mailbox(created, now);
    let steps = (0..=generator.random.below(10)).map(|_| {
        let later = now.plus(generator.random.pick(&[Span::ZERO, Span::ZERO, Span::days(1), nudge_days]));
        now = if generator.random.once_in(2) { generator.beside(later) } else { later };
        let command = generator.mailbox_command();
        Json::from([("at", now.to_string().into()), ("by", generator.actor()), ("command", command)])
    });
    let steps = steps.collect();
    Json::from([("mailbox", mailbox), ("steps", Json::List(steps)), ("policy", policy_json)])
}

impl Generator {
    fn mailbox(&mut self, created: Instant, now: Instant) -> Json {
        // Drawn without regard to each other: an owner among the members is read as an owner.
        let first = self.random.below(ACCOUNTS.len());
        let owners = (0..self.random.pick(&[1, 1, 2, 3])).filter_map(|at| ACCOUNTS.get((first + at) % 4));
        let owners: Vec<Json> = owners.map(|&owner| owner.into()).collect();
        let members = (0..self.random.below(4)).map(|_| self.random.pick(&ACCOUNTS).into()).collect();
        let opened = match self.random.below(3) {
            0 => Json::null(),
            _ => Json::from([
                ("by", self.random.pick(&ACCOUNTS).into()),
                ("at", self.beside(created).to_string().into()),
            ]),
        };
        let nudge = match self.random.below(3) {
            0 => {
                Json::from([("silent_since", self.beside(created).to_string().into()), ("at", now.to_string().into())])
            }
            _ => Json::null(),
        };
        let address = self.random.pick(&["molar.street", "molar.street@nhs.net", "bridge-street.dental.v12345"]);
        Json::from([
            ("id", MAILBOX.into()),
            ("address", address.into()),
            ("practice", "V12345".into()),
            ("created_at", created.to_string().into()),
            ("access", Json::from([("owners", Json::List(owners)), ("members", Json::List(members))])),
            ("last_opened", opened),
            ("nudge", nudge),
        ])
    }

    fn candidate(&mut self) -> Json {
        let standings = ["activated", "activated", "never-activated", "leaving", "disabled", "gone"];
        Json::from([
            ("account", self.random.pick(&ACCOUNTS).into()),
            ("standing", self.random.pick(&standings).into()),
            ("has_reachable_mobile", (!self.random.once_in(4)).into()),
        ])
    }

    fn mailbox_command(&mut self) -> Json {
        let account = Json::from([("account", self.random.pick(&ACCOUNTS).into())]);
        match self.random.below(10) {
            0 => Json::from([("grant", self.candidate())]),
            1 => Json::from([("revoke", account)]),
            2 | 3 => Json::from([(
                "hand-over",
                Json::from([("from", self.random.pick(&ACCOUNTS).into()), ("to", self.candidate())]),
            )]),
            4 => Json::from([("add-owner", self.candidate())]),
            5 => {
                let account = self.random.pick(&ACCOUNTS).into();
                Json::from([("step-down", Json::from([("account", account), ("sole_owner_of", self.ties())]))])
            }
            6 => Json::from([("forget", account)]),
            7 => "record-opened".into(),
            _ => "run-clocks".into(),
        }
    }

    /// Anybody who may ask for something.
    pub(super) fn actor(&mut self) -> Json {
        let agent = self.random.pick(&ACCOUNTS);
        match self.random.below(10) {
            0 => "visitor".into(),
            1 | 2 => "clock".into(),
            3 => Json::from([(
                "local-administrator",
                Json::from([
                    ("agent", agent.into()),
                    ("organisation", self.random.pick(&["RX1", "V12345", "ry2"]).into()),
                ]),
            )]),
            4..=6 => Json::from([("helpdesk", agent.into())]),
            _ => Json::from([("member", agent.into())]),
        }
    }
}
