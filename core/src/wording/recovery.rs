//! What the refusals of codes, recoveries and locks say. None says whether anybody has the username (R21).

use crate::code::{CodeFailure, CodeRefusal, TooManyCodes};
use crate::guessing::Locked;
use crate::recovery::RecoveryRefusal;
use crate::refusal::{NextStep, Refuse, Rule};

impl Refuse for CodeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "code-missing",
            Self::Format(_) => "code-format",
        }
    }

    fn rule(&self) -> Rule {
        Rule(21)
    }

    fn sentence(&self) -> String {
        match self {
            Self::Missing => "Enter the code from the text message".to_owned(),
            Self::Format(digits) => format!("Enter the {digits} digits of the code from the text message"),
        }
    }

    fn numbers(&self) -> Vec<(&'static str, u32)> {
        match self {
            Self::Missing => Vec::new(),
            Self::Format(digits) => vec![("digits", *digits)],
        }
    }
}

impl Refuse for CodeFailure {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong => "code-wrong",
            Self::Spent => "code-spent",
        }
    }

    fn rule(&self) -> Rule {
        Rule(21)
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::Wrong => NextStep::Correct,
            Self::Spent => NextStep::Recover,
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::Wrong => "The code is wrong. Check the text message and try again",
            Self::Spent => "The code no longer works. Ask for a new one to reset your password",
        }
        .to_owned()
    }
}

impl Refuse for TooManyCodes {
    fn code(&self) -> &'static str {
        "too-many-codes"
    }

    fn rule(&self) -> Rule {
        Rule(21)
    }

    fn next_step(&self) -> NextStep {
        NextStep::WaitUntil { at: self.0 }
    }

    fn sentence(&self) -> String {
        let again = self.0.london();
        format!(
            "Too many codes were sent. Try again from {} on {}, or use another way to get back in",
            again.time(),
            again.date()
        )
    }
}

impl Refuse for RecoveryRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooManyCodes(refusal) => refusal.code(),
            Self::Code(refusal) => refusal.code(),
            Self::AnswersWrong => "answers-wrong",
            Self::AnswersSpent => "answers-spent",
            Self::PasskeyWrong => "passkey-wrong",
            Self::NotOffered => "recovery-not-offered",
            Self::NotProved => "recovery-not-proved",
            Self::Over => "recovery-over",
        }
    }

    fn rule(&self) -> Rule {
        Rule(21)
    }

    fn next_step(&self) -> NextStep {
        match self {
            Self::TooManyCodes(refusal) => refusal.next_step(),
            Self::Code(refusal) => refusal.next_step(),
            Self::AnswersWrong => NextStep::Correct,
            Self::AnswersSpent => NextStep::AskOwner,
            Self::PasskeyWrong | Self::NotOffered | Self::NotProved => NextStep::Recover,
            Self::Over => NextStep::SignIn,
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::TooManyCodes(refusal) => refusal.sentence(),
            Self::Code(refusal) => refusal.sentence(),
            Self::AnswersWrong => "The answers are wrong. Check all of them and try again".to_owned(),
            Self::AnswersSpent => {
                "The answers were wrong too often. Use a code by text message, or ask the owner of your shared mailbox to vouch for you".to_owned()
            }
            Self::PasskeyWrong => "This passkey is not for this account. Use another one, or reset your password by a code by text message".to_owned(),
            Self::NotOffered => "This way to get back in is not used here. Reset your password by a code by text message".to_owned(),
            Self::NotProved => "Show who you are first, in one of the ways that are offered, to reset your password".to_owned(),
            Self::Over => "Your new password has been set. Sign in with it".to_owned(),
        }
    }
}

impl Refuse for Locked {
    fn code(&self) -> &'static str {
        "locked"
    }

    fn rule(&self) -> Rule {
        Rule(23)
    }

    /// Whoever can prove themselves need not wait.
    fn next_step(&self) -> NextStep {
        NextStep::Recover
    }

    fn sentence(&self) -> String {
        let until = self.until.london();
        format!(
            "Too many wrong passwords were tried. Try again from {} on {}. If you have activated your account, you can reset your password now",
            until.time(),
            until.date()
        )
    }
}
