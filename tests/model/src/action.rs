//! What can happen next.

use crate::cast::Who;

/// How far time moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next end of a session, a code, a proof or a lock.
    Minutes,
    /// To shortly before the next instant at which something falls due.
    Before,
    /// To the next instant at which something falls due.
    Next,
    /// Past that, to the one after it.
    Second,
    /// A long downtime: a day past everything.
    Far,
}

/// Which new password is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// One that was never used.
    New,
    /// The current one, or the temporary one where there is no other.
    Current,
    /// The temporary one that the person was sent last.
    Temporary,
}

/// A proof of who somebody is, offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The right one, as far as the person has it.
    Right,
    /// A wrong one.
    Wrong,
}

/// What a recovery is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recover {
    /// Begins one.
    Begin,
    /// Has a code sent.
    SendCode,
    /// Enters it.
    Code(Offer),
    /// Gives the answers.
    Answers(Offer),
    /// Uses a passkey.
    Passkey(Offer),
    /// Sets a new password.
    SetPassword(Choice),
}

/// What the holder of an account does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Signs in with the password.
    SignIn(Offer),
    /// Signs in with the temporary password that was sent last.
    SignInWithTemporary,
    /// The service hashes the password anew.
    Rehash,
    /// Activates, or begins anew.
    Activate(Choice),
    /// Changes the password.
    ChangePassword(Offer, Choice),
    /// Hides the number, or shows it.
    ListMobile,
    /// Edits the profile.
    EditProfile,
    /// Asks for another number: an own one, or one that somebody else has.
    AskNumber {
        /// Somebody else's.
        taken: bool,
    },
    /// Enters the code sent to it.
    ConfirmNumber(Offer),
    /// Recovers.
    Recover(Recover),
}

/// What a stranger does to somebody's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrude {
    /// Guesses the password.
    Guess,
    /// Changes the password, or activates, with nothing but guesses, as if a session were there.
    Force,
    /// Recovers; whatever is offered is wrong.
    Recover(Recover),
}

/// What staff does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staff {
    /// Issues a temporary password.
    Issue,
    /// Marks as a leaver.
    MarkLeaver,
    /// Takes on.
    Join,
    /// Transfers.
    Transfer,
    /// Disables.
    Disable,
    /// Enables.
    Enable,
}

impl Staff {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Issue, Self::MarkLeaver, Self::Join, Self::Transfer, Self::Disable, Self::Enable];
}

/// What is asked of a mailbox, of whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Grants access.
    Grant(u8),
    /// Revokes access.
    Revoke(u8),
    /// Hands ownership over.
    HandOver(u8, u8),
    /// Adds an owner.
    AddOwner(u8),
    /// Steps down.
    StepDown(u8),
    /// Opens it.
    Open,
    /// Runs its clocks, out of turn.
    RunClocks,
    /// Forgets an account.
    Forget(u8),
}

/// What is asked of a vouching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouch {
    /// Confirms it with the owner.
    Confirm,
    /// Issues a temporary password.
    Issue,
    /// Takes it back.
    Withdraw,
    /// Runs its clocks, out of turn.
    RunClocks,
}

/// What a person no longer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The password, forgotten.
    Password,
    /// The answers, forgotten.
    Answers,
    /// The phone with the first number.
    Phone,
}

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Time passes.
    Pass(Step),
    /// The clocks run, of everybody and everything that is due.
    RunClocks,
    /// The holder of an account does something.
    Own(u8, Own),
    /// A stranger does.
    Intrude(u8, Intrude),
    /// Somebody asks for what is staff's.
    Staff(Who, u8, Staff),
    /// Somebody asks a mailbox.
    Share(Who, u8, Share),
    /// Somebody vouches for somebody, on a mailbox, for the first or another number.
    Start {
        /// Who.
        by: Who,
        /// For whom.
        member: u8,
        /// On which mailbox.
        mailbox: u8,
        /// For another number.
        new_number: bool,
    },
    /// Somebody asks a vouching.
    Vouch(Who, u8, Vouch),
    /// Somebody loses something.
    Lose(u8, Loss),
    /// A practice gets a newcomer in place of somebody who was deleted. On the way back only.
    Hire(u8),
}
