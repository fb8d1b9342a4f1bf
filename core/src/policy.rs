//! Every number of the rules, as a field; three presets.

mod validation;

pub use validation::PolicyContradiction;

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
    /// Fewest characters where a second factor is asked for as well.
    pub password_minimum_length_with_second_factor: u32,
    /// Most characters of a password.
    pub password_maximum_length: u32,
    /// How many of the four classes (upper case, lower case, digit, other) a password has; 0 to 4.
    pub password_classes: u32,
    /// What a password must not contain.
    pub password_excluded: Excluded,
    /// How many passwords back may not be used again (R17).
    pub password_history: u32,
    /// Whether the list of common passwords is consulted, whose entries have eight characters and more.
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
    /// Minutes for which a proof (a code, the answers) lets a new password be set, or stands for a
    /// fresh one (R21).
    pub proof_minutes: u32,
    /// Whether the security answers open the recovery (R21).
    pub recovery_by_answers: bool,
    /// Whether a passkey opens the recovery (R21).
    pub recovery_by_passkey: bool,
    /// Digits of a one-time code (R21).
    pub code_digits: u32,
    /// Minutes that a one-time code works.
    pub code_minutes: u32,
    /// Wrong tries after which a one-time code, or the answers of one recovery, are spent.
    pub code_tries: u32,
    /// Most one-time codes sent within an hour, an account.
    pub codes_an_hour: u32,
    /// Most one-time codes sent within 24 hours, an account.
    pub codes_a_day: u32,
    /// Wrong tries in a row after which there is a lock (R23).
    pub lock_tries: u32,
    /// Minutes of the first lock; each further one is twice as long.
    pub lock_minutes: u32,
    /// Minutes of the longest lock.
    pub lock_maximum_minutes: u32,
    /// Days that a vouching may wait for its confirmation (R22); once issued it lapses with its temporary password.
    pub vouching_days: u32,
    /// Hours that a vouching for a number that is not the registered one is held back (R22); 0: not at all.
    pub vouching_hold_hours: u32,
    /// Days from the marking as a leaver to the deletion (R25).
    pub leaver_days: u32,
    /// Warnings of a leaver's deletion go out this many days before, falling.
    pub leaver_warning_days: Vec<u32>,
    /// Most calendar months that an account is disabled (R28).
    pub disabled_months: u32,
    /// Calendar months after a deletion for which its username is given to nobody (R6).
    pub username_reserved_months: u32,
    /// Days without anybody opening a shared mailbox after which its people are nudged (R16).
    pub mailbox_nudge_days: u32,
    /// Lowest toolkit level with which a practice may apply (R2).
    pub toolkit_minimum_level: u32,
    /// Days that the draft of an application is kept after it was last touched (R1).
    pub application_draft_days: u32,
    /// Most people of one application (R1).
    pub application_people: u32,
    /// Hours within which the holder of a number that others typed is told of it only once (R3); 0: each time.
    pub number_holder_told_hours: u32,
    /// Hour at which the dentist administration team opens, London time (R32).
    pub team_opens_hour: u32,
    /// Hour at which it closes.
    pub team_closes_hour: u32,
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
            password_minimum_length_with_second_factor: 8,
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
            proof_minutes: 10,
            recovery_by_answers: true,
            recovery_by_passkey: false,
            code_digits: 6,
            code_minutes: 10,
            code_tries: 5,
            codes_an_hour: 3,
            codes_a_day: 6,
            lock_tries: 10,
            lock_minutes: 15,
            lock_maximum_minutes: 24 * 60,
            vouching_days: 7,
            vouching_hold_hours: 24,
            leaver_days: 30,
            leaver_warning_days: vec![14, 7, 1],
            disabled_months: 18,
            username_reserved_months: 24,
            mailbox_nudge_days: 14,
            toolkit_minimum_level: 2,
            application_draft_days: 30,
            application_people: 20,
            number_holder_told_hours: 24,
            team_opens_hour: 9,
            team_closes_hour: 17,
        }
    }

    /// NHSmail's password policy of 2019.
    #[must_use]
    pub fn nhsmail_2019() -> Self {
        Self {
            password_minimum_length: 10,
            password_minimum_length_with_second_factor: 10,
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
            password_minimum_length_with_second_factor: 12,
            password_classes: 0,
            password_excluded: Excluded::Nothing,
            password_history: 0,
            password_days: None,
            reminder_days: Vec::new(),
            security_questions: 0,
            recovery_by_answers: false,
            recovery_by_passkey: true,
            temporary_password_days: 1,
            ..Self::seed_2018()
        }
    }

    /// Until a password expires, if it does.
    #[must_use]
    pub fn password_span(&self) -> Option<Span> {
        self.password_days.map(Span::days)
    }

    /// The policy for somebody who signs in with a second factor as well: a password may be shorter.
    #[must_use]
    pub fn with_second_factor(&self) -> Self {
        Self { password_minimum_length: self.password_minimum_length_with_second_factor, ..self.clone() }
    }

    /// How many passwords back a new one is compared with: a change to the very same one is none.
    #[must_use]
    pub fn compared_passwords(&self) -> u32 {
        self.password_history.max(1)
    }
}

#[cfg(test)]
mod edges;

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
    fn r9_with_a_second_factor_modern_takes_twelve_characters() {
        use crate::password::{Password, PasswordContext};
        let (twelve, context, modern) = ("dozen-molars".into(), PasswordContext::default(), Policy::modern());
        assert!(Password::parse(&twelve, &context, &modern).is_err());
        assert!(Password::parse(&twelve, &context, &modern.with_second_factor()).is_ok());
        assert!(Password::parse(&"dozen-molar".into(), &context, &modern.with_second_factor()).is_err());
        assert_eq!(Policy::seed_2018().with_second_factor(), Policy::seed_2018());
    }
}
