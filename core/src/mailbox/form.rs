//! The form in which somebody is named who is to get, or to lose, a mailbox.

use serde::{Deserialize, Serialize};

use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;
use crate::username::Username;

/// Whose access or ownership (R29, R31): the form of every such change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailboxMemberRequest {
    /// The username of a personal account, with or without its domain.
    pub username: Typed,
}

impl MailboxMemberRequest {
    /// Judges the form by itself. An unknown username is refused as
    /// [`MailboxRefusal::NoAccount`](super::MailboxRefusal::NoAccount).
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self) -> Result<Username, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let username = problems.take("username", Username::parse(&self.username));
        problems.finish(username)
    }
}
