//! Inputs aimed at the edges of the rules, from a seed.

mod account;
mod alphabet;
mod clocks;
mod form;
mod instant;
mod mobile;
mod password;
mod piece;
mod policy;
mod text;
mod username;

use crate::json::Json;
use crate::random::Random;
use alphabet::Alphabet;

/// What the parts of the generator share.
pub(crate) struct Generator {
    pub(crate) random: Random,
    pub(crate) alphabet: Alphabet,
}

/// How an input for a rule is made.
type Make = fn(&mut Generator) -> Json;

/// The rules, with how many of 120 inputs each gets.
const SHARES: [(usize, &str, Make); 15] = [
    (13, "username", username::input),
    (22, "mobile", mobile::input),
    (22, "password", password::input),
    (3, "temporary-password", password::temporary),
    (11, "security-answer", form::answer),
    (1, "security-question", form::question),
    (5, "sign-in", form::sign_in),
    (6, "activation", form::activation),
    (5, "change-password", form::change_password),
    (10, "instant", instant::input),
    (3, "policy", policy::input),
    (9, "deadlines", account::moment),
    (6, "clocks", clocks::input),
    (3, "calendar", account::moment),
    (1, "directory-entry", account::entry),
];

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), alphabet: Alphabet::new() }
    }
}

impl Iterator for Generator {
    type Item = String;

    /// A line of input; there is always another one.
    fn next(&mut self) -> Option<String> {
        let all: usize = SHARES.iter().map(|(share, ..)| share).sum();
        let mut at = self.random.below(all);
        let (_, rule, make) = SHARES.iter().find(|(share, ..)| {
            let found = at < *share;
            at = at.saturating_sub(*share);
            found
        })?;
        let input = make(self);
        Some(format!(r#"{{"rule":"{rule}","input":{input}}}"#))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every code of a refusal.
    const CODES: &[&str] = &[
        "username-missing",
        "username-other-domain",
        "username-characters",
        "username-too-long",
        "password-missing",
        "password-unpaired-surrogate",
        "new-password-missing",
        "password-too-short",
        "password-too-long",
        "password-too-few-classes",
        "password-contains-username",
        "password-contains-name",
        "password-common",
        "password-characters",
        "password-unpaired-surrogate",
        "security-question-unknown",
        "security-question-repeated",
        "security-question-count",
        "security-answer-missing",
        "security-answer-too-short",
        "security-answer-too-long",
        "security-answer-characters",
        "mobile-missing",
        "mobile-characters",
        "mobile-not-uk",
        "mobile-length",
        "mobile-personal-number",
        "mobile-pager",
        "mobile-not-mobile",
        "sign-in-failed",
        "temporary-password-expired",
        "activation-required",
        "already-activated",
        "password-change-required",
        "current-password-wrong",
        "password-reused",
        "password-is-temporary",
        "account-deleted",
        "terms-not-accepted",
    ];

    #[test]
    fn r37_generated_inputs_meet_every_rule_and_every_refusal() {
        let lines: Vec<String> = Generator::new(1).take(4_000).collect();
        let mut missed = CODES.to_vec();
        for line in &lines {
            assert!(line.is_ascii(), "{line}");
            let verdict = enamel_parity::judge_line(line);
            missed.retain(|code| !verdict.contains(&format!(r#""code":"{code}""#)));
            // What is no policy is aimed at, too.
            let is_sound = !verdict.starts_with(r#"{"malformed""#) || line.starts_with(r#"{"rule":"policy""#);
            assert!(is_sound, "{line}\n{verdict}");
        }
        assert!(missed.is_empty(), "no input is refused with {missed:?}");
        for rule in &enamel_parity::RULES {
            assert!(
                lines.iter().any(|line| line.starts_with(&format!(r#"{{"rule":"{}""#, rule.name))),
                "{}",
                rule.name
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_inputs() {
        let lines = |seed| Generator::new(seed).take(500).collect::<Vec<_>>();
        assert_eq!(lines(7), lines(7));
        assert_ne!(lines(7), lines(8));
    }
}
