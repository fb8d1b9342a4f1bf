//! Holds the verdicts of both sides against each other.

use std::collections::BTreeMap;

/// How many disagreements are printed in full.
const SHOWN: usize = 5;

/// What came of the comparison so far.
#[derive(Default)]
pub(crate) struct Comparison {
    inputs: usize,
    disagreements: usize,
    missing: usize,
    malformed: usize,
    accepted: usize,
    refused: usize,
    of_rule: BTreeMap<String, usize>,
}

impl Comparison {
    /// Compares the verdicts on `lines`; where the browser gave fewer, the last ones are missing.
    pub(crate) fn add(&mut self, lines: &[String], native: &[String], browser: &[String]) {
        self.inputs += lines.len();
        self.missing += lines.len().saturating_sub(browser.len());
        for ((line, native), browser) in lines.iter().zip(native).zip(browser) {
            self.count(line, native);
            if native != browser {
                self.disagreements += 1;
                if self.disagreements <= SHOWN {
                    println!(
                        "\ndisagreement {}\n  input   {line}\n  native  {native}\n  browser {browser}",
                        self.disagreements
                    );
                }
            }
        }
    }

    fn count(&mut self, line: &str, verdict: &str) {
        if verdict.starts_with(r#"{"malformed""#) {
            self.malformed += 1;
        } else if verdict.contains(r#""refused":"#) {
            self.refused += 1;
        } else {
            self.accepted += 1;
        }
        let rule = line.split('"').nth(3).unwrap_or_default();
        if let Some(rule) = enamel_parity::rule(rule) {
            *self.of_rule.entry(rule.name.to_owned()).or_default() += 1;
        }
    }

    /// Prints the figures; whether all is well.
    pub(crate) fn report(&self) -> bool {
        println!();
        for (rule, count) in &self.of_rule {
            println!("{count:>8} {rule}");
        }
        println!("{} accepted, {} refused, {} malformed", self.accepted, self.refused, self.malformed);
        if self.missing > 0 {
            println!("the browser's side gave no verdict on {} inputs", self.missing);
        }
        println!("{} inputs, {} disagreements", self.inputs, self.disagreements + self.missing);
        self.disagreements == 0 && self.missing == 0 && self.inputs > 0
    }
}
