//! Another mobile number, which a code sent to it must prove (R19).

use serde::{Deserialize, Serialize};

use crate::code::{Allowance, CodeFailure, SentCode, TooManyCodes};
use crate::mobile::Mobile;
use crate::password::PasswordHash;
use crate::policy::Policy;
use crate::time::Instant;

/// Proof that a number reaches its owner: only [`NewNumber::confirm`] makes one (R19).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvedMobile(Mobile);

impl ProvedMobile {
    /// The number.
    #[must_use]
    pub fn mobile(&self) -> &Mobile {
        &self.0
    }
}

/// A number that a member wants to have, until the code sent to it is entered (R19).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct NewNumber {
    /// The number.
    pub mobile: Mobile,
    /// The code sent to it; the last one, where several were asked for.
    pub code: SentCode,
}

/// Why a number is not proved (R19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewNumberRefusal {
    /// Too many codes were sent; another is at this instant.
    #[error("{0}")]
    TooManyCodes(#[from] TooManyCodes),
    /// The code is wrong or works no longer.
    #[error("{0}")]
    Code(#[from] CodeFailure),
}

impl NewNumber {
    /// Sends the code with this hash to `mobile`, and counts it. `allowance` is what the store must have looked
    /// up: the codes that this member had sent lately, to whatever numbers, or else one could have anybody's
    /// phone texted at will.
    ///
    /// # Errors
    /// [`NewNumberRefusal::TooManyCodes`], with when the next may be sent.
    pub fn ask(
        mobile: Mobile,
        hash: PasswordHash,
        allowance: Allowance,
        now: Instant,
        policy: &Policy,
    ) -> Result<(Self, Allowance), NewNumberRefusal> {
        allowance.admit(now, policy)?;
        Ok((Self { mobile, code: SentCode::sent(hash, now) }, allowance.after_sending(now)))
    }

    /// Judges a code entered for the number.
    ///
    /// # Errors
    /// [`NewNumberRefusal::Code`].
    pub fn confirm(&self, is_right: bool, now: Instant, policy: &Policy) -> Result<ProvedMobile, NewNumberRefusal> {
        self.code.judge(is_right, now, policy)?;
        Ok(ProvedMobile(self.mobile.clone()))
    }

    /// After a try.
    #[must_use]
    pub fn tried(self, is_right: bool) -> Self {
        Self { code: self.code.tried(is_right), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::hash;
    use crate::time::Span;

    fn minute(minutes: u32) -> Instant {
        "2026-11-23T09:00:00Z".parse::<Instant>().unwrap().plus(Span::minutes(minutes))
    }

    fn ask(last: u8, allowance: Allowance, minutes: u32) -> Result<(NewNumber, Allowance), NewNumberRefusal> {
        let mobile = format!("0770090012{last}").try_into().unwrap();
        NewNumber::ask(mobile, hash("code"), allowance, minute(minutes), &Policy::seed_2018())
    }

    #[test]
    fn r19_a_new_number_is_proved_by_its_code_alone() {
        let policy = Policy::seed_2018();
        let (new, _) = ask(4, Allowance::default(), 0).unwrap();
        assert_eq!(new.confirm(false, minute(0), &policy), Err(CodeFailure::Wrong.into()));
        assert_eq!(new.confirm(true, minute(0), &policy).unwrap().mobile().e164(), "+447700900124");
        assert_eq!(new.tried(true).confirm(true, minute(0), &policy), Err(CodeFailure::Spent.into()));
    }

    #[test]
    fn r19_nobody_has_strangers_phones_texted_more_often_than_a_recovery_would() {
        let mut allowance = Allowance::default();
        for last in [1, 2, 3] {
            allowance = ask(last, allowance, u32::from(last)).unwrap().1;
        }
        assert_eq!(ask(4, allowance.clone(), 60).unwrap_err(), TooManyCodes(minute(61)).into());
        assert!(ask(4, allowance, 61).is_ok());
    }
}
