//! The first sign-in's decisions, sent as one (R9).

mod page;
mod questions;

pub use page::Activation;

crate::chunk::page_in_chunk!(activate, load, Activation);
