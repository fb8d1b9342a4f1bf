//! Vouching, put together with the account that it is for.

use std::sync::Arc;

use enamel_core::account::{Command as AccountCommand, Event as AccountEvent};
use enamel_core::vouching::{Command, Desk, Event, Facts, Holding, LocalChecks, Named, Start, State, Ticks, Vouching};

use super::account::Proved;
use super::{Outcome, World, must};
use crate::action::Vouch;
use crate::cast::{Who, account_id, account_of_agent, hash, number, person_of, vouching_id};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;

/// As many as are kept at once.
const MOST: usize = 2;

impl World {
    /// Somebody vouches.
    pub(super) fn start(
        &self,
        by: Who,
        member: u8,
        mailbox: u8,
        new_number: bool,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Outcome {
        if !self.can_ask(by, rules) {
            return Ok(None);
        }
        let mut next = self.clone();
        if next.vouchings.len() >= MOST {
            let over = next.vouchings.iter().position(|(_, vouching)| vouching.is_final());
            let Some(over) = over else { return Ok(None) };
            next.vouchings.remove(over);
        }
        let mobile = number(member, new_number);
        let is_of_member = |vouching: &Vouching| vouching.member == account_id(member);
        let has_open_vouching =
            self.vouchings.iter().any(|(_, vouching)| is_of_member(vouching) && self.is_vouching_open(vouching, rules));
        let Ok(checks) = LocalChecks::try_from(Ticks { identity_in_person: true, mobile_is_theirs: true }) else {
            return Ok(None);
        };
        let id = next.secret();
        let start = Start {
            id: vouching_id(id),
            member: account_id(member),
            mobile: mobile.clone(),
            checks,
            has_open_vouching,
        };
        let registered = self.registered(member);
        let owner = if let Who::Person(owner) = by { owner } else { member };
        let facts = self.facts((member, owner), mailbox, &mobile, &registered);
        tally.count(Property::Authority);
        let Ok((vouching, _)) = Vouching::start(start, &by.actor(), &facts, self.now) else { return Ok(None) };
        tally.count(Property::ThreePeople);
        let access = &self.mailboxes[usize::from(mailbox)].access;
        let knows_member = matches!(by, Who::Person(owner)
            if owner != member && access.is_owner(account_id(owner)) && access.may_open(account_id(member)));
        must(knows_member, Property::ThreePeople, || format!("{by:?} vouched for {member}"))?;
        for (number, earlier) in self.vouchings.iter().filter(|(_, earlier)| is_of_member(earlier)) {
            tally.count(Property::VouchingHolds);
            must(!self.is_needed(*number, earlier, rules), Property::VouchingHolds, || {
                "a second vouching was started beside one that something can come of".to_owned()
            })?;
        }
        next.vouchings.push((id, Arc::new(vouching)));
        Ok(Some(next))
    }

    fn facts<'a>(
        &'a self,
        (member, owner): (u8, u8),
        mailbox: u8,
        mobile: &enamel_core::mobile::Mobile,
        registered: &'a enamel_core::mobile::Mobile,
    ) -> Facts<'a> {
        Facts {
            mailbox: &self.mailboxes[usize::from(mailbox)],
            standing: self.standing(member),
            owner_standing: self.standing(owner),
            registered_mobile: Some(registered),
            is_mobile_of_another: self.is_taken(member, mobile),
        }
    }

    /// What the member's account says of a vouching.
    #[must_use]
    pub fn holding(&self, vouching: &Vouching, rules: &Rules) -> Holding {
        self.person(person_of(vouching.member)).account.holding(vouching.id, &rules.policy)
    }

    /// Whether a vouching is open, by its own word.
    #[must_use]
    pub fn is_vouching_open(&self, vouching: &Vouching, rules: &Rules) -> bool {
        vouching.is_open(self.now, &self.holding(vouching, rules), &rules.policy)
    }

    /// Whether something can come of a vouching, by what the member's history defines.
    pub(super) fn is_needed(&self, number: u32, vouching: &Vouching, rules: &Rules) -> bool {
        let is_issued = matches!(vouching.state, State::Issued { .. });
        let spec = &self.person(person_of(vouching.member)).spec;
        !vouching.is_final() && spec.is_vouching_open(number, vouching.started_at, is_issued, self.now, &rules.policy)
    }

    /// Somebody asks something of a vouching.
    pub(super) fn vouch(&self, who: Who, place: u8, vouch: Vouch, rules: &Rules, tally: &mut Tally) -> Outcome {
        let Some((id, vouching)) = self.vouchings.get(usize::from(place)) else { return Ok(None) };
        if !self.can_ask(who, rules) {
            return Ok(None);
        }
        let (member, mailbox) = (person_of(vouching.member), vouching.mailbox.0.as_u128() - 200);
        let registered = self.registered(member);
        let desk = Desk {
            facts: self.facts(
                (member, person_of(vouching.owner)),
                u8::try_from(mailbox).unwrap_or(0),
                &vouching.mobile,
                &registered,
            ),
            holding: self.holding(vouching, rules),
            agent_account: who.actor().helpdesk().and_then(account_of_agent),
        };
        let command = match vouch {
            Vouch::Confirm => Command::Confirm(desk),
            Vouch::Issue => Command::Issue(desk),
            Vouch::Withdraw => Command::Withdraw,
            Vouch::RunClocks => Command::RunClocks(desk.holding),
        };
        tally.count(Property::Authority);
        let Ok(events) = vouching.decide(&command, &who.actor(), self.now, &rules.policy) else { return Ok(None) };
        let is_theirs = match vouch {
            Vouch::Confirm | Vouch::Issue => matches!(who, Who::Agent(_)),
            Vouch::Withdraw => {
                let is_party = |account| account == vouching.member || account == vouching.owner;
                matches!(who, Who::Agent(_)) || who.actor().member().is_some_and(is_party)
            }
            Vouch::RunClocks => who == Who::Clock,
        };
        must(is_theirs, Property::Authority, || format!("{who:?} was let {vouch:?}"))?;
        if matches!(vouch, Vouch::Confirm | Vouch::Issue | Vouch::RunClocks) {
            tally.count(Property::VouchingHolds);
            let goes_on = vouch != Vouch::RunClocks || events.is_empty();
            let is_over = vouch == Vouch::RunClocks && vouching.is_final();
            must(is_over || goes_on == self.is_needed(*id, vouching, rules), Property::VouchingHolds, || {
                format!("{vouch:?} of a vouching from which it does not follow")
            })?;
        }
        let mut next = self.clone();
        for event in &events {
            next.judge_people(vouching, event, who, tally)?;
            if !next.follow_vouching(*id, event, rules, tally)? {
                return Ok(None);
            }
        }
        Ok((!events.is_empty()).then_some(next))
    }

    /// Owner, agent and member are three people, and the one who issues is the one who confirmed.
    fn judge_people(&self, vouching: &Vouching, event: &Event, who: Who, tally: &mut Tally) -> Result<(), Violation> {
        let (Event::Confirmed { named, .. } | Event::Issued { named, .. }) = event else { return Ok(()) };
        tally.count(Property::ThreePeople);
        let Named { member, owner, agent } = *named;
        let agents_account = account_of_agent(agent);
        let is_distinct = member != owner && agents_account != Some(member) && agents_account != Some(owner);
        let is_who_asks = who.actor().helpdesk() == Some(agent) && vouching.member == member && vouching.owner == owner;
        let is_confirmed = !matches!(event, Event::Issued { .. }) || vouching.agent() == Some(agent);
        must(is_distinct && is_who_asks && is_confirmed, Property::ThreePeople, || {
            format!("{} by {who:?}", event.name())
        })?;
        let access =
            self.mailboxes.iter().find(|mailbox| mailbox.id == vouching.mailbox).map(|mailbox| &mailbox.access);
        must(
            access.is_some_and(|access| access.is_owner(owner) && access.may_open(member)),
            Property::ThreePeople,
            || format!("{} though they no longer share a mailbox", event.name()),
        )
    }

    /// Applies an event of a vouching, and what it asks of the account; `false`: the account refuses.
    pub(super) fn follow_vouching(
        &mut self,
        id: u32,
        event: &Event,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<bool, Violation> {
        let Some(place) = self.vouchings.iter().position(|(other, _)| *other == id) else { return Ok(false) };
        let before = Arc::clone(&self.vouchings[place].1);
        self.vouchings[place].1 = Arc::new(Vouching::clone(&before).evolve(event));
        let member = person_of(before.member);
        if let Some(reissue) = event.reissue(&before) {
            let secret = self.secret();
            let command = AccountCommand::Reissue { reissue, hash: hash(secret, false) };
            tally.count(Property::VouchingHolds);
            return Ok(self.command(member, &command, Proved::Nothing, rules, tally)?.is_some());
        }
        if event.revokes(&before).is_some() {
            tally.count(Property::VouchingHolds);
            let in_force = self.person(member).spec.usable.and_then(|usable| usable.vouching);
            let events = self.withdraw_reissue(member, id, rules, tally)?;
            let was_withdrawn = events.iter().any(|event| matches!(event, AccountEvent::ReissueWithdrawn));
            let was_of_another = was_withdrawn && in_force.is_some_and(|other| other != id);
            must(!was_of_another, Property::VouchingHolds, || {
                "what was issued on one vouching was taken back with another".to_owned()
            })?;
        }
        Ok(true)
    }

    fn withdraw_reissue(
        &mut self,
        member: u8,
        id: u32,
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<Vec<AccountEvent>, Violation> {
        let command = AccountCommand::WithdrawReissue { vouching: vouching_id(id) };
        let events = self.command(member, &command, Proved::Nothing, rules, tally)?;
        Ok(events.unwrap_or_default())
    }

    /// The vouching on which the account's reissued password is, by its number, and what the account says of it.
    pub(super) fn reissued_on(&self, index: u8, rules: &Rules) -> Option<(u32, Holding)> {
        let person = self.person(index);
        person.account.member()?.vouched.as_ref()?;
        let number = person.spec.usable.and_then(|usable| usable.vouching)?;
        Some((number, person.account.holding(vouching_id(number), &rules.policy)))
    }

    /// The vouching ends with the use of its password.
    pub(super) fn use_vouching(
        &mut self,
        index: u8,
        (id, holding): (u32, Holding),
        rules: &Rules,
        tally: &mut Tally,
    ) -> Result<(), Violation> {
        tally.count(Property::VouchingHolds);
        let vouching = self.vouchings.iter().find(|(other, _)| *other == id);
        let (_, vouching) = vouching.cloned().ok_or_else(|| {
            Violation::new(Property::VouchingHolds, "a reissued password worked whose vouching is forgotten".to_owned())
        })?;
        let by = Who::Person(index).actor();
        let events = vouching.decide(&Command::Use(holding), &by, self.now, &rules.policy);
        let events = events.map_err(|refusal| {
            Violation::new(Property::VouchingHolds, format!("a reissued password worked, though: {refusal}"))
        })?;
        for event in &events {
            self.follow_vouching(id, event, rules, tally)?;
        }
        Ok(())
    }
}
