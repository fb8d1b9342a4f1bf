//! What must hold, how often it was put to the test, and what came of it.

use std::fmt;

/// What must hold in every history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// Deleted is final: no command and no event leads anywhere from it (R36).
    DeletedIsFinal,
    /// Nobody is deleted without the warning, and none but by the clock (R15, R25, R28).
    DeletedByClock,
    /// None is active without an activation (R9, R36).
    ActiveNeedsActivation,
    /// No mailbox is ever without an owner who has an account (R36).
    AlwaysAnOwner,
    /// Who leaves, or is deleted, has been succeeded (R26).
    Succeeded,
    /// From everything short of deleted a legitimate member has a path back to active.
    PathBack,
    /// Whoever has nothing to prove who they are sets no password (R17, R21, R22).
    ProofNeeded,
    /// A stranger gets no password set and no session, whatever is tried (R21, R23).
    StrangerStaysOut,
    /// Each step of a reminder goes out when it is due, and once, whatever the downtime (R13, R15).
    ReminderOnce,
    /// One code, one use, within its minutes and tries (R21).
    CodeOnce,
    /// A temporary password works for one activation, within its days (R10).
    TemporaryPasswordOnce,
    /// Every clock stands still while the account is disabled, and goes on where it stood (R28).
    DisabledStandsStill,
    /// The account's deadlines are those that its history defines (R13, R15, R25, R28).
    DeadlinesAsDefined,
    /// Who vouches, who issues and the member are three people (R22).
    ThreePeople,
    /// What was issued on one vouching works while that one does, and no longer (R22).
    VouchingHolds,
    /// A changed password is a new one (R17).
    PasswordIsNew,
    /// No session outlives what it was opened with (R17).
    SessionsEnd,
    /// A lock is opened by recovery at once (R23).
    LockOpens,
    /// What belongs to staff is done by those alone to whom it belongs (R24, R27, R28, R29).
    Authority,
    /// Each silence of a mailbox is nudged about once (R16).
    NudgeOnce,
}

impl Property {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::DeletedIsFinal,
        Self::DeletedByClock,
        Self::ActiveNeedsActivation,
        Self::AlwaysAnOwner,
        Self::Succeeded,
        Self::PathBack,
        Self::ProofNeeded,
        Self::StrangerStaysOut,
        Self::ReminderOnce,
        Self::CodeOnce,
        Self::TemporaryPasswordOnce,
        Self::DisabledStandsStill,
        Self::DeadlinesAsDefined,
        Self::ThreePeople,
        Self::VouchingHolds,
        Self::PasswordIsNew,
        Self::SessionsEnd,
        Self::LockOpens,
        Self::Authority,
        Self::NudgeOnce,
    ];

    /// What it says, and what is counted.
    #[must_use]
    pub fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::DeletedIsFinal => ("deleted is final (R36)", "commands and events put to deleted accounts"),
            Self::DeletedByClock => {
                ("deleted by the clock alone, after the first warning (R15, R25, R28)", "deletions")
            }
            Self::ActiveNeedsActivation => ("none is active without an activation (R36)", "activations"),
            Self::AlwaysAnOwner => ("no mailbox is without an owner (R36)", "states of mailboxes"),
            Self::Succeeded => ("who leaves is succeeded (R26)", "leavers, deletions and alarms of owners"),
            Self::PathBack => ("a path leads back to active", "paths walked"),
            Self::ProofNeeded => ("no password is set without a proof (R17, R21, R22)", "passwords set"),
            Self::StrangerStaysOut => ("a stranger stays out (R21, R23)", "a stranger's tries"),
            Self::ReminderOnce => ("each reminder once, none skipped (R13, R15)", "steps sent"),
            Self::CodeOnce => ("one code, one use (R21)", "codes entered"),
            Self::TemporaryPasswordOnce => ("one temporary password, one activation (R10)", "temporary passwords used"),
            Self::DisabledStandsStill => ("disabled clocks stand still (R28)", "accounts enabled again"),
            Self::DeadlinesAsDefined => ("deadlines are as defined (R13, R15, R25, R28)", "deadlines compared"),
            Self::ThreePeople => ("who vouches, who issues and the member are three (R22)", "confirmed and issued"),
            Self::VouchingHolds => {
                ("a reissued password holds as long as its vouching (R22)", "reissued, used or taken back")
            }
            Self::PasswordIsNew => ("a changed password is new (R17)", "passwords of before offered"),
            Self::SessionsEnd => ("no session outlives its credential (R17)", "sessions ended"),
            Self::LockOpens => ("recovery opens a lock at once (R23)", "recoveries while locked"),
            Self::Authority => ("each may do what is theirs (R24, R27 to R29)", "judgements of authority"),
            Self::NudgeOnce => ("each silence is nudged about once (R16)", "nudges"),
        }
    }
}

/// How often each property was put to the test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally([u64; Property::ALL.len()]);

impl Tally {
    /// It held once more.
    pub fn count(&mut self, property: Property) {
        self.0[property as usize] += 1;
    }

    /// How often it was put to the test.
    #[must_use]
    pub fn of(&self, property: Property) -> u64 {
        self.0[property as usize]
    }

    /// Adds another's counts.
    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }

    /// What was never put to the test.
    pub fn never(&self) -> impl Iterator<Item = Property> + '_ {
        Property::ALL.into_iter().filter(|&property| self.of(property) == 0)
    }
}

/// A property that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub property: Property,
    /// What was seen.
    pub seen: String,
}

impl Violation {
    /// What was seen that must not be.
    pub fn new(property: Property, seen: impl Into<String>) -> Self {
        Self { property, seen: seen.into() }
    }
}

impl Violation {
    /// The same, seen on the way back.
    #[must_use]
    pub fn on_the_way(self, walked: &impl fmt::Debug) -> Self {
        Self { seen: format!("{}, on the way back by {walked:?}", self.seen), ..self }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.property.says().0, self.seen)
    }
}
