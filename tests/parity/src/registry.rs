//! The rules by name.

use crate::rule::{account, calendar, directory, form, instant, mobile, password, policy, security, username};

/// A rule that can be judged.
pub struct Rule {
    /// The name under which lines of input call it.
    pub name: &'static str,
    /// The keys of its input that hold what someone typed into a field.
    pub typed: &'static [&'static str],
    pub(crate) judge: fn(&str) -> serde_json::Result<String>,
}

const fn typed(
    name: &'static str,
    typed: &'static [&'static str],
    judge: fn(&str) -> serde_json::Result<String>,
) -> Rule {
    Rule { name, typed, judge }
}

const fn plain(name: &'static str, judge: fn(&str) -> serde_json::Result<String>) -> Rule {
    Rule { name, typed: &[], judge }
}

/// Every rule.
pub const RULES: [Rule; 15] = [
    typed("username", &["text"], username::judge),
    typed("mobile", &["text"], mobile::judge),
    typed("password", &["text"], password::judge),
    plain("temporary-password", password::judge_temporary),
    typed("security-answer", &["text"], security::judge_answer),
    plain("security-question", security::judge_question),
    typed("sign-in", &["username", "password"], form::judge_sign_in),
    typed("activation", &["new_password", "answer"], form::judge_activation),
    typed("change-password", &["current_password", "new_password"], form::judge_change_password),
    plain("instant", instant::judge),
    plain("policy", policy::judge),
    plain("deadlines", account::judge_deadlines),
    plain("clocks", account::judge_clocks),
    plain("calendar", calendar::judge),
    plain("directory-entry", directory::judge),
];

/// The rule of this name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    static ALL: &[Rule] = &RULES;
    ALL.iter().find(|rule| rule.name == name)
}
