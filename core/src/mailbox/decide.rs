//! What is decided about a shared mailbox.

use super::{Candidate, Command, Event, Mailbox, Opening, Standing, Ties};
use crate::account::AccountId;
use crate::actor::Actor;
use crate::policy::Policy;
use crate::time::Instant;

/// Why a command is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailboxRefusal {
    /// It is for the owners of this mailbox and the helpdesk (R29).
    #[error("not allowed")]
    NotAllowed,
    /// Whoever asks does not open this mailbox (R29).
    #[error("no access")]
    NoAccess,
    /// Access is for people with a personal account (R29).
    #[error("no personal account")]
    NoAccount,
    /// An owner's access ends with the ownership first (R29).
    #[error("still an owner")]
    StillOwner,
    /// Ownership is handed over by somebody who has it (R31).
    #[error("not an owner")]
    NotOwner,
    /// An owner's account is activated (R31).
    #[error("the new owner's account is not activated")]
    OwnerNotActivated,
    /// A leaver could not own it for long (R26).
    #[error("the new owner is a leaver")]
    OwnerLeaving,
    /// A disabled account can't be signed in to (R28, R30).
    #[error("the new owner's account is disabled")]
    OwnerDisabled,
    /// An owner has a mobile number that reaches them (R30).
    #[error("no mobile number reaches the new owner")]
    OwnerUnreachable,
    /// No mailbox is ever without an owner (R36).
    #[error("the only owner")]
    OnlyOwner,
    /// No mailbox is left to owners who go as well (R26).
    #[error("no other owner stays")]
    NoOwnerStays,
}

impl Mailbox {
    /// Judges `command`, which `by` asks for; changes nothing. An empty list: already so.
    ///
    /// # Errors
    /// [`MailboxRefusal`], of the rule that stands against it. Who may not ask learns nothing else.
    pub fn decide(
        &self,
        command: &Command,
        by: &Actor,
        now: Instant,
        policy: &Policy,
    ) -> Result<Vec<Event>, MailboxRefusal> {
        if *command == Command::RecordOpened {
            return self.record_opened(by, now);
        }
        if !self.may(command, by) {
            return Err(MailboxRefusal::NotAllowed);
        }
        let by = by.clone();
        match command {
            Command::Grant(candidate) => self.grant(candidate, by, now),
            Command::Revoke { account } => self.revoke(*account, by, now),
            Command::HandOver { from, to } => self.hand_over(*from, to, by, now),
            Command::AddOwner(candidate) => self.add_owner(candidate, by, now),
            Command::StepDown { account, ties } => self.step_down(*account, ties, by, now),
            Command::Forget { account } => self.forget(*account, now),
            Command::RunClocks => Ok(self.due(now, policy)),
            Command::RecordOpened => Ok(Vec::new()),
        }
    }

    /// Who may ask for what (R29). That an owner is one is looked up here and nowhere else.
    fn may(&self, command: &Command, by: &Actor) -> bool {
        let is_helpdesk = matches!(by, Actor::Helpdesk(_));
        let is_owner = by.member().is_some_and(|account| self.access.is_owner(account));
        let is_themselves = |account: &AccountId| by.member() == Some(*account);
        match command {
            Command::Grant(_) | Command::AddOwner(_) => is_helpdesk || is_owner,
            Command::Revoke { account } => is_helpdesk || is_owner || is_themselves(account),
            // Of several owners none ends another's ownership.
            Command::HandOver { from: account, .. } | Command::StepDown { account, .. } => {
                is_helpdesk || is_owner && is_themselves(account)
            }
            Command::RecordOpened => by.member().is_some(),
            // An account is deleted by its clocks, and by nobody (R36).
            Command::RunClocks | Command::Forget { .. } => *by == Actor::Clock,
        }
    }

    fn record_opened(&self, by: &Actor, now: Instant) -> Result<Vec<Event>, MailboxRefusal> {
        let by = by.member().filter(|&account| self.access.may_open(account)).ok_or(MailboxRefusal::NoAccess)?;
        // Somebody opened it no earlier: the silence begins there.
        if self.last_opened.is_some_and(|last| last.at >= now) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Opened(Opening { by, at: now })])
    }

    fn grant(&self, candidate: &Candidate, by: Actor, now: Instant) -> Result<Vec<Event>, MailboxRefusal> {
        let account = candidate.account;
        if self.access.may_open(account) {
            Ok(Vec::new())
        } else if candidate.standing == Standing::Gone {
            Err(MailboxRefusal::NoAccount)
        } else {
            Ok(vec![Event::AccessGranted { at: now, account, by }])
        }
    }

    fn revoke(&self, account: AccountId, by: Actor, now: Instant) -> Result<Vec<Event>, MailboxRefusal> {
        if self.access.is_owner(account) {
            Err(MailboxRefusal::StillOwner)
        } else if self.access.may_open(account) {
            Ok(vec![Event::AccessRevoked { at: now, account, by }])
        } else {
            Ok(Vec::new())
        }
    }

    fn hand_over(
        &self,
        from: AccountId,
        to: &Candidate,
        by: Actor,
        now: Instant,
    ) -> Result<Vec<Event>, MailboxRefusal> {
        if !self.access.is_owner(from) {
            return Err(MailboxRefusal::NotOwner);
        }
        if from == to.account {
            return Ok(Vec::new());
        }
        // Judged of another owner as well: the mailbox may depend on them alone from now on.
        to.judge_as_owner()?;
        Ok(vec![Event::HandedOver { at: now, from, to: to.account, by }])
    }

    fn add_owner(&self, candidate: &Candidate, by: Actor, now: Instant) -> Result<Vec<Event>, MailboxRefusal> {
        let account = candidate.account;
        if self.access.is_owner(account) {
            return Ok(Vec::new());
        }
        candidate.judge_as_owner()?;
        Ok(vec![Event::OwnerAdded { at: now, account, by }])
    }

    fn step_down(
        &self,
        account: AccountId,
        ties: &Ties,
        by: Actor,
        now: Instant,
    ) -> Result<Vec<Event>, MailboxRefusal> {
        if !self.access.is_owner(account) {
            Ok(Vec::new())
        } else if self.access.owners().is_only(account) {
            Err(MailboxRefusal::OnlyOwner)
        } else if ties.sole_owner_of.contains(&self.address) {
            Err(MailboxRefusal::NoOwnerStays)
        } else {
            Ok(vec![Event::SteppedDown { at: now, account, by }])
        }
    }

    fn forget(&self, account: AccountId, now: Instant) -> Result<Vec<Event>, MailboxRefusal> {
        if self.access.owners().is_only(account) {
            Err(MailboxRefusal::OnlyOwner)
        } else if self.access.may_open(account) {
            Ok(vec![Event::Forgotten { at: now, account }])
        } else {
            Ok(Vec::new())
        }
    }
}

impl Candidate {
    /// Whether it may own a mailbox (R30, R31).
    fn judge_as_owner(&self) -> Result<(), MailboxRefusal> {
        match self.standing {
            Standing::Gone => Err(MailboxRefusal::NoAccount),
            Standing::NeverActivated => Err(MailboxRefusal::OwnerNotActivated),
            Standing::Leaving => Err(MailboxRefusal::OwnerLeaving),
            Standing::Disabled => Err(MailboxRefusal::OwnerDisabled),
            Standing::Activated if !self.has_reachable_mobile => Err(MailboxRefusal::OwnerUnreachable),
            Standing::Activated => Ok(()),
        }
    }
}
