//! `docs/rules.md`, made of a [`Trace`].

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use super::core::{Decider, Kind};
use super::mention::RuleId;
use super::page::Page;
use super::proof::{self, Proof};
use super::sheet::{Rule, SHEET, Source};
use super::trace::{self, Trace};

/// Most items of core, of one sort, that are listed of a rule.
const MOST: usize = 8;

const INTRODUCTION: &str = "\
What the service must do, one rule an id, and for each: what decides it, what proves it, and where it is
seen. Numbers in the sentences are those of the default preset, `seed-2018`; each is a setting.

`cargo nextest run r17_` runs the tests of R17; a test that proves several rules begins with all of their ids.
";

/// The text of the file.
pub(super) fn write(trace: &Trace) -> String {
    let mut text = String::new();
    // Writing to a string never fails.
    let _ = document(&mut text, trace);
    text
}

fn document(text: &mut String, trace: &Trace) -> fmt::Result {
    writeln!(text, "<!-- Written by `cargo xtask rules` from {SHEET} and the code: change those, and run it. -->\n")?;
    writeln!(text, "# The rules\n\n{INTRODUCTION}")?;
    overview(text, trace)?;
    for section in &trace.sheet.sections {
        writeln!(text, "\n## {}", section.title)?;
        for rule in &section.rules {
            chapter(text, trace, rule)?;
        }
    }
    Ok(())
}

fn overview(text: &mut String, trace: &Trace) -> fmt::Result {
    writeln!(text, "| rule | tests | properties | journeys | endpoints | pages |")?;
    writeln!(text, "|---|--:|--:|--:|--:|--:|")?;
    for rule in trace.sheet.rules() {
        let count =
            |kinds: &[proof::Kind]| trace.proofs_of(rule.id).filter(|proof| kinds.contains(&proof.kind)).count();
        let counts = [
            count(&[proof::Kind::Test]),
            count(&[proof::Kind::Property, proof::Kind::Model]),
            count(&[proof::Kind::Journey]),
            trace.endpoints.iter().filter(|endpoint| endpoint.rules.contains(&rule.id)).count(),
            pages_of(trace, rule.id).len(),
        ];
        let counts = counts.map(|count| if count == 0 { String::new() } else { format!("{count} ") });
        let heading = heading(rule);
        writeln!(text, "| [{heading}](#{}) | {}|", anchor(&heading), counts.join("| "))?;
    }
    Ok(())
}

fn chapter(text: &mut String, trace: &Trace, rule: &Rule) -> fmt::Result {
    let sentence = trace::filled_in(&rule.sentence, &trace.settings).unwrap_or_else(|_| rule.sentence.clone());
    writeln!(text, "\n### {}\n\n{}\n", heading(rule), sentence.trim())?;
    let sources: Vec<&str> = rule.source.iter().map(|source| of_source(*source)).collect();
    writeln!(text, "- **Comes from** {}", sources.join(", and "))?;
    row(text, "Decided in core by", &items(trace, rule.id, &[Kind::Function, Kind::Type]))?;
    row(text, "In the modules", &items(trace, rule.id, &[Kind::Module]))?;
    row(text, "Its cases in core", &items(trace, rule.id, &[Kind::Case]))?;
    let settings = trace.settings.iter().filter(|setting| setting.rules.contains(&rule.id));
    let settings = settings.map(|setting| match &setting.value {
        Some(value) => format!("`{}` ({value})", setting.name),
        None => format!("`{}`", setting.name),
    });
    row(text, "Set by", &settings.collect::<Vec<_>>())?;
    let endpoints = trace.endpoints.iter().filter(|endpoint| endpoint.rules.contains(&rule.id));
    let endpoints =
        endpoints.map(|endpoint| code_link(&format!("{} {}", endpoint.method, endpoint.path), &endpoint.file));
    row(text, "Endpoints", &endpoints.collect::<Vec<_>>())?;
    let pages = pages_of(trace, rule.id);
    row(text, "Pages", &pages.iter().map(|page| code_link(&page.path, &page.file)).collect::<Vec<_>>())?;
    let choices = trace.choices.iter().filter(|choice| choice.rules.contains(&rule.id));
    let choices = choices.map(|choice| link(&choice.title, &choice.file));
    row(text, "Choices made", &choices.collect::<Vec<_>>())?;
    let evidence = rule.evidence.iter().map(|evidence| link(&evidence.shows, &evidence.file));
    row(text, "Held up beside tests by", &evidence.collect::<Vec<_>>())?;
    proofs(text, trace, rule.id)
}

fn row(text: &mut String, name: &str, entries: &[String]) -> fmt::Result {
    if entries.is_empty() { Ok(()) } else { writeln!(text, "- **{name}** {}", entries.join(", ")) }
}

/// Functions first; of many, those nearest to the rule.
fn items(trace: &Trace, rule: RuleId, kinds: &[Kind]) -> Vec<String> {
    let mut items: Vec<&Decider> = trace.deciders.iter().filter(|item| kinds.contains(&item.kind)).collect();
    items.retain(|item| item.distance(rule).is_some());
    items.sort_by_key(|item| (item.kind, item.distance(rule), &item.path));
    let more = items.len().saturating_sub(MOST);
    items.truncate(MOST);
    items.sort_by_key(|item| (item.kind, &item.path));
    let mut listed: Vec<String> = items.iter().map(|item| code_link(&item.path, &item.file)).collect();
    if more > 0 {
        listed.push(format!("and {more} more"));
    }
    listed
}

/// The pages that show a rule, each once, with the first of its files that names it.
fn pages_of(trace: &Trace, rule: RuleId) -> Vec<&Page> {
    let mut pages: BTreeMap<&str, &Page> = BTreeMap::new();
    for page in trace.pages.iter().filter(|page| page.rules.contains(&rule)) {
        pages.entry(&page.path).or_insert(page);
    }
    pages.into_values().collect()
}

/// Tests by where they are, properties apart.
fn proofs(text: &mut String, trace: &Trace, rule: RuleId) -> fmt::Result {
    let mut groups: BTreeMap<(usize, &str), Vec<&Proof>> = BTreeMap::new();
    for proof in trace.proofs_of(rule) {
        groups.entry(group(proof)).or_default().push(proof);
    }
    if groups.is_empty() {
        return writeln!(text, "- **No test** yet");
    }
    for ((_, name), proofs) in groups {
        writeln!(text, "- **{name}**")?;
        for proof in proofs {
            writeln!(text, "  - {}", code_link(&proof.name, &proof.file))?;
        }
    }
    Ok(())
}

/// The heading under which a proof stands, and that heading's place.
fn group(proof: &Proof) -> (usize, &'static str) {
    let crates = ["core/", "server/", "frontend/"].map(|folder| proof.file.starts_with(folder));
    match (proof.kind, crates) {
        (proof::Kind::Test, [true, ..]) => (0, "Tests in core"),
        (proof::Kind::Property, _) => (1, "Properties, over generated inputs"),
        (proof::Kind::Model, _) => (2, "Properties, over every reachable state"),
        (proof::Kind::Test, [_, true, _]) => (3, "Tests of the server"),
        (proof::Kind::Test, [.., true]) => (4, "Tests of the pages"),
        (proof::Kind::Journey, _) => (5, "Journeys in a browser, at both widths"),
        (proof::Kind::Test, _) if proof.file.starts_with("tests/tests/") => (6, "Other tests in a browser"),
        (proof::Kind::Test, _) => (7, "Other tests"),
    }
}

fn of_source(source: Source) -> &'static str {
    match source {
        Source::Faq => "the service's FAQ of February 2018",
        Source::Published => "what the service or a standard publishes",
        Source::Own => "our own choice",
    }
}

fn heading(rule: &Rule) -> String {
    format!("{}: {}", rule.id, rule.title)
}

/// The anchor that a heading gets.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || [' ', '-'].contains(c));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn code_link(code: &str, file: &str) -> String {
    link(&format!("`{code}`"), file)
}

/// A link from `docs` to a file, given by its path from the workspace's folder.
fn link(words: &str, file: &str) -> String {
    match file.strip_prefix("docs/") {
        Some(beside) => format!("[{words}]({beside})"),
        None => format!("[{words}](../{file})"),
    }
}
