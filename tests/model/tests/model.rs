//! The smaller bound, on every run of the tests; `make model` goes as far as the scenarios say.

use enamel_model::explore::explore;
use enamel_model::property::Tally;
use enamel_model::{report, scenario};

/// Some seconds' worth in an unoptimised build.
const STATES: usize = 40_000;

#[test]
fn r36_what_must_hold_holds_in_every_history_up_to_the_smaller_bound() {
    assert!(report::run(Some(STATES), None, 2));
}

#[test]
fn the_policies_of_the_scenarios_contradict_nothing() {
    for scenario in scenario::all() {
        assert_eq!(scenario.rules.policy.validate(), Ok(()), "{}", scenario.name);
    }
}

#[test]
fn what_was_never_put_to_the_test_is_told() {
    let scenario = &scenario::all()[0];
    let explored = explore(&scenario.rules, &(scenario.roots)(&scenario.rules), 10, 1);
    assert!(explored.found.is_none());
    let mut tally = Tally::default();
    tally.add(&explored.tally);
    assert!(tally.never().count() > 0);
}
