//! The styles: what is used of nhsuk-frontend, and our own, as one compressed file.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::tools;

/// The compiled styles.
pub(crate) fn compile(root: &Path) -> Result<String> {
    let css = tools::output(
        tools::node_tool(root, "sass/sass.js")
            .args(["--style=compressed", "--no-source-map", "--quiet-deps", "--no-charset", "--load-path"])
            .arg(tools::frontend_modules(root))
            .arg(root.join("frontend/style/enamel.scss")),
    )
    .context("the styles could not be compiled")?;
    anyhow::ensure!(
        !css.contains("//assets.") && !css.contains("http://") && !css.contains("https://"),
        "the styles ask another host for something"
    );
    Ok(css)
}
