//! Running the scenarios and saying what came of them.

use crate::explore::{Explored, explore};
use crate::property::{Property, Tally};
use crate::scenario::{self, Scenario};

/// Explores every scenario, in all up to `most` states where that is given, and prints what came of it.
/// Whether everything holds and nothing was left untested.
#[must_use]
pub fn run(most: Option<usize>, only: Option<&str>, threads: usize) -> bool {
    let scenarios: Vec<_> = scenario::all().into_iter().filter(|it| only.is_none_or(|name| it.name == name)).collect();
    let full: usize = scenarios.iter().map(|scenario| scenario.states).sum();
    let mut tally = Tally::default();
    let (mut states, mut transitions, mut seconds) = (0, 0, 0.0);
    for scenario in &scenarios {
        // Its part of the whole, rounded up.
        let bound = most.map_or(scenario.states, |most| (scenario.states * most).div_ceil(full.max(1)));
        let explored = explore(&scenario.rules, &(scenario.roots)(&scenario.rules), bound, threads);
        print(scenario, &explored);
        if let Some((violation, history)) = &explored.found {
            println!("\n{violation}\n\nThe shortest history that leads to it:");
            for line in history {
                println!("  {line}");
            }
            return false;
        }
        tally.add(&explored.tally);
        states += explored.states;
        transitions += explored.transitions;
        seconds += explored.took.as_secs_f64();
    }
    println!(
        "\n{states} states, {transitions} transitions, {seconds:.1} s on {threads} threads; how often each property was put to the test:"
    );
    for property in Property::ALL {
        let (says, counted) = property.says();
        println!("{:>12}  {says}: {counted}", tally.of(property));
    }
    let untested: Vec<_> = tally.never().map(|property| property.says().0).collect();
    if only.is_none() && !untested.is_empty() {
        println!("\nNever put to the test: {}", untested.join("; "));
        return false;
    }
    true
}

fn print(scenario: &Scenario, explored: &Explored) {
    let depth = if explored.is_whole {
        format!("every history, however long ({} steps lead everywhere)", explored.depth)
    } else {
        format!("every history of up to {} steps, and longer ones", explored.depth)
    };
    println!(
        "{}: {}\n  {depth}; {} states, {} transitions, {:.1} s",
        scenario.name,
        scenario.about,
        explored.states,
        explored.transitions,
        explored.took.as_secs_f64()
    );
}
