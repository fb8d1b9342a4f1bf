//! Every number of the rules, as a field; three presets.

use serde::{Deserialize, Serialize};

use crate::time::Span;

/// What a password must not contain, compared by case-folded NFC forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Excluded {
    /// Nothing: only whole passwords are refused.
    Nothing,
    /// The username without its domain.
    Username,
    /// The username, the first name and the last name.
    UsernameAndNames,
}

/// The numbers that the rules work with. The default is [`Policy::seed_2018`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Policy {
    /// Fewest characters of a password (Unicode scalar values after NFC).
    pub password_minimum_length: u32,
    /// Most characters of a password.
    pub password_maximum_length: u32,
    /// How many of the four classes (upper case, lower case, digit, other) a password has; 0 to 4.
    pub password_classes: u32,
    /// What a password must not contain.
    pub password_excluded: Excluded,
    /// How many passwords back may not be used again (R17).
    pub password_history: u32,
    /// Whether the list of common passwords is consulted.
    pub refuse_common_passwords: bool,
    /// Days until a password expires (R13); `None`: never.
    pub password_days: Option<u32>,
    /// Reminders go out this many days before the expiry, falling (R13).
    pub reminder_days: Vec<u32>,
    /// How many of the last reminders go out by text as well (R13).
    pub reminder_text_steps: u32,
    /// How many security questions are set at activation (R9).
    pub security_questions: u32,
    /// Fewest characters of a security answer.
    pub security_answer_minimum_length: u32,
    /// Most characters of a security answer.
    pub security_answer_maximum_length: u32,
    /// Days without a sign-in until an account is inactive (R15).
    pub sign_in_days: u32,
    /// Days that an account stays inactive before it is deleted (R15).
    pub inactive_days: u32,
    /// Warnings of inactivity go out this many days before, falling.
    pub inactivity_warning_days: Vec<u32>,
    /// Warnings of deletion go out this many days before, falling.
    pub deletion_warning_days: Vec<u32>,
    /// Days that a temporary password works (R10).
    pub temporary_password_days: u32,
    /// Characters of a temporary password (R10).
    pub temporary_password_length: u32,
    /// Minutes without a request until a session ends.
    pub session_idle_minutes: u32,
    /// Minutes until a session ends in any case.
    pub session_minutes: u32,
}

/// The names of the presets, as configuration writes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Preset {
    /// The FAQ of February 2018.
    #[default]
    #[serde(rename = "seed-2018")]
    Seed2018,
    /// NHSmail's password policy of 2019.
    #[serde(rename = "nhsmail-2019")]
    Nhsmail2019,
    /// NIST SP 800-63B-4 and the NHS service manual.
    #[serde(rename = "modern")]
    Modern,
}

/// A policy that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyContradiction {
    /// More characters needed than allowed.
    #[error("`{0}_minimum_length` is above `{0}_maximum_length`")]
    Length(&'static str),
    /// There are four classes, and each needs a character.
    #[error("`password_classes` must be at most 4 and at most `password_minimum_length`")]
    Classes,
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
}

impl Default for Policy {
    fn default() -> Self {
        Self::seed_2018()
    }
}

impl From<Preset> for Policy {
    fn from(preset: Preset) -> Self {
        match preset {
            Preset::Seed2018 => Self::seed_2018(),
            Preset::Nhsmail2019 => Self::nhsmail_2019(),
            Preset::Modern => Self::modern(),
        }
    }
}

impl Policy {
    /// The FAQ of February 2018 and what was in force beside it.
    #[must_use]
    pub fn seed_2018() -> Self {
        Self {
            password_minimum_length: 8,
            password_maximum_length: 256,
            password_classes: 3,
            password_excluded: Excluded::Username,
            password_history: 4,
            refuse_common_passwords: true,
            password_days: Some(90),
            reminder_days: vec![18, 10, 5, 2, 1],
            reminder_text_steps: 2,
            security_questions: 3,
            security_answer_minimum_length: 2,
            security_answer_maximum_length: 256,
            sign_in_days: 90,
            inactive_days: 90,
            inactivity_warning_days: vec![30, 14, 7, 1],
            deletion_warning_days: vec![60, 30, 14, 7, 1],
            temporary_password_days: 14,
            temporary_password_length: 12,
            session_idle_minutes: 30,
            session_minutes: 12 * 60,
        }
    }

    /// NHSmail's password policy of 2019.
    #[must_use]
    pub fn nhsmail_2019() -> Self {
        Self {
            password_minimum_length: 10,
            password_classes: 0,
            password_excluded: Excluded::UsernameAndNames,
            password_days: Some(365),
            ..Self::seed_2018()
        }
    }

    /// NIST SP 800-63B-4 and the NHS service manual: length instead of rotation and classes.
    #[must_use]
    pub fn modern() -> Self {
        Self {
            password_minimum_length: 15,
            password_classes: 0,
            password_excluded: Excluded::Nothing,
            password_history: 0,
            password_days: None,
            reminder_days: Vec::new(),
            reminder_text_steps: 0,
            security_questions: 0,
            temporary_password_days: 1,
            ..Self::seed_2018()
        }
    }

    /// Until a password expires, if it does.
    #[must_use]
    pub fn password_span(&self) -> Option<Span> {
        self.password_days.map(Span::days)
    }

    /// Refuses a policy that contradicts itself.
    ///
    /// # Errors
    /// The first [`PolicyContradiction`] found.
    pub fn validate(&self) -> Result<(), PolicyContradiction> {
        for (name, least, most) in [
            ("password", self.password_minimum_length, self.password_maximum_length),
            ("security_answer", self.security_answer_minimum_length, self.security_answer_maximum_length),
        ] {
            if least > most {
                return Err(PolicyContradiction::Length(name));
            }
        }
        if self.password_classes > 4 || self.password_classes > self.password_minimum_length {
            return Err(PolicyContradiction::Classes);
        }
        for (name, days) in [
            ("password_minimum_length", self.password_minimum_length),
            ("password_days", self.password_days.unwrap_or(1)),
            ("sign_in_days", self.sign_in_days),
            ("inactive_days", self.inactive_days),
            ("temporary_password_days", self.temporary_password_days),
            ("session_idle_minutes", self.session_idle_minutes),
            ("session_minutes", self.session_minutes),
        ] {
            if days == 0 {
                return Err(PolicyContradiction::Zero(name));
            }
        }
        for (name, steps, period) in [
            ("reminder_days", &self.reminder_days, self.password_days.unwrap_or(0)),
            ("inactivity_warning_days", &self.inactivity_warning_days, self.sign_in_days),
            ("deletion_warning_days", &self.deletion_warning_days, self.inactive_days),
        ] {
            let falling = steps.iter().zip(steps.iter().skip(1)).all(|(earlier, later)| earlier > later);
            if !falling || steps.iter().any(|&step| step == 0 || step >= period) {
                return Err(PolicyContradiction::Steps(name));
            }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_preset_contradicts_itself() {
        for preset in [Preset::Seed2018, Preset::Nhsmail2019, Preset::Modern] {
            assert_eq!(Policy::from(preset).validate(), Ok(()), "{preset:?}");
        }
    }

    #[test]
    fn a_policy_that_contradicts_itself_is_refused() {
        let seed = Policy::seed_2018;
        for (policy, contradiction) in [
            (Policy { password_minimum_length: 257, ..seed() }, PolicyContradiction::Length("password")),
            (Policy { password_classes: 5, ..seed() }, PolicyContradiction::Classes),
            (Policy { password_minimum_length: 2, ..seed() }, PolicyContradiction::Classes),
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
