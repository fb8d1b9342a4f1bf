//! Where to go from a refusal (R34).

use serde::{Deserialize, Serialize};

use crate::time::Instant;

/// What whoever was refused does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum NextStep {
    /// Put right what the sentence says and send it again.
    Correct,
    /// Sign in.
    SignIn,
    /// Activate the account.
    Activate,
    /// Change the password.
    ChangePassword,
    /// Recover the account: by code, answers or passkey.
    Recover,
    /// Apply as a practice.
    Apply,
    /// Ask the owner of the shared mailbox.
    AskOwner,
    /// Ask the local administrator of the organisation that administers the account.
    AskLocalAdministrator,
    /// Ask the helpdesk.
    AskHelpdesk,
    /// Try again later.
    WaitUntil {
        /// From when on.
        at: Instant,
    },
    /// Look at it again: it is no longer as it was, or something comes first.
    LookAgain,
}
