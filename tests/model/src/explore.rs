//! Breadth first, on as many threads as there are: every state once, the shortest history to each.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant as Stopwatch};

use rustc_hash::FxHashSet;

use crate::action::Action;
use crate::canon::Canon;
use crate::choices::choices;
use crate::property::{Tally, Violation};
use crate::remedy;
use crate::rules::Rules;
use crate::world::World;

/// Parts of the states seen, each under its own lock.
const SHARDS: usize = 64;
/// States that a thread takes at once.
const CHUNK: usize = 64;

/// What was explored.
#[derive(Debug)]
pub struct Explored {
    /// Distinct states.
    pub states: usize,
    /// Actions tried.
    pub transitions: u64,
    /// Every history of up to so many steps was explored.
    pub depth: u32,
    /// Whether there are no longer ones that lead to anything else.
    pub is_whole: bool,
    /// How long it took.
    pub took: Duration,
    /// How often each property was put to the test.
    pub tally: Tally,
    /// What does not hold, and the shortest history that leads to it.
    pub found: Option<(Violation, Vec<String>)>,
}

/// How a state was first reached.
#[derive(Clone, Copy, Debug)]
struct Reached {
    from: u32,
    choice: u16,
}

/// What does not hold: in the state of this number, or with this choice in it.
type Found = (u32, Option<u16>, Violation);

struct Search<'a> {
    rules: &'a Rules,
    most: usize,
    seen: Vec<Mutex<FxHashSet<u128>>>,
    count: AtomicUsize,
    is_full: AtomicBool,
}

/// What a thread brings back of a level.
#[derive(Default)]
struct Share {
    frontier: Vec<(u32, World)>,
    reached: Vec<(u32, Reached)>,
    transitions: u64,
    tally: Tally,
    found: Option<Found>,
}

/// Explores everything that can come of `roots`, up to `most` states.
#[must_use]
pub fn explore(rules: &Rules, roots: &[World], most: usize, threads: usize) -> Explored {
    let started = Stopwatch::now();
    let search = Search {
        rules,
        most,
        seen: (0..SHARDS).map(|_| Mutex::default()).collect(),
        count: AtomicUsize::new(0),
        is_full: AtomicBool::new(false),
    };
    let mut reached: Vec<Reached> = Vec::new();
    let mut explored = Explored {
        states: 0,
        transitions: 0,
        depth: 0,
        is_whole: false,
        took: Duration::ZERO,
        tally: Tally::default(),
        found: None,
    };
    let mut first = Share::default();
    for (place, root) in roots.iter().enumerate() {
        let choice = u16::try_from(place).unwrap_or(u16::MAX);
        search.take(root.clone(), Reached { from: u32::MAX, choice }, &mut Canon::new(&rules.policy), &mut first);
    }
    let mut shares = vec![first];
    loop {
        let mut frontier = Vec::new();
        let mut found: Option<Found> = None;
        for share in shares {
            frontier.extend(share.frontier);
            for (id, how) in share.reached {
                let id = id as usize;
                if reached.len() <= id {
                    reached.resize(id + 1, how);
                }
                reached[id] = how;
            }
            explored.transitions += share.transitions;
            explored.tally.add(&share.tally);
            found = found.or(share.found);
        }
        if let Some((state, choice, violation)) = found {
            explored.found = Some((violation, history(rules, roots, &reached, state, choice)));
            break;
        }
        if search.is_full.load(Ordering::Relaxed) {
            break;
        }
        if frontier.is_empty() {
            explored.is_whole = true;
            break;
        }
        shares = search.level(frontier, threads);
        if !search.is_full.load(Ordering::Relaxed) {
            explored.depth += 1;
        }
    }
    explored.states = search.count.load(Ordering::Relaxed);
    explored.took = started.elapsed();
    explored
}

impl Search<'_> {
    /// Expands every state of a level.
    fn level(&self, frontier: Vec<(u32, World)>, threads: usize) -> Vec<Share> {
        let mut chunks = Vec::with_capacity(frontier.len() / CHUNK + 1);
        let mut frontier = frontier.into_iter();
        loop {
            let chunk: Vec<_> = frontier.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                break;
            }
            chunks.push(chunk);
        }
        // The first is taken first.
        chunks.reverse();
        let chunks = Mutex::new(chunks);
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.max(1))
                .map(|_| {
                    scope.spawn(|| {
                        let mut share = Share::default();
                        let mut canon = Canon::new(&self.rules.policy);
                        while let Some(chunk) = next_of(&chunks) {
                            for (id, world) in chunk {
                                self.expand(id, &world, &mut canon, &mut share);
                            }
                            if share.found.is_some() {
                                break;
                            }
                        }
                        share
                    })
                })
                .collect();
            workers.into_iter().map(|worker| worker.join().expect("a thread of the search")).collect()
        })
    }

    fn expand(&self, id: u32, world: &World, canon: &mut Canon<'_>, share: &mut Share) {
        for (place, action) in choices(world, self.rules).into_iter().enumerate() {
            if share.found.is_some() || self.is_full.load(Ordering::Relaxed) {
                return;
            }
            let choice = u16::try_from(place).expect("a number of choices");
            share.transitions += 1;
            match world.act(action, self.rules, &mut share.tally) {
                Ok(None) => {}
                Ok(Some(next)) => self.take(next, Reached { from: id, choice }, canon, share),
                Err(violation) => share.found = Some((id, Some(choice), violation)),
            }
        }
    }

    /// Takes a state that was reached: a new one is judged and goes into the frontier.
    fn take(&self, world: World, how: Reached, canon: &mut Canon<'_>, share: &mut Share) {
        let fingerprint = canon.fingerprint(&world);
        let place = usize::try_from(fingerprint % SHARDS as u128).unwrap_or_default();
        if !self.seen[place].lock().expect("no thread has panicked").insert(fingerprint) {
            return;
        }
        let id = u32::try_from(self.count.fetch_add(1, Ordering::Relaxed)).expect("a number of states");
        if id as usize + 1 >= self.most {
            self.is_full.store(true, Ordering::Relaxed);
        }
        share.reached.push((id, how));
        let judged = world
            .check(self.rules, &mut share.tally)
            .and_then(|()| remedy::check(&world, self.rules, &mut share.tally));
        match judged {
            Ok(()) => share.frontier.push((id, world)),
            Err(violation) => share.found = share.found.take().or(Some((id, None, violation))),
        }
    }
}

fn next_of<T>(chunks: &Mutex<Vec<T>>) -> Option<T> {
    chunks.lock().expect("no thread has panicked").pop()
}

/// The history that leads to a state, and a last step that was not let pass: each with its instant.
fn history(rules: &Rules, roots: &[World], reached: &[Reached], state: u32, last: Option<u16>) -> Vec<String> {
    let mut path = Vec::new();
    let mut at = reached[state as usize];
    while at.from != u32::MAX {
        path.push(at.choice);
        at = reached[at.from as usize];
    }
    path.reverse();
    let mut world = roots[usize::from(at.choice)].clone();
    let mut lines = vec![format!("{}  root {}", world.now, at.choice)];
    let mut unused = Tally::default();
    for choice in path {
        let action: Action = choices(&world, rules)[usize::from(choice)];
        lines.push(format!("{}  {action:?}", world.now));
        let Ok(Some(next)) = world.act(action, rules, &mut unused) else { break };
        world = next;
    }
    if let Some(choice) = last {
        lines.push(format!("{}  {:?}  ← not let pass", world.now, choices(&world, rules)[usize::from(choice)]));
    }
    lines
}
