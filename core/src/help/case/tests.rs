//! Cases, by their rules.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::account::AccountId;
use crate::actor::{Actor, AgentId};
use crate::help::{EnquiryRequest, Holidays, Opening, Task, TeamHours};
use crate::note::Note;
use crate::policy::Policy;
use crate::time::{Instant, Span};

const IN_HOURS: &str = "2027-02-22T10:00:00Z";
const EVENING: &str = "2027-08-27T18:00:00Z";

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn agent(number: u128) -> AgentId {
    AgentId(Uuid::from_u128(number))
}

fn helpdesk(number: u128) -> Actor {
    Actor::Helpdesk(agent(number))
}

fn member(number: u128) -> Actor {
    Actor::Member(AccountId(Uuid::from_u128(number)))
}

fn with_hours<T>(use_them: impl FnOnce(TeamHours<'_>) -> T) -> T {
    use_them(TeamHours::new(&Policy::seed_2018(), &Holidays::default()))
}

fn enquiry(now: &str) -> Case {
    let request = EnquiryRequest::MailboxDetailsMissing {
        first_name: "Jane".into(),
        last_name: "Smith".into(),
        ods_code: "V12345".into(),
    };
    let matter = Matter::Enquiry(request.check().unwrap());
    open(CaseOpening { id: CaseId(Uuid::from_u128(1)), matter, by: Actor::Visitor }, now)
}

fn request(now: &str) -> Case {
    let matter = Matter::Request { task: Task::Leaver, account: AccountId(Uuid::from_u128(7)) };
    open(CaseOpening { id: CaseId(Uuid::from_u128(2)), matter, by: member(7) }, now)
}

fn open(opening: CaseOpening, now: &str) -> Case {
    with_hours(|hours| Case::open(opening, at(now), hours))
}

fn run(case: &Case, command: &CaseCommand, actor: &Actor, now: Instant) -> Result<Case, CaseRefusal> {
    let events = with_hours(|hours| case.decide(command, actor, now, hours))?;
    Ok(events.iter().fold(case.clone(), Case::evolve))
}

fn answered() -> Case {
    let now = at(IN_HOURS);
    let case = run(&enquiry(IN_HOURS), &CaseCommand::Assign { to: agent(1) }, &helpdesk(1), now).unwrap();
    run(&case, &CaseCommand::Answer, &helpdesk(1), now).unwrap()
}

fn note() -> CaseCommand {
    CaseCommand::Note(Note::parse(&"Called the practice".into()).unwrap())
}

#[test]
fn r32_what_comes_in_hours_is_the_teams_and_what_comes_after_the_resolver_groups() {
    let due = |text| Opening::At(at(text));
    assert_eq!(
        enquiry(IN_HOURS).state,
        CaseState::Open { group: Group::DentistAdministrationTeam, due: due("2027-02-23T09:00:00Z") }
    );
    assert_eq!(
        enquiry(EVENING).state,
        CaseState::Open { group: Group::DentistResolverGroup, due: due("2027-08-31T08:00:00Z") }
    );
    assert_eq!(enquiry("2028-12-30T12:00:00Z").due(), Some(Opening::Unknown { year: 2029 }));
}

#[test]
fn r32_a_case_is_overdue_until_it_is_answered() {
    let case = enquiry(EVENING);
    assert!(!case.is_overdue(at("2027-08-31T08:00:00Z")) && case.is_overdue(at("2027-08-31T08:00:01Z")));
    assert!(!answered().is_overdue(at("2028-01-01T00:00:00Z")));
    assert!(!enquiry("2028-12-30T12:00:00Z").is_overdue(Instant::LAST), "nobody knows");
}

#[test]
fn r33_a_case_is_assigned_answered_and_closed() {
    let now = at(IN_HOURS);
    let case = answered();
    assert_eq!(case.state, CaseState::Answered { at: now, agent: agent(1) });
    let case = run(&case, &CaseCommand::Close, &helpdesk(2), now).unwrap();
    assert_eq!((case.state, case.due()), (CaseState::Closed { at: now }, None));
}

#[test]
fn r33_no_step_is_left_out() {
    let now = at(IN_HOURS);
    let judge = |case: &Case, command: &CaseCommand| run(case, command, &helpdesk(1), now).map(|_| ());
    let fresh = enquiry(IN_HOURS);
    assert_eq!(judge(&fresh, &CaseCommand::Answer), Err(CaseRefusal::NotAssigned));
    assert_eq!(judge(&fresh, &CaseCommand::Close), Err(CaseRefusal::NotAnswered));
    let others = run(&fresh, &CaseCommand::Assign { to: agent(2) }, &helpdesk(1), now).unwrap();
    assert_eq!(judge(&others, &CaseCommand::Answer), Err(CaseRefusal::OtherAgent));
    assert_eq!(judge(&answered(), &CaseCommand::Assign { to: agent(2) }), Err(CaseRefusal::Answered));
    let closed = run(&answered(), &CaseCommand::Close, &helpdesk(1), now).unwrap();
    for command in [CaseCommand::Assign { to: agent(1) }, CaseCommand::Answer, note()] {
        assert_eq!(judge(&closed, &command), Err(CaseRefusal::Closed), "{command:?}");
    }
}

#[test]
fn r33_an_agent_takes_over_a_colleagues_case_with_its_due_time() {
    let now = at(IN_HOURS);
    let case = run(&enquiry(IN_HOURS), &CaseCommand::Assign { to: agent(1) }, &helpdesk(1), now).unwrap();
    let taken = run(&case, &CaseCommand::Assign { to: agent(2) }, &helpdesk(2), at(EVENING)).unwrap();
    assert_eq!(taken.due(), case.due());
    assert!(matches!(taken.state, CaseState::Assigned { agent: now_with, .. } if now_with == agent(2)));
}

#[test]
fn r33_a_reopened_case_is_due_anew() {
    let case = run(&answered(), &CaseCommand::Reopen, &helpdesk(1), at(EVENING)).unwrap();
    assert_eq!(case.state, enquiry(EVENING).state);
}

#[test]
fn r33_who_asked_may_reopen_their_own_case_and_nothing_else() {
    let now = at(IN_HOURS);
    let case = run(&request(IN_HOURS), &CaseCommand::Assign { to: agent(1) }, &helpdesk(1), now).unwrap();
    let case = run(&case, &CaseCommand::Answer, &helpdesk(1), now).unwrap();
    assert!(matches!(run(&case, &CaseCommand::Reopen, &member(7), now).unwrap().state, CaseState::Open { .. }));
    assert_eq!(run(&case, &CaseCommand::Reopen, &member(8), now), Err(CaseRefusal::NotHelpdesk));
    assert_eq!(run(&answered(), &CaseCommand::Reopen, &Actor::Visitor, now), Err(CaseRefusal::NotHelpdesk));
    for command in [CaseCommand::Assign { to: agent(1) }, note(), CaseCommand::Answer, CaseCommand::Close] {
        assert_eq!(run(&case, &command, &member(7), now), Err(CaseRefusal::NotHelpdesk), "{command:?}");
        assert_eq!(run(&case, &command, &Actor::Clock, now), Err(CaseRefusal::NotHelpdesk), "{command:?}");
    }
}

#[test]
fn r33_notes_are_kept_in_order_with_their_agent() {
    let now = at(IN_HOURS);
    let case = run(&enquiry(IN_HOURS), &note(), &helpdesk(1), now).unwrap();
    let case = run(&case, &note(), &helpdesk(2), now.plus(Span::minutes(1))).unwrap();
    let by: Vec<_> = case.notes.iter().map(|note| (note.by, note.at)).collect();
    assert_eq!(by, [(agent(1), now), (agent(2), now.plus(Span::minutes(1)))]);
}

proptest! {
    #[test]
    fn r33_whatever_the_history_a_closed_case_was_answered_and_a_repeated_command_does_nothing(
        steps in prop::collection::vec((0..5_usize, 1..4_u128, 0..2000_u32), 1..40)
    ) {
        let commands = [
            CaseCommand::Assign { to: agent(1) },
            CaseCommand::Answer,
            CaseCommand::Close,
            CaseCommand::Reopen,
            note(),
        ];
        let (mut case, mut now) = (enquiry(IN_HOURS), at(IN_HOURS));
        for (choice, who, minutes) in steps {
            now = now.plus(Span::minutes(minutes));
            let (command, before) = (&commands[choice], case.clone());
            let Ok(after) = run(&before, command, &helpdesk(who), now) else { continue };
            match (before.state, after.state) {
                (was, is) if was == is => {}
                (CaseState::Open { due: was, .. }, CaseState::Assigned { due: is, .. }) => prop_assert_eq!(was, is),
                (CaseState::Assigned { agent: had, .. }, CaseState::Answered { agent: gave, .. }) => {
                    prop_assert_eq!(had, gave);
                    prop_assert_eq!(gave, agent(who));
                }
                (CaseState::Answered { .. }, CaseState::Closed { .. }) => {}
                (CaseState::Answered { .. } | CaseState::Closed { .. }, CaseState::Open { due, .. }) => {
                    prop_assert!(due.at().is_some_and(|due| due > now));
                }
                (was, is) => prop_assert!(false, "{:?} to {:?}", was, is),
            }
            if !matches!(command, CaseCommand::Note(_)) {
                prop_assert_eq!(run(&after, command, &helpdesk(who), now), Ok(after.clone()));
            }
            let json = serde_json::to_string(&after).unwrap();
            prop_assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), after.clone());
            case = after;
        }
    }
}

#[test]
fn r33_a_case_given_to_the_agent_who_has_it_stays_as_it_is() {
    let case = enquiry(IN_HOURS);
    let given = run(&case, &CaseCommand::Assign { to: agent(1) }, &helpdesk(2), at(IN_HOURS)).unwrap();
    let again = |to| with_hours(|hours| given.decide(&CaseCommand::Assign { to }, &helpdesk(2), at(IN_HOURS), hours));
    assert_eq!(again(agent(1)), Ok(vec![]));
    assert_eq!(again(agent(2)).unwrap().len(), 1);
}
