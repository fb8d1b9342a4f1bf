//! What nobody else may know: passwords offered and wished for, security answers.

use arbitrary::{Arbitrary, Unstructured};
use enamel_core::password::{Attempt, Password, PasswordContext, TemporaryPassword, checklist};
use enamel_core::policy::Policy;
use enamel_core::security_question::{Answer, QuestionId};
use enamel_core::text::Typed;

use crate::input::{self, spellings};

/// The text is judged under each preset and under a policy of its own. What follows a NUL is that
/// policy; what stands before a `|` is the name of whose it is.
///
/// # Panics
/// Where a rule is broken.
pub fn run(data: &[u8]) {
    let (text, rest) = cut(data, 0).unwrap_or((data, &[]));
    let (name, text) = cut(text, b'|').unwrap_or((b"jane", text));
    let typed = input::typed(text);
    let name = input::typed(name).as_str().to_owned();
    let context = PasswordContext { username: name.clone(), first_name: name, last_name: "Smith".to_owned() };
    let mut u = Unstructured::new(rest);
    let policies = [Policy::seed_2018(), Policy::nhsmail_2019(), Policy::modern()];
    for policy in policies.into_iter().chain(input::policy(&mut u)) {
        password(&typed, &context, &policy);
        answer(&typed, &policy);
        temporary(&policy, &mut u);
    }
    if let Ok(attempt) = Attempt::parse(&typed) {
        assert!(!typed.is_empty() && !typed.has_unpaired_surrogate());
        let again = Attempt::parse(&attempt.normalised().into()).map(|attempt| attempt.normalised());
        assert_eq!(again, Ok(attempt.normalised()));
    }
    if let Ok(question) = QuestionId::parse(typed.as_str()) {
        assert_eq!(question.as_str(), typed.as_str());
    }
}

fn cut(data: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let (head, tail) = data.split_at_checked(data.iter().position(|&byte| byte == at)?)?;
    Some((head, tail.get(1..).unwrap_or_default()))
}

fn password(typed: &Typed, context: &PasswordContext, policy: &Policy) {
    let ticks = checklist(typed, context, policy);
    let verdict = Password::parse(typed, context, policy);
    assert_eq!(verdict.is_ok(), !typed.is_empty() && ticks.iter().all(|tick| tick.met));
    if let Ok(password) = &verdict {
        let length = password.as_str().chars().count();
        assert!((policy.password_minimum_length as usize..=policy.password_maximum_length as usize).contains(&length));
        assert!(!password.as_str().contains(char::is_control));
        assert_eq!(Password::parse(&password.as_str().into(), context, policy), Ok(password.clone()));
        assert_eq!(Attempt::parse(typed).map(|attempt| attempt.normalised()).as_deref(), Ok(password.as_str()));
    }
    if !typed.has_unpaired_surrogate() {
        for spelling in spellings(typed) {
            assert_eq!(checklist(&spelling, context, policy), ticks);
            assert_eq!(Password::parse(&spelling, context, policy), verdict);
        }
    }
}

fn answer(typed: &Typed, policy: &Policy) {
    let verdict = Answer::parse(typed, policy);
    if let Ok(answer) = &verdict {
        assert_eq!(answer.as_str(), answer.as_str().trim());
        assert_eq!(Answer::parse(&answer.as_str().into(), policy).as_ref(), Ok(answer));
    }
    if !typed.has_unpaired_surrogate() {
        for spelling in spellings(typed) {
            assert_eq!(Answer::parse(&spelling, policy), verdict);
        }
    }
}

fn temporary(policy: &Policy, u: &mut Unstructured) {
    let entropy = <[u16; 64]>::arbitrary(u).unwrap_or([0; 64]);
    let password = TemporaryPassword::generate(policy.temporary_password_length, &entropy);
    assert_eq!(password.as_str().len(), policy.temporary_password_length as usize);
    assert!(!password.as_str().contains(['0', 'O', '1', 'l', 'I']));
}
