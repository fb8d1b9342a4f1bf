//! The catalogue of pages and components, as the demo serves it.

use anyhow::{Context as _, Result};

use crate::demo::Demo;
use crate::document::document;

/// A state of a page, or a component in its states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specimen {
    /// What it is called.
    pub name: String,
    /// The tag of the language that it speaks.
    pub language: String,
    /// Its address.
    pub path: String,
}

/// All of them, in every language. What the catalogue leads to is all that the tests know of it.
///
/// # Errors
/// The server does not answer.
pub async fn specimens(demo: &Demo) -> Result<Vec<Specimen>> {
    const BASE: &str = "/demo/components";
    let index = document(demo, BASE).await?;
    let link = format!("href=\"{BASE}/");
    let addresses = index.split(&link).skip(1).filter_map(|rest| rest.split('"').next());
    addresses
        .map(|address| {
            let (language, name) = address.split_once('/').context("an address without a language")?;
            Ok(Specimen { name: name.to_owned(), language: language.to_owned(), path: format!("{BASE}/{address}") })
        })
        .collect()
}
