//! What has happened to an account.

use super::{Account, Activation, Creation, Holder, Member, Newcomer, Sent, State};
use crate::directory::ListedMobile;
use crate::password::PasswordHash;
use crate::time::Instant;

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
    /// Activated, whole.
    Activated {
        /// When.
        at: Instant,
        /// What was decided.
        activation: Activation,
    },
    /// Signed in.
    SignedIn {
        /// When.
        at: Instant,
    },
    /// The same password under a costlier hash.
    Rehashed {
        /// The new hash.
        hash: PasswordHash,
    },
    /// The password was changed.
    PasswordChanged {
        /// When.
        at: Instant,
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
    /// A reminder or warning is due to go out.
    Reminded(Sent),
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
            | Self::Deleted { .. } => true,
            Self::SignedIn { .. } | Self::Rehashed { .. } | Self::MobileListed { .. } | Self::Reminded(_) => false,
        }
    }

    /// Whether the directory's entry may be another after it (R18).
    #[must_use]
    pub fn changes_directory(&self) -> bool {
        match self {
            Self::Activated { .. } | Self::MobileListed { .. } | Self::Deleted { .. } => true,
            Self::TemporaryPasswordIssued { .. }
            | Self::SignedIn { .. }
            | Self::Rehashed { .. }
            | Self::PasswordChanged { .. }
            | Self::Reminded(_) => false,
        }
    }

    /// Whether a temporary password that has not been sent yet is of no use any more (R10).
    #[must_use]
    pub fn retires_temporary_password(&self) -> bool {
        matches!(self, Self::TemporaryPasswordIssued { .. } | Self::Activated { .. } | Self::Deleted { .. })
    }

    /// Whether reminders that have not been sent yet lose their cause with it (R17).
    #[must_use]
    pub fn cancels_reminders(&self) -> bool {
        matches!(self, Self::PasswordChanged { .. } | Self::Activated { .. } | Self::Deleted { .. })
    }

    /// The stable name of the kind of event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::TemporaryPasswordIssued { .. } => "temporary-password-issued",
            Self::Activated { .. } => "activated",
            Self::SignedIn { .. } => "signed-in",
            Self::Rehashed { .. } => "rehashed",
            Self::PasswordChanged { .. } => "password-changed",
            Self::MobileListed { visible: true } => "mobile-shown",
            Self::MobileListed { visible: false } => "mobile-hidden",
            Self::Reminded(_) => "reminded",
            Self::Deleted { .. } => "deleted",
        }
    }
}

impl Account {
    /// A new account, waiting for its activation (R6). The clock of inactivity runs from here (R15).
    #[must_use]
    pub fn create(creation: Creation, now: Instant) -> Self {
        Self {
            id: creation.id,
            username: creation.username,
            created_at: now,
            state: State::Newcomer(Newcomer {
                holder: Holder { person: creation.person, mobile: ListedMobile::Shown(creation.mobile) },
                temporary_password: creation.temporary_password,
                issued_at: now,
                sent: Vec::new(),
            }),
        }
    }

    /// Applies a fact. A fact that does not fit the state changes nothing.
    #[must_use]
    pub fn evolve(self, event: &Event) -> Self {
        let state = match self.state {
            State::Newcomer(newcomer) => newcomer.evolve(event),
            State::Member(member) => member.evolve(event),
            deleted @ State::Deleted { .. } => deleted,
        };
        Self { state, ..self }
    }
}

impl Newcomer {
    fn evolve(mut self, event: &Event) -> State {
        match event {
            Event::TemporaryPasswordIssued { at, hash } => {
                self.temporary_password = hash.clone();
                self.issued_at = *at;
            }
            Event::Activated { at, activation } => {
                return State::Member(Member {
                    holder: Holder {
                        mobile: ListedMobile::new(self.holder.mobile.number().clone(), activation.mobile_visible),
                        person: self.holder.person,
                    },
                    password: activation.password.clone(),
                    password_set_at: *at,
                    earlier_passwords: Vec::new(),
                    temporary_password: self.temporary_password,
                    answers: activation.answers.clone(),
                    activated_at: *at,
                    signed_in_at: *at,
                    sent: Vec::new(),
                });
            }
            Event::Rehashed { hash } => self.temporary_password = hash.clone(),
            Event::Reminded(sent) => sent.record_in(&mut self.sent),
            Event::Deleted { at } => return State::Deleted { at: *at },
            Event::SignedIn { .. } | Event::PasswordChanged { .. } | Event::MobileListed { .. } => {}
        }
        State::Newcomer(self)
    }
}

impl Member {
    fn evolve(mut self, event: &Event) -> State {
        match event {
            Event::SignedIn { at } => self.signed_in_at = self.signed_in_at.max(*at),
            Event::Rehashed { hash } => self.password = hash.clone(),
            Event::PasswordChanged { at, hash, keep } => {
                let earlier = std::mem::replace(&mut self.password, hash.clone());
                self.earlier_passwords.insert(0, earlier);
                self.earlier_passwords.truncate(*keep as usize);
                self.password_set_at = *at;
                // The current password was just proved.
                self.signed_in_at = self.signed_in_at.max(*at);
            }
            Event::MobileListed { visible } => {
                self.holder.mobile = ListedMobile::new(self.holder.mobile.number().clone(), *visible);
            }
            Event::Reminded(sent) => sent.record_in(&mut self.sent),
            Event::Deleted { at } => return State::Deleted { at: *at },
            Event::TemporaryPasswordIssued { .. } | Event::Activated { .. } => {}
        }
        State::Member(self)
    }
}
