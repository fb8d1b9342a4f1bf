//! Histories of a recovery, of its codes and of the locks beside it.

use arbitrary::{Arbitrary, Unstructured};
use enamel_core::account::Proof;
use enamel_core::code::{Allowance, SentCode};
use enamel_core::guessing::Guesses;
use enamel_core::password::PasswordHash;
use enamel_core::recovery::{Proved, Recovery, RecoveryCommand, RecoveryEvent, Refused};

use crate::input::{self, Pause, start, stored};

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Ask {
    SendCode { hash: u8 },
    EnterCode { right: bool },
    Answer { right: bool },
    UsePasskey { right: bool },
    SetPassword,
    Guess { right: bool },
}

/// The first bytes are a policy, the rest what is asked, each with a pause before it.
///
/// # Panics
/// Where a rule is broken.
pub fn run(data: &[u8]) {
    let mut u = Unstructured::new(data);
    let Ok(policy) = input::policy(&mut u) else { return };
    let Ok(username) = "jane.smith".to_owned().try_into() else { return };
    let begun = Recovery::begin(username);
    let (mut recovery, mut now, mut history) = (begun.clone(), start(), Vec::new());
    let (mut allowance, mut guesses, mut used) = (Allowance::default(), Guesses::default(), 0);
    for (pause, ask) in input::steps::<(Pause, Ask)>(&mut u) {
        now = pause.after(now);
        let command = match ask {
            Ask::SendCode { hash } => {
                RecoveryCommand::SendCode { hash: PasswordHash::new(format!("c{hash}")), allowance: allowance.clone() }
            }
            Ask::EnterCode { right } => RecoveryCommand::EnterCode(Proof::of(right)),
            Ask::Answer { right } => RecoveryCommand::Answer { proof: Proof::of(right), guesses: Guesses::default() },
            Ask::UsePasskey { right } => RecoveryCommand::UsePasskey(Proof::of(right)),
            Ask::SetPassword => RecoveryCommand::SetPassword,
            Ask::Guess { right } => {
                guesses = guess(guesses, right, now, &policy);
                continue;
            }
        };
        let (events, is_granted) = match recovery.decide(&command, now, &policy) {
            Ok(events) => (events, true),
            Err(Refused { refusal, events }) => {
                assert!(!refusal.to_string().is_empty());
                (events, false)
            }
        };
        let before = recovery.clone();
        recovery = events.iter().fold(recovery, Recovery::evolve);
        if before.proved == Proved::Used {
            assert!(!is_granted && events.is_empty() && recovery == before, "what is over stays over");
        }
        for event in &events {
            match event {
                RecoveryEvent::CodeSent { at, .. } => allowance = allowance.after_sending(*at),
                RecoveryEvent::Proved { .. } => assert!(command_proves(&command)),
                RecoveryEvent::PasswordSet => {
                    assert!(before.permit(now, &policy).is_ok());
                    used += 1;
                }
                RecoveryEvent::CodeTried(_) | RecoveryEvent::AnsweredWrong => {}
            }
        }
        if let SentCode::Waiting { wrong, .. } = recovery.code {
            assert!(wrong <= policy.code_tries);
        }
        assert!(used <= 1 && recovery.wrong_answers <= policy.code_tries);
        recovery = stored(&recovery);
        allowance = stored(&allowance);
        history.extend(events);
    }
    assert_eq!(history.iter().fold(begun, Recovery::evolve), recovery, "a history replays to the same state");
}

fn command_proves(command: &RecoveryCommand) -> bool {
    matches!(
        command,
        RecoveryCommand::EnterCode(Proof::Correct)
            | RecoveryCommand::Answer { proof: Proof::Correct, .. }
            | RecoveryCommand::UsePasskey(Proof::Correct)
    )
}

fn guess(
    guesses: Guesses,
    right: bool,
    now: enamel_core::time::Instant,
    policy: &enamel_core::policy::Policy,
) -> Guesses {
    match guesses.admit(now) {
        Err(locked) => {
            assert!(locked.until > now);
            guesses
        }
        Ok(()) if right => Guesses::default(),
        Ok(()) => stored(&guesses.after_wrong(now, policy)),
    }
}
