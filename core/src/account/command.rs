//! What can be asked of an account.

use super::{AccountId, Administration, AnsweredQuestion, Profile, ProvedMobile};
use crate::actor::Actor;
use crate::mailbox::Ties;
use crate::mobile::Mobile;
use crate::organisation::OdsCode;
use crate::password::PasswordHash;
use crate::person::Person;
use crate::recovery::Permit;
use crate::refusal::Rule;
use crate::session::Credential;
use crate::username::Username;
use crate::vouching::{Reissue, VouchingId};

/// What came of comparing a secret that was offered with the one that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Proof {
    /// They are the same.
    Correct,
    /// They differ.
    Wrong,
}

impl Proof {
    /// The proof that a comparison gave.
    #[must_use]
    pub fn of(is_right: bool) -> Self {
        if is_right { Self::Correct } else { Self::Wrong }
    }

    /// The proof that security answers gave (R21): `kept` is how many the account keeps, and `right` what came of
    /// comparing each. All are asked for, and an account that keeps none is proved by none.
    #[must_use]
    pub fn of_answers(kept: usize, right: &[bool]) -> Self {
        Self::of(kept > 0 && right.len() == kept && right.iter().all(|&is_right| is_right))
    }
}

/// What came of comparing a new password with [`super::Account::compared_passwords`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Novelty {
    /// It is none of them.
    New,
    /// It is a temporary one (R10).
    Temporary,
    /// It is the current one or among the earlier ones that count (R17).
    Reused,
}

/// All that makes an account (R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creation {
    /// A new identity.
    pub id: AccountId,
    /// A username that no account has, and that no account deleted within the policy's months had (R6).
    pub username: Username,
    /// Who is to hold it.
    pub person: Person,
    /// The number to which the temporary password goes; in the directory from the start (R18).
    pub mobile: Mobile,
    /// Who administers it.
    pub administration: Administration,
    /// The practice that asked for it.
    pub practice: Option<OdsCode>,
    /// The hash of the temporary password.
    pub temporary_password: PasswordHash,
}

/// All that an activation decides at once (R9). The form was judged before: see
/// [`super::ActivationRequest::check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// The hash of the new password.
    pub password: PasswordHash,
    /// Whether the new password is one of before.
    pub novelty: Novelty,
    /// The security questions with the hashes of their answers.
    pub answers: Vec<AnsweredQuestion>,
    /// Whether the directory shows the mobile number.
    pub mobile_visible: bool,
}

/// What can be asked of an account that exists. Whatever needed entropy, a slow hash or another row
/// of the store stands in it as a fact; who asks stands in it where more than one may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Signs in (R8, R10, R14).
    SignIn {
        /// What was offered: the credential that it matched, or any where it matched none.
        credential: Credential,
        /// Whether it is the account's.
        proof: Proof,
    },
    /// Hashes the same secret anew, because the cost of hashing was raised; right after a sign-in.
    Rehash {
        /// Which.
        credential: Credential,
        /// The new hash.
        hash: PasswordHash,
    },
    /// Activates (R9), or begins anew with a temporary password issued on a vouching (R22).
    Activate(Activation),
    /// Changes the password (R17).
    ChangePassword {
        /// Whether the current password was given.
        current: Proof,
        /// Whether the new one is one of before.
        novelty: Novelty,
        /// The hash of the new one.
        password: PasswordHash,
    },
    /// Sets a new password after a recovery (R21).
    ResetPassword {
        /// What the recovery gave.
        permit: Permit,
        /// Whether the new one is one of before.
        novelty: Novelty,
        /// The hash of the new one.
        password: PasswordHash,
    },
    /// Shows or hides the mobile number in the directory (R18).
    ListMobile {
        /// Whether it is shown.
        visible: bool,
    },
    /// Takes another mobile number (R19).
    ChangeMobile {
        /// The number, which a code sent to it has proved.
        proved: ProvedMobile,
        /// Whether another account holds it ([`super::Account::numbers_held`]), or an open application or
        /// vouching does: what the store must have looked up (R3).
        is_taken: bool,
    },
    /// Says other things of oneself in the directory (R19).
    EditProfile(Profile),
    /// Issues a temporary password to a member on somebody's vouching (R22).
    Reissue {
        /// What the vouching gave.
        reissue: Reissue,
        /// Its hash.
        hash: PasswordHash,
    },
    /// Takes back what was issued on a vouching, unless it was used (R22). What was issued on another
    /// since stands.
    WithdrawReissue {
        /// Which vouching was withdrawn or has lapsed.
        vouching: VouchingId,
    },
    /// What others than the holder ask.
    Staff {
        /// Who asks.
        by: Actor,
        /// What.
        command: StaffCommand,
    },
    /// Does what has fallen due: reminders, warnings, deletion (R13, R15, R25, R28).
    RunClocks {
        /// The mailboxes that would be left without an owner (R26).
        ties: Ties,
    },
}

/// What others than the holder can ask of an account (R10, R24–R28).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffCommand {
    /// Issues a new temporary password to somebody who has not activated yet (R10).
    IssueTemporaryPassword(PasswordHash),
    /// Marks the holder as a leaver (R24, R25).
    MarkLeaver {
        /// The mailboxes that would be left without an owner (R26).
        ties: Ties,
    },
    /// A practice takes a leaver on (R25).
    Join {
        /// Which practice.
        practice: OdsCode,
    },
    /// Transfers the account to NHS dental (R27).
    Transfer,
    /// Closes the account for a time (R28).
    Disable,
    /// Opens it again (R28).
    Enable,
}

impl StaffCommand {
    /// The rule that says whose it is.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::IssueTemporaryPassword(_) => Rule(10),
            Self::MarkLeaver { .. } => Rule(24),
            Self::Join { .. } => Rule(25),
            Self::Transfer => Rule(27),
            Self::Disable | Self::Enable => Rule(28),
        }
    }

    /// The stable kebab-case name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::IssueTemporaryPassword(_) => "issue-temporary-password",
            Self::MarkLeaver { .. } => "mark-leaver",
            Self::Join { .. } => "join",
            Self::Transfer => "transfer",
            Self::Disable => "disable",
            Self::Enable => "enable",
        }
    }
}

impl Command {
    /// What a session that this opens is opened with: after a new password was chosen, with that.
    #[must_use]
    pub fn credential(&self) -> Credential {
        match self {
            Self::SignIn { credential, .. } => *credential,
            _ => Credential::Password,
        }
    }

    /// The stable kebab-case name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::SignIn { .. } => "sign-in",
            Self::Rehash { .. } => "rehash",
            Self::Activate(_) => "activate",
            Self::ChangePassword { .. } => "change-password",
            Self::ResetPassword { .. } => "reset-password",
            Self::ListMobile { visible: true } => "show-mobile",
            Self::ListMobile { visible: false } => "hide-mobile",
            Self::ChangeMobile { .. } => "change-mobile",
            Self::EditProfile(_) => "edit-profile",
            Self::Reissue { .. } => "reissue",
            Self::WithdrawReissue { .. } => "withdraw-reissue",
            Self::Staff { command, .. } => command.name(),
            Self::RunClocks { .. } => "run-clocks",
        }
    }
}
