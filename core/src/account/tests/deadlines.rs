//! Deadlines are monotone (R13, R15, R20, R25, R28), over whole histories and every preset.

use super::*;

/// A history: whether it begins with the activation; then which commands of [`commands`], and hours before each.
type History = (bool, Vec<(usize, u32)>);

fn steps() -> impl Strategy<Value = History> {
    // Short ones with short pauses mostly end before the deletion, long ones mostly after it.
    let short = prop::collection::vec((0..19_usize, 0..(15 * 24_u32)), 0..10);
    let long = prop::collection::vec((0..19_usize, 0..(40 * 24_u32)), 1..25);
    (prop::bool::weighted(0.8), prop_oneof![3 => short, 1 => long])
}

fn begin(is_activated: bool) -> Account {
    if is_activated { member() } else { newcomer() }
}

fn preset() -> impl Strategy<Value = Policy> {
    prop_oneof![Just(Policy::seed_2018()), Just(Policy::nhsmail_2019()), Just(Policy::modern())]
}

fn after(account: Account, command: &Command, now: Instant, policy: &Policy) -> Account {
    match account.decide(command, now, policy) {
        Ok(events) => events.iter().fold(account, Account::evolve),
        Err(_) => account,
    }
}

/// The account after the history, and when that is.
fn history((is_activated, steps): &History, policy: &Policy) -> (Account, Instant) {
    steps.iter().fold((begin(*is_activated), start()), |(account, now), &(choice, hours)| {
        let now = now.plus(Span::hours(hours));
        (after(account, &commands()[choice], now, policy), now)
    })
}

fn of_kind(deadlines: &[Deadline], kind: DeadlineKind) -> Option<Instant> {
    deadlines.iter().find(|deadline| deadline.kind == kind).map(|deadline| deadline.at)
}

fn first_deletion(deadlines: &[Deadline]) -> Option<Instant> {
    deadlines.iter().filter(|deadline| deadline.kind.is_deletion()).map(|deadline| deadline.at).min()
}

proptest! {
    // Time alone moves no date: what is to come at a later instant is what was to come, less what has passed.
    #[test]
    fn r20_time_alone_moves_no_deadline(steps in steps(), policy in preset(), hours in 0..5000_u32) {
        let (account, now) = history(&steps, &policy);
        let later = now.plus(Span::hours(hours));
        let mut coming = account.deadlines(now, &policy);
        coming.retain(|deadline| deadline.at > later);
        prop_assert_eq!(account.deadlines(later, &policy), coming);
    }

    // The clocks postpone, and never hasten: each date that was to come is as late or later after they ran.
    #[test]
    fn r15_running_the_clocks_brings_no_deadline_forward(steps in steps(), policy in preset(), hours in 0..5000_u32) {
        let (account, now) = history(&steps, &policy);
        let now = now.plus(Span::hours(hours));
        let run = after(account.clone(), &clocks(), now, &policy);
        if run.status(now, &policy) == Status::Deleted {
            return Ok(());
        }
        let (before, after) = (account.deadlines(now, &policy), run.deadlines(now, &policy));
        for deadline in &before {
            prop_assert!(of_kind(&after, deadline.kind) >= Some(deadline.at), "{:?} in {:?}", deadline, after);
        }
    }

    // Between two runs of the clocks nothing falls due before the instant that was named, and it does then;
    // no step of a coming date lies before that instant without having gone out.
    #[test]
    fn r13_nothing_falls_due_before_the_instant_that_is_named(
        steps in steps(), policy in preset(), share in 0..1000_i64
    ) {
        let (account, now) = history(&steps, &policy);
        let account = after(account, &clocks(), now, &policy);
        let due = account.next_due(&policy);
        for deadline in account.deadlines(now, &policy) {
            let steps = deadline.kind.steps(&policy);
            let has_effect = deadline.kind.is_deletion() || !steps.is_empty();
            prop_assert!(!has_effect || due <= Some(deadline.at), "{:?} after {:?}", due, deadline);
            let clock = account.clocks(&policy).into_iter().find(|clock| clock.kind == deadline.kind).unwrap();
            for &days in steps {
                let at = deadline.at.minus(Span::days(days));
                // One that was sent stays so where a temporary password puts the deletion off.
                let is_sent = account.has_sent(&clock, days);
                prop_assert!(at <= now || is_sent || due <= Some(at), "{:?} after the step of {} days", due, days);
            }
        }
        let Some(due) = due else {
            prop_assert_eq!(account.deadlines(now, &policy).iter().filter(|deadline| deadline.kind.is_deletion()).count(), 0);
            return Ok(());
        };
        prop_assert!(due > now);
        let between = Instant::from_micros(now.micros() + (due.micros() - now.micros() - 1) / 1000 * share);
        prop_assert_eq!(account.decide(&clocks(), between, &policy), Ok(vec![]));
        prop_assert_ne!(account.decide(&clocks(), due, &policy), Ok(vec![]));
    }

    // Whoever signs in, once the clocks have run, is not deleted or inactive sooner than without.
    #[test]
    fn r15_signing_in_brings_no_deadline_forward(steps in steps(), policy in preset(), hours in 0..5000_u32) {
        let (account, now) = history(&steps, &policy);
        let now = now.plus(Span::hours(hours));
        let account = after(account, &clocks(), now, &policy);
        let used = after(account.clone(), &sign_in(Credential::Password), now, &policy);
        let used = after(used, &clocks(), now, &policy);
        let (without, with) = (account.deadlines(now, &policy), used.deadlines(now, &policy));
        prop_assert!(first_deletion(&with) >= first_deletion(&without), "{:?} before {:?}", with, without);
        if let (Some(with), Some(without)) =
            (of_kind(&with, DeadlineKind::BecomesInactive), of_kind(&without, DeadlineKind::BecomesInactive))
        {
            prop_assert!(with >= without);
        }
    }

    // Of two sign-ins of one account, each at its time and no other between, the later one gives the later dates.
    #[test]
    fn r15_a_later_sign_in_gives_no_earlier_deadline(
        policy in preset(), hours in 0..(80 * 24_u32), further in 0..(9 * 24_u32)
    ) {
        let earlier = start().plus(Span::hours(hours));
        let later = earlier.plus(Span::hours(further));
        let signed_in = |at| after(member(), &sign_in(Credential::Password), at, &policy).deadlines(later, &policy);
        let (earlier, later) = (signed_in(earlier), signed_in(later));
        for deadline in &earlier {
            // Where the password's clock has become the earlier one, inactivity goes by its name.
            let at = of_kind(&later, deadline.kind).or_else(|| of_kind(&later, DeadlineKind::PasswordExpires));
            let is_named_anew = of_kind(&later, deadline.kind).is_none();
            prop_assert!(at >= Some(deadline.at) || is_named_anew && at.is_some(), "{:?}: {:?}", deadline, later);
        }
    }

    // While disabled, the other dates wait; enabled again, each is as far ahead as it was.
    #[test]
    fn r28_standing_still_postpones_every_deadline_alike(
        steps in steps(), policy in preset(), hours in 0..5000_u32
    ) {
        let (account, now) = history(&steps, &policy);
        if matches!(account.state, State::Disabled(_) | State::Deleted { .. }) {
            return Ok(());
        }
        let later = now.plus(Span::hours(hours));
        let still = after(account.clone(), &staff(StaffCommand::Disable), now, &policy);
        let enabled = after(still, &staff(StaffCommand::Enable), later, &policy);
        let postponed: Vec<_> = account
            .deadlines(now, &policy)
            .into_iter()
            .map(|deadline| Deadline { at: deadline.at.plus(Span::hours(hours)), ..deadline })
            .collect();
        prop_assert_eq!(enabled.deadlines(later, &policy), postponed);
    }

    // A state kept and read back at any step, and the whole history replayed, lead to the same account.
    #[test]
    fn r36_a_history_replays_to_the_same_state(steps in steps(), policy in preset()) {
        let (is_activated, steps) = steps;
        let (mut account, mut now, mut history) = (begin(is_activated), start(), Vec::new());
        for (choice, hours) in steps {
            now = now.plus(Span::hours(hours));
            let before = account.clone();
            let Ok(events) = account.decide(&commands()[choice], now, &policy) else { continue };
            account = events.iter().fold(account, Account::evolve);
            if let State::Deleted { .. } = before.state {
                prop_assert_eq!(&account, &before);
                prop_assert_eq!(&events, &vec![]);
            }
            if matches!((&before.state, &account.state), (State::Newcomer(_), State::Member(_))) {
                let is_activation = |event: &Event| matches!(event, Event::Activated { .. });
                prop_assert!(events.iter().any(is_activation), "active without an activation");
            }
            prop_assert!(!matches!((&before.state, &account.state), (State::Member(_), State::Newcomer(_))));
            account = serde_json::from_str(&serde_json::to_string(&account).unwrap()).unwrap();
            history.extend(events);
        }
        prop_assert_eq!(history.iter().fold(begin(is_activated), Account::evolve), account);
    }
}
