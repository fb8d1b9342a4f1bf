//! The proof that the tests guard the rules: faults seeded into a copy of them, one at a time.

mod catcher;
mod seeds;
mod table;

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::alteration::{Alteration, alone_in, copy_workspace};
use crate::stamp;
use catcher::{CATCHERS, Catcher, Verdict};
use seeds::SEEDS;

/// A fault, and the rule that it breaks.
struct Fault {
    /// The rule's id in lower case, as names of tests start with it.
    rule: &'static str,
    alteration: Alteration,
}

/// A fault with what caught it, of each catcher that did.
struct Caught<'a> {
    fault: &'a Fault,
    by: Vec<(&'static Catcher, Vec<String>)>,
}

/// What to do with the table of faults once they were all seeded.
#[derive(Clone, Copy)]
pub(crate) enum Table {
    Write,
    Check,
}

const TABLE: &str = "docs/faults.md";

/// What compiles and links soonest: nobody debugs it.
const PROFILE: &str = "[profile.dev]\ndebug = false\n";

/// Seeds every fault, and writes the table of what caught it or compares it with the one there.
pub(crate) fn seed_all(root: &Path, table: Table) -> Result<()> {
    let faults: Vec<&Fault> = SEEDS.iter().flat_map(|area| area.iter()).collect();
    let caught = seed(root, &faults)?;
    let there = std::fs::read_to_string(root.join(TABLE)).unwrap_or_default();
    let written = table::of(&caught, &there);
    match table {
        Table::Write => std::fs::write(root.join(TABLE), &written)?,
        Table::Check => ensure!(there == written, "{TABLE} says something else: `make seeded` writes it anew"),
    }
    ensure_all_caught(&caught)
}

/// Seeds `count` of the faults, always the same, from all areas; not again where nothing has changed.
pub(crate) fn seed_some(root: &Path, count: usize) -> Result<()> {
    stamp::unless_proved(root, &format!("faults-{count}"), &["core", "Cargo.lock", TABLE], || seed_sample(root, count))
}

fn seed_sample(root: &Path, count: usize) -> Result<()> {
    let faults: Vec<&Fault> = SEEDS.iter().flat_map(|area| area.iter()).collect();
    let count = count.min(faults.len());
    let sample: Vec<&Fault> =
        (0..count).filter_map(|at| faults.get((2 * at + 1) * faults.len() / (2 * count))).copied().collect();
    let caught = seed(root, &sample)?;
    let there = std::fs::read_to_string(root.join(TABLE)).unwrap_or_default();
    for caught in &caught {
        let row = table::row(caught, &there);
        ensure!(there.contains(&row), "{TABLE} says something else: `make seeded` writes it anew\n{row}");
    }
    ensure_all_caught(&caught)
}

fn ensure_all_caught(caught: &[Caught]) -> Result<()> {
    let missed: Vec<&str> =
        caught.iter().filter(|caught| caught.by.is_empty()).map(|caught| caught.fault.alteration.what).collect();
    ensure!(missed.is_empty(), "nothing caught: {}", missed.join("; "));
    println!("each of {} faults was caught", caught.len());
    Ok(())
}

fn seed<'a>(root: &Path, faults: &[&'a Fault]) -> Result<Vec<Caught<'a>>> {
    let copy = root.join("target/faults");
    let _alone = alone_in(&copy)?;
    copy_workspace(root, &copy, &["core"], PROFILE)?;
    for catcher in &CATCHERS {
        match catcher.run(&copy)? {
            Verdict::Ran(caught) if caught.is_empty() => {}
            Verdict::Ran(caught) => bail!("nothing is seeded yet, and {} caught {}", catcher.name, caught.join(", ")),
            Verdict::DoesNotCompile(why) => bail!("{} do not compile:\n{why}", catcher.name),
        }
    }
    let mut all = Vec::new();
    for (at, &fault) in faults.iter().enumerate() {
        let what = fault.alteration.what;
        let by = fault.alteration.during(&copy, || catchers_of(fault, &copy))?;
        match by.first().and_then(|(catcher, names)| Some((catcher, names.first()?))) {
            Some((_, name)) => println!("{:>3} of {}: {what}: {name}", at + 1, faults.len()),
            None => println!("{:>3} of {}: {what}: NOTHING CAUGHT IT", at + 1, faults.len()),
        }
        all.push(Caught { fault, by });
    }
    Ok(all)
}

fn catchers_of(fault: &Fault, copy: &Path) -> Result<Vec<(&'static Catcher, Vec<String>)>> {
    let mut by = Vec::new();
    for catcher in &CATCHERS {
        match catcher.run(copy)? {
            Verdict::Ran(names) if names.is_empty() => {}
            Verdict::Ran(names) => by.push((catcher, names)),
            Verdict::DoesNotCompile(why) => bail!("this fault does not compile: {}\n{why}", fault.alteration.what),
        }
    }
    Ok(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_fits_the_rules_as_they_stand() {
        let root = crate::workspace_root();
        let faults: Vec<&Fault> = SEEDS.iter().flat_map(|area| area.iter()).collect();
        assert!(faults.len() >= 25);
        let unfit: Vec<_> = faults.iter().filter_map(|fault| fault.alteration.fits(&root).err()).collect();
        assert!(unfit.is_empty(), "{unfit:#?}");
    }

    #[test]
    fn the_table_lists_the_faults_that_are_seeded() {
        let table = std::fs::read_to_string(crate::workspace_root().join(TABLE)).unwrap();
        let rows: Vec<&str> =
            table.lines().filter(|line| line.starts_with("| R") && !line.starts_with("| Rule")).collect();
        let faults: Vec<&Fault> = SEEDS.iter().flat_map(|area| area.iter()).collect();
        assert_eq!(rows.len(), faults.len(), "`make seeded` writes {TABLE} anew");
        for (row, fault) in rows.iter().zip(&faults) {
            assert!(row.starts_with(&table::head_of(fault)), "`make seeded` writes {TABLE} anew: {row}");
        }
    }
}
