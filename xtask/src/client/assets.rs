//! The files as served: one script, names with content hashes, compressed copies.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::build::Rendered;
use super::script::START;
use super::split::{Parts, STEM};
use super::{css, functions};
use crate::hash;

/// What everything but `index.html` lies below: such a file never changes under its name.
const FOLDER: &str = "assets";

/// The document without a page in it.
const TEMPLATE: &str = "page.html";

/// What is the same for everybody.
pub(crate) struct Documents {
    /// The first document.
    pub(crate) sign_in: Vec<Rendered>,
    /// The one that is shown without a line, in each language.
    pub(crate) offline: Vec<Rendered>,
}

/// Writes the finished files into `web`.
pub(crate) fn write(root: &Path, parts: &Parts, documents: &Documents, web: &Path) -> Result<()> {
    let assets = web.join(FOLDER);
    std::fs::create_dir_all(&assets)?;
    let frontend = root.join("frontend");

    let main = publish(root, &parts.main, STEM, &assets)?;
    let mut script = rename(&parts.script, &parts.main, &main)?;
    for chunk in &parts.chunks {
        let name = publish(root, chunk, &chunk_stem(chunk), &assets)?;
        script = rename(&script, chunk, &name)?;
    }
    let styles = css::compile(root)?;
    ensure!(!styles.contains("</"), "the styles would end their element");
    let style = keep(styles.as_bytes(), STEM, "css", &assets)?;
    let script = fill(&script, "{style}", &address(&style))?;
    let script = keep(script.as_bytes(), STEM, "js", &assets)?;
    let icon = keep(&std::fs::read(frontend.join("static/favicon.svg"))?, "favicon", "svg", &assets)?;

    let manifest = std::fs::read_to_string(frontend.join("static/manifest.webmanifest"))?;
    let manifest = keep(fill(&manifest, "{icon}", &address(&icon))?.as_bytes(), STEM, "webmanifest", &assets)?;

    let mut page = std::fs::read_to_string(frontend.join("index.html"))?;
    let files =
        [("{script}", &script), ("{wasm}", &main), ("{style}", &style), ("{icon}", &icon), ("{manifest}", &manifest)];
    for (place, name) in files {
        page = fill(&page, place, &address(name))?;
    }
    // Without a line the styles come from what the browser has kept.
    for shown in &documents.offline {
        std::fs::write(web.join(format!("offline.{}.html", shown.language)), document(&without_client(&page), shown)?)?;
    }
    // On a slow line they would come a round trip later than the page, and share the line with the client.
    let link = format!("<link rel=\"stylesheet\" href=\"{}\">", address(&style));
    let page = fill(&page, &link, &format!("<style id=\"enamel-style\">{styles}</style>"))?;
    let sign_in = documents.sign_in.first().context("there is no form to sign in")?;
    std::fs::write(web.join("index.html"), document(&page, sign_in)?)?;
    let kept = files.iter().filter(|(place, _)| *place != "{style}").map(|(_, name)| format!("\"{}\"", address(name)));
    let kept = kept.collect::<Vec<_>>().join(", ");
    let worker = fill(&std::fs::read_to_string(frontend.join("static").join(WORKER))?, "{kept}", &kept)?;
    // Another file is another version.
    let version = hash::name("v", worker.as_bytes(), "js");
    std::fs::write(web.join(WORKER), fill(&worker, "{version}", version.trim_end_matches(".js"))?)?;
    compress_all(web)?;
    // What the server makes its other pages of: no address of its own, and so no compressed copy.
    std::fs::write(web.join(TEMPLATE), page)?;
    Ok(())
}

/// The script that the browser keeps beside the pages.
const WORKER: &str = "sw.js";

fn address(name: &str) -> String {
    format!("/{FOLDER}/{name}")
}

/// The document where there is no line to fetch the client by.
fn without_client(page: &str) -> String {
    let is_of_client = |line: &&str| line.contains("<script") || line.contains("rel=\"preload\"");
    page.lines().filter(|line| !is_of_client(line)).flat_map(|line| [line, "\n"]).collect()
}

/// A document that needs nothing from a server.
fn document(page: &str, shown: &Rendered) -> Result<String> {
    let english = "<html lang=\"en-GB\">";
    let page = match &*shown.language {
        "en" => page.to_owned(),
        other => fill(page, english, &format!("<html lang=\"{other}\">"))?,
    };
    let page = &page;
    fill(&fill(&fill(page, "{title}", &shown.title)?, "{page}", &shown.body)?, "{data}", "")
}

fn fill(page: &str, place: &str, with: &str) -> Result<String> {
    ensure!(page.contains(place), "frontend/index.html lacks the placeholder {place}");
    Ok(page.replace(place, with))
}

/// Writes the page around a client in one piece, for a look at what `trunk serve` will show.
pub(crate) fn write_unsplit(root: &Path, folder: &Path) -> Result<()> {
    let frontend = root.join("frontend");
    let start = std::fs::read_to_string(frontend.join("static").join(START))?;
    std::fs::write(folder.join(START), fill(&start, "{style}", "/enamel.css")?)?;
    std::fs::copy(frontend.join("static/favicon.svg"), folder.join("favicon.svg"))?;
    std::fs::write(folder.join("enamel.css"), css::compile(root)?)?;
    let page = std::fs::read_to_string(frontend.join("index.html"))?
        .replace("{script}", &format!("/{START}"))
        .replace("{wasm}", &format!("/{STEM}_bg.wasm"))
        .replace("{style}", "/enamel.css")
        .replace("{icon}", "/favicon.svg")
        .replace("{manifest}", "data:application/manifest+json,{}")
        .replace("{title}", "Enamel")
        .replace("{page}", "")
        .replace("{data}", "");
    std::fs::write(folder.join("index.html"), page)?;
    Ok(())
}

/// Copies a built file under its hashed name, and returns that name.
fn publish(root: &Path, file: &Path, stem: &str, assets: &Path) -> Result<String> {
    let contents = std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    let name = keep(&contents, stem, "wasm", assets)?;
    functions::rename(root, file, &name)?;
    Ok(name)
}

fn keep(contents: &[u8], stem: &str, extension: &str, assets: &Path) -> Result<String> {
    let name = hash::name(stem, contents, extension);
    std::fs::write(assets.join(&name), contents)?;
    Ok(name)
}

/// Puts the new name wherever the script names the file.
fn rename(script: &str, file: &Path, name: &str) -> Result<String> {
    let old = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let renamed = ["\"", "'", "`"].iter().fold(script.to_owned(), |script, quote| {
        script
            .replace(&format!("{quote}{old}{quote}"), &format!("{quote}{name}{quote}"))
            .replace(&format!("{quote}./{old}{quote}"), &format!("{quote}./{name}{quote}"))
    });
    ensure!(renamed != script && !renamed.contains(&old), "the script does not name {old} as expected");
    Ok(renamed)
}

/// `split_account.wasm` is known as `account`.
fn chunk_stem(chunk: &Path) -> String {
    let stem = chunk.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    match stem.strip_prefix("split_") {
        Some(page) => page.to_owned(),
        None => stem.replace('_', "-"),
    }
}

/// Puts a `.br` and a `.gz` beside every file.
fn compress_all(web: &Path) -> Result<()> {
    for file in hash::files_below(web)? {
        let contents = std::fs::read(&file)?;
        std::fs::write(with_suffix(&file, "br"), brotli(&contents)?)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&contents)?;
        std::fs::write(with_suffix(&file, "gz"), gzip.finish()?)?;
    }
    Ok(())
}

/// The file's name with one more extension.
pub(crate) fn with_suffix(file: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

pub(crate) fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: contents.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*contents, &mut compressed, &settings)?;
    Ok(compressed)
}
