//! Bytes as what the rules take: typed text, policies, moments.

use arbitrary::{Arbitrary, Result, Unstructured};
use enamel_core::policy::{Excluded, Policy};
use enamel_core::text::Typed;
use enamel_core::time::{Instant, Span};
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use serde::{Serialize, de::DeserializeOwned};

/// Everything that a JavaScript string can hold: what is UTF-8 stands for itself, so that the corpus
/// can be read, and any other byte for half of a surrogate pair.
pub(crate) fn units(data: &[u8]) -> Vec<u16> {
    let mut units = Vec::with_capacity(data.len());
    for chunk in data.utf8_chunks() {
        units.extend(chunk.valid().encode_utf16());
        units.extend(chunk.invalid().iter().map(|&byte| {
            let half = if byte < 0xc0 { 0xd800 } else { 0xdc00 };
            half + u16::from(byte)
        }));
    }
    units
}

/// As [`units`], as a form holds it.
pub(crate) fn typed(data: &[u8]) -> Typed {
    Typed::from_utf16(&units(data))
}

/// The canonically equivalent spellings of a text.
pub(crate) fn spellings(typed: &Typed) -> [Typed; 2] {
    let text = typed.as_str();
    [
        const { ComposingNormalizer::new_nfc() }.normalize(text).into_owned().into(),
        const { DecomposingNormalizer::new_nfd() }.normalize(text).into_owned().into(),
    ]
}

/// Reads back what it writes, which has to be the same.
///
/// # Panics
/// Where it is not.
pub(crate) fn stored<T: Serialize + DeserializeOwned + PartialEq>(state: &T) -> T {
    let Ok(json) = serde_json::to_string(state) else { panic!("not written") };
    match serde_json::from_str::<T>(&json) {
        Ok(read) => {
            assert!(read == *state, "read differently: {json}");
            read
        }
        Err(error) => panic!("{error}: {json}"),
    }
}

/// A preset, and some of its numbers changed, as far as [`Policy::validate`] lets them.
pub(crate) fn policy(u: &mut Unstructured) -> Result<Policy> {
    let mut policy = match u8::arbitrary(u)? % 3 {
        0 => Policy::seed_2018(),
        1 => Policy::nhsmail_2019(),
        _ => Policy::modern(),
    };
    for _ in 0..u.int_in_range(0..=6)? {
        let mut other = policy.clone();
        change(&mut other, u8::arbitrary(u)?, number(u)?);
        if other.validate().is_ok() {
            policy = other;
        }
    }
    Ok(policy)
}

/// Mostly small, and now and then of any size.
fn number(u: &mut Unstructured) -> Result<u32> {
    let small = u8::arbitrary(u)?;
    if small == u8::MAX { u32::arbitrary(u) } else { Ok(small.into()) }
}

fn change(policy: &mut Policy, field: u8, number: u32) {
    let fields = [
        &mut policy.password_minimum_length,
        &mut policy.password_minimum_length_with_second_factor,
        &mut policy.password_maximum_length,
        &mut policy.password_classes,
        &mut policy.password_history,
        &mut policy.reminder_text_steps,
        &mut policy.security_questions,
        &mut policy.security_answer_minimum_length,
        &mut policy.security_answer_maximum_length,
        &mut policy.sign_in_days,
        &mut policy.inactive_days,
        &mut policy.temporary_password_days,
        &mut policy.proof_minutes,
        &mut policy.code_digits,
        &mut policy.code_minutes,
        &mut policy.code_tries,
        &mut policy.codes_an_hour,
        &mut policy.codes_a_day,
        &mut policy.lock_tries,
        &mut policy.lock_minutes,
        &mut policy.lock_maximum_minutes,
        &mut policy.vouching_days,
        &mut policy.vouching_hold_hours,
        &mut policy.leaver_days,
        &mut policy.disabled_months,
        &mut policy.mailbox_nudge_days,
        &mut policy.team_opens_hour,
        &mut policy.team_closes_hour,
    ];
    if let Some(field) = fields.into_iter().nth(field.into()) {
        *field = number;
        return;
    }
    let steps = || (number > 0).then_some(number).into_iter().chain((number > 1).then_some(1)).collect();
    match field % 9 {
        0 => policy.password_days = None,
        1 => policy.password_days = Some(number),
        2 => policy.password_excluded = Excluded::Nothing,
        3 => policy.password_excluded = Excluded::UsernameAndNames,
        4 => policy.refuse_common_passwords = !policy.refuse_common_passwords,
        5 => policy.reminder_days = steps(),
        6 => policy.inactivity_warning_days = steps(),
        7 => policy.deletion_warning_days = steps(),
        _ => policy.leaver_warning_days = steps(),
    }
}

/// How the clock moves between two commands. Servers' clocks are set back now and then.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub(crate) enum Pause {
    None,
    Minutes(u16),
    Days(u8),
    Back(u8),
    To(i64),
}

/// The year 9000: near the last instant there is, no date can be as far ahead as a rule says.
const LATEST: i64 = 221_845_348_800_000_000;

impl Pause {
    pub(crate) fn after(self, now: Instant) -> Instant {
        let later = match self {
            Self::None => now,
            Self::Minutes(minutes) => now.plus(Span::minutes(minutes.into())),
            Self::Days(days) => now.plus(Span::days(days.into())),
            Self::Back(minutes) => now.minus(Span::minutes(minutes.into())),
            Self::To(micros) => Instant::from_micros(micros),
        };
        later.min(Instant::from_micros(LATEST))
    }
}

/// When histories begin: 23 November 2026, 9 o'clock.
pub(crate) fn start() -> Instant {
    Instant::from_micros(1_795_424_400_000_000)
}

/// Reads steps until the bytes run out.
pub(crate) fn steps<'a, T: Arbitrary<'a>>(u: &mut Unstructured<'a>) -> Vec<T> {
    let mut steps = Vec::new();
    while !u.is_empty() {
        match T::arbitrary(u) {
            Ok(step) => steps.push(step),
            Err(_) => break,
        }
    }
    steps
}
