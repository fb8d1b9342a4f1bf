//! What opens an account: the hashes that it keeps, and what is compared with them.

use super::state::{Account, Disabled, Dormant, Member, Newcomer, State, Vouched};
use crate::password::{PasswordContext, PasswordHash};
use crate::person::{Name, Person};
use crate::policy::Policy;
use crate::session::Credential;
use crate::vouching::{Held, Holding, VouchingId};

impl Account {
    /// What it says of a vouching for its holder (R22).
    #[must_use]
    pub fn holding(&self, vouching: VouchingId, policy: &Policy) -> Holding {
        match &self.state {
            State::Newcomer(_)
            | State::Disabled(Disabled { was: Dormant::Newcomer(_), .. })
            | State::Deleted { .. } => Holding { chosen_at: None, temporary_password: Held::Nothing },
            State::Member(member) => member.holding(vouching, |vouched| Held::Running {
                from: vouched.usable_from(),
                until: vouched.temporary_password.runs_out_at(policy),
            }),
            State::Disabled(Disabled { was: Dormant::Member(member), .. }) => {
                member.holding(vouching, |_| Held::StandingStill)
            }
        }
    }

    /// The hashes with which what is offered at sign-in is compared, each with what it is.
    #[must_use]
    pub fn credentials(&self) -> Vec<(Credential, &PasswordHash)> {
        match &self.state {
            State::Newcomer(newcomer) => newcomer.credentials(),
            State::Member(member) => member.credentials(),
            State::Disabled(disabled) => match &disabled.was {
                Dormant::Newcomer(newcomer) => newcomer.credentials(),
                Dormant::Member(member) => member.credentials(),
            },
            State::Deleted { .. } => Vec::new(),
        }
    }

    /// The hashes that a proof or a comparison was made with: while they are the same, it holds.
    #[must_use]
    pub fn secrets(&self) -> Vec<&PasswordHash> {
        let earlier = self.member().map(|member| member.earlier_passwords.as_slice()).unwrap_or_default();
        self.credentials().into_iter().map(|(_, hash)| hash).chain(earlier).collect()
    }

    /// The hashes that a new password must not match (R10, R17).
    #[must_use]
    pub fn compared_passwords(&self, policy: &Policy) -> Compared<'_> {
        match &self.state {
            State::Newcomer(newcomer) => {
                Compared { temporary: vec![&newcomer.temporary_password.hash], earlier: Vec::new() }
            }
            State::Member(member) => member.compared_passwords(policy),
            State::Disabled(_) | State::Deleted { .. } => Compared::default(),
        }
    }

    /// What a new password of this account must not contain.
    #[must_use]
    pub fn password_context(&self) -> PasswordContext {
        let name = |of: fn(&Person) -> &Name| {
            self.holder().map(|holder| of(&holder.person).as_str().to_owned()).unwrap_or_default()
        };
        PasswordContext {
            username: self.username.as_str().to_owned(),
            first_name: name(|person| &person.first_name),
            last_name: name(|person| &person.last_name),
        }
    }
}

/// Hashes that a new password is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared<'a> {
    /// Temporary passwords, which are never chosen (R10).
    pub temporary: Vec<&'a PasswordHash>,
    /// The current password and those before it that the policy still counts (R17).
    pub earlier: Vec<&'a PasswordHash>,
}

impl Newcomer {
    fn credentials(&self) -> Vec<(Credential, &PasswordHash)> {
        vec![(Credential::TemporaryPassword, &self.temporary_password.hash)]
    }
}

impl Member {
    fn holding(&self, vouching: VouchingId, held: impl FnOnce(&Vouched) -> Held) -> Holding {
        let vouched = self.vouched.as_ref().filter(|vouched| vouched.vouching == vouching);
        Holding { chosen_at: Some(self.password_set.began), temporary_password: vouched.map_or(Held::Nothing, held) }
    }

    fn credentials(&self) -> Vec<(Credential, &PasswordHash)> {
        let vouched = self.vouched.as_ref().map(|vouched| &vouched.temporary_password.hash);
        std::iter::once((Credential::Password, &self.password))
            .chain(vouched.map(|hash| (Credential::TemporaryPassword, hash)))
            .collect()
    }

    fn compared_passwords(&self, policy: &Policy) -> Compared<'_> {
        let vouched = self.vouched.as_ref().map(|vouched| &vouched.temporary_password.hash);
        Compared {
            temporary: std::iter::once(&self.temporary_password)
                .chain(&self.earlier_temporary_passwords)
                .chain(vouched)
                .collect(),
            earlier: std::iter::once(&self.password)
                .chain(&self.earlier_passwords)
                .take(policy.compared_passwords() as usize)
                .collect(),
        }
    }
}
