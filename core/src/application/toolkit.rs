//! How a practice stands in the Information Governance Toolkit or its successor (R2).

use serde::{Deserialize, Serialize};

/// The outcome of a practice's last assessment: a level of the Information Governance Toolkit, or
/// how it stands in its successor, the Data Security and Protection Toolkit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ToolkitLevel {
    /// Level 0.
    #[serde(rename = "level-0")]
    Level0,
    /// Level 1.
    #[serde(rename = "level-1")]
    Level1,
    /// Level 2.
    #[serde(rename = "level-2")]
    Level2,
    /// Level 3.
    #[serde(rename = "level-3")]
    Level3,
    /// The successor's standards are met.
    StandardsMet,
    /// The successor's standards are not met.
    StandardsNotMet,
    /// Assessed by neither.
    NotAssessed,
}

impl ToolkitLevel {
    /// Whether a practice that stands so may apply where `minimum` (0 to 3) is asked (R2). The
    /// successor has no levels: its standards are met or not, whatever the minimum.
    #[must_use]
    pub fn suffices(self, minimum: u32) -> bool {
        match self {
            Self::Level0 => minimum == 0,
            Self::Level1 => minimum <= 1,
            Self::Level2 => minimum <= 2,
            Self::Level3 => minimum <= 3,
            Self::StandardsMet => true,
            Self::StandardsNotMet | Self::NotAssessed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ToolkitLevel::{Level0, Level1, Level2, Level3, NotAssessed, StandardsMet, StandardsNotMet};
    use crate::policy::Policy;

    #[test]
    fn r2_level_2_or_the_successors_standards_met_suffice() {
        let minimum = Policy::seed_2018().toolkit_minimum_level;
        for (level, suffices) in [
            (Level0, false),
            (Level1, false),
            (Level2, true),
            (Level3, true),
            (StandardsMet, true),
            (StandardsNotMet, false),
            (NotAssessed, false),
        ] {
            assert_eq!(level.suffices(minimum), suffices, "{level:?}");
        }
        assert!(Level1.suffices(1) && !Level0.suffices(1) && Level0.suffices(0) && !Level2.suffices(3));
        assert_eq!(serde_json::to_string(&[Level2, StandardsMet]).unwrap(), r#"["level-2","standards-met"]"#);
    }
}
