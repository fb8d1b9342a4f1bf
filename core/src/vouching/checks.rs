//! The local checks for which the owner is responsible (R22).

use serde::{Deserialize, Serialize};

/// What the owner ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ticks {
    /// The owner has made sure, face to face, of who the member is.
    pub identity_in_person: bool,
    /// The owner has made sure that the mobile number is the member's own.
    pub mobile_is_theirs: bool,
}

/// All local checks, done. There is no value of this type with one left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "Ticks", into = "Ticks")]
pub struct LocalChecks(());

/// A local check was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a local check was left out")]
pub struct CheckLeftOut;

impl TryFrom<Ticks> for LocalChecks {
    type Error = CheckLeftOut;

    fn try_from(ticks: Ticks) -> Result<Self, CheckLeftOut> {
        if ticks.identity_in_person && ticks.mobile_is_theirs { Ok(Self(())) } else { Err(CheckLeftOut) }
    }
}

impl From<LocalChecks> for Ticks {
    fn from(_: LocalChecks) -> Self {
        Self { identity_in_person: true, mobile_is_theirs: true }
    }
}
