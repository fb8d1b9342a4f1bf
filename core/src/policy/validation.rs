//! What a policy must not be: one that contradicts itself.

use super::Policy;
use crate::password::COMMON_MINIMUM_LENGTH;

/// A policy that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyContradiction {
    /// More characters needed than allowed.
    #[error("`{0}_minimum_length` is above `{0}_maximum_length`")]
    Length(&'static str),
    /// There are four classes, and each needs a character.
    #[error("`password_classes` must be at most 4 and at most `password_minimum_length`")]
    Classes,
    /// The list of common passwords has no shorter entries than this.
    #[error("`refuse_common_passwords` needs minimum lengths of at least {0}: the list has no shorter entries")]
    CommonPasswords(u32),
    /// Warnings that would not fall before their deadline, or not in falling order.
    #[error("`{0}` must fall, and lie between 1 and the days of what it warns of")]
    Steps(&'static str),
    /// A period of no length would never let anybody in.
    #[error("`{0}` must be at least 1")]
    Zero(&'static str),
    /// A temporary password needs room for each kind of character.
    #[error("`temporary_password_length` must lie between 8 and 32")]
    TemporaryPassword,
    /// More questions than the service has.
    #[error("`security_questions` must be at most {0}")]
    Questions(usize),
    /// Answers open the recovery, but nobody is asked to set any.
    #[error("`recovery_by_answers` needs `security_questions`")]
    Answers,
    /// A setting is above what a request can carry or a person can bear.
    #[error("`{0}` must be at most {1}")]
    Above(&'static str, u32),
    /// Codes of fewer digits are guessed too soon, of more mistyped too often.
    #[error("`code_digits` must lie between 6 and 9")]
    CodeDigits,
    /// More in a shorter time than in a longer one.
    #[error("`{0}` must be at most `{1}`")]
    Order(&'static str, &'static str),
    /// A lock would outlast the time after which codes are sent again, so that recovery could not open it.
    #[error("`lock_maximum_minutes` must be at most 1440: recovery opens a lock, and its codes are counted by the day")]
    LockOutlastsRecovery,
    /// The team would never be there.
    #[error("`team_opens_hour` must be before `team_closes_hour`, which is at most 24")]
    OpeningHours,
}

impl Policy {
    /// Refuses a policy that contradicts itself.
    ///
    /// # Errors
    /// The first [`PolicyContradiction`] found.
    pub fn validate(&self) -> Result<(), PolicyContradiction> {
        self.validate_texts()?;
        self.validate_periods()?;
        self.validate_steps()?;
        self.validate_recovery()?;
        at_most("toolkit_minimum_level", self.toolkit_minimum_level, HIGHEST_TOOLKIT_LEVEL)?;
        at_most("application_people", self.application_people, MOST_PEOPLE)?;
        if self.team_opens_hour >= self.team_closes_hour || self.team_closes_hour > 24 {
            return Err(PolicyContradiction::OpeningHours);
        }
        Ok(())
    }

    /// Passwords, answers, temporary passwords.
    fn validate_texts(&self) -> Result<(), PolicyContradiction> {
        for (name, least, most) in [
            ("password", self.password_minimum_length, self.password_maximum_length),
            ("security_answer", self.security_answer_minimum_length, self.security_answer_maximum_length),
        ] {
            if least > most {
                return Err(PolicyContradiction::Length(name));
            }
        }
        at_most("password_maximum_length", self.password_maximum_length, LONGEST_TEXT)?;
        at_most("security_answer_maximum_length", self.security_answer_maximum_length, LONGEST_TEXT)?;
        at_most("password_history", self.password_history, LONGEST_HISTORY)?;
        in_order(
            "password_minimum_length_with_second_factor",
            self.password_minimum_length_with_second_factor,
            "password_minimum_length",
            self.password_minimum_length,
        )?;
        if self.password_classes > 4 || self.password_classes > self.password_minimum_length_with_second_factor {
            return Err(PolicyContradiction::Classes);
        }
        if self.refuse_common_passwords && self.password_minimum_length_with_second_factor < COMMON_MINIMUM_LENGTH {
            return Err(PolicyContradiction::CommonPasswords(COMMON_MINIMUM_LENGTH));
        }
        if !(8..=32).contains(&self.temporary_password_length) {
            return Err(PolicyContradiction::TemporaryPassword);
        }
        let questions = crate::security_question::QUESTIONS.len();
        if self.security_questions as usize > questions {
            return Err(PolicyContradiction::Questions(questions));
        }
        Ok(())
    }

    /// What must not be nothing.
    fn validate_periods(&self) -> Result<(), PolicyContradiction> {
        for (name, period) in [
            ("password_minimum_length", self.password_minimum_length),
            ("password_minimum_length_with_second_factor", self.password_minimum_length_with_second_factor),
            ("password_days", self.password_days.unwrap_or(1)),
            ("sign_in_days", self.sign_in_days),
            ("inactive_days", self.inactive_days),
            ("temporary_password_days", self.temporary_password_days),
            ("session_idle_minutes", self.session_idle_minutes),
            ("session_minutes", self.session_minutes),
            ("proof_minutes", self.proof_minutes),
            ("code_minutes", self.code_minutes),
            ("code_tries", self.code_tries),
            ("codes_an_hour", self.codes_an_hour),
            ("lock_tries", self.lock_tries),
            ("lock_minutes", self.lock_minutes),
            ("vouching_days", self.vouching_days),
            ("leaver_days", self.leaver_days),
            ("disabled_months", self.disabled_months),
            ("mailbox_nudge_days", self.mailbox_nudge_days),
            ("application_draft_days", self.application_draft_days),
            ("application_people", self.application_people),
        ] {
            if period == 0 {
                return Err(PolicyContradiction::Zero(name));
            }
        }
        Ok(())
    }

    /// Warnings before their deadlines.
    fn validate_steps(&self) -> Result<(), PolicyContradiction> {
        // The same warnings go out before the deletion of an account that stays disabled.
        let disabled = self.disabled_months.saturating_mul(SHORTEST_MONTH);
        for (name, steps, period) in [
            ("reminder_days", &self.reminder_days, self.password_days.unwrap_or(0)),
            ("inactivity_warning_days", &self.inactivity_warning_days, self.sign_in_days),
            ("deletion_warning_days", &self.deletion_warning_days, self.inactive_days.min(disabled)),
            ("leaver_warning_days", &self.leaver_warning_days, self.leaver_days),
        ] {
            let falling = steps.iter().zip(steps.iter().skip(1)).all(|(earlier, later)| earlier > later);
            if !falling || steps.iter().any(|&step| step == 0 || step >= period) {
                return Err(PolicyContradiction::Steps(name));
            }
        }
        Ok(())
    }

    /// Codes, locks, vouching.
    fn validate_recovery(&self) -> Result<(), PolicyContradiction> {
        if self.recovery_by_answers && self.security_questions == 0 {
            return Err(PolicyContradiction::Answers);
        }
        if !(6..=9).contains(&self.code_digits) {
            return Err(PolicyContradiction::CodeDigits);
        }
        in_order("codes_an_hour", self.codes_an_hour, "codes_a_day", self.codes_a_day)?;
        at_most("codes_a_day", self.codes_a_day, MOST_CODES)?;
        in_order("lock_minutes", self.lock_minutes, "lock_maximum_minutes", self.lock_maximum_minutes)?;
        if self.lock_maximum_minutes > MINUTES_A_DAY {
            return Err(PolicyContradiction::LockOutlastsRecovery);
        }
        in_order(
            "vouching_hold_hours",
            self.vouching_hold_hours,
            "vouching_days",
            self.vouching_days.saturating_mul(24),
        )
    }
}

/// What a form's text may have at most: several of them have to fit into one request.
const LONGEST_TEXT: u32 = 1000;
/// Each earlier password costs a slow hash when a new one is chosen.
const LONGEST_HISTORY: u32 = 24;
/// Each code's time is kept for a day.
const MOST_CODES: u32 = 100;
/// The Information Governance Toolkit has levels 0 to 3.
const HIGHEST_TOOLKIT_LEVEL: u32 = 3;
/// Each person of a form is compared with every other.
const MOST_PEOPLE: u32 = 100;
const MINUTES_A_DAY: u32 = 24 * 60;
/// In days.
const SHORTEST_MONTH: u32 = 28;

fn at_most(name: &'static str, value: u32, most: u32) -> Result<(), PolicyContradiction> {
    if value > most { Err(PolicyContradiction::Above(name, most)) } else { Ok(()) }
}

fn in_order(less_name: &'static str, less: u32, more_name: &'static str, more: u32) -> Result<(), PolicyContradiction> {
    if less > more { Err(PolicyContradiction::Order(less_name, more_name)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_that_contradicts_itself_is_refused() {
        let seed = Policy::seed_2018;
        for (policy, contradiction) in [
            (Policy { password_minimum_length: 257, ..seed() }, PolicyContradiction::Length("password")),
            (Policy { password_classes: 5, ..seed() }, PolicyContradiction::Classes),
            (Policy { password_minimum_length_with_second_factor: 2, ..seed() }, PolicyContradiction::Classes),
            (
                Policy { password_minimum_length_with_second_factor: 7, ..seed() },
                PolicyContradiction::CommonPasswords(COMMON_MINIMUM_LENGTH),
            ),
            (
                Policy { password_minimum_length: 7, ..seed() },
                PolicyContradiction::Order("password_minimum_length_with_second_factor", "password_minimum_length"),
            ),
            (
                Policy { password_maximum_length: 5000, ..seed() },
                PolicyContradiction::Above("password_maximum_length", 1000),
            ),
            (Policy { security_questions: 0, ..seed() }, PolicyContradiction::Answers),
            (Policy { code_digits: 4, ..seed() }, PolicyContradiction::CodeDigits),
            (Policy { codes_an_hour: 7, ..seed() }, PolicyContradiction::Order("codes_an_hour", "codes_a_day")),
            (
                Policy { lock_minutes: 1441, ..seed() },
                PolicyContradiction::Order("lock_minutes", "lock_maximum_minutes"),
            ),
            (Policy { lock_maximum_minutes: 1441, ..seed() }, PolicyContradiction::LockOutlastsRecovery),
            (Policy { leaver_warning_days: vec![30], ..seed() }, PolicyContradiction::Steps("leaver_warning_days")),
            (
                Policy { inactive_days: 900, deletion_warning_days: vec![504], ..seed() },
                PolicyContradiction::Steps("deletion_warning_days"),
            ),
            (Policy { toolkit_minimum_level: 4, ..seed() }, PolicyContradiction::Above("toolkit_minimum_level", 3)),
            (Policy { application_people: 101, ..seed() }, PolicyContradiction::Above("application_people", 100)),
            (Policy { application_people: 0, ..seed() }, PolicyContradiction::Zero("application_people")),
            (Policy { team_opens_hour: 17, ..seed() }, PolicyContradiction::OpeningHours),
            (Policy { reminder_days: vec![90], ..seed() }, PolicyContradiction::Steps("reminder_days")),
            (Policy { reminder_days: vec![1, 2], ..seed() }, PolicyContradiction::Steps("reminder_days")),
            (
                Policy { reminder_days: vec![1], password_days: None, ..seed() },
                PolicyContradiction::Steps("reminder_days"),
            ),
            (Policy { sign_in_days: 0, ..seed() }, PolicyContradiction::Zero("sign_in_days")),
            (Policy { temporary_password_length: 3, ..seed() }, PolicyContradiction::TemporaryPassword),
            (
                Policy { security_questions: 99, ..seed() },
                PolicyContradiction::Questions(crate::security_question::QUESTIONS.len()),
            ),
        ] {
            assert_eq!(policy.validate(), Err(contradiction));
        }
    }
}
