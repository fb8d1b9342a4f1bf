//! The recovery's rules, by example and by property.

use crate::guessing::Guesses;
use proptest::prelude::*;

use super::*;
use crate::account::Proof;
use crate::code::{Allowance, CodeFailure, SentCode};
use crate::password::PasswordHash;
use crate::policy::Policy;
use crate::time::{Instant, Span};

fn start() -> Instant {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn minute(minutes: u32) -> Instant {
    start().plus(Span::minutes(minutes))
}

fn begun() -> Recovery {
    Recovery::begin("jane.smith".to_owned().try_into().unwrap())
}

fn send() -> RecoveryCommand {
    RecoveryCommand::SendCode { hash: PasswordHash::new("c".to_owned()), allowance: Allowance::default() }
}

/// What comes of a command, its traces kept whether it was refused or not.
fn run(
    recovery: Recovery,
    command: &RecoveryCommand,
    now: Instant,
    policy: &Policy,
) -> (Recovery, Result<(), RecoveryRefusal>) {
    let (events, verdict) = match recovery.decide(command, now, policy) {
        Ok(events) => (events, Ok(())),
        Err(Refused { refusal, events }) => (events, Err(refusal)),
    };
    (events.iter().fold(recovery, Recovery::evolve), verdict)
}

#[test]
fn r21_the_code_or_the_answers_lead_to_one_new_password() {
    let seed = Policy::seed_2018();
    for (commands, means) in [
        (vec![send(), RecoveryCommand::EnterCode(Proof::Correct)], Means::Code),
        (
            vec![
                RecoveryCommand::Answer { proof: Proof::Wrong, guesses: Guesses::default() },
                RecoveryCommand::Answer { proof: Proof::Correct, guesses: Guesses::default() },
            ],
            Means::Answers,
        ),
    ] {
        let recovery = commands.iter().fold(begun(), |recovery, command| run(recovery, command, start(), &seed).0);
        assert_eq!(recovery.permit(start(), &seed).unwrap().means(), means);
        let (recovery, set) = run(recovery, &RecoveryCommand::SetPassword, start(), &seed);
        assert_eq!(set, Ok(()));
        assert_eq!(recovery.permit(start(), &seed), Err(RecoveryRefusal::Over));
        assert_eq!(run(recovery, &RecoveryCommand::SetPassword, start(), &seed).1, Err(RecoveryRefusal::Over));
    }
}

#[test]
fn r21_nothing_is_set_without_a_proof_or_with_an_old_one() {
    let seed = Policy::seed_2018();
    assert_eq!(run(begun(), &RecoveryCommand::SetPassword, start(), &seed).1, Err(RecoveryRefusal::NotProved));
    let (proved, _) =
        run(begun(), &RecoveryCommand::Answer { proof: Proof::Correct, guesses: Guesses::default() }, start(), &seed);
    let just_before = Instant::from_micros(minute(10).micros() - 1);
    assert!(proved.permit(just_before, &seed).is_ok());
    assert_eq!(proved.permit(minute(10), &seed), Err(RecoveryRefusal::NotProved));
}

#[test]
fn r21_a_wrong_try_counts_though_it_is_refused() {
    let seed = Policy::seed_2018();
    let (mut recovery, _) = run(begun(), &send(), start(), &seed);
    for _ in 0..5 {
        let verdict;
        (recovery, verdict) = run(recovery, &RecoveryCommand::EnterCode(Proof::Wrong), start(), &seed);
        assert_eq!(verdict, Err(RecoveryRefusal::Code(CodeFailure::Wrong)));
    }
    let (recovery, verdict) = run(recovery, &RecoveryCommand::EnterCode(Proof::Correct), start(), &seed);
    assert_eq!(verdict, Err(RecoveryRefusal::Code(CodeFailure::Spent)));
    let mut recovery = run(recovery, &send(), start(), &seed).0;
    assert_eq!(recovery.decide(&RecoveryCommand::EnterCode(Proof::Correct), start(), &seed).unwrap().len(), 2);
    for _ in 0..5 {
        recovery = run(
            recovery,
            &RecoveryCommand::Answer { proof: Proof::Wrong, guesses: Guesses::default() },
            start(),
            &seed,
        )
        .0;
    }
    let (_, verdict) =
        run(recovery, &RecoveryCommand::Answer { proof: Proof::Correct, guesses: Guesses::default() }, start(), &seed);
    assert_eq!(verdict, Err(RecoveryRefusal::AnswersSpent));
}

#[test]
fn r21_r23_answers_are_counted_over_every_recovery_of_a_username_and_codes_open_the_lock() {
    let seed = Policy::seed_2018();
    let locked = (0..10).fold(Guesses::default(), |guesses, _| guesses.after_wrong(start(), &seed));
    let answer = |now| {
        let command = RecoveryCommand::Answer { proof: Proof::Correct, guesses: locked };
        run(begun(), &command, now, &seed).1
    };
    assert_eq!(answer(start()), Err(RecoveryRefusal::AnswersSpent));
    assert_eq!(answer(minute(15)), Ok(()));
    let sent = run(begun(), &send(), start(), &seed).0;
    assert_eq!(run(sent, &RecoveryCommand::EnterCode(Proof::Correct), start(), &seed).1, Ok(()));
}

#[test]
fn r21_a_new_code_replaces_the_last_and_none_is_sent_over_the_allowance() {
    let seed = Policy::seed_2018();
    let spent = (0..3).fold(Allowance::default(), |allowance, at| allowance.after_sending(minute(at)));
    let command = RecoveryCommand::SendCode { hash: PasswordHash::new("c".to_owned()), allowance: spent };
    assert!(matches!(run(begun(), &command, minute(3), &seed).1, Err(RecoveryRefusal::TooManyCodes(_))));
    let first = run(begun(), &send(), start(), &seed).0;
    let second = RecoveryCommand::SendCode { hash: PasswordHash::new("d".to_owned()), allowance: Allowance::default() };
    let SentCode::Waiting { hash, .. } = run(first, &second, start(), &seed).0.code else { panic!("no code") };
    assert_eq!(hash.as_str(), "d");
}

#[test]
fn r21_modern_takes_a_passkey_and_no_answers() {
    let (seed, modern) = (Policy::seed_2018(), Policy::modern());
    let (answer, passkey) = (
        RecoveryCommand::Answer { proof: Proof::Correct, guesses: Guesses::default() },
        RecoveryCommand::UsePasskey(Proof::Correct),
    );
    assert_eq!(run(begun(), &answer, start(), &modern).1, Err(RecoveryRefusal::NotOffered));
    assert_eq!(run(begun(), &passkey, start(), &seed).1, Err(RecoveryRefusal::NotOffered));
    let (proved, _) = run(begun(), &passkey, start(), &modern);
    assert_eq!(proved.permit(start(), &modern).unwrap().means(), Means::Passkey);
    let wrong = RecoveryCommand::UsePasskey(Proof::Wrong);
    assert_eq!(run(begun(), &wrong, start(), &modern).1, Err(RecoveryRefusal::PasskeyWrong));
}

proptest! {
    #[test]
    fn r21_whatever_is_tried_a_permit_takes_a_right_proof_and_is_used_once(
        steps in prop::collection::vec((0..6_usize, 0..12_u32), 1..40)
    ) {
        let seed = Policy::seed_2018();
        let commands = [
            send(),
            RecoveryCommand::EnterCode(Proof::Wrong),
            RecoveryCommand::Answer { proof: Proof::Wrong, guesses: Guesses::default() },
            RecoveryCommand::UsePasskey(Proof::Correct),
            RecoveryCommand::SetPassword,
            RecoveryCommand::EnterCode(Proof::Correct),
        ];
        let (mut recovery, mut now, mut proofs, mut sets) = (begun(), start(), 0, 0);
        for (choice, minutes) in steps {
            now = now.plus(Span::minutes(minutes));
            let command = &commands[choice];
            let verdict;
            (recovery, verdict) = run(recovery, command, now, &seed);
            proofs += u32::from(verdict.is_ok() && *command == RecoveryCommand::EnterCode(Proof::Correct));
            sets += u32::from(verdict.is_ok() && *command == RecoveryCommand::SetPassword);
            prop_assert!(sets <= proofs.min(1));
            prop_assert!(recovery.permit(now, &seed).is_err() || proofs > 0);
        }
    }
}

#[test]
fn r21_all_the_answers_prove_it_and_no_answer_at_all_proves_nothing() {
    for (kept, right, proof) in [
        (3, &[true, true, true][..], Proof::Correct),
        (3, &[true, false, true], Proof::Wrong),
        (3, &[true, true], Proof::Wrong),
        (0, &[], Proof::Wrong),
    ] {
        assert_eq!(Proof::of_answers(kept, right), proof, "{right:?} of {kept}");
    }
}
