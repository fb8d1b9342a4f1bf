//! The rules of vouching, by property.

use proptest::prelude::*;

use super::*;

/// Which command, and who asks for it: mostly somebody who may.
fn asked() -> impl Strategy<Value = (u8, u8)> {
    prop_oneof![
        3 => (0..2_u8, 6..10_u8),
        2 => (Just(2), 3..5_u8),
        1 => (0..5_u8, 0..12_u8),
    ]
}

/// The account that an agent holds: the first is the owner, the second the member, the rest neither.
fn account_of_agent(number: u8) -> Option<AccountId> {
    [Some(account(OWNER)), Some(account(MEMBER)), Some(account(8)), None].into_iter().nth(number.into()).flatten()
}

proptest! {
    #[test]
    fn r22_whatever_is_asked_by_anybody_three_people_are_named_and_what_is_final_stays(
        (starter, member, to) in (1..5_u8, 1..6_u8, 5..7_u8),
        steps in prop::collection::vec((asked(), 0..12_u32), 1..40),
    ) {
        let looked = Looked::up();
        let begun = Vouching::start(request(member, to), &person(starter), &looked.facts(), begin());
        let may_begin = starter != member && [OWNER, OTHER_OWNER].contains(&starter) && (1..=4).contains(&member);
        prop_assert_eq!(begun.is_ok(), may_begin);
        let Ok((mut vouching, _)) = begun else { return Ok(()) };
        let mut now = begin();
        let mut confirmed_by = None;
        let mut says = BEFORE;
        for ((choice, who), hours) in steps {
            now = now.plus(Span::minutes(hours * 60));
            let by = match who {
                0..6 => person(who),
                6..10 => agent(who - 6),
                10 => Actor::Clock,
                _ => Actor::Visitor,
            };
            let agent_account = if (6..10).contains(&who) { account_of_agent(who - 6) } else { None };
            let desk = Desk { agent_account, holding: says, ..looked.desk() };
            let command = match choice {
                0 => Command::Confirm(desk),
                1 => Command::Issue(desk),
                2 => Command::Use(says),
                3 => Command::Withdraw,
                _ => Command::RunClocks(says),
            };
            let before = vouching.clone();
            let Ok((after, events)) = run(vouching.clone(), &command, &by, now) else { continue };
            for event in &events {
                prop_assert!(!before.is_final(), "{:?} after {:?}", event, before.state);
                prop_assert!(before.clone().evolve(event) != before, "{:?}", event);
                prop_assert!(before.clone().evolve(event) == after);
                if let Event::Confirmed { named, .. } | Event::Issued { named, .. } | Event::Used { named, .. } = event {
                    prop_assert_eq!((named.member, named.owner), (vouching.member, vouching.owner));
                    let agent = (0..4).find(|&number| agent_id(number) == named.agent).unwrap();
                    let held = account_of_agent(agent);
                    prop_assert!(held != Some(named.member) && held != Some(named.owner));
                }
                match event {
                    Event::Confirmed { named, .. } => confirmed_by = Some(named.agent),
                    Event::Issued { named, usable_from, .. } => {
                        prop_assert_eq!(confirmed_by, Some(named.agent), "who issues has confirmed");
                        prop_assert_eq!(*usable_from > now, to != 5);
                        let until = usable_from.plus(Span::days(14));
                        says.temporary_password = Held::Running { from: *usable_from, until };
                    }
                    Event::Used { .. } => {
                        let Held::Running { from, until } = says.temporary_password else {
                            return Err(TestCaseError::fail("used without having been issued"));
                        };
                        prop_assert!(from <= now && now < until);
                    }
                    Event::Lapsed { .. } => prop_assert!(!before.is_open(now, &says, &policy())),
                    Event::Started { .. } | Event::Withdrawn { .. } => {}
                }
            }
            vouching = after;
        }
        let json = serde_json::to_string(&vouching).unwrap();
        prop_assert_eq!(serde_json::from_str::<Vouching>(&json).unwrap(), vouching);
    }

    #[test]
    fn r22_no_fact_changes_a_final_vouching(which in 0..3_usize, fact in 0..6_usize) {
        let done = [used(), withdrawn(), lapsed()][which].clone();
        let (at, named) = (hour(999), Named { member: account(MEMBER), owner: account(OWNER), agent: agent_id(1) });
        let event = [
            Event::Started { at, member: named.member, owner: named.owner },
            Event::Confirmed { at, named },
            Event::Issued { at, named, mobile: mobile(6), usable_from: at },
            Event::Used { at, named },
            Event::Withdrawn { at, by: agent(1) },
            Event::Lapsed { at },
        ][fact].clone();
        prop_assert_eq!(done.clone().evolve(&event), done);
    }

    #[test]
    fn r22_clocks_run_hourly_lapse_the_same_vouchings_as_clocks_run_once(days in 0..20_u32, is_issued: bool) {
        let vouching = || if is_issued { issued(started()) } else { started() };
        let tick = |vouching: Vouching, at| {
            let command = Command::RunClocks(says_of(&vouching));
            run(vouching, &command, &Actor::Clock, at).unwrap()
        };
        let (hourly, lapses) = (0..=days * 24).fold((vouching(), 0), |(vouching, lapses), at| {
            let (after, events) = tick(vouching, hour(at));
            (after, lapses + events.len())
        });
        let (once, events) = tick(vouching(), hour(days * 24));
        prop_assert_eq!((hourly.is_final(), lapses), (once.is_final(), events.len()));
    }
}
