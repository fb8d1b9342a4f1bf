//! The form with which an owner vouches, judged whole: the page and the server call the same `check`.

use serde::{Deserialize, Serialize};

use super::{LocalChecks, Ticks};
use crate::mobile::Mobile;
use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;
use crate::username::Username;

/// The form with which an owner vouches (R22).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VouchRequest {
    /// The member's username, with or without its domain.
    pub username: Typed,
    /// The mobile number to which the temporary password is to go.
    pub mobile: Typed,
    /// What the owner has checked; each must be.
    pub checks: Ticks,
}

/// A vouching form without a fault of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VouchForm {
    /// For whom.
    pub member: Username,
    /// The mobile number to use.
    pub mobile: Mobile,
    /// The local checks, all of them done.
    pub checks: LocalChecks,
}

/// A local check that was not ticked (R22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocalCheckRefusal {
    /// Of who the member is.
    #[error("identity not checked")]
    Identity,
    /// Of whose the mobile number is.
    #[error("mobile number not checked")]
    Mobile,
}

impl VouchRequest {
    /// Judges the form by itself.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self) -> Result<VouchForm, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let member = problems.take("username", Username::parse(&self.username));
        let mobile = problems.take("mobile", Mobile::parse(&self.mobile));
        for (field, is_ticked, refusal) in [
            ("checks.identity_in_person", self.checks.identity_in_person, LocalCheckRefusal::Identity),
            ("checks.mobile_is_theirs", self.checks.mobile_is_theirs, LocalCheckRefusal::Mobile),
        ] {
            if !is_ticked {
                problems.note(field, &refusal);
            }
        }
        let checks = LocalChecks::try_from(self.checks).ok();
        problems.finish(member.zip(mobile).zip(checks).map(|((member, mobile), checks)| VouchForm {
            member,
            mobile,
            checks,
        }))
    }
}
