//! Forms of practices, owners and visitors, mostly sound, with faults in a field or two.

use super::Generator;
use super::password::PEOPLE;
use super::text::Units;
use crate::json::Json;

pub(super) fn profile(generator: &mut Generator) -> Json {
    let count = generator.random.pick(&[0, 1, 1, 2, 3, 10, 11]);
    let specialties = (0..count).map(|_| generator.role().into()).collect();
    Json::from([
        ("work_telephone", generator.telephone().into()),
        ("job_role", generator.role().into()),
        ("specialties", Json::List(specialties)),
    ])
}

pub(super) fn join(generator: &mut Generator) -> Json {
    let mut fields = generator.identity(0);
    fields.truncate(4);
    Json::Object(fields)
}

pub(super) fn enquiry(generator: &mut Generator) -> Json {
    let mut fields = vec![
        ("first_name", generator.field("Jane", Generator::human_name)),
        ("last_name", generator.field("Smith", Generator::human_name)),
        ("ods_code", generator.field("V12345", Generator::ods_code)),
    ];
    let kind = if generator.random.once_in(2) {
        fields.push(("mailbox_name", generator.field("Molar Street Dental", Generator::named_mailbox)));
        "personal-details-missing"
    } else {
        "mailbox-details-missing"
    };
    Json::Object(vec![(kind, Json::Object(fields))])
}

pub(super) fn vouch(generator: &mut Generator) -> Json {
    let checks = Json::from([
        ("identity_in_person", (!generator.random.once_in(4)).into()),
        ("mobile_is_theirs", (!generator.random.once_in(4)).into()),
    ]);
    Json::from([
        ("username", generator.field("jane.smith", Generator::username)),
        ("mobile", generator.field("07700 900123", Generator::number_units)),
        ("checks", checks),
    ])
}

pub(super) fn mailbox_member(generator: &mut Generator) -> Json {
    Json::from([("username", generator.username().into())])
}

pub(super) fn application(generator: &mut Generator) -> Json {
    let count = generator.random.pick(&[1, 2, 2, 2, 3, 3, 5, 0, 20, 21]);
    let people = (0..count).map(|at| generator.applicant(at)).collect();
    let levels = ["level-0", "level-1", "level-2", "level-3", "standards-met", "standards-not-met", "not-assessed"];
    let toolkit = generator.random.pick(&levels).into();
    let toolkit = if generator.random.once_in(12) { Json::null() } else { toolkit };
    let sponsored = match generator.random.below(8) {
        0 => Json::null(),
        1..=3 => true.into(),
        _ => false.into(),
    };
    let old = generator.random.pick(&["trust.dental@nhs.net", "trust.dental@nhs.net", "Dental.High-Street"]);
    let mailbox = Json::from([
        ("name", generator.field("dental.high-street", Generator::mailbox_address)),
        ("is_sponsored", sponsored),
        ("sponsored_address", generator.field(old, Generator::mailbox_address)),
        ("sponsor", generator.field("Some Trust", Generator::organisation_name)),
    ]);
    let mut fields = vec![
        ("practice_name", generator.field("High Street Dental", Generator::organisation_name)),
        ("ods_code", generator.field("V12345", Generator::ods_code)),
        ("toolkit", toolkit),
        ("people", Json::List(people)),
        ("mailbox", mailbox),
    ];
    if generator.random.once_in(3) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

pub(super) fn allocation(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let now = generator.now();
    let (first, last) = generator.random.pick(&[("Jane", "Smith"), ("Jane", "Smith"), ("Søren", "Weiß")]);
    let names = ["jane.smith", "jane.smith2", "jane.smith3", "jane.smith4", "soren.weiss", "soren.weiss2"];
    let taken = generator.random.below(names.len() + 1);
    let uses = names.iter().take(taken).map(|name| {
        let months = i64::from(policy.username_reserved_months.min(40_000));
        // Twice what a month has at the most, so that both sides of the reservation's end are met.
        let day = 86_400_000_000;
        let ago = generator.random.pick(&[0, months * 28, months * 30, months * 31, months * 365 / 12 + 1, 730, 731]);
        let deleted = enamel_core::time::Instant::from_micros(now.micros().saturating_sub(ago * day));
        let deleted = generator.beside(deleted).to_string();
        let deleted = if generator.random.once_in(3) { Json::null() } else { deleted.into() };
        Json::from([("username", (*name).into()), ("deleted_at", deleted)])
    });
    let uses = uses.collect();
    Json::from([
        ("first_name", generator.half(first, Generator::human_name)),
        ("last_name", generator.half(last, Generator::human_name)),
        ("uses", Json::List(uses)),
        ("now", now.to_string().into()),
        ("policy", policy_json),
    ])
}

impl Generator {
    /// `sound`, or one time of ten what `odd` draws.
    fn field(&mut self, sound: &str, odd: fn(&mut Self) -> Units) -> Json {
        if self.random.once_in(10) { odd(self).into() } else { sound.into() }
    }

    fn half(&mut self, sound: &str, odd: fn(&mut Self) -> Units) -> Json {
        if self.random.once_in(2) { odd(self).into() } else { sound.into() }
    }

    /// First and last name, personal address and mobile number of the person at a place of a form.
    fn identity(&mut self, at: usize) -> Vec<(&'static str, Json)> {
        // Now and then the same as another one's.
        let at = if self.random.once_in(12) { 0 } else { at };
        let (first, last) = self.random.pick(&[("Jane", "Smith"), ("Sam", "Jones"), ("JANE", "ſmith")]);
        let (odd_first, odd_last) = self.random.pick(PEOPLE);
        let (first, last) = if self.random.once_in(4) { (odd_first, odd_last) } else { (first, last) };
        let spelling = self.random.pick(&["someone", "someone", "Someone"]);
        let lead = self.random.pick(&["07700 ", "+44 7700 ", "07700"]);
        vec![
            ("first_name", self.field(first, Self::human_name)),
            ("last_name", self.field(last, Self::human_name)),
            ("personal_email", self.field(&format!("{spelling}{at}@example.org"), Self::email)),
            ("mobile", self.field(&format!("{lead}9001{at:02}"), Self::number_units)),
        ]
    }

    fn applicant(&mut self, at: usize) -> Json {
        let mut fields = self.identity(at);
        if self.random.once_in(20) {
            fields.pop();
            fields.push(("mobile", "".into()));
        }
        let has_account = match self.random.below(24) {
            0 => Json::null(),
            1 => "yes".into(),
            2..=5 => "unsure".into(),
            _ => "no".into(),
        };
        let owns_mailbox = (at == 0 && !self.random.once_in(6)) || self.random.once_in(4);
        fields.extend([
            ("has_account", has_account),
            ("account_address", self.field("", Self::username)),
            ("owns_mailbox", owns_mailbox.into()),
        ]);
        Json::Object(fields)
    }
}
