//! Histories of applications, newcomers, vouchings and cases.

use enamel_core::policy::Policy;
use enamel_core::time::{Instant, Span};

use super::Generator;
use super::mailbox::ACCOUNTS;
use crate::json::Json;

/// Who uses an address, or has a name: by what.
const USERS: [&str; 3] = ["account", "application", "join"];

const APPLICATION: &str = "7c9e6679-7425-40de-944b-e07fc1f90ae8";
const OWNER: &str = ACCOUNTS[0];
const MEMBER: &str = ACCOUNTS[1];
const AGENT: &str = ACCOUNTS[2];

pub(super) fn application(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let begun = generator.now();
    let mut now = begun;
    let form = generator.plain_application();
    let mut submitted = now;
    let steps = (0..=generator.random.below(7)).map(|at| {
        now = generator.days_after(now, policy.application_draft_days);
        // Most often what leads on.
        let choice = if generator.random.once_in(2) { at } else { generator.random.below(10) };
        let (by, command) = generator.application_command(choice, &form, now, submitted, &policy);
        if matches!(choice, 1 | 2 | 4) && !generator.random.once_in(10) {
            submitted = now;
        }
        let link = if generator.random.once_in(15) { OWNER } else { APPLICATION };
        Json::from([("at", now.to_string().into()), ("by", by), ("link", link.into()), ("command", command)])
    });
    let steps = steps.collect();
    Json::from([
        ("id", APPLICATION.into()),
        ("at", begun.to_string().into()),
        ("steps", Json::List(steps)),
        ("policy", policy_json),
    ])
}

pub(super) fn joining(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let now = generator.now();
    let steps = (0..generator.random.below(4)).map(|_| {
        let command = if generator.random.once_in(2) {
            let seen = generator.seen_names();
            let person = generator.approved(0, now, &policy);
            Json::from([("create", Json::from([("person", person), ("seen", Json::List(seen))]))])
        } else {
            Json::from([("decline", Json::from([("reason", "Not a colleague".into())]))])
        };
        let by = if generator.random.once_in(4) { generator.actor() } else { helpdesk() };
        Json::from([("at", now.to_string().into()), ("by", by), ("command", command)])
    });
    let steps = steps.collect();
    let person = Json::from([
        ("first_name", "Jane".into()),
        ("last_name", "Smith".into()),
        ("personal_email", "jane@example.org".into()),
    ]);
    let by = if generator.random.once_in(6) { generator.actor() } else { member(OWNER) };
    Json::from([
        ("id", APPLICATION.into()),
        ("organisation", "V12345".into()),
        ("by", by),
        ("is_owner", (!generator.random.once_in(6)).into()),
        ("form", Json::from([("person", person), ("mobile", "+447700900123".into())])),
        ("lookup", generator.lookup(now, &policy)),
        ("at", now.to_string().into()),
        ("steps", Json::List(steps)),
        ("policy", policy_json),
    ])
}

pub(super) fn vouching(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let mut now = generator.now();
    let mailbox = Json::from([
        ("id", APPLICATION.into()),
        ("address", "molar.street".into()),
        ("practice", "V12345".into()),
        ("created_at", now.to_string().into()),
        (
            "access",
            Json::from([
                ("owners", Json::List(vec![OWNER.into()])),
                ("members", Json::List(vec![MEMBER.into(), AGENT.into()])),
            ]),
        ),
        ("last_opened", Json::null()),
        ("nudge", Json::null()),
    ]);
    let checks = Json::from([("identity_in_person", true.into()), ("mobile_is_theirs", true.into())]);
    let by = if generator.random.once_in(8) { generator.actor() } else { member(OWNER) };
    let whom = if generator.random.once_in(8) { generator.random.pick(&ACCOUNTS) } else { MEMBER };
    let facts = generator.facts();
    let start = Json::from([
        ("at", now.to_string().into()),
        ("by", by),
        ("id", APPLICATION.into()),
        ("member", whom.into()),
        ("mobile", "+447700900777".into()),
        ("checks", checks),
        ("facts", facts.clone()),
        ("has_open_vouching", generator.random.once_in(10).into()),
    ]);
    let started = now;
    let steps = (0..3 + generator.random.below(6)).map(|at| {
        let hold = Span::minutes(policy.vouching_hold_hours.saturating_mul(60));
        now = match generator.random.below(8) {
            // What was issued is mostly used when its hold is over.
            0..5 if at == 2 => now.plus(hold),
            0 | 1 => generator.beside(now.plus(hold)),
            2 => generator.days_after(now, policy.vouching_days),
            _ => now,
        };
        // Mostly a step further; else anything, or the same again.
        let choice = match generator.random.below(8) {
            0 | 1 => generator.random.below(6),
            2 => at.saturating_sub(1),
            _ => at,
        };
        let agent = if generator.random.once_in(8) { MEMBER } else { AGENT };
        let desk = Json::from([("helpdesk", agent.into())]);
        // What was known at the start is so most often.
        let facts = if generator.random.once_in(5) { generator.facts() } else { facts.clone() };
        let (by, command) = match choice {
            0 => (desk, Json::from([("confirm", facts)])),
            1 => (desk, Json::from([("issue", facts)])),
            2 | 3 => (member(MEMBER), "use".into()),
            4 => (member(OWNER), "withdraw".into()),
            _ => ("clock".into(), "run-clocks".into()),
        };
        let by = if generator.random.once_in(6) { generator.actor() } else { by };
        let holding = generator.holding(started, now, &policy, choice != 0 && choice != 1);
        Json::from([("at", now.to_string().into()), ("by", by), ("holding", holding), ("command", command)])
    });
    let steps = steps.collect();
    Json::from([("mailbox", mailbox), ("start", start), ("steps", Json::List(steps)), ("policy", policy_json)])
}

pub(super) fn case(generator: &mut Generator) -> Json {
    let (_, policy_json) = generator.policy();
    let begun = generator.now();
    let mut now = begun;
    let steps = (0..=generator.random.below(8)).map(|at| {
        now = generator.days_after(now, 1);
        let choice = if generator.random.once_in(3) { generator.random.below(6) } else { at % 6 };
        let choice = if choice == 3 && generator.random.once_in(2) { 0 } else { choice };
        let command = match choice {
            0 => Json::from([(
                "assign",
                Json::from([("to", generator.random.pick(&[AGENT, AGENT, AGENT, OWNER]).into())]),
            )]),
            1 => Json::from([("note", "Called Jane.".into())]),
            2 => "answer".into(),
            3 | 4 => "close".into(),
            _ => "reopen".into(),
        };
        let by = if generator.random.once_in(8) { generator.actor() } else { helpdesk() };
        Json::from([("at", now.to_string().into()), ("by", by), ("command", command)])
    });
    let steps = steps.collect();
    let enquiry =
        Json::from([("first_name", "Jane".into()), ("last_name", "Smith".into()), ("organisation", "V12345".into())]);
    let enquiry = Json::from([("mailbox-details-missing", enquiry)]);
    Json::from([
        ("id", APPLICATION.into()),
        ("matter", Json::from([("enquiry", enquiry)])),
        ("by", generator.actor()),
        ("at", begun.to_string().into()),
        ("steps", Json::List(steps)),
        ("policy", policy_json),
    ])
}

fn member(account: &str) -> Json {
    Json::from([("member", account.into())])
}

fn helpdesk() -> Json {
    Json::from([("helpdesk", AGENT.into())])
}

impl Generator {
    /// `now`, or about so many days later.
    fn days_after(&mut self, now: Instant, days: u32) -> Instant {
        if self.random.once_in(4) { self.beside(now.plus(Span::days(days))) } else { now }
    }

    fn facts(&mut self) -> Json {
        let standings = ["leaving", "never-activated", "disabled", "gone"];
        let standing = if self.random.once_in(6) { self.random.pick(&standings) } else { "activated" };
        let owner = if self.random.once_in(24) { self.random.pick(&standings) } else { "activated" };
        let registered = match self.random.below(3) {
            0 => Json::null(),
            1 => "+447700900777".into(),
            _ => "+447700900123".into(),
        };
        let agent_account = if self.random.once_in(9) { self.random.pick(&ACCOUNTS).into() } else { Json::null() };
        Json::from([
            ("standing", standing.into()),
            ("owner_standing", owner.into()),
            ("registered_mobile", registered),
            ("is_mobile_of_another", self.random.once_in(12).into()),
            ("agent_account", agent_account),
        ])
    }

    /// What the member's account says of a vouching; most often what fits it.
    fn holding(&mut self, started: Instant, now: Instant, policy: &Policy, is_issued: bool) -> Json {
        let chosen_at = match self.random.below(12) {
            0 => self.beside(started).to_string().into(),
            1 => now.to_string().into(),
            2 => Json::null(),
            _ => started.minus(Span::days(1)).to_string().into(),
        };
        let from = self.beside(now);
        let until = self.days_after(from, policy.temporary_password_days);
        let running = [("from", from.to_string().into()), ("until", until.to_string().into())];
        let held = match self.random.below(8) {
            0 => "standing-still".into(),
            1 => "nothing".into(),
            _ if is_issued => Json::from([("running", Json::from(running))]),
            _ => "nothing".into(),
        };
        Json::from([("chosen_at", chosen_at), ("temporary_password", held)])
    }

    fn plain_application(&mut self) -> Json {
        let applicant = |at: u32, owns: bool| {
            Json::from([
                ("first_name", "Jane".into()),
                ("last_name", (if at == 1 { "ſmith" } else { "Smith" }).into()),
                ("personal_email", format!("someone{at}@example.org").into()),
                ("mobile", format!("0770090012{at}").into()),
                ("has_account", (if at == 1 { "unsure" } else { "no" }).into()),
                ("account_address", "".into()),
                ("owns_mailbox", owns.into()),
            ])
        };
        let toolkit = self.random.pick(&["level-2", "level-2", "level-3", "standards-met", "level-1"]);
        let sponsored = self.random.once_in(3);
        let mailbox = Json::from([
            ("name", "dental.high-street".into()),
            ("is_sponsored", sponsored.into()),
            ("sponsored_address", "trust.dental".into()),
            ("sponsor", "Some Trust".into()),
        ]);
        let mut fields = vec![
            ("ods_code", "V12345".into()),
            ("toolkit", toolkit.into()),
            ("people", Json::List(vec![applicant(0, true), applicant(1, self.random.once_in(2))])),
            ("mailbox", mailbox),
        ];
        if !self.random.once_in(15) {
            fields.push(("practice_name", "High Street Dental".into()));
        }
        Json::Object(fields)
    }

    fn application_command(
        &mut self,
        choice: usize,
        form: &Json,
        now: Instant,
        submitted: Instant,
        policy: &Policy,
    ) -> (Json, Json) {
        let visitor = Json::from("visitor");
        let looked_up = |generator: &mut Self| {
            let count = if generator.random.once_in(15) { 1 } else { 2 };
            let lookups = (0..count).map(|_| generator.lookup(now, policy)).collect();
            vec![("form", form.clone()), ("lookups", Json::List(lookups))]
        };
        match choice {
            0 => (visitor, Json::from([("save-draft", Json::from([("form", form.clone())]))])),
            1 | 2 => (visitor, Json::from([("submit", Json::Object(looked_up(self)))])),
            3 => (helpdesk(), Json::from([("ask", Json::from([("question", "Which site?".into())]))])),
            4 => {
                let mut fields = looked_up(self);
                fields.push(("answer", "Both\r\nof them".into()));
                (visitor, Json::from([("answer", Json::Object(fields))]))
            }
            5 | 6 => {
                let count = if self.random.once_in(10) { 1 } else { 2 };
                let people = (0..count).map(|at| self.approved(at, now, policy)).collect();
                let by = if self.random.once_in(8) { self.actor() } else { helpdesk() };
                let seen = self.seen_flags();
                (
                    by,
                    Json::from([(
                        "approve",
                        Json::from([
                            ("people", Json::List(people)),
                            ("seen", seen),
                            ("submitted_at", submitted.to_string().into()),
                        ]),
                    )]),
                )
            }
            7 => (helpdesk(), Json::from([("reject", Json::from([("reason", "No dental practice".into())]))])),
            8 => (visitor, "withdraw".into()),
            _ => {
                let by = if self.random.once_in(6) { self.actor() } else { "clock".into() };
                (by, "run-clocks".into())
            }
        }
    }

    fn approved(&mut self, at: usize, now: Instant, policy: &Policy) -> Json {
        let names = ["jane.smith", "jane.smith2"];
        let at = if self.random.once_in(12) { 0 } else { at };
        Json::from([
            ("lookup", self.lookup(now, policy)),
            ("id", ACCOUNTS.get(at).copied().unwrap_or(OWNER).into()),
            ("username", names.get(at).copied().unwrap_or("x").into()),
            ("temporary_password", "t".into()),
        ])
    }

    /// What was looked up of one person; most often nothing stands against them.
    fn lookup(&mut self, now: Instant, policy: &Policy) -> Json {
        let mut fields = Vec::new();
        if self.random.once_in(8) {
            let span = Span::minutes(policy.number_holder_told_hours.saturating_mul(60));
            let told = self.beside(now.minus(span)).to_string().into();
            let told = if self.random.once_in(2) { told } else { Json::null() };
            fields.push(("mobile", Json::from([("by", self.used_by()), ("told_at", told)])));
        }
        if self.random.once_in(10) {
            fields.push(("personal_email", self.used_by()));
        }
        if self.random.once_in(3) {
            fields.push(("same_name_at_practice", Json::List(vec![self.used_by()])));
        }
        if self.random.once_in(10) {
            fields.push(("address_given", self.random.pick(&ACCOUNTS).into()));
        }
        Json::Object(fields)
    }

    fn used_by(&mut self) -> Json {
        let kind = self.random.pick(&USERS);
        Json::Object(vec![(kind, self.random.pick(&ACCOUNTS).into())])
    }

    /// Who of the same name an agent has looked at: everybody, some or nobody.
    fn seen_names(&mut self) -> Vec<Json> {
        let least = self.random.below(4);
        let everybody = USERS.into_iter().flat_map(|kind| ACCOUNTS.map(|id| Json::Object(vec![(kind, id.into())])));
        everybody
            .filter(|_| least == 0 || (least == 1 && self.random.once_in(2)))
            .map(|by| Json::from([("same-name-at-practice", by)]))
            .collect()
    }

    /// What an agent has looked at of [`Self::plain_application`], whose second person is unsure and
    /// has the first one's name.
    fn seen_flags(&mut self) -> Json {
        let on_form = ["unsure".into(), Json::from([("same-name-on-form", 0_u32.into())])];
        let on_form = on_form.into_iter().filter(|_| !self.random.once_in(10)).collect::<Vec<_>>();
        let flag = |person: u32, likeness: Json| Json::from([("person", person.into()), ("likeness", likeness)]);
        let mut flags: Vec<_> = on_form.into_iter().map(|likeness| flag(1, likeness)).collect();
        for person in 0..2 {
            flags.extend(self.seen_names().into_iter().map(|likeness| flag(person, likeness)));
        }
        Json::List(flags)
    }
}
