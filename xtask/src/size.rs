//! What a first visit to the sign-in page transfers, and what later pages add.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::client::functions;
use crate::peer;

/// Most bytes that a first visit may transfer, brotli.
const TOTAL_BUDGET: u64 = 70_000;
/// Most bytes after which the form to sign in can be used: the document and its styles.
const USABLE_BUDGET: u64 = 15_000;
/// Most bytes of a first visit that may be WebAssembly.
const WASM_BUDGET: u64 = 45_000;

/// Most bytes, brotli, of the rules' Unicode tables: a third of what the rules may have with their code.
const UNICODE_BUDGET: u64 = 15_000;
/// Most bytes, brotli, of the common passwords.
const COMMON_BUDGET: u64 = 60_000;

/// Most that a first visit may be of one to Keycloak's account console.
const PEER_SHARE: f64 = 0.25;

/// From so many bytes on it is told what a program spends them on.
const TOLD_OF: u64 = 5_000;

/// Prints the sizes of the files in `web`, and fails over a budget.
pub(crate) fn report(root: &Path, web: &Path) -> Result<()> {
    let page = std::fs::read_to_string(web.join("index.html")).context("the client is not built")?;
    let kept = std::fs::read_to_string(web.join("sw.js"))?;
    let (first, mut later) = visits(web, &[page, kept].concat())?;
    // Every document holds them; the file is what a page without a line is shown with, and is never transferred.
    let styles = later.iter().position(|file| file.extension().is_some_and(|extension| extension == "css"));
    styles.map(|at| later.remove(at)).context("there are no styles, or the first visit fetches a file of them")?;

    println!("First visit to /sign-in, brotli:");
    let total = print_all(root, web, &first)?;
    let wasm = sum(&first.iter().filter(|file| is_wasm(file)).cloned().collect::<Vec<_>>())?;
    println!("{total:>9}  in all (budget {TOTAL_BUDGET})");
    println!("{wasm:>9}  of it WebAssembly (budget {WASM_BUDGET})");
    let usable = sum(&first.iter().filter(|file| is_seen(file)).cloned().collect::<Vec<_>>())?;
    println!("{usable:>9}  until the form can be used (budget {USABLE_BUDGET})");
    let peer = peer::keycloak(root)?;
    println!(
        "{:>9}  by Keycloak's account console {}: script {}, styles {}; besides {} of fonts. Ours is {:.3} of it (at most {PEER_SHARE})",
        peer.total,
        peer.version,
        peer.script,
        peer.style,
        peer.fonts,
        share(total, peer.total)
    );
    println!("\nFetched when a page is opened:");
    let pages = print_all(root, web, &later)?;
    println!("{:>9}  in all, with every page opened once", total + pages);
    println!("\nOf it data of the rules:");
    let core = root.join("core/src");
    report_data("Unicode tables", &tables(&core)?, UNICODE_BUDGET, &first, &later)?;
    report_data("common passwords", &[core.join("password/common.txt")], COMMON_BUDGET, &first, &later)?;

    ensure!(total <= TOTAL_BUDGET, "a first visit transfers {total} bytes, over the budget of {TOTAL_BUDGET}");
    ensure!(share(total, peer.total) <= PEER_SHARE, "a first visit is more than {PEER_SHARE} of Keycloak's");
    ensure!(usable <= USABLE_BUDGET, "the form can be used after {usable} bytes, over the budget of {USABLE_BUDGET}");
    ensure!(wasm <= WASM_BUDGET, "its WebAssembly has {wasm} bytes, over the budget of {WASM_BUDGET}");
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files")]
fn share(ours: u64, theirs: u64) -> f64 {
    ours as f64 / theirs as f64
}

/// Prints the size of `data`, and fails over `budget`, or where a first visit fetches any of it.
fn report_data(what: &str, data: &[PathBuf], budget: u64, first: &[PathBuf], later: &[PathBuf]) -> Result<()> {
    let mut total = 0;
    for file in data {
        let contents = std::fs::read(file)?;
        let beginning = contents.get(..48).context("a table of a few bytes can't be told from others")?;
        ensure!(!any_holds(first, beginning)?, "a first visit fetches {}", file.display());
        ensure!(any_holds(later, beginning)?, "no page fetches {} as it is", file.display());
        total += crate::client::brotli(&contents)?.len() as u64;
    }
    println!("{total:>9}  {what} (budget {budget})");
    ensure!(total <= budget, "the {what} have {total} bytes, over the budget of {budget}");
    Ok(())
}

fn any_holds(files: &[PathBuf], bytes: &[u8]) -> Result<bool> {
    for file in files {
        if std::fs::read(file)?.windows(bytes.len()).any(|part| part == bytes) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The rules' Unicode tables.
fn tables(core: &Path) -> Result<Vec<PathBuf>> {
    let files = std::fs::read_dir(core.join("unicode"))?.map(|entry| Ok(entry?.path()));
    let files = files.collect::<Result<Vec<_>>>()?;
    Ok(files.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "bin")).collect())
}

/// The files of a first visit (the page, all that it names, and what the browser is to keep) and the others.
fn visits(web: &Path, page: &str) -> Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    // The last two are fetched once all else is there.
    let mut first = ["index.html", "offline.en.html", "sw.js"].map(|name| web.join(name)).to_vec();
    let mut later = Vec::new();
    let mut entries =
        std::fs::read_dir(web.join("assets"))?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "br" || extension == "gz") {
            continue;
        }
        if page.contains(&name) { first.push(path) } else { later.push(path) }
    }
    Ok((first, later))
}

/// Prints each file, and of a large program what it spends its bytes on.
fn print_all(root: &Path, web: &Path, files: &[PathBuf]) -> Result<u64> {
    for file in files {
        let name = file.strip_prefix(web).unwrap_or(file);
        let size = bytes(file)?;
        println!("{size:>9}  {}", name.display());
        if is_wasm(file) && size >= TOLD_OF {
            functions::of(root, &file.file_name().unwrap_or_default().to_string_lossy())?.print();
        }
    }
    sum(files)
}

fn sum(files: &[PathBuf]) -> Result<u64> {
    files.iter().map(|file| bytes(file)).sum()
}

/// Bytes of the brotli copy, which is what a browser is sent.
fn bytes(file: &Path) -> Result<u64> {
    let copy = crate::client::compressed(file);
    Ok(std::fs::metadata(&copy).with_context(|| format!("{} is missing", copy.display()))?.len())
}

/// Whether the first page is drawn by it: the document holds its styles.
fn is_seen(file: &Path) -> bool {
    file.ends_with("index.html")
}

fn is_wasm(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "wasm")
}
