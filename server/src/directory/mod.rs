//! The directory: searching it, and being listed in it.

mod list;
mod search;

pub(crate) use list::{__path_list, list};
pub(crate) use search::{__path_search, search};
