//! The directory's view of an account (R18).

use serde::{Deserialize, Serialize};

use crate::account::{Account, Profile};
use crate::mobile::Mobile;

/// A mobile number and whether the directory shows it.
///
/// The number inside is for codes and the helpdesk; what the directory may show comes out of
/// [`ListedMobile::published`] alone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListedMobile {
    /// In the directory.
    Shown(Mobile),
    /// Absent from every directory answer, export and log.
    Hidden(Mobile),
}

/// A mobile number that its holder lets the directory show: a hidden one has no way to become this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PublishedMobile(Mobile);

impl ListedMobile {
    /// `mobile`, shown or hidden.
    #[must_use]
    pub fn new(mobile: Mobile, visible: bool) -> Self {
        if visible { Self::Shown(mobile) } else { Self::Hidden(mobile) }
    }

    /// The number, for those to whom codes and calls go.
    #[must_use]
    pub fn number(&self) -> &Mobile {
        match self {
            Self::Shown(mobile) | Self::Hidden(mobile) => mobile,
        }
    }

    /// Whether the directory shows it.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        matches!(self, Self::Shown(_))
    }

    /// What the directory may show.
    #[must_use]
    pub fn published(&self) -> Option<PublishedMobile> {
        match self {
            Self::Shown(mobile) => Some(PublishedMobile(mobile.clone())),
            Self::Hidden(_) => None,
        }
    }
}

impl PublishedMobile {
    /// The number as E.164 writes it.
    #[must_use]
    pub fn e164(&self) -> &str {
        self.0.e164()
    }
}

/// What the directory holds of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// First and last name.
    pub name: String,
    /// The mail address.
    pub address: String,
    /// The mobile number, where its holder shows it.
    pub mobile: Option<PublishedMobile>,
    /// What the holder says beside (R19).
    pub profile: Profile,
}

impl DirectoryEntry {
    /// The entry of an activated account; others have none.
    #[must_use]
    pub fn of(account: &Account) -> Option<Self> {
        let member = account.member()?;
        Some(Self {
            name: member.holder.person.name(),
            address: account.username.address(),
            mobile: member.holder.mobile.published(),
            profile: member.holder.profile.clone(),
        })
    }
}

/// The form that hides the mobile number or shows it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DirectoryEntryRequest {
    /// Whether the directory shows the number.
    pub mobile_visible: bool,
}

/// One person in an answer of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DirectoryEntryView {
    /// First and last name.
    pub name: String,
    /// The mail address.
    pub address: String,
    /// The mobile number as E.164 writes it; absent where hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
}

/// A page of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DirectoryView {
    /// The people found, by name.
    pub entries: Vec<DirectoryEntryView>,
    /// The cursor of the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
