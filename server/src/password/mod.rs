//! Passwords: hashing them, changing them.

mod change;
mod hasher;
mod novelty;

pub(crate) use change::{__path_change, change, change_for};
pub use hasher::{HashCost, HashError, Hasher};
pub(crate) use novelty::novelty;
