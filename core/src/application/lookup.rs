//! Whether somebody has an account already (R3, R4): what must have been looked up, and what follows.

use serde::{Deserialize, Serialize};

use super::{ApplicationForm, ApplicationId, EarlierAccount, JoinId, NewPerson, PersonRefusal};
use crate::account::AccountId;
use crate::mobile::Mobile;
use crate::person::Person;
use crate::policy::Policy;
use crate::text::{fold, nfkc};
use crate::time::{Instant, Span};

/// What the store must have looked up for one person, all in the transaction that decides. Only
/// accounts that are not deleted count, and only applications and requests that are open; never the
/// one that is being decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// Where the person's mobile number is in use.
    pub mobile: Option<NumberUse>,
    /// Where the person's personal email is in use, compared by [`crate::person::Email::is_same_box`].
    pub personal_email: Option<UsedBy>,
    /// Who has, or is to have, an account at the practice under the same [`NameKey`]: by an account, by another
    /// application, or by an owner's request.
    pub same_name_at_practice: Vec<UsedBy>,
    /// The account with the address that the person gave.
    pub address_given: Option<AccountId>,
}

/// Who uses a number or an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UsedBy {
    /// A live account.
    Account(AccountId),
    /// An open application.
    Application(ApplicationId),
    /// An owner's request that waits for the helpdesk.
    Join(JoinId),
}

/// A mobile number that is in use (R3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberUse {
    /// Who uses it.
    pub by: UsedBy,
    /// When its holder was last told that somebody typed it.
    pub told_at: Option<Instant>,
}

impl NumberUse {
    /// Whether its holder is to be told by text now: not each time that a visitor tries (R3).
    #[must_use]
    pub fn is_to_be_told(&self, now: Instant, policy: &Policy) -> bool {
        let span = Span::minutes(policy.number_holder_told_hours.saturating_mul(60));
        self.told_at.is_none_or(|told_at| now >= told_at.plus(span))
    }
}

/// A first and last name in the form in which names are compared: without difference of case, of
/// width, of how marks are put together, or of the apostrophe that a keyboard makes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct NameKey(String);

impl NameKey {
    /// The key of a person's name.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        // Folding can undo normalisation and the other way round; after the second time nothing changes.
        let folded = nfkc(&fold(&nfkc(&fold(&nfkc(&person.name())))));
        Self(folded.replace(['\u{2019}', '\u{2bc}'], "'"))
    }

    /// The key as text, for an index.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether somebody has an account already, but for the mobile number, which is
/// [refused](PersonRefusal::MobileInUse) by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duplicate {
    /// Nothing says so.
    None,
    /// It may be: the helpdesk looks at it.
    Likely(Vec<Likeness>),
    /// It is certain: refused.
    Certain(Ground),
}

/// Why a duplicate is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The address given is that of an account.
    AddressGiven(AccountId),
    /// The personal email is in use.
    PersonalEmail(UsedBy),
}

/// Why a duplicate is likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// The person is not sure to have none; no account has the address given, if one was.
    Unsure,
    /// Somebody at the practice has the same name.
    SameNameAtPractice(UsedBy),
    /// Another person of the form has the same name; its place on the form, from 0.
    SameNameOnForm(usize),
}

/// A likely duplicate, for the helpdesk's eyes only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Flag {
    /// The person's place on the form, from 0.
    pub person: usize,
    /// Why.
    pub likeness: Likeness,
}

/// Compares one person with what was looked up (R4).
#[must_use]
pub fn duplicate(earlier_account: &EarlierAccount, lookup: &Lookup) -> Duplicate {
    let is_unsure = matches!(earlier_account, EarlierAccount::Unsure { .. });
    match (lookup.address_given, lookup.personal_email) {
        (Some(account), _) if is_unsure => return Duplicate::Certain(Ground::AddressGiven(account)),
        (_, Some(used_by)) => return Duplicate::Certain(Ground::PersonalEmail(used_by)),
        _ => {}
    }
    let named_alike = lookup.same_name_at_practice.iter().copied().map(Likeness::SameNameAtPractice);
    let likenesses: Vec<_> = is_unsure.then_some(Likeness::Unsure).into_iter().chain(named_alike).collect();
    if likenesses.is_empty() { Duplicate::None } else { Duplicate::Likely(likenesses) }
}

/// What is refused of one person (R3, R4), or else what the helpdesk is to look at.
pub(super) fn judge(
    mobile: &Mobile,
    earlier_account: &EarlierAccount,
    lookup: &Lookup,
    now: Instant,
    policy: &Policy,
) -> Result<Vec<Likeness>, Vec<PersonRefusal>> {
    let mobile_in_use = lookup.mobile.map(|number| PersonRefusal::MobileInUse {
        by: number.by,
        tell: number.is_to_be_told(now, policy).then(|| mobile.clone()),
    });
    let (certain, likely) = match duplicate(earlier_account, lookup) {
        Duplicate::Certain(ground) => (Some(PersonRefusal::Duplicate(ground)), Vec::new()),
        Duplicate::Likely(likenesses) => (None, likenesses),
        Duplicate::None => (None, Vec::new()),
    };
    let refusals: Vec<_> = mobile_in_use.into_iter().chain(certain).collect();
    if refusals.is_empty() { Ok(likely) } else { Err(refusals) }
}

/// People of one form with the same name: each but the first is flagged.
pub(super) fn same_names(form: &ApplicationForm) -> Vec<Flag> {
    let keys: Vec<_> = form.people().map(|NewPerson { person, .. }| NameKey::of(person)).collect();
    keys.iter()
        .enumerate()
        .filter_map(|(person, key)| {
            let first = keys.iter().take(person).position(|other| other == key)?;
            Some(Flag { person, likeness: Likeness::SameNameOnForm(first) })
        })
        .collect()
}
