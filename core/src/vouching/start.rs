//! How a vouching begins (R22).

use super::{Event, Facts, LocalChecks, State, Vouching, VouchingId, VouchingRefusal};
use crate::account::AccountId;
use crate::actor::Actor;
use crate::mobile::Mobile;
use crate::time::Instant;

/// What an owner asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// A new identity.
    pub id: VouchingId,
    /// For whom.
    pub member: AccountId,
    /// The mobile number to use.
    pub mobile: Mobile,
    /// The local checks, all of them done.
    pub checks: LocalChecks,
    /// What the store must have looked up: whether an earlier vouching for the member
    /// [is open](Vouching::is_open) at this instant, by what the member's account says of it.
    pub has_open_vouching: bool,
}

impl Vouching {
    /// Judges whether `by` may vouch, and begins the vouching with the fact that it has begun.
    ///
    /// # Errors
    /// [`VouchingRefusal`]. A username that nobody has, or one of somebody who does not open the
    /// asking owner's mailbox, is refused by the caller as [`VouchingRefusal::NotOfTheirMailbox`]
    /// too, so that both read alike.
    pub fn start(start: Start, by: &Actor, facts: &Facts<'_>, now: Instant) -> Result<(Self, Event), VouchingRefusal> {
        let owner = by.member().ok_or(VouchingRefusal::NotAllowed)?;
        facts.judge_people(start.member, owner)?;
        // Before the number, or else an owner could go through numbers as long as one is open.
        if start.has_open_vouching {
            return Err(VouchingRefusal::AlreadyOpen);
        }
        facts.judge_number()?;
        let vouching = Self {
            id: start.id,
            member: start.member,
            owner,
            mailbox: facts.mailbox.id,
            is_registered_mobile: facts.is_registered(&start.mobile),
            mobile: start.mobile,
            checks: start.checks,
            started_at: now,
            state: State::Waiting,
        };
        let event = Event::Started { at: now, member: vouching.member, owner };
        Ok((vouching, event))
    }
}
