//! The policy by which a scenario is judged, and what its people can do.

use enamel_core::policy::Policy;
use enamel_core::time::Span;

/// What people can do, beside what the clock does.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is apart from the others")]
pub struct Rules {
    /// The numbers.
    pub policy: Policy,
    /// How long before an instant "just before" it is.
    pub before: Span,
    /// How many of the people do something; staff acts on these.
    pub acting: u8,
    /// Whether time also moves in the minutes of sessions, codes and locks.
    pub minutes: bool,
    /// Whether a stranger tries to get in, to Ann's account.
    pub stranger: bool,
    /// Whether people recover by themselves, rehash, change numbers, and offer passwords of before.
    pub secrets: bool,
    /// Whether staff acts.
    pub staff: bool,
    /// Whether whoever may not do something tries it all the same.
    pub everybody: bool,
    /// Whether mailboxes change hands.
    pub mailboxes: bool,
    /// Whether owners vouch.
    pub vouching: bool,
    /// Whether Ann forgets her password and answers and loses her phone.
    pub losses: bool,
}

impl Rules {
    /// Nobody does anything yet.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            policy,
            before: Span::hours(12),
            acting: 3,
            minutes: false,
            stranger: false,
            secrets: false,
            staff: false,
            everybody: false,
            mailboxes: false,
            vouching: false,
            losses: false,
        }
    }
}

/// The seed's policy with short periods, so that every threshold lies within a few days, and each kind
/// of clock strikes first in some history.
#[must_use]
pub fn short() -> Policy {
    Policy {
        password_days: Some(4),
        reminder_days: vec![2, 1],
        sign_in_days: 3,
        inactive_days: 3,
        inactivity_warning_days: vec![1],
        deletion_warning_days: vec![2, 1],
        temporary_password_days: 2,
        password_history: 2,
        session_idle_minutes: 30,
        session_minutes: 30,
        proof_minutes: 10,
        code_minutes: 10,
        code_tries: 2,
        codes_an_hour: 1,
        codes_a_day: 2,
        lock_tries: 2,
        lock_minutes: 10,
        lock_maximum_minutes: 20,
        vouching_days: 2,
        vouching_hold_hours: 12,
        leaver_days: 3,
        leaver_warning_days: vec![1],
        disabled_months: 1,
        mailbox_nudge_days: 2,
        ..Policy::seed_2018()
    }
}

/// The same without passwords that expire and without answers, with passkeys.
#[must_use]
pub fn short_modern() -> Policy {
    Policy {
        password_days: None,
        reminder_days: Vec::new(),
        password_history: 0,
        security_questions: 0,
        recovery_by_answers: false,
        recovery_by_passkey: true,
        ..short()
    }
}
