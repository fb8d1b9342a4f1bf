//! Passwords: what one must have, how one is normalised, and temporary ones.

mod attempt;
mod candidate;
mod common;
mod hash;
mod requirement;
mod temporary;

pub use attempt::{Attempt, AttemptRefusal, CurrentPasswordRefusal, as_temporary};
pub use candidate::{Password, PasswordContext, PasswordRefusal};
pub(crate) use common::COMMON_MINIMUM_LENGTH;
pub use hash::PasswordHash;
pub use requirement::{Requirement, Tick, checklist};
pub use temporary::TemporaryPassword;
