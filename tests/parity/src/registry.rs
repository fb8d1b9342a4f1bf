//! The rules by name.

use crate::rule::{
    account, allocation, application, calendar, case, decision, directory, field, form, help, instant, mailbox, mobile,
    password, policy, recovery, request, security, username, vouching,
};

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

/// What is typed into an application's form.
const APPLICATION: &[&str] = &[
    "practice_name",
    "ods_code",
    "first_name",
    "last_name",
    "personal_email",
    "mobile",
    "account_address",
    "name",
    "sponsored_address",
    "sponsor",
];

/// Every rule.
pub const RULES: [Rule; 41] = [
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
    typed("name", &["text"], field::judge_name),
    typed("email", &["text", "other"], field::judge_email),
    typed("ods-code", &["text"], field::judge_ods_code),
    typed("organisation-name", &["text"], field::judge_organisation_name),
    typed("mailbox-address", &["text"], field::judge_mailbox_address),
    typed("named-mailbox", &["text"], field::judge_named_mailbox),
    typed("note", &["text"], field::judge_note),
    typed("one-time-code", &["text"], field::judge_code),
    plain("new-one-time-code", field::judge_new_code),
    typed("profile", &["work_telephone", "job_role", "specialties"], request::judge_profile),
    typed("application", APPLICATION, application::judge),
    typed("join", &["first_name", "last_name", "personal_email", "mobile"], request::judge_join),
    typed("enquiry", &["first_name", "last_name", "ods_code", "mailbox_name"], request::judge_enquiry),
    typed("vouch", &["username", "mobile"], request::judge_vouch),
    typed("mailbox-member", &["username"], request::judge_mailbox_member),
    typed("username-allocation", &["first_name", "last_name"], allocation::judge),
    plain("recovery", recovery::judge),
    plain("allowance", recovery::judge_allowance),
    plain("guesses", recovery::judge_guesses),
    plain("mailbox", mailbox::judge),
    plain("who-can-help", help::judge),
    plain("london", help::judge_london),
    plain("application-history", decision::judge_application),
    plain("joining", decision::judge_joining),
    plain("vouching", vouching::judge),
    plain("case", case::judge),
];

/// The rule of this name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    static ALL: &[Rule] = &RULES;
    ALL.iter().find(|rule| rule.name == name)
}
