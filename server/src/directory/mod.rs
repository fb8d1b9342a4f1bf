//! The directory: searching it, and being listed in it.

mod list;
mod search;

pub(crate) use list::{__path_list, list, list_for};
pub(crate) use search::{__path_search, SearchQuery, find, search};
