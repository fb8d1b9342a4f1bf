//! A password that someone would like to have.

use std::fmt;

use super::{Requirement, checklist};
use crate::policy::Policy;
use crate::text::{Typed, nfc};

/// Whose password it is to be: what it must not contain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasswordContext {
    /// The username without its domain.
    pub username: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// A password that meets the policy, in NFC, the form in which it is hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// Nothing was typed.
    #[error("missing")]
    Missing,
    /// A requirement of the policy is not met.
    #[error("a requirement is not met")]
    Unmet(Requirement),
    /// Half of a surrogate pair, which only a program can send.
    #[error("unpaired surrogate")]
    UnpairedSurrogate,
}

impl Password {
    /// Judges what was typed under `policy`.
    ///
    /// # Errors
    /// Every requirement that is not met, in the order of [`checklist`].
    pub fn parse(typed: &Typed, context: &PasswordContext, policy: &Policy) -> Result<Self, Vec<PasswordRefusal>> {
        if typed.is_empty() {
            return Err(vec![PasswordRefusal::Missing]);
        }
        let refusals: Vec<_> = checklist(typed, context, policy)
            .into_iter()
            .filter(|tick| !tick.met)
            .map(|tick| match tick.requirement {
                Requirement::AllowedCharacters if typed.has_unpaired_surrogate() => PasswordRefusal::UnpairedSurrogate,
                requirement => PasswordRefusal::Unmet(requirement),
            })
            .collect();
        if refusals.is_empty() { Ok(Self(nfc(typed.as_str()))) } else { Err(refusals) }
    }

    /// The form in which it is hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PasswordRefusal::{Missing, Unmet, UnpairedSurrogate};
    use Requirement::{
        AllowedCharacters, Classes, MaximumLength, MinimumLength, Uncommon, WithoutNames, WithoutUsername,
    };

    fn context() -> PasswordContext {
        PasswordContext { username: "jane.smith".into(), first_name: "Jane".into(), last_name: "Straße".into() }
    }

    fn judge(text: &str, policy: &Policy) -> Result<String, Vec<PasswordRefusal>> {
        Password::parse(&text.into(), &context(), policy).map(|password| password.as_str().to_owned())
    }

    #[test]
    fn r9_a_password_is_hashed_as_nfc_and_never_trimmed() {
        assert_eq!(judge(" Cafe\u{301} 9 ", &Policy::seed_2018()).unwrap(), " Café 9 ");
    }

    #[test]
    fn r9_length_is_counted_in_scalar_values_after_nfc() {
        let policy = Policy { password_classes: 0, ..Policy::seed_2018() };
        assert_eq!(
            judge("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", &policy),
            Err(vec![Unmet(MinimumLength(8))])
        );
        assert!(judge("😀😁😂😃😄😅😆😇", &policy).is_ok());
        assert!(judge(&"aß9".repeat(85), &policy).is_ok());
        assert_eq!(judge(&"ab9".repeat(86), &policy), Err(vec![Unmet(MaximumLength(256))]));
    }

    #[test]
    fn r9_classes_go_by_general_category() {
        let policy = Policy::seed_2018();
        assert!(judge("éé١١éé--", &policy).is_ok());
        assert!(judge("ǅaaaaaa1", &policy).is_ok());
        assert_eq!(judge("molarmo1", &policy), Err(vec![Unmet(Classes(3))]));
        assert_eq!(judge("日本語日本語日本語1", &policy), Err(vec![Unmet(Classes(3))]));
        assert!(judge("日本語日本語a1", &policy).is_ok());
    }

    #[test]
    fn r9_controls_unassigned_and_lone_surrogates_are_refused_by_name() {
        let policy = Policy::seed_2018();
        assert_eq!(judge("Molar2024\0", &policy), Err(vec![Unmet(AllowedCharacters)]));
        assert_eq!(judge("Molar2024\u{378}", &policy), Err(vec![Unmet(AllowedCharacters)]));
        let lone = Typed::from_utf16(&[0x4d, 0x6f, 0x6c, 0x61, 0x72, 0x32, 0x30, 0x32, 0xdc00]);
        assert_eq!(Password::parse(&lone, &context(), &policy), Err(vec![UnpairedSurrogate]));
        assert_eq!(judge("", &policy), Err(vec![Missing]));
        assert!(judge("Molar\u{202e}2024", &policy).is_ok(), "format characters are allowed");
    }

    #[test]
    fn r9_containing_a_name_is_judged_by_case_folded_nfc() {
        assert_eq!(judge("xxJANE.Smith9", &Policy::seed_2018()), Err(vec![Unmet(WithoutUsername)]));
        assert!(judge("Jane-Brush9", &Policy::seed_2018()).is_ok());
        assert_eq!(judge("xxSTRASSE9-molar", &Policy::nhsmail_2019()), Err(vec![Unmet(WithoutNames)]));
        let nameless = PasswordContext { username: "x".repeat(40), ..PasswordContext::default() };
        assert!(Password::parse(&"long enough 9".into(), &nameless, &Policy::nhsmail_2019()).is_ok());
    }

    #[test]
    fn r9_a_common_password_is_refused_in_any_case() {
        for text in ["Password1", "PASSWORD1a".trim_end_matches('a')] {
            assert!(judge(text, &Policy::seed_2018()).unwrap_err().contains(&Unmet(Uncommon)), "{text}");
        }
    }
}
