//! Who administers an account (R24, R27).

use serde::{Deserialize, Serialize};

use crate::organisation::OdsCode;

/// Who administers an account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Administration {
    /// NHS dental: the dentist administration team and the national helpdesk.
    NhsDental,
    /// Another organisation, by its local administrator.
    Organisation(OdsCode),
}
