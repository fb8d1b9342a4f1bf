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
        for _ in 0..self.random.below(4) {
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
        match random.below(14) {
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
            _ => {
                policy.security_answer_minimum_length = length;
                policy.security_answer_maximum_length = random.pick(&[1, 2, 64, 256]);
            }
        }
    }
}
