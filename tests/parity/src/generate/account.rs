//! Accounts whose deadlines lie at the moment, or a microsecond to either side of it.

use enamel_core::account::{
    Account, AccountId, Administration, Clock, DeadlineKind, Disabled, Dormant, Holder, Issued, Member, Newcomer,
    Profile, Sent, State, Vouched,
};
use enamel_core::directory::ListedMobile;
use enamel_core::mobile::Mobile;
use enamel_core::organisation::OdsCode;
use enamel_core::password::PasswordHash;
use enamel_core::person::Person;
use enamel_core::policy::Policy;
use enamel_core::time::{Instant, Span};
use enamel_core::username::Username;

use super::Generator;
use super::mailbox::ACCOUNTS;
use super::password::PEOPLE;
use crate::corpus::to_ascii;
use crate::json::Json;

pub(super) fn moment(generator: &mut Generator) -> Json {
    let (policy, policy_json) = generator.policy();
    let now = generator.now();
    let account = generator.account(now, &policy);
    Json::from([("account", json_of(&account)), ("now", now.to_string().into()), ("policy", policy_json)])
}

pub(super) fn entry(generator: &mut Generator) -> Json {
    let now = generator.now();
    Json::from([("account", json_of(&generator.account(now, &Policy::seed_2018())))])
}

pub(super) fn json_of(account: &Account) -> Json {
    Json::Bare(to_ascii(&serde_json::to_string(account).unwrap_or_default()))
}

pub(super) fn hash(name: &str) -> PasswordHash {
    PasswordHash::new(name.to_owned())
}

impl Generator {
    /// An instant at which an account is looked at: a usual one, or at an end of time.
    pub(super) fn now(&mut self) -> Instant {
        let instant = self.instant();
        match self.random.below(40) {
            0 => Instant::FIRST,
            1 => Instant::LAST,
            _ => instant,
        }
    }

    /// An account in any state, for which something falls due at about `now`.
    pub(super) fn account(&mut self, now: Instant, policy: &Policy) -> Account {
        let name = self.random.pick(&["jane.smith", "mary.o'neill", "x", "a_b-c.d9"]);
        let username = Username::parse(&name.into()).unwrap_or_else(|_| unreachable!("a sound username"));
        let id = AccountId(serde_json::from_str(r#""8f14e45f-ceea-467f-9575-6d1a2c3b4d5e""#).unwrap_or_default());
        let mut account = Account { id, username, created_at: self.ago(now, policy), state: self.state(now, policy) };
        let deadlines = account.deadlines(Instant::FIRST, policy);
        let sent: Vec<Sent> = (0..self.random.below(5))
            .filter_map(|_| {
                let coming = deadlines.get(self.random.below(deadlines.len()))?;
                let days_before = self.random.pick(&[0, 1, 2, 5, 7, 10, 14, 18, 30, 60]);
                let at = self.beside(coming.at.minus(Span::days(days_before)));
                let deadline = if self.random.once_in(5) { self.beside(coming.at) } else { coming.at };
                let kind = if self.random.once_in(9) { DeadlineKind::Deleted } else { coming.kind };
                Some(Sent {
                    kind,
                    deadline,
                    days_before,
                    at,
                    takes_effect: self.beside(deadline.max(at.plus(Span::days(days_before)))),
                })
            })
            .collect();
        match &mut account.state {
            State::Newcomer(newcomer) => newcomer.sent = sent,
            State::Member(member) => member.sent = sent,
            State::Disabled(disabled) => disabled.sent = sent,
            State::Deleted { .. } => {}
        }
        account
    }

    fn state(&mut self, now: Instant, policy: &Policy) -> State {
        match self.random.below(12) {
            0 => State::Deleted { at: self.ago(now, policy) },
            1..=3 => State::Newcomer(self.newcomer(now, policy)),
            4 | 5 => {
                let was = if self.random.once_in(3) {
                    Dormant::Newcomer(self.newcomer(now, policy))
                } else {
                    Dormant::Member(self.member(now, policy))
                };
                State::Disabled(Disabled { since: self.ago(now, policy), was, sent: Vec::new() })
            }
            _ => State::Member(self.member(now, policy)),
        }
    }

    fn newcomer(&mut self, now: Instant, policy: &Policy) -> Newcomer {
        Newcomer {
            holder: self.holder(now, policy),
            waiting: self.clock(now, policy),
            temporary_password: Issued { hash: hash("t"), issued: self.clock(now, policy) },
            sent: Vec::new(),
        }
    }

    fn member(&mut self, now: Instant, policy: &Policy) -> Member {
        let vouching = serde_json::from_str(&format!("\"{}\"", self.random.pick(&ACCOUNTS)));
        let vouching = vouching.unwrap_or_else(|_| unreachable!("a sound identity"));
        let vouched = self.random.once_in(4).then(|| Vouched {
            vouching,
            temporary_password: Issued { hash: hash("v"), issued: self.clock(now, policy) },
            mobile: self.mobile(),
        });
        Member {
            holder: self.holder(now, policy),
            password: hash("p"),
            password_set: self.clock(now, policy),
            earlier_passwords: (0..self.random.below(6)).map(|at| hash(&format!("p{at}"))).collect(),
            temporary_password: hash("t"),
            earlier_temporary_passwords: Vec::new(),
            vouched,
            answers: Vec::new(),
            activated_at: self.ago(now, policy),
            signed_in: self.clock(now, policy),
            sent: Vec::new(),
        }
    }

    fn holder(&mut self, now: Instant, policy: &Policy) -> Holder {
        let (first, last) = self.random.pick(PEOPLE);
        let person = Person::parse(&first.into(), &last.into(), &"someone@example.org".into());
        let sound = || Person::parse(&"Jane".into(), &"Smith".into(), &"someone@example.org".into());
        let organisation = || OdsCode::try_from("RX1".to_owned()).unwrap_or_else(|_| unreachable!("a sound code"));
        Holder {
            // Some of the names are none.
            person: person.or_else(|_| sound()).unwrap_or_else(|_| unreachable!("sound names")),
            mobile: ListedMobile::new(self.mobile(), self.random.once_in(2)),
            profile: Profile::default(),
            administration: if self.random.once_in(3) {
                Administration::Organisation(organisation())
            } else {
                Administration::NhsDental
            },
            practice: self.random.once_in(2).then(organisation),
            leaving: self.random.once_in(4).then(|| self.clock(now, policy)),
        }
    }

    fn mobile(&mut self) -> Mobile {
        let mobile = Mobile::try_from(format!("07700900{:03}", self.random.below(1000)));
        mobile.unwrap_or_else(|_| unreachable!("a sound number"))
    }

    /// A clock that strikes at about `now`; it may have stood still.
    fn clock(&mut self, now: Instant, policy: &Policy) -> Clock {
        let stood_still = Span::days(self.random.pick(&[0, 0, 0, 0, 1, 30, 365]));
        let began = self.ago(now, policy).minus(stood_still);
        Clock { began, stood_still }
    }

    /// So long before `now` that one of the policy's periods, or a step before its end, is over just then.
    fn ago(&mut self, now: Instant, policy: &Policy) -> Instant {
        let password = policy.password_days.unwrap_or(policy.sign_in_days);
        let period = self.random.pick(&[
            0,
            1,
            policy.temporary_password_days,
            password,
            password,
            policy.sign_in_days,
            password.saturating_add(policy.inactive_days),
            policy.sign_in_days.saturating_add(policy.inactive_days),
            policy.leaver_days,
            policy.disabled_months.saturating_mul(365) / 12,
        ]);
        let step = self.random.pick(&[0, 0, 0, 1, 2, 5, 7, 10, 14, 18, 30, 60]);
        let at = now.minus(Span::days(period.saturating_sub(step)));
        self.beside(at)
    }
}
