//! What an account is after something has happened to it.

use super::{
    Account, Activation, Administration, Clock, Creation, Disabled, Dormant, Event, Holder, Issued, Member, Newcomer,
    Profile, Sent, State, Vouched,
};
use crate::directory::ListedMobile;
use crate::mobile::Mobile;
use crate::password::PasswordHash;
use crate::session::Credential;
use crate::time::{Instant, Span};

impl Account {
    /// A new account, waiting for its activation (R6). The clock of inactivity runs from here (R15).
    #[must_use]
    pub fn create(creation: Creation, now: Instant) -> Self {
        let holder = Holder {
            person: creation.person,
            mobile: ListedMobile::Shown(creation.mobile),
            profile: Profile::default(),
            administration: creation.administration,
            practice: creation.practice,
            leaving: None,
        };
        Self {
            id: creation.id,
            username: creation.username,
            created_at: now,
            state: State::Newcomer(Newcomer {
                holder,
                waiting: Clock::starting(now),
                temporary_password: Issued { hash: creation.temporary_password, issued: Clock::starting(now) },
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
            State::Disabled(disabled) => disabled.evolve(event),
            deleted @ State::Deleted { .. } => deleted,
        };
        Self { state, ..self }
    }
}

impl Newcomer {
    fn evolve(mut self, event: &Event) -> State {
        match event {
            Event::TemporaryPasswordIssued { at, hash } => {
                self.temporary_password = Issued { hash: hash.clone(), issued: Clock::starting(*at) };
            }
            Event::Activated { at, activation, .. } => return State::Member(self.activate(*at, activation)),
            Event::Rehashed { credential: Credential::TemporaryPassword, hash } => {
                self.temporary_password.hash = hash.clone();
            }
            Event::Reminded(sent) => sent.record_in(&mut self.sent),
            Event::Disabled { at, .. } => return disable(Dormant::Newcomer(self), *at),
            Event::Deleted { at } => return State::Deleted { at: *at },
            other => self.holder.evolve(other),
        }
        State::Newcomer(self)
    }

    fn activate(self, at: Instant, activation: &Activation) -> Member {
        let mobile = self.holder.mobile.number().clone();
        Member {
            holder: Holder { mobile: ListedMobile::new(mobile, activation.mobile_visible), ..self.holder },
            password: activation.password.clone(),
            password_set: Clock::starting(at),
            earlier_passwords: Vec::new(),
            temporary_password: self.temporary_password.hash,
            earlier_temporary_passwords: Vec::new(),
            vouched: None,
            answers: activation.answers.clone(),
            activated_at: at,
            signed_in: Clock::starting(at),
            sent: self.sent,
        }
    }

    fn stand_still(&mut self, span: Span) {
        self.holder.stand_still(span);
        self.waiting = self.waiting.after_standing(span);
        self.temporary_password.stand_still(span);
        Sent::stand_still(&mut self.sent, span);
    }
}

impl Member {
    fn evolve(mut self, event: &Event) -> State {
        match event {
            Event::SignedIn { at } => self.signed_in = self.signed_in.restarted(*at),
            Event::Rehashed { credential: Credential::Password, hash } => self.password = hash.clone(),
            Event::Rehashed { credential: Credential::TemporaryPassword, hash } => {
                if let Some(vouched) = &mut self.vouched {
                    vouched.temporary_password.hash = hash.clone();
                }
            }
            Event::PasswordChanged { at, hash, keep, .. } => self.set_password(hash, *at, *keep),
            Event::Activated { at, activation, keep } => self.begin_anew(*at, activation, *keep),
            Event::Reissued { at, reissue, hash } => {
                self.vouched = Some(Vouched {
                    temporary_password: Issued {
                        hash: hash.clone(),
                        issued: Clock::starting(reissue.usable_from.max(*at)),
                    },
                    mobile: reissue.mobile.clone(),
                    vouching: reissue.vouching,
                });
            }
            Event::ReissueWithdrawn => self.vouched = None,
            Event::Reminded(sent) => sent.record_in(&mut self.sent),
            Event::Disabled { at, .. } => return disable(Dormant::Member(self), *at),
            Event::Deleted { at } => return State::Deleted { at: *at },
            other => self.holder.evolve(other),
        }
        State::Member(self)
    }

    /// Takes another password. Who it is was proved with it, as by a sign-in; and what was issued to
    /// somebody who had forgotten the last one has no cause any more (R17).
    fn set_password(&mut self, hash: &PasswordHash, at: Instant, keep: u32) {
        let earlier = std::mem::replace(&mut self.password, hash.clone());
        self.earlier_passwords.insert(0, earlier);
        self.earlier_passwords.truncate(keep as usize);
        self.password_set = Clock::starting(at);
        self.signed_in = self.signed_in.restarted(at);
        self.vouched = None;
    }

    /// The temporary password of a vouching was used (R22).
    fn begin_anew(&mut self, at: Instant, activation: &Activation, keep: u32) {
        let Some(vouched) = self.vouched.take() else { return };
        self.set_password(&activation.password, at, keep);
        let used = std::mem::replace(&mut self.temporary_password, vouched.temporary_password.hash);
        self.earlier_temporary_passwords.insert(0, used);
        self.holder.mobile = ListedMobile::new(vouched.mobile, activation.mobile_visible);
        self.answers.clone_from(&activation.answers);
        self.activated_at = at;
    }

    fn stand_still(&mut self, span: Span) {
        self.holder.stand_still(span);
        self.password_set = self.password_set.after_standing(span);
        self.signed_in = self.signed_in.after_standing(span);
        if let Some(vouched) = &mut self.vouched {
            vouched.temporary_password.stand_still(span);
        }
        Sent::stand_still(&mut self.sent, span);
    }
}

impl Disabled {
    fn evolve(mut self, event: &Event) -> State {
        match event {
            Event::Enabled { at, .. } => return self.enable(*at),
            Event::Reminded(sent) => sent.record_in(&mut self.sent),
            Event::Deleted { at } => return State::Deleted { at: *at },
            Event::ReissueWithdrawn => {
                if let Dormant::Member(member) = &mut self.was {
                    member.vouched = None;
                }
            }
            Event::Transferred { .. } => match &mut self.was {
                Dormant::Newcomer(newcomer) => newcomer.holder.evolve(event),
                Dormant::Member(member) => member.holder.evolve(event),
            },
            _ => {}
        }
        State::Disabled(self)
    }

    /// Every clock goes on where it stood.
    fn enable(self, at: Instant) -> State {
        let span = at.since(self.since);
        match self.was {
            Dormant::Newcomer(mut newcomer) => {
                newcomer.stand_still(span);
                State::Newcomer(newcomer)
            }
            Dormant::Member(mut member) => {
                member.stand_still(span);
                State::Member(member)
            }
        }
    }
}

fn disable(was: Dormant, at: Instant) -> State {
    State::Disabled(Disabled { since: at, was, sent: Vec::new() })
}

impl Holder {
    /// What may happen at any time of an account's life.
    fn evolve(&mut self, event: &Event) {
        match event {
            Event::MobileListed { visible } => self.take_mobile(self.mobile.number().clone(), *visible),
            Event::MobileChanged { mobile } => self.take_mobile(mobile.clone(), self.mobile.is_visible()),
            Event::ProfileEdited(profile) => self.profile = profile.clone(),
            Event::MarkedLeaver { at, .. } => self.leaving = Some(Clock::starting(*at)),
            Event::Joined { practice, .. } => {
                self.practice = Some(practice.clone());
                self.leaving = None;
            }
            Event::Transferred { .. } => self.administration = Administration::NhsDental,
            _ => {}
        }
    }

    fn take_mobile(&mut self, mobile: Mobile, visible: bool) {
        self.mobile = ListedMobile::new(mobile, visible);
    }

    fn stand_still(&mut self, span: Span) {
        self.leaving = self.leaving.map(|clock| clock.after_standing(span));
    }
}

impl Issued {
    fn stand_still(&mut self, span: Span) {
        self.issued = self.issued.after_standing(span);
    }
}

impl Sent {
    /// Moves with the clocks of the deadlines; the dates that were named are no longer true, so each step that
    /// is due goes out again.
    fn stand_still(all: &mut Vec<Self>, span: Span) {
        if span > Span::ZERO {
            Self::forget_steps(all);
        }
        for sent in all {
            sent.deadline = sent.deadline.plus(span);
            sent.takes_effect = sent.takes_effect.plus(span);
        }
    }
}
