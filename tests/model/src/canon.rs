//! What makes two states the same: everything that any rule, now or later, can tell apart.
//!
//! Instants are written as what is left until they matter, nothing where they have passed; hashes by
//! which of them are the same. A calendar month has the length that it has where a state is first
//! reached: nothing else is measured in months, and every other clock stands still meanwhile.

use std::hash::{DefaultHasher, Hasher};

use enamel_core::account::{Account, Administration, DeadlineKind, Dormant, Holder, Member, Newcomer, Sent, State};
use enamel_core::code::SentCode;
use enamel_core::guessing::Guesses;
use enamel_core::mailbox::Mailbox;
use enamel_core::password::PasswordHash;
use enamel_core::policy::Policy;
use enamel_core::recovery::{Proved, Recovery};
use enamel_core::session::Credential;
use enamel_core::time::{Instant, Span};
use enamel_core::vouching::{self, Holding, Vouching};

use crate::cast::{account_of_agent, agent_id, number, person_of, secret_of};
use crate::spec::{Life, Spec};
use crate::world::{Person, Session, World};

/// Writes states down.
pub struct Canon<'a> {
    policy: &'a Policy,
    now: Instant,
    bytes: Vec<u8>,
    secrets: Vec<u32>,
}

impl<'a> Canon<'a> {
    /// By a policy.
    #[must_use]
    pub fn new(policy: &'a Policy) -> Self {
        Self { policy, now: Instant::FIRST, bytes: Vec::with_capacity(1024), secrets: Vec::with_capacity(16) }
    }

    /// The fingerprint of a state: 128 bits of two hashes. Among ten million states, two that
    /// differ have the same one with a probability of some 10^-25.
    pub fn fingerprint(&mut self, world: &World) -> u128 {
        self.bytes.clear();
        self.secrets.clear();
        self.now = world.now;
        for (index, person) in world.people.iter().enumerate() {
            self.person(u8::try_from(index).unwrap_or(u8::MAX), person);
        }
        for mailbox in &world.mailboxes {
            self.mailbox(mailbox);
        }
        for (_, vouching) in &world.vouchings {
            let holding =
                world.people[usize::from(person_of(vouching.member))].account.holding(vouching.id, self.policy);
            self.vouching(vouching, &holding);
        }
        // Which vouching a reissued password is of.
        for person in &world.people {
            let of = person.spec.usable.and_then(|usable| usable.vouching);
            let place = of.and_then(|of| world.vouchings.iter().position(|(number, _)| *number == of));
            self.byte(of.map_or(0, |_| 1) + place.map_or(0, |place| u8::try_from(place).unwrap_or(9) + 1));
        }
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u8(salt);
            hasher.write(&self.bytes);
            u128::from(hasher.finish())
        };
        half(1) << 64 | half(2)
    }

    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    fn flag(&mut self, flag: bool) {
        self.byte(u8::from(flag));
    }

    fn small(&mut self, number: u32) {
        self.byte(u8::try_from(number).unwrap_or(u8::MAX));
    }

    /// What is left from `base` until `at`, nothing where it has passed.
    fn left(&mut self, at: Instant, base: Instant) {
        self.bytes.extend(at.since(base).micros().to_le_bytes());
    }

    fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn secret(&mut self, secret: u32) {
        let place = self.secrets.iter().position(|&known| known == secret).unwrap_or_else(|| {
            self.secrets.push(secret);
            self.secrets.len() - 1
        });
        self.small(u32::try_from(place).unwrap_or(u32::MAX));
    }

    fn hash(&mut self, hash: &PasswordHash) {
        let (secret, is_costlier) = secret_of(hash);
        self.secret(secret);
        self.flag(is_costlier);
    }

    fn person(&mut self, index: u8, person: &Person) {
        self.account(index, &person.account, &person.spec);
        self.spec(&person.spec);
        self.maybe(person.knows.password, Self::secret);
        self.maybe(person.knows.temporary, Self::secret);
        self.byte(
            u8::from(person.knows.answers) + 2 * u8::from(person.knows.phone) + 4 * u8::from(person.known_device),
        );
        self.maybe(person.session, Self::session);
        self.maybe(person.elsewhere, Self::session);
        self.maybe(person.recovery.as_deref(), Self::recovery);
        self.maybe(person.intruder.as_deref(), Self::recovery);
        self.maybe(person.code, |canon, code| {
            canon.secret(code.secret);
            canon.left(code.sent_at.plus(Span::minutes(canon.policy.code_minutes)), canon.now);
            canon.flag(code.is_used);
            canon.small(code.wrong);
        });
        self.maybe(person.new_number.as_ref(), |canon, asked| {
            canon.flag(asked.number.mobile == number(index, true));
            canon.code(&asked.number.code);
            canon.secret(asked.code);
            canon.flag(asked.is_used);
            let now = canon.now;
            for sent in asked.sent.iter().filter(|sent| sent.plus(Span::days(1)) > now) {
                canon.left(sent.plus(Span::minutes(60)), canon.now);
                canon.left(sent.plus(Span::days(1)), canon.now);
            }
        });
        for tries in &person.tries {
            self.guesses(tries.guesses);
            self.byte(u8::try_from(tries.sent.len()).unwrap_or(u8::MAX));
            for sent in &tries.sent {
                self.left(sent.plus(Span::minutes(60)), self.now);
                self.left(sent.plus(Span::days(1)), self.now);
            }
        }
    }

    fn session(&mut self, session: Session) {
        self.flag(session.credential == Credential::Password);
        self.secret(session.secret);
        self.left(session.times.created_at.plus(Span::minutes(self.policy.session_minutes)), self.now);
        self.left(session.times.seen_at.plus(Span::minutes(self.policy.session_idle_minutes)), self.now);
    }

    fn guesses(&mut self, guesses: Guesses) {
        match guesses {
            Guesses::Open { wrong, locks } => {
                self.byte(0);
                self.small(wrong);
                self.small(locks.min(2));
            }
            Guesses::Locked { until, locks } => {
                self.byte(1);
                self.left(until, self.now);
                // Further locks are no longer.
                self.small(locks.min(2));
            }
        }
    }

    fn account(&mut self, index: u8, account: &Account, spec: &Spec) {
        match &account.state {
            State::Newcomer(newcomer) => {
                self.byte(0);
                self.newcomer(index, newcomer, spec, self.now);
            }
            State::Member(member) => {
                self.byte(1);
                self.member(index, member, spec, self.now);
            }
            State::Disabled(disabled) => {
                self.byte(2);
                self.left(disabled.since.plus_months(self.policy.disabled_months), self.now);
                self.sent(&disabled.sent, spec, self.now);
                match &disabled.was {
                    Dormant::Newcomer(newcomer) => {
                        self.byte(0);
                        self.newcomer(index, newcomer, spec, disabled.since);
                    }
                    Dormant::Member(member) => {
                        self.byte(1);
                        self.member(index, member, spec, disabled.since);
                    }
                }
            }
            State::Deleted { .. } => self.byte(3),
        }
    }

    fn holder(&mut self, index: u8, holder: &Holder, base: Instant) {
        let mobile = holder.mobile.number();
        self.byte(if *mobile == number(index, false) { 0 } else { 1 + u8::from(*mobile == number(index, true)) });
        self.flag(holder.mobile.is_visible());
        self.flag(holder.profile.job_role.is_some());
        self.flag(holder.administration == Administration::NhsDental);
        self.maybe(holder.leaving, |canon, clock| {
            canon.left(clock.reaches(Span::days(canon.policy.leaver_days)), base);
        });
    }

    fn newcomer(&mut self, index: u8, newcomer: &Newcomer, spec: &Spec, base: Instant) {
        self.holder(index, &newcomer.holder, base);
        let unused = Span::days(self.policy.sign_in_days + self.policy.inactive_days);
        self.left(newcomer.waiting.reaches(unused), base);
        self.hash(&newcomer.temporary_password.hash);
        self.left(newcomer.temporary_password.runs_out_at(self.policy), base);
        self.sent(&newcomer.sent, spec, base);
    }

    fn member(&mut self, index: u8, member: &Member, spec: &Spec, base: Instant) {
        self.holder(index, &member.holder, base);
        self.hash(&member.password);
        for earlier in &member.earlier_passwords {
            self.hash(earlier);
        }
        self.hash(&member.temporary_password);
        for used in &member.earlier_temporary_passwords {
            self.hash(used);
        }
        let further = Span::days(self.policy.inactive_days);
        let unused = member.signed_in.reaches(Span::days(self.policy.sign_in_days));
        let expiry = member.expires_at(self.policy);
        self.left(unused.plus(further), base);
        self.maybe(expiry, |canon, expiry| {
            canon.left(expiry.plus(further), base);
            canon.flag(expiry <= unused);
        });
        self.maybe(member.vouched.as_ref(), |canon, vouched| {
            canon.hash(&vouched.temporary_password.hash);
            canon.left(vouched.usable_from(), base);
            canon.left(vouched.temporary_password.runs_out_at(canon.policy), base);
            canon.flag(vouched.mobile == number(index, true));
        });
        self.sent(&member.sent, spec, base);
    }

    /// What was sent of a deadline that is over matters no more, unless one like it can come again.
    fn sent(&mut self, all: &[Sent], spec: &Spec, base: Instant) {
        for sent in all {
            let dates = (sent.days_before, sent.takes_effect);
            self.reminder(sent.kind, sent.deadline, dates, spec, base);
        }
        self.byte(u8::MAX);
    }

    fn reminder(&mut self, kind: DeadlineKind, at: Instant, (step, named): (u32, Instant), spec: &Spec, base: Instant) {
        let is_of_disabling = kind == DeadlineKind::DisabledDeleted;
        let is_current = if is_of_disabling {
            spec.deadlines(self.policy).contains(&(kind, at))
        } else {
            spec.running(self.policy).contains(&(kind, at))
        };
        if is_current || at > base {
            self.byte(kind as u8);
            self.flag(is_current);
            if !is_current {
                self.left(at, base);
            }
            self.small(step);
            self.left(named, base);
        }
    }

    fn spec(&mut self, spec: &Spec) {
        let base = spec.disabled.unwrap_or(self.now);
        let sign_in = Span::days(self.policy.sign_in_days + self.policy.inactive_days);
        match spec.life {
            Life::Waiting { since } => {
                self.byte(0);
                self.left(since.plus(sign_in), base);
            }
            Life::Activated { password, signed_in } => {
                self.byte(1);
                let days = self.policy.password_days.unwrap_or(0) + self.policy.inactive_days;
                self.left(password.plus(Span::days(days)), base);
                self.left(signed_in.plus(sign_in), base);
            }
            Life::Gone => self.byte(2),
        }
        self.maybe(spec.leaving, |canon, since| {
            canon.left(since.plus(Span::days(canon.policy.leaver_days)), base);
        });
        self.maybe(spec.disabled, |canon, since| {
            canon.left(since.plus_months(canon.policy.disabled_months), canon.now);
        });
        for told in &spec.told {
            let base = if told.kind == DeadlineKind::DisabledDeleted { self.now } else { base };
            self.reminder(told.kind, told.at, (told.steps, told.named), spec, base);
            // Whether it was before or after the date that counts is all that matters of it.
            self.flag(told.alarmed.is_some_and(|alarmed| alarmed >= told.named.max(told.at)));
        }
        self.maybe(spec.usable, |canon, usable| {
            canon.secret(usable.secret);
            canon.left(usable.from, base);
            canon.left(usable.from.plus(Span::days(canon.policy.temporary_password_days)), base);
        });
        for &secret in &spec.recent {
            self.secret(secret);
        }
    }

    fn code(&mut self, code: &SentCode) {
        match code {
            SentCode::Waiting { hash, sent_at, wrong } => {
                self.byte(1);
                self.hash(hash);
                self.left(sent_at.plus(Span::minutes(self.policy.code_minutes)), self.now);
                self.small(*wrong);
            }
            SentCode::Spent => self.byte(0),
        }
    }

    fn recovery(&mut self, recovery: &Recovery) {
        self.code(&recovery.code);
        self.small(recovery.wrong_answers);
        match recovery.proved {
            Proved::NotYet => self.byte(0),
            Proved::By { means, at } => {
                self.byte(1 + means as u8);
                self.left(at.plus(Span::minutes(self.policy.proof_minutes)), self.now);
            }
            Proved::Used => self.byte(9),
        }
    }

    fn mailbox(&mut self, mailbox: &Mailbox) {
        for owner in mailbox.access.owners().iter() {
            self.byte(person_of(owner));
        }
        self.byte(u8::MAX);
        for member in mailbox.access.members() {
            self.byte(person_of(member));
        }
        self.byte(u8::MAX);
        self.maybe(mailbox.next_due(self.policy), |canon, due| canon.left(due, canon.now));
        // Whether it was opened at this very instant: a second opening is none.
        self.flag(mailbox.last_opened.is_some_and(|opening| opening.at >= self.now));
    }

    fn vouching(&mut self, vouching: &Vouching, holding: &Holding) {
        use vouching::State;
        self.byte(person_of(vouching.member));
        self.byte(person_of(vouching.owner));
        self.byte(u8::try_from(vouching.mailbox.0.as_u128() - 200).unwrap_or(u8::MAX));
        self.flag(vouching.mobile == number(person_of(vouching.member), true));
        self.flag(vouching.is_registered_mobile);
        let agent = |agent| if agent == agent_id(0) { 0 } else { 1 + u8::from(account_of_agent(agent).is_none()) };
        match &vouching.state {
            State::Waiting => self.byte(0),
            State::Confirmed { agent: by, .. } => {
                self.byte(1);
                self.byte(agent(*by));
            }
            State::Issued { agent: by, .. } => {
                self.byte(2);
                self.byte(agent(*by));
            }
            State::Used { .. } => self.byte(3),
            State::Withdrawn { .. } => self.byte(4),
            State::Lapsed { .. } => self.byte(5),
        }
        if let Some(at) = vouching.lapses_at(holding, self.policy) {
            self.left(at, self.now);
        }
    }
}
