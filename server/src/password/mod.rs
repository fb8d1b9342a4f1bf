//! Passwords: hashing them, changing them.

mod change;
mod hasher;

pub(crate) use change::{__path_change, change};
pub use hasher::{HashCost, HashError, Hasher};
