//! What a member sees of their own account.

use serde::{Deserialize, Serialize};

use super::{Account, Deadline, DeadlineKind, Remedy, State, Status};
use crate::locale::Language;
use crate::policy::Policy;
use crate::time::Instant;
use crate::wording;

/// A member's own account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountView {
    /// The username without its domain.
    pub username: String,
    /// The mail address.
    pub address: String,
    /// First and last name.
    pub name: String,
    /// What the account counts as.
    pub status: Status,
    /// The mobile number as E.164 writes it.
    pub mobile: String,
    /// Whether the directory shows it.
    pub mobile_visible: bool,
    /// When the password was chosen.
    pub password_set_at: Instant,
    /// The coming dates, soonest first.
    pub deadlines: Vec<DeadlineView>,
}

/// A coming date.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeadlineView {
    /// What happens.
    pub kind: DeadlineKind,
    /// When.
    pub at: Instant,
    /// What averts it.
    pub remedy: Remedy,
    /// Days of 24 hours until then, begun ones counted.
    pub days_left: u32,
    /// What happens, as a sentence.
    pub title: String,
    /// What averts it, as a sentence.
    pub advice: String,
}

/// What someone sees who is about to activate (R9).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivationView {
    /// The username without its domain.
    pub username: String,
    /// The mail address.
    pub address: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The mobile number as E.164 writes it.
    pub mobile: String,
    /// Whether the directory is going to show it.
    pub mobile_visible: bool,
}

impl AccountView {
    /// The view of an activated account at `now`, for whoever reads `language`; others have none.
    #[must_use]
    pub fn of(account: &Account, now: Instant, policy: &Policy, language: Language) -> Option<Self> {
        let member = account.member()?;
        Some(Self {
            username: account.username.as_str().to_owned(),
            address: account.username.address(),
            name: member.holder.person.name(),
            status: account.status(now, policy),
            mobile: member.holder.mobile.number().e164().to_owned(),
            mobile_visible: member.holder.mobile.is_visible(),
            password_set_at: member.password_set.began,
            deadlines: account
                .deadlines(now, policy)
                .into_iter()
                .map(|deadline| DeadlineView::of(deadline, now, language))
                .collect(),
        })
    }
}

impl DeadlineView {
    /// The view of a deadline at `now`, for whoever reads `language`.
    #[must_use]
    pub fn of(deadline: Deadline, now: Instant, language: Language) -> Self {
        Self {
            kind: deadline.kind,
            at: deadline.at,
            remedy: deadline.remedy,
            days_left: deadline.at.days_after(now),
            title: wording::deadline_title(deadline.kind).in_language(language),
            advice: wording::deadline_advice(deadline.remedy).in_language(language),
        }
    }
}

impl ActivationView {
    /// The view of an account that waits for its activation, or to begin anew after a vouching (R22);
    /// others have none.
    #[must_use]
    pub fn of(account: &Account) -> Option<Self> {
        let (holder, mobile) = match &account.state {
            State::Newcomer(newcomer) => (&newcomer.holder, newcomer.holder.mobile.number()),
            State::Member(member) => (&member.holder, &member.vouched.as_ref()?.mobile),
            State::Disabled(_) | State::Deleted { .. } => return None,
        };
        Some(Self {
            username: account.username.as_str().to_owned(),
            address: account.username.address(),
            first_name: holder.person.first_name.as_str().to_owned(),
            last_name: holder.person.last_name.as_str().to_owned(),
            mobile: mobile.e164().to_owned(),
            mobile_visible: holder.mobile.is_visible(),
        })
    }
}
