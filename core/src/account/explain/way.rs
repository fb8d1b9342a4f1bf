//! What makes a refused command possible: found by trying, on the rules themselves.

use serde::Serialize;

use crate::account::{
    Account, AccountRefusal, Activation, Administration, Authority, Command, Event, Novelty, Proof, StaffCommand, State,
};
use crate::actor::{Actor, AgentId};
use crate::mailbox::Ties;
use crate::organisation::OdsCode;
use crate::password::PasswordHash;
use crate::policy::Policy;
use crate::time::Instant;

/// A step on the way to what was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// Something else about the command itself.
    Bring {
        /// What.
        need: Need,
    },
    /// Another command first.
    First {
        /// Its stable name.
        command: &'static str,
        /// Who can give it.
        by: Who,
    },
    /// Time.
    Wait {
        /// Until when.
        until: Instant,
    },
}

/// What a command lacks by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// The right password, or the credential that the account has.
    Proof,
    /// A password that is none of before.
    NewPassword,
    /// A mobile number that nobody else has.
    OwnNumber,
    /// Another owner for the mailboxes.
    Successor,
    /// That the helpdesk asks.
    Helpdesk,
    /// That the local administrator asks.
    LocalAdministrator,
    /// A recovery of this account, begun since its password was set.
    OwnRecovery,
}

/// Who can give a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The holder of the account.
    Member,
    /// The helpdesk.
    Helpdesk,
}

/// Other commands at most: to open, to issue a temporary password, to activate.
const FARTHEST: usize = 3;

/// The shortest way; empty where there is none.
pub(super) fn to(account: &Account, command: &Command, now: Instant, policy: &Policy) -> Vec<Step> {
    let mut reached = vec![(Vec::new(), account.clone())];
    for length in 0..=FARTHEST {
        for (steps, account) in &reached {
            if let Some(bring) = bring(account, command, now, policy) {
                return steps.iter().cloned().chain(bring).collect();
            }
        }
        if length < FARTHEST {
            reached = reached.iter().flat_map(|(steps, account)| onward(steps, account, now, policy)).collect();
        }
    }
    Vec::new()
}

fn onward(steps: &[Step], account: &Account, now: Instant, policy: &Policy) -> Vec<(Vec<Step>, Account)> {
    let further = first_steps(account, now, policy).into_iter();
    further.map(|(step, next)| (steps.iter().cloned().chain([step]).collect(), next)).collect()
}

/// What the command lacks by itself on this account; `None`: it is not possible by that alone.
fn bring(account: &Account, command: &Command, now: Instant, policy: &Policy) -> Option<Vec<Step>> {
    let (mut command, mut way) = (command.clone(), Vec::new());
    // Few things can be lacking, and each is found at most once.
    for _ in 0..4 {
        match account.decide(&command, now, policy) {
            Ok(_) => return Some(way),
            Err(AccountRefusal::TemporaryPasswordHeld(until)) => {
                account.decide(&command, until, policy).ok()?;
                way.push(Step::Wait { until });
                return Some(way);
            }
            Err(refusal) => {
                let (need, amended) = better(account, &command, refusal)?;
                command = amended;
                way.push(Step::Bring { need });
            }
        }
    }
    None
}

fn better(account: &Account, command: &Command, refusal: AccountRefusal) -> Option<(Need, Command)> {
    Some(match (refusal, command.clone()) {
        (AccountRefusal::SignInFailed, Command::SignIn { .. }) => {
            let (credential, _) = account.credentials().first().copied()?;
            (Need::Proof, Command::SignIn { credential, proof: Proof::Correct })
        }
        (AccountRefusal::CurrentPasswordWrong, Command::ChangePassword { novelty, password, .. }) => {
            (Need::Proof, Command::ChangePassword { current: Proof::Correct, novelty, password })
        }
        (
            AccountRefusal::PasswordReused(_) | AccountRefusal::PasswordIsTemporary,
            Command::ChangePassword { current, password, .. },
        ) => (Need::NewPassword, Command::ChangePassword { current, novelty: Novelty::New, password }),
        (
            AccountRefusal::PasswordReused(_) | AccountRefusal::PasswordIsTemporary,
            Command::ResetPassword { permit, password, .. },
        ) => (Need::NewPassword, Command::ResetPassword { permit, novelty: Novelty::New, password }),
        (AccountRefusal::PasswordReused(_) | AccountRefusal::PasswordIsTemporary, Command::Activate(activation)) => {
            (Need::NewPassword, Command::Activate(Activation { novelty: Novelty::New, ..activation }))
        }
        (
            AccountRefusal::RecoveryOfAnother | AccountRefusal::RecoveryOutdated,
            Command::ResetPassword { permit, novelty, password },
        ) => {
            let permit = permit.of(account.username.clone(), Instant::LAST);
            (Need::OwnRecovery, Command::ResetPassword { permit, novelty, password })
        }
        (AccountRefusal::MobileTaken, Command::ChangeMobile { proved, .. }) => {
            (Need::OwnNumber, Command::ChangeMobile { proved, is_taken: false })
        }
        (AccountRefusal::SuccessionNeeded(_), Command::Staff { by, .. }) => {
            (Need::Successor, Command::Staff { by, command: StaffCommand::MarkLeaver { ties: Ties::none() } })
        }
        (AccountRefusal::NotPermitted(Authority::Helpdesk, _), Command::Staff { command, .. }) => {
            (Need::Helpdesk, Command::Staff { by: helpdesk(), command })
        }
        (AccountRefusal::NotPermitted(Authority::LocalAdministrator, _), Command::Staff { command, .. }) => {
            let Administration::Organisation(organisation) = account.holder()?.administration.clone() else {
                return None;
            };
            let by = Actor::LocalAdministrator { agent: SOMEBODY, organisation };
            (Need::LocalAdministrator, Command::Staff { by, command })
        }
        _ => return None,
    })
}

const SOMEBODY: AgentId = AgentId(uuid::Uuid::nil());

fn helpdesk() -> Actor {
    Actor::Helpdesk(SOMEBODY)
}

/// Whatever could be done first, with the account as it would be then.
fn first_steps(account: &Account, now: Instant, policy: &Policy) -> Vec<(Step, Account)> {
    let hash = || PasswordHash::new(String::new());
    let staff = |command| Some((Who::Helpdesk, Command::Staff { by: helpdesk(), command }));
    let activation = Activation { password: hash(), novelty: Novelty::New, answers: Vec::new(), mobile_visible: true };
    let change = Command::ChangePassword { current: Proof::Correct, novelty: Novelty::New, password: hash() };
    let practice = account.holder().and_then(|holder| holder.practice.clone()).or_else(any_practice);
    let is_waiting = matches!(account.state, State::Newcomer(_));
    [
        Some((Who::Member, Command::Activate(activation))),
        // Without an account that was activated there is nothing to prove.
        (!is_waiting).then_some((Who::Member, change)),
        staff(StaffCommand::Enable),
        staff(StaffCommand::IssueTemporaryPassword(hash())),
        practice.and_then(|practice| staff(StaffCommand::Join { practice })),
    ]
    .into_iter()
    .flatten()
    .filter_map(|(by, command)| {
        let events = account.decide(&command, now, policy).ok().filter(|events| !events.is_empty())?;
        let step = Step::First { command: command.name(), by };
        Some((step, events.iter().fold(account.clone(), |account, event: &Event| account.evolve(event))))
    })
    .collect()
}

fn any_practice() -> Option<OdsCode> {
    OdsCode::parse(&"V00000".into()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::account::Outcome;
    use crate::account::tests::{commands, day, member, newcomer, policy, run, start};
    use crate::session::Credential;

    fn way(account: &Account, command: &Command, now: Instant) -> Vec<Step> {
        match account.explain(command, now, &policy()).outcome {
            Outcome::Refused(why) => why.way,
            other => panic!("not refused: {other:?}"),
        }
    }

    fn staff(command: StaffCommand) -> Command {
        Command::Staff { by: helpdesk(), command }
    }

    fn first(command: &'static str, by: Who) -> Step {
        Step::First { command, by }
    }

    #[test]
    fn r34_what_was_refused_says_what_makes_it_possible() {
        let hide = Command::ListMobile { visible: false };
        assert_eq!(way(&newcomer(), &hide, start()), [first("activate", Who::Member)]);
        assert_eq!(
            way(&newcomer(), &hide, day(20)),
            [first("issue-temporary-password", Who::Helpdesk), first("activate", Who::Member)]
        );
        assert_eq!(way(&member(), &hide, day(95)), [first("change-password", Who::Member)]);
        let disabled = run(member(), &staff(StaffCommand::Disable), start()).unwrap().0;
        assert_eq!(way(&disabled, &hide, start()), [first("enable", Who::Helpdesk)]);
        let wrong = Command::SignIn { credential: Credential::Password, proof: Proof::Wrong };
        assert_eq!(way(&member(), &wrong, start()), [Step::Bring { need: Need::Proof }]);
        let leave = Command::Staff { by: Actor::Visitor, command: StaffCommand::MarkLeaver { ties: Ties::none() } };
        assert_eq!(way(&member(), &leave, start()), [Step::Bring { need: Need::Helpdesk }]);
        let deleted = member().evolve(&Event::Deleted { at: start() });
        assert_eq!(way(&deleted, &hide, start()), [], "nothing does (R36)");
    }

    #[test]
    fn r34_a_leaver_of_no_practice_may_be_taken_on_by_any() {
        let leaver = member().evolve(&Event::MarkedLeaver { at: start(), by: helpdesk() });
        let steps = first_steps(&leaver, start(), &policy());
        assert!(steps.iter().any(|(step, _)| *step == first("join", Who::Helpdesk)));
    }

    #[test]
    fn r34_an_explanation_says_what_would_change() {
        let change = Command::ChangePassword {
            current: Proof::Correct,
            novelty: Novelty::New,
            password: PasswordHash::new("x".to_owned()),
        };
        let Outcome::Done(effect) = member().explain(&change, day(85), &policy()).outcome else { panic!("refused") };
        assert_eq!(effect.events, ["password-changed"]);
        assert!(effect.ends_sessions && !effect.changes_directory);
        assert_eq!((effect.dates_gone.len(), effect.dates_new.len()), (2, 2));
        let hide = Command::ListMobile { visible: false };
        let Outcome::Done(effect) = member().explain(&hide, start(), &policy()).outcome else { panic!("refused") };
        assert!(effect.changes_directory && effect.dates_gone.is_empty() && effect.told_by.is_empty());
        let show = Command::ListMobile { visible: true };
        assert_eq!(member().explain(&show, start(), &policy()).outcome, Outcome::AlreadySo);
    }

    proptest! {
        #[test]
        fn r34_explain_and_decide_never_disagree(
            steps in prop::collection::vec((any::<prop::sample::Index>(), 0..(40 * 24_u32)), 1..12)
        ) {
            let (mut account, mut now) = (newcomer(), start());
            for (choice, hours) in steps {
                now = now.plus(crate::time::Span::hours(hours));
                let all = commands();
                for command in &all {
                    let explanation = account.explain(command, now, &policy());
                    match (account.decide(command, now, &policy()), explanation.outcome) {
                        (Ok(events), Outcome::Done(effect)) => {
                            prop_assert_eq!(effect.events, events.iter().map(Event::name).collect::<Vec<_>>());
                        }
                        (Ok(events), Outcome::AlreadySo) => prop_assert!(events.is_empty()),
                        (Err(refusal), Outcome::Refused(why)) => {
                            prop_assert_eq!(why.code, crate::refusal::Refuse::code(&refusal));
                            let is_final = matches!(account.state, State::Deleted { .. });
                            // Nobody asks for a new hash; the rest needs what no command on the account gives: a
                            // vouching, somebody who leaves.
                            let by_others = matches!(
                                command,
                                Command::Rehash { .. }
                                    | Command::Activate(_)
                                    | Command::Staff {
                                        command: StaffCommand::IssueTemporaryPassword(_) | StaffCommand::Join { .. },
                                        ..
                                    }
                            );
                            prop_assert!(!why.way.is_empty() || is_final || by_others, "{command:?}: {refusal}");
                            prop_assert!(leads_there(&account, command, &why.way, now), "{:?} by {:?}", command, why.way);
                        }
                        (decided, outcome) => prop_assert!(false, "{decided:?} and {outcome:?}"),
                    }
                }
                if let Ok((after, _)) = run(account.clone(), choice.get(&all), now) {
                    account = after;
                }
            }
        }
    }

    /// Goes the way as it is written.
    fn leads_there(account: &Account, command: &Command, way: &[Step], now: Instant) -> bool {
        let (mut account, mut now, mut command) = (account.clone(), now, command.clone());
        for step in way {
            match step {
                Step::Wait { until } => now = *until,
                Step::Bring { .. } => {
                    let Err(refusal) = account.decide(&command, now, &policy()) else { return false };
                    let Some((_, better)) = better(&account, &command, refusal) else { return false };
                    command = better;
                }
                Step::First { command, .. } => {
                    let taken = first_steps(&account, now, &policy());
                    let Some((_, next)) = taken
                        .into_iter()
                        .find(|(taken, _)| matches!(taken, Step::First { command: name, .. } if name == command))
                    else {
                        return false;
                    };
                    account = next;
                }
            }
        }
        way.is_empty() || account.decide(&command, now, &policy()).is_ok()
    }
}
