//! What the fuzzer has found once goes through the same functions in every run of the tests.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test")]

use std::path::{Path, PathBuf};

use enamel_fuzz::TARGETS;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

#[test]
fn no_input_of_the_corpus_breaks_a_rule() {
    for (target, run) in TARGETS {
        let files = files(&corpus().join(target));
        assert!(!files.is_empty(), "{target} has no corpus");
        for file in files {
            // The message of a failure does not say which input it was.
            println!("{}", file.display());
            run(&std::fs::read(&file).unwrap());
        }
    }
}

#[test]
fn the_corpus_has_a_folder_for_each_target_and_is_small() {
    let folders: Vec<_> = files(&corpus()).iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    assert_eq!(folders, TARGETS.map(|(target, _)| target));
    let bytes: u64 = TARGETS
        .iter()
        .flat_map(|(target, _)| files(&corpus().join(target)))
        .map(|file| file.metadata().unwrap().len())
        .sum();
    assert!(bytes <= 200_000, "{bytes} bytes");
}

#[test]
fn each_target_is_a_program_of_its_own() {
    let programs: Vec<_> = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz_targets"))
        .iter()
        .map(|path| path.file_stem().unwrap().to_owned())
        .collect();
    assert_eq!(programs, TARGETS.map(|(target, _)| target));
}
