//! What has happened to an account.

use super::{Activation, Profile, Sent};
use crate::actor::Actor;
use crate::mailbox::MailboxAddress;
use crate::mobile::Mobile;
use crate::organisation::OdsCode;
use crate::password::PasswordHash;
use crate::recovery::Means;
use crate::session::Credential;
use crate::time::Instant;
use crate::vouching::Reissue;

/// A fact about an account. Applying one is total, so a history always replays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new temporary password takes the place of the last one.
    TemporaryPasswordIssued {
        /// When.
        at: Instant,
        /// Its hash.
        hash: PasswordHash,
    },
    /// Activated, whole; with a temporary password issued on a vouching, anew.
    Activated {
        /// When.
        at: Instant,
        /// What was decided.
        activation: Activation,
        /// How many passwords before the new one are kept to be compared.
        keep: u32,
    },
    /// Signed in.
    SignedIn {
        /// When.
        at: Instant,
    },
    /// The same secret under a costlier hash.
    Rehashed {
        /// Which.
        credential: Credential,
        /// The new hash.
        hash: PasswordHash,
    },
    /// The password was changed.
    PasswordChanged {
        /// When.
        at: Instant,
        /// By what in place of the current password, if so (R21).
        recovered_by: Option<Means>,
        /// The new password's hash.
        hash: PasswordHash,
        /// How many passwords before the new one are kept to be compared.
        keep: u32,
    },
    /// The mobile number was shown or hidden.
    MobileListed {
        /// Whether it is shown.
        visible: bool,
    },
    /// The mobile number is another one.
    MobileChanged {
        /// Which.
        mobile: Mobile,
    },
    /// What the directory says beside is another thing.
    ProfileEdited(Profile),
    /// A temporary password was issued to a member on a vouching.
    Reissued {
        /// When.
        at: Instant,
        /// What the vouching gave.
        reissue: Reissue,
        /// Its hash.
        hash: PasswordHash,
    },
    /// What was issued on a vouching was taken back.
    ReissueWithdrawn,
    /// The holder leaves.
    MarkedLeaver {
        /// When.
        at: Instant,
        /// Who marked it.
        by: Actor,
    },
    /// A practice took the leaver on.
    Joined {
        /// Which practice.
        practice: OdsCode,
        /// Who said so.
        by: Actor,
    },
    /// NHS dental administers the account from now on.
    Transferred {
        /// Who said so.
        by: Actor,
    },
    /// Closed for a time.
    Disabled {
        /// When.
        at: Instant,
        /// Who closed it.
        by: Actor,
    },
    /// Opened again.
    Enabled {
        /// When.
        at: Instant,
        /// Who opened it.
        by: Actor,
    },
    /// A reminder or warning is due to go out.
    Reminded(Sent),
    /// A deletion comes closer, or was put off, because mailboxes would be left without an owner (R26).
    SuccessionNeeded {
        /// Which.
        mailboxes: Vec<MailboxAddress>,
        /// When the deletion is due.
        deletion: Instant,
    },
    /// Deleted.
    Deleted {
        /// When.
        at: Instant,
    },
}

impl Event {
    /// Whether every session of the account ends with it (R10, R17); who caused it gets a new one.
    #[must_use]
    pub fn ends_sessions(&self) -> bool {
        match self {
            Self::TemporaryPasswordIssued { .. }
            | Self::Activated { .. }
            | Self::PasswordChanged { .. }
            // A session of what was issued before must not go on with what is issued now.
            | Self::Reissued { .. }
            | Self::ReissueWithdrawn
            | Self::Disabled { .. }
            | Self::Deleted { .. } => true,
            Self::SignedIn { .. }
            | Self::Rehashed { .. }
            | Self::MobileListed { .. }
            | Self::MobileChanged { .. }
            | Self::ProfileEdited(_)
            | Self::MarkedLeaver { .. }
            | Self::Joined { .. }
            | Self::Transferred { .. }
            | Self::Enabled { .. }
            | Self::SuccessionNeeded { .. }
            | Self::Reminded(_) => false,
        }
    }

    /// Whether the directory's entry may be another after it (R18, R19).
    #[must_use]
    pub fn changes_directory(&self) -> bool {
        match self {
            Self::Activated { .. }
            | Self::MobileListed { .. }
            | Self::MobileChanged { .. }
            | Self::ProfileEdited(_)
            | Self::Joined { .. }
            | Self::Disabled { .. }
            | Self::Enabled { .. }
            | Self::Deleted { .. } => true,
            Self::TemporaryPasswordIssued { .. }
            | Self::SignedIn { .. }
            | Self::Rehashed { .. }
            | Self::PasswordChanged { .. }
            | Self::Reissued { .. }
            | Self::ReissueWithdrawn
            | Self::MarkedLeaver { .. }
            | Self::Transferred { .. }
            | Self::SuccessionNeeded { .. }
            | Self::Reminded(_) => false,
        }
    }

    /// Whether a temporary password that has not been sent yet is of no use any more (R10, R22).
    #[must_use]
    pub fn retires_temporary_password(&self) -> bool {
        matches!(
            self,
            Self::TemporaryPasswordIssued { .. }
                | Self::Reissued { .. }
                | Self::ReissueWithdrawn
                | Self::Activated { .. }
                | Self::PasswordChanged { .. }
                | Self::Deleted { .. }
        )
    }

    /// Whether codes that are on their way prove nothing any more (R17): they went to a number that is
    /// no longer the account's, or their cause has gone.
    #[must_use]
    pub fn cancels_codes(&self) -> bool {
        matches!(
            self,
            Self::PasswordChanged { .. }
                | Self::Activated { .. }
                | Self::MobileChanged { .. }
                | Self::Disabled { .. }
                | Self::Deleted { .. }
        )
    }

    /// Whether a temporary password is issued with it (R10, R22).
    pub(super) fn issues(&self) -> bool {
        matches!(self, Self::TemporaryPasswordIssued { .. } | Self::Reissued { .. })
    }

    /// Whether a lock against guessing opens with it, and wrong tries begin anew (R23): the secret that was
    /// guessed at is another one, and who has the new one is known.
    #[must_use]
    pub fn opens_locks(&self) -> bool {
        matches!(
            self,
            // Nothing else would help somebody who can't recover yet.
            Self::TemporaryPasswordIssued { .. }
                | Self::Reissued { .. }
                | Self::Activated { .. }
                | Self::PasswordChanged { .. }
        )
    }

    /// The stable name of the kind of event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::TemporaryPasswordIssued { .. } => "temporary-password-issued",
            Self::Activated { .. } => "activated",
            Self::SignedIn { .. } => "signed-in",
            Self::Rehashed { .. } => "rehashed",
            Self::PasswordChanged { recovered_by: None, .. } => "password-changed",
            Self::PasswordChanged { recovered_by: Some(_), .. } => "password-reset",
            Self::MobileListed { visible: true } => "mobile-shown",
            Self::MobileListed { visible: false } => "mobile-hidden",
            Self::MobileChanged { .. } => "mobile-changed",
            Self::ProfileEdited(_) => "profile-edited",
            Self::Reissued { .. } => "reissued",
            Self::ReissueWithdrawn => "reissue-withdrawn",
            Self::MarkedLeaver { .. } => "marked-leaver",
            Self::Joined { .. } => "joined",
            Self::Transferred { .. } => "transferred",
            Self::Disabled { .. } => "disabled",
            Self::Enabled { .. } => "enabled",
            Self::Reminded(_) => "reminded",
            Self::SuccessionNeeded { .. } => "succession-needed",
            Self::Deleted { .. } => "deleted",
        }
    }
}
