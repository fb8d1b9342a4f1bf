//! What a password must have, each requirement by itself, so that a page can tick them off.

use super::PasswordContext;
use super::common::is_common;
use crate::policy::{Excluded, Policy};
use crate::text::{Category, Typed, category, fold, nfc};

/// One requirement of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// At least this many characters.
    MinimumLength(u32),
    /// At most this many characters.
    MaximumLength(u32),
    /// Characters of at least this many of the four classes.
    Classes(u32),
    /// The username is not in it.
    WithoutUsername,
    /// Neither the first nor the last name is in it.
    WithoutNames,
    /// Not a password that many people use.
    Uncommon,
    /// No control or unassigned character, and no half of a surrogate pair.
    AllowedCharacters,
}

/// A requirement, and whether what was typed so far meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// What is asked.
    pub requirement: Requirement,
    /// Whether it is met.
    pub met: bool,
}

/// Every requirement of `policy`, in the order in which a page lists them, each judged by itself.
#[must_use]
pub fn checklist(typed: &Typed, context: &PasswordContext, policy: &Policy) -> Vec<Tick> {
    let password = Measured::new(typed);
    requirements(policy)
        .into_iter()
        .map(|requirement| Tick { requirement, met: password.meets(requirement, context) })
        .collect()
}

fn requirements(policy: &Policy) -> Vec<Requirement> {
    let excludes = policy.password_excluded;
    [
        (true, Requirement::MinimumLength(policy.password_minimum_length)),
        (policy.password_classes > 0, Requirement::Classes(policy.password_classes)),
        (excludes != Excluded::Nothing, Requirement::WithoutUsername),
        (excludes == Excluded::UsernameAndNames, Requirement::WithoutNames),
        (policy.refuse_common_passwords, Requirement::Uncommon),
        (true, Requirement::AllowedCharacters),
        (true, Requirement::MaximumLength(policy.password_maximum_length)),
    ]
    .into_iter()
    .filter_map(|(asked, requirement)| asked.then_some(requirement))
    .collect()
}

/// What of a password the requirements look at, worked out once.
struct Measured {
    length: usize,
    classes: usize,
    allowed: bool,
    folded: String,
}

impl Measured {
    fn new(typed: &Typed) -> Self {
        let normal = nfc(typed.as_str());
        let mut seen = [false; 4];
        let mut allowed = !typed.has_unpaired_surrogate();
        for character in normal.chars() {
            let [upper, lower, digit, other] = &mut seen;
            *match category(character) {
                Category::Upper => upper,
                Category::Lower => lower,
                Category::Digit => digit,
                Category::Control | Category::Unassigned => {
                    allowed = false;
                    continue;
                }
                _ => other,
            } = true;
        }
        Self {
            length: normal.chars().count(),
            classes: seen.into_iter().filter(|&class| class).count(),
            allowed,
            folded: fold(&normal),
        }
    }

    fn meets(&self, requirement: Requirement, context: &PasswordContext) -> bool {
        match requirement {
            Requirement::MinimumLength(least) => self.length >= least as usize,
            Requirement::MaximumLength(most) => self.length <= most as usize,
            Requirement::Classes(least) => self.classes >= least as usize,
            Requirement::WithoutUsername => self.is_without(&context.username),
            Requirement::WithoutNames => self.is_without(&context.first_name) && self.is_without(&context.last_name),
            Requirement::Uncommon => !is_common(&self.folded),
            Requirement::AllowedCharacters => self.allowed,
        }
    }

    /// A name of no letters is in no password.
    fn is_without(&self, word: &str) -> bool {
        let word = fold(&nfc(word));
        word.is_empty() || !self.folded.contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_the_checklist_asks_only_what_the_policy_asks() {
        use Requirement::{
            AllowedCharacters, Classes, MaximumLength, MinimumLength, Uncommon, WithoutNames, WithoutUsername,
        };
        let asked = |policy: &Policy| {
            let ticks = checklist(&"".into(), &PasswordContext::default(), policy);
            ticks.into_iter().map(|tick| tick.requirement).collect::<Vec<_>>()
        };
        let (seed, y2019, modern) = (Policy::seed_2018(), Policy::nhsmail_2019(), Policy::modern());
        assert_eq!(
            asked(&seed),
            [MinimumLength(8), Classes(3), WithoutUsername, Uncommon, AllowedCharacters, MaximumLength(256)]
        );
        assert_eq!(
            asked(&y2019),
            [MinimumLength(10), WithoutUsername, WithoutNames, Uncommon, AllowedCharacters, MaximumLength(256)]
        );
        assert_eq!(asked(&modern), [MinimumLength(15), Uncommon, AllowedCharacters, MaximumLength(256)]);
    }
}
