//! How long the rules take in Chromium: any form in WebAssembly, with the crossing from JavaScript and back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::extract::{Path as Segment, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use enamel_tests::{Browser, Width};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::report::{Line, Target};

/// Microseconds that judging a form may take, but for one in a hundred.
const FORM: f64 = 200.0;
/// The middle one of so many blocks of rounds counts.
const BLOCKS: u32 = 7;
const ROUNDS: u32 = 30;
/// Of each form so many inputs of the corpus, the longest first.
const INPUTS: u32 = 40;
/// Longer ones nobody types: they are there to be refused.
const LONGEST: usize = 4000;
const FORMS: [&str; 9] = [
    "sign-in",
    "activation",
    "change-password",
    "profile",
    "application",
    "join",
    "enquiry",
    "vouch",
    "mailbox-member",
];

/// The form that takes longest, to the 200 µs allowed.
pub(crate) fn forms(_: &Path) -> Result<Line> {
    let lines = lines()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let times = runtime.block_on(times(&lines))?;
    for (form, micros) in &times {
        eprintln!("  {micros:8.0} µs  {form}, but for one in a hundred");
    }
    let (form, micros) = times.iter().max_by(|one, other| one.1.total_cmp(other.1)).context("no form was judged")?;
    Ok(Line {
        what: "judging a form in Chromium, the slowest, p99",
        figure: format!("{micros:.0} µs ({form})"),
        reference: format!("{FORM} µs"),
        ratio: micros / FORM,
        target: Target::AtMost(1.0),
    })
}

#[derive(Deserialize)]
struct Entry {
    rule: String,
    input: Value,
}

/// Forms of the corpus, each with its name, the longest first.
fn lines() -> Result<Vec<(String, String)>> {
    let corpus = std::fs::read_to_string("tests/parity/corpus.jsonl")?;
    let mut of_form: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in corpus.lines().filter(|line| line.len() <= LONGEST) {
        let Ok(Entry { rule, mut input }) = serde_json::from_str(line) else { continue };
        if let (Some(form), Some(fields)) = (FORMS.iter().find(|&&form| rule == form), input.as_object_mut()) {
            // What a page knows beforehand, and does not ask.
            fields.retain(|field, _| field != "policy" && field != "person");
            of_form.entry(form).or_default().push(match *form {
                "enquiry" => enquiry(fields).to_string(),
                _ => input.to_string(),
            });
        }
    }
    ensure!(of_form.len() == FORMS.len(), "the corpus has only {:?}", of_form.keys());
    let longest_first = |(form, mut lines): (&str, Vec<String>)| {
        lines.sort_by_key(|line| std::cmp::Reverse(line.len()));
        lines.into_iter().map(|line| (form.to_owned(), line)).collect::<Vec<_>>()
    };
    Ok(of_form.into_iter().flat_map(longest_first).collect())
}

/// The corpus names an enquiry's kind around its fields, the API among them.
fn enquiry(input: &Map<String, Value>) -> Value {
    let Some((kind, Value::Object(fields))) = input.iter().next() else { return Value::Null };
    let mut fields = fields.clone();
    fields.insert("kind".to_owned(), json!(kind));
    Value::Object(fields)
}

async fn times(lines: &[(String, String)]) -> Result<BTreeMap<String, f64>> {
    let folder = PathBuf::from("target/parity");
    ensure!(folder.join("enamel_parity_bg.wasm").is_file(), "{} is empty: run `make parity`", folder.display());
    let router = Router::new().route("/", get(page)).route("/{file}", get(file)).with_state(folder);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}/", listener.local_addr()?);
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    let browser = Browser::start(Width::Wide).await?;
    browser.driver().set_script_timeout(std::time::Duration::from_mins(4)).await?;
    browser.driver().goto(&address).await?;
    let found = browser
        .run_async(include_str!("judging.js"), vec![json!(lines), json!(INPUTS), json!(BLOCKS), json!(ROUNDS)])
        .await;
    browser.quit().await?;
    serving.abort();
    let times: BTreeMap<String, f64> = serde_json::from_value(found?)?;
    ensure!(times.len() == FORMS.len(), "only {:?} were judged", times.keys());
    Ok(times)
}

const ISOLATED: [(HeaderName, &str); 2] = [
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
];

async fn page() -> Response {
    (ISOLATED, [(CONTENT_TYPE, "text/html; charset=utf-8")], "<!doctype html><title>judging</title>").into_response()
}

async fn file(State(folder): State<PathBuf>, Segment(name): Segment<String>) -> Response {
    let kind = match name.as_str() {
        "enamel_parity.js" => "text/javascript",
        "enamel_parity_bg.wasm" => "application/wasm",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    match tokio::fs::read(folder.join(name)).await {
        Ok(bytes) => (ISOLATED, [(CONTENT_TYPE, kind)], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
