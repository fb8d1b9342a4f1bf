//! What the journeys through the whole of Enamel are made with: the demo server and a browser, each
//! a child process, and a page that is read as its visitor reads it, by names and sentences.

mod api;
mod browser;
mod demo;
mod document;
mod find;
mod golden;
mod inspect;
mod log;
mod page;
mod picture;
mod process;
mod specimen;
mod transcript;
mod visit;
mod wait;
mod width;

pub use api::Member;
pub use browser::{Browser, Kind};
pub use demo::{Demo, Message, Person};
pub use document::{after_form, document, faults_of_html};
pub use golden::left_over;
pub use specimen::{Specimen, specimens};
pub use transcript::differs;
pub use visit::{Result, Visit, program};
pub use wait::{Look, until};
pub use width::Width;

use std::path::{Path, PathBuf};

/// The folder of the workspace, whatever folder the tests are run in.
#[must_use]
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
