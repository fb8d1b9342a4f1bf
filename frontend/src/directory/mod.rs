//! The directory (R18).

mod search;

pub use search::Directory;

crate::chunk::page_in_chunk!(directory, load, Directory);
