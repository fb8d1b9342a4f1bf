//! What can be asked of an account.

use super::{AccountId, AnsweredQuestion};
use crate::mobile::Mobile;
use crate::password::PasswordHash;
use crate::person::Person;
use crate::username::Username;

/// What came of comparing a secret that was offered with the one that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

/// All that makes an account (R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creation {
    /// A new identity.
    pub id: AccountId,
    /// A username that no account has or had.
    pub username: Username,
    /// Who is to hold it.
    pub person: Person,
    /// The number to which the temporary password goes; in the directory from the start (R18).
    pub mobile: Mobile,
    /// The hash of the temporary password.
    pub temporary_password: PasswordHash,
}

/// All that an activation decides at once (R9). The form was judged before: see
/// [`super::ActivationRequest::check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// The hash of the new password.
    pub password: PasswordHash,
    /// Whether the new password is the temporary one, which is never accepted again (R10).
    pub is_temporary_password: bool,
    /// The security questions with the hashes of their answers.
    pub answers: Vec<AnsweredQuestion>,
    /// Whether the directory shows the mobile number.
    pub mobile_visible: bool,
}

/// What can be asked of an account that exists. Whatever needed entropy or a slow hash stands in
/// it as a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Signs in (R8, R10, R14).
    SignIn {
        /// Whether the password offered is the account's.
        proof: Proof,
    },
    /// Hashes the same password anew, because the cost of hashing was raised; right after a sign-in.
    Rehash(PasswordHash),
    /// Activates (R9).
    Activate(Activation),
    /// Changes the password (R17).
    ChangePassword {
        /// Whether the current password was given.
        current: Proof,
        /// Whether the new one is the current one or among the earlier ones kept.
        is_reused: bool,
        /// The hash of the new one.
        password: PasswordHash,
    },
    /// Shows or hides the mobile number in the directory (R18).
    ListMobile {
        /// Whether it is shown.
        visible: bool,
    },
    /// Issues a new temporary password in place of the last one (R10).
    IssueTemporaryPassword(PasswordHash),
    /// Does what has fallen due: reminders, warnings, deletion (R13, R15).
    RunClocks,
}
