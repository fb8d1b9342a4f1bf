//! What is decided about a vouching (R22).

use super::{Command, Desk, Event, Held, Holding, Named, State, Vouching};
use crate::actor::{Actor, AgentId};
use crate::policy::Policy;
use crate::time::{Instant, Span};

/// Why a command is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VouchingRefusal {
    /// It is not for whoever asks.
    #[error("not allowed")]
    NotAllowed,
    /// Nobody vouches for themselves.
    #[error("for themselves")]
    ForThemselves,
    /// Whoever vouches owns a mailbox that the member opens. Says nothing of whether there is such an
    /// account.
    #[error("not of a mailbox of theirs")]
    NotOfTheirMailbox,
    /// The owner's account is not open: nobody of theirs can be asked.
    #[error("the owner's account is not open")]
    OwnerClosed,
    /// The agent is, by the personal account, the owner or the member.
    #[error("the agent is a party")]
    AgentIsParty,
    /// Who never activated gets a new temporary password without anybody's word (R10).
    #[error("never activated")]
    NeverActivated,
    /// The account is disabled (R28).
    #[error("disabled")]
    Disabled,
    /// The number belongs to somebody else (R3). Whose is never said.
    #[error("the mobile number is in use")]
    MobileInUse,
    /// Somebody has vouched for the member already.
    #[error("a vouching is open already")]
    AlreadyOpen,
    /// No agent has confirmed it with the owner yet.
    #[error("not confirmed")]
    NotConfirmed,
    /// Another agent has confirmed it.
    #[error("confirmed by another agent")]
    OtherAgent,
    /// A temporary password was issued already.
    #[error("issued already")]
    AlreadyIssued,
    /// There is no temporary password of it.
    #[error("not issued")]
    NotIssued,
    /// The temporary password does not work yet.
    #[error("held until {0}")]
    Held(Instant),
    /// The member has chosen a password since, and so needs none.
    #[error("settled")]
    Settled,
    /// It has lapsed.
    #[error("lapsed")]
    Lapsed,
    /// It was used.
    #[error("used")]
    Used,
    /// It was taken back.
    #[error("withdrawn")]
    Withdrawn,
}

impl Vouching {
    /// Judges `command`, which `by` asks for; changes nothing. An empty list: already so.
    ///
    /// # Errors
    /// [`VouchingRefusal`], of what stands against it. Who may not ask learns nothing else.
    pub fn decide(
        &self,
        command: &Command<'_>,
        by: &Actor,
        now: Instant,
        policy: &Policy,
    ) -> Result<Vec<Event>, VouchingRefusal> {
        match (command, by) {
            (Command::Confirm(desk), Actor::Helpdesk(agent)) => self.confirm(desk, *agent, now, policy),
            (Command::Issue(desk), Actor::Helpdesk(agent)) => self.issue(desk, *agent, now, policy),
            (Command::Use(holding), Actor::Member(account)) if *account == self.member => {
                self.use_up(holding, now, policy)
            }
            (Command::Withdraw, Actor::Helpdesk(_)) => self.withdraw(by, now),
            (Command::Withdraw, Actor::Member(account)) if *account == self.member || *account == self.owner => {
                self.withdraw(by, now)
            }
            (Command::RunClocks(holding), Actor::Clock) => Ok(self.due(holding, now, policy)),
            _ => Err(VouchingRefusal::NotAllowed),
        }
    }

    fn confirm(
        &self,
        desk: &Desk<'_>,
        agent: AgentId,
        now: Instant,
        policy: &Policy,
    ) -> Result<Vec<Event>, VouchingRefusal> {
        self.judge_desk(desk)?;
        self.judge_open(&desk.holding, now, policy)?;
        match &self.state {
            State::Issued { .. } => Err(VouchingRefusal::AlreadyIssued),
            State::Confirmed { agent: earlier, .. } if *earlier == agent => Ok(Vec::new()),
            _ => Ok(vec![Event::Confirmed { at: now, named: self.named(agent) }]),
        }
    }

    fn issue(
        &self,
        desk: &Desk<'_>,
        agent: AgentId,
        now: Instant,
        policy: &Policy,
    ) -> Result<Vec<Event>, VouchingRefusal> {
        self.judge_desk(desk)?;
        self.judge_open(&desk.holding, now, policy)?;
        match &self.state {
            State::Confirmed { agent: confirming, .. } if *confirming == agent => {}
            State::Confirmed { .. } => return Err(VouchingRefusal::OtherAgent),
            // Not "already so": no password is sent a second time.
            State::Issued { .. } => return Err(VouchingRefusal::AlreadyIssued),
            _ => return Err(VouchingRefusal::NotConfirmed),
        }
        // A number registered only since the start is as new as one that is not.
        let is_known = self.is_registered_mobile && desk.facts.is_registered(&self.mobile);
        let hold = if is_known { 0 } else { policy.vouching_hold_hours.saturating_mul(60) };
        let usable_from = now.plus(Span::minutes(hold));
        Ok(vec![Event::Issued { at: now, named: self.named(agent), mobile: self.mobile.clone(), usable_from }])
    }

    fn use_up(&self, holding: &Holding, now: Instant, policy: &Policy) -> Result<Vec<Event>, VouchingRefusal> {
        if matches!(self.state, State::Used { .. }) {
            return Ok(Vec::new());
        }
        self.judge_open(holding, now, policy)?;
        match (&self.state, holding.temporary_password) {
            (State::Issued { .. }, Held::StandingStill) => Err(VouchingRefusal::Disabled),
            (State::Issued { .. }, Held::Running { from, .. }) if now < from => Err(VouchingRefusal::Held(from)),
            (State::Issued { agent, .. }, Held::Running { .. }) => {
                Ok(vec![Event::Used { at: now, named: self.named(*agent) }])
            }
            _ => Err(VouchingRefusal::NotIssued),
        }
    }

    /// Also after its time, as long as the clocks have not been run: taking back is always safe.
    fn withdraw(&self, by: &Actor, now: Instant) -> Result<Vec<Event>, VouchingRefusal> {
        match &self.state {
            State::Waiting | State::Confirmed { .. } | State::Issued { .. } => {
                Ok(vec![Event::Withdrawn { at: now, by: by.clone() }])
            }
            State::Used { .. } => Err(VouchingRefusal::Used),
            State::Withdrawn { .. } | State::Lapsed { .. } => Ok(Vec::new()),
        }
    }

    /// What has fallen due at `now`.
    fn due(&self, holding: &Holding, now: Instant, policy: &Policy) -> Vec<Event> {
        self.lapses_at(holding, policy).filter(|&at| at <= now).map(|_| Event::Lapsed { at: now }).into_iter().collect()
    }

    /// Owner, agent and member are three people, and the facts that let it start still hold.
    fn judge_desk(&self, desk: &Desk<'_>) -> Result<(), VouchingRefusal> {
        if desk.agent_account.is_some_and(|account| account == self.member || account == self.owner) {
            return Err(VouchingRefusal::AgentIsParty);
        }
        if desk.facts.mailbox.id != self.mailbox {
            return Err(VouchingRefusal::NotOfTheirMailbox);
        }
        desk.facts.judge_people(self.member, self.owner)?;
        desk.facts.judge_number()
    }

    fn judge_open(&self, holding: &Holding, now: Instant, policy: &Policy) -> Result<(), VouchingRefusal> {
        match &self.state {
            State::Used { .. } => Err(VouchingRefusal::Used),
            State::Withdrawn { .. } => Err(VouchingRefusal::Withdrawn),
            _ if self.is_open(now, holding, policy) => Ok(()),
            State::Lapsed { .. } => Err(VouchingRefusal::Lapsed),
            _ if self.is_settled(holding) => Err(VouchingRefusal::Settled),
            _ => Err(VouchingRefusal::Lapsed),
        }
    }

    fn named(&self, agent: AgentId) -> Named {
        Named { member: self.member, owner: self.owner, agent }
    }
}
