//! Policies: presets, and presets with some numbers changed.

use enamel_core::policy::{Excluded, Policy};

use super::Generator;
use crate::json::Json;

const PRESETS: [&str; 3] = ["seed-2018", "nhsmail-2019", "modern"];

pub(super) fn input(generator: &mut Generator) -> Json {
    let policy = if generator.random.once_in(10) {
        // `null` is no policy either; a key that is left out is the default one.
        match generator.random.pick(&["Seed-2018", "modern ", "", "null", "seed-2018"]) {
            "null" => Json::Bare("null".to_owned()),
            odd => odd.into(),
        }
    } else {
        generator.policy_json()
    };
    Json::from([("policy", policy)])
}

impl Generator {
    /// A policy as an input writes it.
    pub(super) fn policy_json(&mut self) -> Json {
        self.policy().1
    }

    /// A policy, and how an input writes it.
    pub(super) fn policy(&mut self) -> (Policy, Json) {
        let presets = [Policy::seed_2018(), Policy::nhsmail_2019(), Policy::modern()];
        let at = self.random.below(3);
        let [mut policy, name] = [(); 2].map(|()| presets.get(at).cloned().unwrap_or_default());
        for _ in 0..self.random.pick(&[0, 0, 1, 2, 4, 8]) {
            self.change(&mut policy);
        }
        if policy == name {
            let name = PRESETS.get(at).copied().unwrap_or_default();
            return (policy, name.into());
        }
        let json = serde_json::to_string(&policy).unwrap_or_default();
        (policy, Json::Bare(json))
    }

    fn change(&mut self, policy: &mut Policy) {
        let random = &mut self.random;
        let days = random.pick(&[0, 1, 2, 14, 30, 60, 89, 90, 91, 365, 3_652_059]);
        let length = random.pick(&[0, 1, 2, 8, 9, 20, 64, 255, 256, 257]);
        let steps: &[&[u32]] = &[&[], &[1], &[0], &[30, 14, 7, 1], &[1, 2], &[5, 5], &[400, 90, 89]];
        let steps = random.pick(steps).to_vec();
        let minutes = random.pick(&[0, 1, 10, 15, 30, 720, 1440, 1441, u32::MAX]);
        let count = random.pick(&[0, 1, 2, 3, 5, 6, 10, 101, u32::MAX]);
        let months = random.pick(&[0, 1, 2, 18, 24, 1200, u32::MAX]);
        match random.below(39) {
            0 => policy.password_minimum_length = length,
            1 => policy.password_maximum_length = length,
            2 => policy.password_classes = random.pick(&[0, 1, 2, 3, 4, 5]),
            3 => {
                policy.password_excluded =
                    random.pick(&[Excluded::Nothing, Excluded::Username, Excluded::UsernameAndNames]);
            }
            4 => policy.refuse_common_passwords = random.once_in(2),
            5 => policy.password_days = random.pick(&[None, Some(days)]),
            6 => policy.reminder_days = steps,
            7 => policy.inactivity_warning_days = steps,
            8 => policy.deletion_warning_days = steps,
            9 => policy.sign_in_days = days,
            10 => policy.inactive_days = days,
            11 => policy.password_history = random.pick(&[0, 1, 2, 4, 24]),
            12 => policy.security_questions = random.pick(&[0, 1, 3, 8, 9]),
            13 => policy.temporary_password_days = days,
            14 => policy.temporary_password_length = random.pick(&[7, 8, 12, 32, 33]),
            15 => policy.session_idle_minutes = minutes,
            16 => policy.session_minutes = minutes,
            17 => policy.proof_minutes = minutes,
            18 => policy.recovery_by_answers = random.once_in(2),
            19 => policy.recovery_by_passkey = random.once_in(2),
            20 => policy.code_digits = random.pick(&[0, 5, 6, 9, 10, u32::MAX]),
            21 => policy.code_minutes = minutes,
            22 => policy.code_tries = count,
            23 => policy.codes_an_hour = count,
            24 => policy.codes_a_day = count,
            25 => policy.lock_tries = count,
            26 => policy.lock_minutes = minutes,
            27 => policy.lock_maximum_minutes = minutes,
            28 => policy.vouching_days = days,
            29 => policy.vouching_hold_hours = random.pick(&[0, 1, 24, 167, 168, 169, u32::MAX]),
            30 => policy.leaver_days = days,
            31 => policy.leaver_warning_days = steps,
            32 => policy.disabled_months = months,
            33 => policy.username_reserved_months = months,
            34 => policy.mailbox_nudge_days = days,
            35 => policy.toolkit_minimum_level = random.pick(&[0, 1, 2, 3, 4]),
            36 => policy.application_people = random.pick(&[0, 1, 2, 100, 101]),
            37 => {
                policy.team_opens_hour = random.pick(&[0, 1, 9, 17, 24, 25]);
                policy.team_closes_hour = random.pick(&[0, 2, 9, 17, 23, 24, 25]);
            }
            _ => {
                policy.reminder_text_steps = count;
                policy.password_minimum_length_with_second_factor = length;
                policy.application_draft_days = days;
                policy.number_holder_told_hours = count;
                policy.security_answer_minimum_length = length;
                policy.security_answer_maximum_length = random.pick(&[1, 2, 64, 256]);
            }
        }
    }
}
