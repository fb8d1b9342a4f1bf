//! The presets against the rulebook's table, and the last values that a policy takes.

use super::*;

/// A row of the rulebook's table, where presets differ.
type Row = (u32, u32, u32, Excluded, u32, Option<u32>, usize, u32, u32);

fn row(policy: &Policy) -> Row {
    (
        policy.password_minimum_length,
        policy.password_minimum_length_with_second_factor,
        policy.password_classes,
        policy.password_excluded,
        policy.password_history,
        policy.password_days,
        policy.reminder_days.len(),
        policy.security_questions,
        policy.temporary_password_days,
    )
}

#[test]
fn r13_the_presets_are_those_of_the_rulebook() {
    let (seed, y2019, modern) =
        (Policy::from(Preset::Seed2018), Policy::from(Preset::Nhsmail2019), Policy::from(Preset::Modern));
    assert_eq!(row(&seed), (8, 8, 3, Excluded::Username, 4, Some(90), 5, 3, 14));
    assert_eq!(row(&y2019), (10, 10, 0, Excluded::UsernameAndNames, 4, Some(365), 5, 3, 14));
    assert_eq!(row(&modern), (15, 12, 0, Excluded::Nothing, 0, None, 0, 0, 1));
    assert!(seed.recovery_by_answers && y2019.recovery_by_answers && !modern.recovery_by_answers);
    assert!(!seed.recovery_by_passkey && !y2019.recovery_by_passkey && modern.recovery_by_passkey);
    for policy in [seed, y2019, modern] {
        assert!(policy.refuse_common_passwords);
        assert_eq!((policy.sign_in_days, policy.inactive_days, policy.leaver_days), (90, 90, 30));
        assert_eq!((policy.disabled_months, policy.username_reserved_months), (18, 24));
        assert_eq!((policy.session_minutes, policy.lock_maximum_minutes), (720, 1440));
    }
    assert_eq!(Policy::default(), Policy::seed_2018());
}

#[test]
fn the_last_value_that_a_policy_takes_is_taken_and_the_next_is_not() {
    let seed = Policy::seed_2018;
    let questions = u32::try_from(crate::security_question::QUESTIONS.len()).unwrap();
    for (last, next) in [
        (Policy { password_minimum_length: 256, ..seed() }, Policy { password_minimum_length: 257, ..seed() }),
        (Policy { password_maximum_length: 1000, ..seed() }, Policy { password_maximum_length: 1001, ..seed() }),
        (
            Policy { security_answer_maximum_length: 1000, ..seed() },
            Policy { security_answer_maximum_length: 1001, ..seed() },
        ),
        (
            Policy { security_answer_minimum_length: 256, ..seed() },
            Policy { security_answer_minimum_length: 257, ..seed() },
        ),
        (Policy { password_history: 24, ..seed() }, Policy { password_history: 25, ..seed() }),
        (
            Policy { password_minimum_length_with_second_factor: 3, refuse_common_passwords: false, ..seed() },
            Policy { password_minimum_length_with_second_factor: 2, ..seed() },
        ),
        (Policy { password_classes: 4, ..seed() }, Policy { password_classes: 5, ..seed() }),
        (Policy { temporary_password_length: 8, ..seed() }, Policy { temporary_password_length: 7, ..seed() }),
        (Policy { temporary_password_length: 32, ..seed() }, Policy { temporary_password_length: 33, ..seed() }),
        (Policy { security_questions: questions, ..seed() }, Policy { security_questions: questions + 1, ..seed() }),
        (
            Policy { recovery_by_answers: false, security_questions: 0, ..seed() },
            Policy { recovery_by_answers: true, security_questions: 0, ..seed() },
        ),
        (Policy { reminder_days: vec![89, 1], ..seed() }, Policy { reminder_days: vec![90, 1], ..seed() }),
        (Policy { reminder_days: vec![2, 1], ..seed() }, Policy { reminder_days: vec![2, 2], ..seed() }),
        (Policy { reminder_days: vec![1], ..seed() }, Policy { reminder_days: vec![0], ..seed() }),
        (
            Policy { inactivity_warning_days: vec![89], ..seed() },
            Policy { inactivity_warning_days: vec![90], ..seed() },
        ),
        (Policy { deletion_warning_days: vec![89], ..seed() }, Policy { deletion_warning_days: vec![90], ..seed() }),
        (Policy { code_digits: 6, ..seed() }, Policy { code_digits: 5, ..seed() }),
        (Policy { code_digits: 9, ..seed() }, Policy { code_digits: 10, ..seed() }),
        (Policy { codes_an_hour: 6, ..seed() }, Policy { codes_an_hour: 7, ..seed() }),
        (Policy { codes_a_day: 100, ..seed() }, Policy { codes_a_day: 101, ..seed() }),
        (Policy { lock_minutes: 1440, ..seed() }, Policy { lock_minutes: 1440, lock_maximum_minutes: 1439, ..seed() }),
        (Policy { lock_maximum_minutes: 1440, ..seed() }, Policy { lock_maximum_minutes: 1441, ..seed() }),
        (Policy { vouching_hold_hours: 168, ..seed() }, Policy { vouching_hold_hours: 169, ..seed() }),
        (Policy { team_opens_hour: 16, ..seed() }, Policy { team_opens_hour: 17, ..seed() }),
        (Policy { team_closes_hour: 24, ..seed() }, Policy { team_closes_hour: 25, ..seed() }),
        (Policy { team_closes_hour: 23, ..seed() }, Policy { team_opens_hour: 24, ..seed() }),
    ] {
        assert_eq!(last.validate(), Ok(()), "{last:?}");
        assert!(next.validate().is_err(), "{next:?}");
    }
}

#[test]
fn r17_the_current_password_is_compared_where_no_history_is() {
    assert_eq!(Policy::seed_2018().compared_passwords(), 4);
    assert_eq!(Policy::modern().compared_passwords(), 1);
    assert_eq!(Policy::modern().password_span(), None);
    assert_eq!(Policy::nhsmail_2019().password_span(), Some(Span::days(365)));
}
