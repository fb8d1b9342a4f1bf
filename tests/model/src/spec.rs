//! What an account's history defines, worked out from its events alone.
//!
//! It shares no line with the rules' own bookkeeping: it is what the rules are measured by.

use enamel_core::account::{DeadlineKind, Event};
use enamel_core::policy::Policy;
use enamel_core::time::{Instant, Span};

use crate::cast::secret_of;

/// Where in its life an account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Waits for its activation.
    Waiting {
        /// Since when.
        since: Instant,
    },
    /// Activated.
    Activated {
        /// When the password was set.
        password: Instant,
        /// When its holder was last proved.
        signed_in: Instant,
    },
    /// Deleted.
    Gone,
}

/// What went out about a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub kind: DeadlineKind,
    /// When it is.
    pub at: Instant,
    /// The steps, a bit for each number of days.
    pub steps: u32,
    /// The latest date named.
    pub named: Instant,
    /// When the helpdesk was told that the day had come; the deletion waits for a successor then.
    pub alarmed: Option<Instant>,
}

/// A temporary password that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usable {
    /// Which.
    pub secret: u32,
    /// From when on.
    pub from: Instant,
    /// On which vouching, by its number.
    pub vouching: Option<u32>,
}

/// What an account's history defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Where in its life it is.
    pub life: Life,
    /// Since when the holder leaves.
    pub leaving: Option<Instant>,
    /// Since when it is disabled.
    pub disabled: Option<Instant>,
    /// What went out.
    pub told: Vec<Told>,
    /// The temporary password in force.
    pub usable: Option<Usable>,
    /// Temporary passwords that were used.
    pub spent: Vec<u32>,
    /// When the member last chose a password.
    pub chosen: Option<Instant>,
    /// The passwords that are compared, newest first.
    pub recent: Vec<u32>,
}

/// What must happen when the clocks run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// The reminders: of what, which step, and the date that is named.
    pub steps: Vec<(DeadlineKind, u32, Instant)>,
    /// Whether the account is deleted.
    pub deleted: bool,
}

impl Spec {
    /// Of an account created now.
    #[must_use]
    pub fn created(now: Instant, temporary: u32) -> Self {
        Self {
            life: Life::Waiting { since: now },
            leaving: None,
            disabled: None,
            told: Vec::new(),
            usable: Some(Usable { secret: temporary, from: now, vouching: None }),
            spent: Vec::new(),
            chosen: None,
            recent: Vec::new(),
        }
    }

    /// The deadlines that something goes out about.
    #[must_use]
    pub fn deadlines(&self, policy: &Policy) -> Vec<(DeadlineKind, Instant)> {
        if let Some(since) = self.disabled {
            return vec![(DeadlineKind::DisabledDeleted, since.plus_months(policy.disabled_months))];
        }
        self.running(policy)
    }

    /// The same, as if it were not disabled.
    #[must_use]
    pub fn running(&self, policy: &Policy) -> Vec<(DeadlineKind, Instant)> {
        let days = |since: Instant, days| since.plus(Span::days(days));
        let mut all = Vec::with_capacity(4);
        let inactive = match self.life {
            Life::Gone => return all,
            Life::Waiting { since } => days(since, policy.sign_in_days),
            Life::Activated { password, signed_in } => {
                let unused = days(signed_in, policy.sign_in_days);
                let expiry = policy.password_days.map(|span| days(password, span));
                all.extend(expiry.map(|at| (DeadlineKind::PasswordExpires, at)));
                expiry.map_or(unused, |expiry| expiry.min(unused))
            }
        };
        if !all.contains(&(DeadlineKind::PasswordExpires, inactive)) {
            all.push((DeadlineKind::BecomesInactive, inactive));
        }
        all.push((DeadlineKind::Deleted, days(inactive, policy.inactive_days)));
        all.extend(self.leaving.map(|since| (DeadlineKind::LeaverDeleted, days(since, policy.leaver_days))));
        all
    }

    /// When it counts as inactive; `None`: it is gone.
    #[must_use]
    pub fn inactive_at(&self, policy: &Policy) -> Option<Instant> {
        let deletion = self.running(policy).into_iter().find(|(kind, _)| *kind == DeadlineKind::Deleted)?;
        Some(deletion.1.minus(Span::days(policy.inactive_days)))
    }

    /// Whether something can still come of a vouching with this number that was started then; `is_issued`:
    /// the account was given its temporary password.
    #[must_use]
    pub fn is_vouching_open(
        &self,
        number: u32,
        started: Instant,
        is_issued: bool,
        now: Instant,
        policy: &Policy,
    ) -> bool {
        if is_issued {
            let days = Span::days(policy.temporary_password_days);
            let usable = self.usable.filter(|usable| usable.vouching == Some(number));
            usable.is_some_and(|usable| self.disabled.is_some() || now < usable.from.plus(days))
        } else {
            let is_needed = self.life != Life::Gone && self.chosen.is_none_or(|chosen| chosen <= started);
            is_needed && now < started.plus(Span::days(policy.vouching_days))
        }
    }

    /// What went out about a deadline.
    #[must_use]
    pub fn told(&self, kind: DeadlineKind, at: Instant) -> Option<&Told> {
        self.told.iter().find(|told| told.kind == kind && told.at == at)
    }

    /// When a deadline takes effect: not before the last date that was named, nor, for lack of use, before
    /// a temporary password that can be used has run out.
    #[must_use]
    pub fn effective(&self, kind: DeadlineKind, at: Instant, policy: &Policy) -> Instant {
        let named = self.told(kind, at).map_or(at, |told| told.named.max(at));
        let is_new = matches!(self.life, Life::Waiting { .. });
        let issued = self.usable.filter(|usable| is_new || usable.vouching.is_some());
        let held = issued.filter(|_| kind == DeadlineKind::Deleted && self.disabled.is_none());
        held.map_or(named, |usable| named.max(usable.from.plus(Span::days(policy.temporary_password_days))))
    }

    /// What must happen when the clocks run at `now`.
    #[must_use]
    pub fn expected(&self, now: Instant, policy: &Policy, is_succeeded: bool) -> Expected {
        let mut expected = Expected::default();
        for (kind, at) in self.deadlines(policy) {
            // A later step stands for those before it.
            let sent = |step: u32| self.told(kind, at).is_some_and(|told| told.steps & ((2 << step) - 1) != 0);
            let waits = self
                .told(kind, at)
                .and_then(|told| told.alarmed)
                .is_some_and(|at| at >= self.effective(kind, at, policy));
            let (steps, effective) = (kind.steps(policy), self.effective(kind, at, policy));
            // A deletion is warned of all its first step's days ahead, though it be put off for that.
            let unwarned = steps.first().copied().filter(|&first| kind.is_deletion() && !sent(first));
            if let Some(first) = unwarned {
                if effective.minus(Span::days(first)) <= now {
                    expected.steps.push((kind, first, effective.max(now.plus(Span::days(first)))));
                }
            } else if now < effective {
                let due = steps.iter().filter(|&&step| effective.minus(Span::days(step)) <= now && !sent(step));
                expected.steps.extend(due.map(|&step| (kind, step, effective)));
            } else if kind.is_deletion() {
                let anew = |step: u32| (kind, step, now.plus(Span::days(step)));
                match (steps.first(), steps.last()) {
                    (_, Some(&last)) if !sent(last) => expected.steps.push(anew(last)),
                    (Some(&first), _) if is_succeeded && waits => expected.steps.push(anew(first)),
                    _ if is_succeeded => expected.deleted = true,
                    _ if !waits => expected.steps.push((kind, 0, effective)),
                    _ => {}
                }
            } else if !steps.is_empty() && !sent(0) {
                expected.steps.push((kind, 0, at));
            }
        }
        if expected.deleted {
            expected.steps.clear();
        }
        expected.steps.sort_unstable();
        expected
    }

    /// Notes that a step went out.
    pub fn tell(&mut self, kind: DeadlineKind, at: Instant, step: u32, named: Instant, now: Instant) {
        let alarmed = (step == 0).then_some(now);
        if let Some(told) = self.told.iter_mut().find(|told| told.kind == kind && told.at == at) {
            // An earlier step than one that went out: it is told anew, and the later ones go out again.
            if told.steps & ((1 << step) - 1) != 0 {
                told.steps = 0;
            }
            told.steps |= 1 << step;
            told.named = told.named.max(named);
            told.alarmed = alarmed.or(told.alarmed);
        } else {
            self.told.retain(|told| told.kind != kind);
            self.told.push(Told { kind, at, steps: 1 << step, named, alarmed });
        }
    }

    /// What an event defines; reminders are told apart.
    pub fn note(&mut self, event: &Event, now: Instant, policy: &Policy) {
        match event {
            Event::TemporaryPasswordIssued { hash, .. } => {
                self.usable = Some(Usable { secret: secret_of(hash).0, from: now, vouching: None });
                self.warn_of_what_is_put_off(now, policy);
            }
            Event::Reissued { reissue, hash, .. } => {
                let number = u32::try_from(reissue.vouching.0.as_u128() - 1000).ok();
                self.usable = Some(Usable { secret: secret_of(hash).0, from: reissue.usable_from, vouching: number });
                self.warn_of_what_is_put_off(now, policy);
            }
            Event::ReissueWithdrawn => self.usable = None,
            Event::Activated { activation, .. } => {
                self.spent.extend(self.usable.take().map(|usable| usable.secret));
                self.set_password(secret_of(&activation.password).0, now, policy);
            }
            Event::PasswordChanged { hash, .. } => {
                self.usable = None;
                self.set_password(secret_of(hash).0, now, policy);
            }
            Event::SignedIn { .. } => {
                if let Life::Activated { signed_in, .. } = &mut self.life {
                    *signed_in = now;
                }
            }
            Event::MarkedLeaver { .. } => self.leaving = Some(now),
            Event::Joined { .. } => self.leaving = None,
            Event::Disabled { .. } => self.disabled = Some(now),
            Event::Enabled { .. } => {
                if let Some(since) = self.disabled.take() {
                    self.stand_still(now.since(since));
                }
            }
            Event::Deleted { .. } => {
                let spent = std::mem::take(&mut self.spent);
                *self = Self { life: Life::Gone, spent, ..Self::created(now, 0) };
                self.usable = None;
            }
            Event::Rehashed { .. }
            | Event::MobileListed { .. }
            | Event::MobileChanged { .. }
            | Event::ProfileEdited(_)
            | Event::Transferred { .. }
            | Event::Reminded(_)
            | Event::SuccessionNeeded { .. } => {}
        }
    }

    fn set_password(&mut self, secret: u32, now: Instant, policy: &Policy) {
        self.life = Life::Activated { password: now, signed_in: now };
        self.chosen = Some(now);
        self.recent.insert(0, secret);
        self.recent.truncate(policy.password_history.max(1) as usize);
    }

    /// What was told of is told of again: the dates have moved. No deletion comes earlier than was said.
    fn tell_anew(&mut self) {
        self.told.retain(|told| told.kind.is_deletion());
        for told in &mut self.told {
            (told.steps, told.alarmed) = (0, None);
        }
    }

    /// A deletion that a temporary password puts off beyond what was named is warned of anew.
    fn warn_of_what_is_put_off(&mut self, now: Instant, policy: &Policy) {
        if self.disabled.is_some() {
            return;
        }
        let deletion = self.running(policy).into_iter().find(|(kind, _)| *kind == DeadlineKind::Deleted);
        let Some(((kind, at), &first)) = deletion.zip(policy.deletion_warning_days.first()) else { return };
        let Some(named) = self.told(kind, at).map(|told| told.named.max(at)) else { return };
        let effective = self.effective(kind, at, policy);
        if effective > named {
            self.tell(kind, at, first, effective.max(now.plus(Span::days(first))), now);
        }
    }

    fn stand_still(&mut self, span: Span) {
        let later = |at: &mut Instant| *at = at.plus(span);
        match &mut self.life {
            Life::Waiting { since } => later(since),
            Life::Activated { password, signed_in } => {
                later(password);
                later(signed_in);
            }
            Life::Gone => {}
        }
        self.leaving.iter_mut().for_each(later);
        if let Some(usable) = &mut self.usable {
            later(&mut usable.from);
        }
        self.told.retain(|told| told.kind != DeadlineKind::DisabledDeleted);
        if span > Span::ZERO {
            self.tell_anew();
        }
        for told in &mut self.told {
            later(&mut told.at);
            later(&mut told.named);
        }
    }
}
