//! Policies as an operator configures them.

use enamel_core::account::Administration;
use enamel_core::code::{Allowance, OneTimeCode};
use enamel_core::guessing::Guesses;
use enamel_core::help::{Holidays, Task, who_can_help};
use enamel_core::password::{PasswordContext, TemporaryPassword, checklist};
use enamel_core::policy::{Policy, Preset};

use crate::input::{start, stored};

/// The bytes are a policy as JSON, or the changes of one preset (an object of fields).
///
/// # Panics
/// Where a policy that was accepted breaks a rule.
pub fn run(data: &[u8]) {
    _ = serde_json::from_slice::<Preset>(data).map(|preset| stored(&Policy::from(preset)));
    if let Ok(policy) = serde_json::from_slice::<Policy>(data) {
        judge(&policy);
    }
    if let Ok(serde_json::Value::Object(changes)) = serde_json::from_slice(data)
        && let Ok(serde_json::Value::Object(mut fields)) = serde_json::to_value(Policy::seed_2018())
    {
        fields.extend(changes);
        if let Ok(policy) = serde_json::from_value::<Policy>(fields.into()) {
            judge(&policy);
        }
    }
}

fn judge(policy: &Policy) {
    stored(policy);
    if let Err(contradiction) = policy.validate() {
        assert!(!contradiction.to_string().is_empty());
        return;
    }
    let password = TemporaryPassword::generate(policy.temporary_password_length, &[7; 64]);
    assert_eq!(password.as_str().len(), policy.temporary_password_length as usize);
    assert!(!checklist(&password.as_str().into(), &PasswordContext::default(), policy).is_empty());
    let code = OneTimeCode::generate(policy, u64::MAX);
    assert_eq!(OneTimeCode::parse(&code.as_str().into(), policy), Ok(code));
    let (mut guesses, mut now) = (Guesses::default(), start());
    for _ in 0..policy.lock_tries.min(50).saturating_mul(3) {
        guesses = guesses.after_wrong(now, policy);
        if let Err(locked) = guesses.admit(now) {
            assert!(locked.until > now && locked.until.days_after(now) <= 1);
            now = locked.until;
        }
    }
    let mut allowance = Allowance::default();
    for sent in 0..policy.codes_a_day.saturating_add(1) {
        match allowance.admit(now, policy) {
            Ok(()) => allowance = allowance.after_sending(now),
            Err(again) => {
                assert!(sent >= policy.codes_an_hour && again.0 > now);
                now = again.0;
            }
        }
    }
    for task in Task::ALL {
        _ = who_can_help(task, now, &Administration::NhsDental, policy, &Holidays::default());
    }
}
