//! Vouching (R22).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::mobile::Mobile;
use crate::time::Instant;

/// The identity of a vouching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct VouchingId(pub Uuid);

/// What an issued vouching allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reissue {
    /// Where the temporary password goes.
    pub mobile: Mobile,
    /// From when it works.
    pub usable_from: Instant,
    /// Which vouching allows it.
    pub vouching: VouchingId,
}
