//! What holds of every state.

use enamel_core::account::{DeadlineKind, State, Status};
use enamel_core::session::Credential;
use enamel_core::vouching;

use super::{World, must};
use crate::cast::{person_of, secret_of};
use crate::property::{Property, Tally, Violation};
use crate::rules::Rules;
use crate::spec::Life;

impl World {
    /// Judges a state by itself.
    ///
    /// # Errors
    /// [`Violation`].
    pub fn check(&self, rules: &Rules, tally: &mut Tally) -> Result<(), Violation> {
        for mailbox in &self.mailboxes {
            tally.count(Property::AlwaysAnOwner);
            let has_owner = mailbox.access.owners().iter().any(|owner| !self.is_gone(person_of(owner)));
            must(has_owner, Property::AlwaysAnOwner, || format!("nobody owns {}", mailbox.address))?;
        }
        for index in 0..self.people.len() {
            let index = u8::try_from(index).unwrap_or(u8::MAX);
            self.check_status(index, rules)?;
            self.check_deadlines(index, rules, tally)?;
            self.check_secrets(index, rules, tally)?;
        }
        Ok(())
    }

    fn check_status(&self, index: u8, rules: &Rules) -> Result<(), Violation> {
        let person = self.person(index);
        let status = person.account.status(self.now, &rules.policy);
        let is_active = match (person.spec.life, person.spec.disabled) {
            (Life::Activated { .. }, None) => person.spec.inactive_at(&rules.policy).is_some_and(|at| self.now < at),
            _ => false,
        };
        must((status == Status::Active) == is_active, Property::ActiveNeedsActivation, || {
            format!("{status:?}, though its history says active: {is_active}")
        })?;
        let is_gone = person.spec.life == Life::Gone;
        must(is_gone == (status == Status::Deleted), Property::DeletedIsFinal, || {
            format!("{status:?}, though its history says deleted: {is_gone}")
        })
    }

    /// The coming deadlines are those of the account's history: so none goes on while it is disabled.
    fn check_deadlines(&self, index: u8, rules: &Rules, tally: &mut Tally) -> Result<(), Violation> {
        let person = self.person(index);
        let policy = &rules.policy;
        let shown = person.account.deadlines(self.now, policy);
        let mut shown: Vec<_> = shown
            .into_iter()
            .filter(|deadline| deadline.kind != DeadlineKind::TemporaryPasswordExpires)
            .map(|deadline| (deadline.kind, deadline.at))
            .collect();
        let mut defined: Vec<_> = person
            .spec
            .deadlines(policy)
            .into_iter()
            .map(|(kind, at)| (kind, person.spec.effective(kind, at, policy)))
            .filter(|(_, at)| *at > self.now)
            .collect();
        shown.sort_unstable();
        defined.sort_unstable();
        for _ in &defined {
            tally.count(Property::DeadlinesAsDefined);
        }
        must(shown == defined, Property::DeadlinesAsDefined, || format!("shows {shown:?}, defined are {defined:?}"))
    }

    fn check_secrets(&self, index: u8, rules: &Rules, tally: &mut Tally) -> Result<(), Violation> {
        let person = self.person(index);
        let credentials = person.account.credentials();
        let holds = |credential: Credential, secret: u32| {
            credentials.iter().any(|(which, hash)| *which == credential && secret_of(hash).0 == secret)
        };
        for session in [person.session, person.elsewhere].into_iter().flatten() {
            tally.count(Property::SessionsEnd);
            let leads = self.leads(index, session, rules).is_some();
            must(!leads || holds(session.credential, session.secret), Property::SessionsEnd, || {
                "a session leads on whose secret is no longer in force".to_owned()
            })?;
        }
        for (_, hash) in &credentials {
            let is_spent = person.spec.spent.contains(&secret_of(hash).0);
            must(!is_spent, Property::TemporaryPasswordOnce, || "a used temporary password still works".to_owned())?;
        }
        // What was reissued stands on a vouching that still holds.
        let vouched = person.account.member().and_then(|member| member.vouched.as_ref());
        if let (Some(vouched), State::Member(_)) = (vouched, &person.account.state) {
            let secret = secret_of(&vouched.temporary_password.hash).0;
            let usable = person.spec.usable.filter(|usable| usable.secret == secret);
            let on = usable.and_then(|usable| self.vouchings.iter().find(|(id, _)| Some(*id) == usable.vouching));
            let is_issued = on.is_some_and(|(_, vouching)| matches!(vouching.state, vouching::State::Issued { .. }));
            must(is_issued, Property::VouchingHolds, || {
                "a reissued password is in force whose vouching is over".to_owned()
            })?;
        }
        Ok(())
    }
}
