//! What the refusals of codes, recoveries and locks say. None says whether anybody has the username (R21).

use crate::code::{CodeFailure, CodeRefusal, TooManyCodes};
use crate::guessing::Locked;
use crate::locale::{Text, say};
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

    fn sentence(&self) -> Text {
        match self {
            Self::Missing => say::code_missing(),
            Self::Format(digits) => say::code_format(*digits),
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

    fn sentence(&self) -> Text {
        match self {
            Self::Wrong => say::code_wrong(),
            Self::Spent => say::code_spent(),
        }
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

    fn sentence(&self) -> Text {
        let again = self.0.london();
        say::too_many_codes(again.date(), again.time())
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

    fn sentence(&self) -> Text {
        match self {
            Self::TooManyCodes(refusal) => refusal.sentence(),
            Self::Code(refusal) => refusal.sentence(),
            Self::AnswersWrong => say::answers_wrong(),
            Self::AnswersSpent => say::answers_spent(),
            Self::PasskeyWrong => say::passkey_wrong(),
            Self::NotOffered => say::recovery_not_offered(),
            Self::NotProved => say::recovery_not_proved(),
            Self::Over => say::recovery_over(),
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

    fn sentence(&self) -> Text {
        let until = self.until.london();
        say::locked(until.date(), until.time())
    }
}
