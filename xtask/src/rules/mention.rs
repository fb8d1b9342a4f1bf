//! Where a text or a test's name names rules.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;

/// A rule, written `R17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub(super) struct RuleId(pub(super) u16);

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.0)
    }
}

/// The rules that a text names: `R17`, `R24–R28`, `R1 to R7`. What stands in backticks is an example of
/// how a rule is written, and names none.
pub(super) fn in_text(text: &str) -> BTreeSet<RuleId> {
    let text = without_code(text);
    let mut rules = BTreeSet::new();
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let starts_a_word = !is_of_a_word(before);
        before = character;
        let Some((first, rest)) = text.get(at..).filter(|_| starts_a_word).and_then(at_the_start) else { continue };
        let last = ["–", "-", " to "].iter().find_map(|joint| at_the_start(rest.strip_prefix(joint)?));
        rules.extend((first..=last.map_or(first, |(last, _)| last)).map(RuleId));
    }
    rules
}

/// The rules with which the name of a test begins: `r9_r14_a_bookmark_leads_there` names two.
pub(super) fn in_name(name: &str) -> BTreeSet<RuleId> {
    name.split('_').map_while(|part| part.strip_prefix('r')?.parse().ok()).map(RuleId).collect()
}

fn at_the_start(text: &str) -> Option<(u16, &str)> {
    let text = text.strip_prefix('R')?;
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.strip_suffix(rest)?.parse().ok()?;
    (!rest.starts_with(is_of_a_word)).then_some((number, rest))
}

fn is_of_a_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn without_code(text: &str) -> String {
    let mut is_fenced = false;
    let mut prose = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    prose.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(rules: &BTreeSet<RuleId>) -> Vec<u16> {
        rules.iter().map(|rule| rule.0).collect()
    }

    #[test]
    fn a_text_names_rules_alone_in_lists_and_in_ranges() {
        assert_eq!(ids(&in_text("Signing in (R8, R10 and R14).")), [8, 10, 14]);
        assert_eq!(ids(&in_text("Leaving (R24–R28); applying (R1 to R3), R5-R6")), [1, 2, 3, 5, 6, 24, 25, 26, 27, 28]);
        assert_eq!(ids(&in_text("R17: none of HR3, R2D2, R_4, R and R99999999")), [17]);
    }

    #[test]
    fn an_example_in_backticks_names_no_rule() {
        assert_eq!(ids(&in_text("The rule, such as `R17` (R34).\n```\nR1\n```\nR2")), [2, 34]);
    }

    #[test]
    fn a_tests_name_begins_with_its_rules() {
        assert_eq!(ids(&in_name("r9_r14_a_bookmark_leads_there_r8_once")), [9, 14]);
        assert_eq!(ids(&in_name("a_rule_of_r8")), Vec::<u16>::new());
        assert_eq!(ids(&in_name("really_r8")), Vec::<u16>::new());
    }
}
