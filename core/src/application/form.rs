//! An application's form without a fault of its own (R1).

use serde::{Deserialize, Serialize};

use super::{OrganisationName, ToolkitLevel};
use crate::mailbox::MailboxAddress;
use crate::mobile::Mobile;
use crate::organisation::OdsCode;
use crate::person::Person;
use crate::username::Username;

/// All that a practice says when it applies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct ApplicationForm {
    /// The practice.
    pub practice: OrganisationName,
    /// Its code.
    pub organisation: OdsCode,
    /// How it stands in the toolkit (R2).
    pub toolkit: ToolkitLevel,
    /// Who fills the form in, and is written to about it: the first of its people.
    pub applicant: NewPerson,
    /// The others.
    pub colleagues: Vec<NewPerson>,
    /// The shared mailbox.
    pub mailbox: MailboxWish,
}

/// Somebody who needs a personal account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct NewPerson {
    /// Name and personal email.
    pub person: Person,
    /// The number to which the temporary password goes (R3).
    pub mobile: Mobile,
    /// What they say of an account that they may have (R4).
    pub earlier_account: EarlierAccount,
    /// Whether they are to own the shared mailbox.
    pub owns_mailbox: bool,
}

/// Whether somebody has an account already (R4). Who says "yes" must not apply, so no form without
/// a fault says so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EarlierAccount {
    /// They say that they have none.
    None,
    /// They are not sure: an account of an earlier workplace may still be there.
    Unsure {
        /// Its username, where they remember it.
        address: Option<Username>,
    },
}

/// The shared mailbox that is applied for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct MailboxWish {
    /// Its wanted name.
    pub name: MailboxAddress,
    /// The shared mailbox that the practice has through another organisation (R5).
    pub sponsored: Option<Sponsored>,
}

/// A shared mailbox sponsored by another organisation. It stays as it is until its sponsor deletes
/// it: nothing here changes it (R5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Sponsored {
    /// Its name.
    pub mailbox: MailboxAddress,
    /// Whose local administrator deletes it.
    pub sponsor: OrganisationName,
}

impl ApplicationForm {
    /// Everybody on the form, the applicant first; the same order as in the request.
    pub fn people(&self) -> impl Iterator<Item = &NewPerson> {
        std::iter::once(&self.applicant).chain(&self.colleagues)
    }

    /// How many people are on the form; at least 1.
    #[must_use]
    pub fn people_count(&self) -> usize {
        1 + self.colleagues.len()
    }
}
