//! What is decided about a case.

use super::{Case, CaseEvent, CaseNote, CaseState};
use crate::actor::{Actor, AgentId};
use crate::help::TeamHours;
use crate::note::Note;
use crate::time::Instant;

/// What can be asked of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseCommand {
    /// Gives it to an agent: oneself, or a colleague.
    Assign {
        /// Who is to have it.
        to: AgentId,
    },
    /// Notes something down.
    Note(Note),
    /// Says that whoever asked has an answer.
    Answer,
    /// Closes it.
    Close,
    /// Puts it back into the queue.
    Reopen,
}

/// Why a command is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseRefusal {
    /// Only the helpdesk works on cases; whoever asked may reopen their own.
    #[error("not the helpdesk")]
    NotHelpdesk,
    /// No agent has it.
    #[error("not assigned")]
    NotAssigned,
    /// Another agent has it.
    #[error("another agent has it")]
    OtherAgent,
    /// It is not answered yet.
    #[error("not answered")]
    NotAnswered,
    /// It is answered already.
    #[error("answered")]
    Answered,
    /// It is closed.
    #[error("closed")]
    Closed,
}

impl Case {
    /// Judges `command`; changes nothing. An empty list: already so.
    ///
    /// # Errors
    /// [`CaseRefusal`].
    pub fn decide(
        &self,
        command: &CaseCommand,
        actor: &Actor,
        now: Instant,
        hours: TeamHours<'_>,
    ) -> Result<Vec<CaseEvent>, CaseRefusal> {
        let agent = match (actor.helpdesk(), command) {
            (Some(agent), _) => agent,
            // An answer that was none: whoever asked can say so.
            (None, CaseCommand::Reopen) if actor.member().is_some() && actor.member() == self.requester() => {
                return Ok(self.reopen(now, hours));
            }
            (None, _) => return Err(CaseRefusal::NotHelpdesk),
        };
        match command {
            CaseCommand::Assign { to } => self.assign(*to, now),
            CaseCommand::Note(_) if matches!(self.state, CaseState::Closed { .. }) => Err(CaseRefusal::Closed),
            CaseCommand::Note(text) => Ok(vec![CaseEvent::Noted(CaseNote { at: now, by: agent, text: text.clone() })]),
            CaseCommand::Answer => self.answer(agent, now),
            CaseCommand::Close => self.close(now),
            CaseCommand::Reopen => Ok(self.reopen(now, hours)),
        }
    }

    fn assign(&self, to: AgentId, now: Instant) -> Result<Vec<CaseEvent>, CaseRefusal> {
        match self.state {
            CaseState::Assigned { agent, .. } if agent == to => Ok(Vec::new()),
            CaseState::Open { .. } | CaseState::Assigned { .. } => Ok(vec![CaseEvent::Assigned { at: now, to }]),
            CaseState::Answered { .. } => Err(CaseRefusal::Answered),
            CaseState::Closed { .. } => Err(CaseRefusal::Closed),
        }
    }

    fn answer(&self, by: AgentId, now: Instant) -> Result<Vec<CaseEvent>, CaseRefusal> {
        match self.state {
            CaseState::Open { .. } => Err(CaseRefusal::NotAssigned),
            CaseState::Assigned { agent, .. } if agent != by => Err(CaseRefusal::OtherAgent),
            CaseState::Assigned { .. } => Ok(vec![CaseEvent::Answered { at: now, by }]),
            CaseState::Answered { .. } => Ok(Vec::new()),
            CaseState::Closed { .. } => Err(CaseRefusal::Closed),
        }
    }

    fn close(&self, now: Instant) -> Result<Vec<CaseEvent>, CaseRefusal> {
        match self.state {
            CaseState::Open { .. } | CaseState::Assigned { .. } => Err(CaseRefusal::NotAnswered),
            CaseState::Answered { .. } => Ok(vec![CaseEvent::Closed { at: now }]),
            CaseState::Closed { .. } => Ok(Vec::new()),
        }
    }

    fn reopen(&self, now: Instant, hours: TeamHours<'_>) -> Vec<CaseEvent> {
        match (self.state, CaseState::open(now, hours)) {
            (CaseState::Answered { .. } | CaseState::Closed { .. }, CaseState::Open { group, due }) => {
                vec![CaseEvent::Reopened { at: now, group, due }]
            }
            _ => Vec::new(),
        }
    }
}
