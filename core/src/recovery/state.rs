//! The recovery's state machine.

use serde::{Deserialize, Serialize};

use crate::account::Proof;
use crate::code::{Allowance, CodeFailure, SentCode, TooManyCodes};
use crate::guessing::Guesses;
use crate::password::PasswordHash;
use crate::policy::Policy;
use crate::time::{Instant, Span};
use crate::username::Username;

/// What proves, in place of the password, who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// The code texted to the registered mobile.
    Code,
    /// The security answers.
    Answers,
    /// A passkey.
    Passkey,
}

/// How far a recovery is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proved {
    /// Nothing was proved yet.
    NotYet,
    /// A new password may be set.
    By {
        /// By what.
        means: Means,
        /// When.
        at: Instant,
    },
    /// A new password was set: the recovery is over.
    Used,
}

/// One recovery.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct Recovery {
    /// Of which username, whether anybody has it or not.
    pub username: Username,
    /// The last code sent.
    pub code: SentCode,
    /// Wrong tries at the answers.
    pub wrong_answers: u32,
    /// How far it is.
    pub proved: Proved,
}

/// What is asked of a recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecoveryCommand {
    /// Sends a code; the last one works no longer.
    SendCode {
        /// Its hash.
        hash: PasswordHash,
        /// The codes sent to this username lately, from devices of this kind: what the store must have looked up.
        allowance: Allowance,
    },
    /// Enters the code.
    EnterCode(Proof),
    /// Gives the answers, all of them.
    Answer {
        /// Whether they are the account's: [`Proof::of_answers`].
        proof: Proof,
        /// The wrong answers to this username lately, in whichever recovery, from devices of this kind:
        /// what the store must have looked up. Saved after each wrong one (R23), and begun anew by a
        /// proof.
        guesses: Guesses,
    },
    /// Uses a passkey.
    UsePasskey(Proof),
    /// Sets the new password; gives the [`Permit`] for the account's own decision.
    SetPassword,
}

/// What happened to a recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecoveryEvent {
    /// A code was sent, if anybody has the username.
    CodeSent {
        /// When.
        at: Instant,
        /// Its hash.
        hash: PasswordHash,
    },
    /// The code was entered, right or wrong.
    CodeTried(Proof),
    /// The answers were given wrong.
    AnsweredWrong,
    /// Who it is was proved.
    Proved {
        /// By what.
        means: Means,
        /// When.
        at: Instant,
    },
    /// The new password was set.
    PasswordSet,
}

/// Why a recovery does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryRefusal {
    /// Too many codes; the next at this instant.
    #[error("{0}")]
    TooManyCodes(#[from] TooManyCodes),
    /// The code is wrong or works no longer.
    #[error("{0}")]
    Code(#[from] CodeFailure),
    /// The answers are wrong.
    #[error("the answers are wrong")]
    AnswersWrong,
    /// The answers were wrong too often in this recovery.
    #[error("the answers were wrong too often")]
    AnswersSpent,
    /// The passkey is not the account's.
    #[error("the passkey is not the account's")]
    PasskeyWrong,
    /// The policy does not take this.
    #[error("not a way back in")]
    NotOffered,
    /// Nothing was proved, or too long ago.
    #[error("nothing was proved")]
    NotProved,
    /// The recovery is over: a new one may be begun.
    #[error("the recovery is over")]
    Over,
}

/// A refusal, and what it leaves behind: a wrong try counts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{refusal}")]
pub struct Refused {
    /// Why.
    pub refusal: RecoveryRefusal,
    /// What has to be saved all the same.
    pub events: Vec<RecoveryEvent>,
}

impl From<RecoveryRefusal> for Refused {
    fn from(refusal: RecoveryRefusal) -> Self {
        Self { refusal, events: Vec::new() }
    }
}

/// The right to set one new password: only [`Recovery::permit`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    means: Means,
    username: Username,
    proved_at: Instant,
}

impl Permit {
    /// By what it was earned.
    #[must_use]
    pub fn means(&self) -> Means {
        self.means
    }

    /// The same right for another account, to try out what would come of it.
    pub(crate) fn of(self, username: Username, proved_at: Instant) -> Self {
        Self { username, proved_at, ..self }
    }

    /// When who it is was proved: a password that was set since makes it worth nothing (R17).
    #[must_use]
    pub fn proved_at(&self) -> Instant {
        self.proved_at
    }

    /// For which account.
    #[must_use]
    pub fn username(&self) -> &Username {
        &self.username
    }
}

impl Recovery {
    /// Begins one, for any username.
    #[must_use]
    pub fn begin(username: Username) -> Self {
        Self { username, code: SentCode::Spent, wrong_answers: 0, proved: Proved::NotYet }
    }

    /// Judges `command`; changes nothing (R21).
    ///
    /// # Errors
    /// [`Refused`], with the tries that count.
    pub fn decide(
        &self,
        command: &RecoveryCommand,
        now: Instant,
        policy: &Policy,
    ) -> Result<Vec<RecoveryEvent>, Refused> {
        if self.proved == Proved::Used {
            return Err(RecoveryRefusal::Over.into());
        }
        match command {
            RecoveryCommand::SendCode { hash, allowance } => {
                allowance.admit(now, policy).map_err(RecoveryRefusal::from)?;
                Ok(vec![RecoveryEvent::CodeSent { at: now, hash: hash.clone() }])
            }
            RecoveryCommand::EnterCode(proof) => self.enter_code(*proof, now, policy),
            RecoveryCommand::Answer { .. } if !policy.recovery_by_answers => Err(RecoveryRefusal::NotOffered.into()),
            RecoveryCommand::Answer { guesses, .. } if guesses.admit(now).is_err() => {
                Err(RecoveryRefusal::AnswersSpent.into())
            }
            RecoveryCommand::Answer { .. } if self.wrong_answers >= policy.code_tries => {
                Err(RecoveryRefusal::AnswersSpent.into())
            }
            RecoveryCommand::Answer { proof: Proof::Wrong, .. } => {
                Err(Refused { refusal: RecoveryRefusal::AnswersWrong, events: vec![RecoveryEvent::AnsweredWrong] })
            }
            RecoveryCommand::Answer { proof: Proof::Correct, .. } => {
                Ok(vec![RecoveryEvent::Proved { means: Means::Answers, at: now }])
            }
            RecoveryCommand::UsePasskey(_) if !policy.recovery_by_passkey => Err(RecoveryRefusal::NotOffered.into()),
            RecoveryCommand::UsePasskey(Proof::Wrong) => Err(RecoveryRefusal::PasskeyWrong.into()),
            RecoveryCommand::UsePasskey(Proof::Correct) => {
                Ok(vec![RecoveryEvent::Proved { means: Means::Passkey, at: now }])
            }
            RecoveryCommand::SetPassword => {
                self.permit(now, policy)?;
                Ok(vec![RecoveryEvent::PasswordSet])
            }
        }
    }

    fn enter_code(&self, proof: Proof, now: Instant, policy: &Policy) -> Result<Vec<RecoveryEvent>, Refused> {
        match self.code.judge(proof == Proof::Correct, now, policy) {
            Ok(()) => Ok(vec![
                RecoveryEvent::CodeTried(Proof::Correct),
                RecoveryEvent::Proved { means: Means::Code, at: now },
            ]),
            Err(CodeFailure::Wrong) => Err(Refused {
                refusal: CodeFailure::Wrong.into(),
                events: vec![RecoveryEvent::CodeTried(Proof::Wrong)],
            }),
            Err(spent @ CodeFailure::Spent) => Err(RecoveryRefusal::from(spent).into()),
        }
    }

    /// The right to set a new password, for as long as the policy lets a proof stand.
    ///
    /// # Errors
    /// [`RecoveryRefusal::NotProved`], [`RecoveryRefusal::Over`].
    pub fn permit(&self, now: Instant, policy: &Policy) -> Result<Permit, RecoveryRefusal> {
        match self.proved {
            Proved::By { means, at } if now < at.plus(Span::minutes(policy.proof_minutes)) => {
                Ok(Permit { means, username: self.username.clone(), proved_at: at })
            }
            Proved::By { .. } | Proved::NotYet => Err(RecoveryRefusal::NotProved),
            Proved::Used => Err(RecoveryRefusal::Over),
        }
    }

    /// Applies a fact. Total; what is over stays over.
    #[must_use]
    pub fn evolve(mut self, event: &RecoveryEvent) -> Self {
        if self.proved == Proved::Used {
            return self;
        }
        match event {
            RecoveryEvent::CodeSent { at, hash } => self.code = SentCode::sent(hash.clone(), *at),
            RecoveryEvent::CodeTried(proof) => self.code = self.code.tried(*proof == Proof::Correct),
            RecoveryEvent::AnsweredWrong => self.wrong_answers = self.wrong_answers.saturating_add(1),
            RecoveryEvent::Proved { means, at } => self.proved = Proved::By { means: *means, at: *at },
            RecoveryEvent::PasswordSet => {
                self.proved = Proved::Used;
                self.code = SentCode::Spent;
            }
        }
        self
    }
}
