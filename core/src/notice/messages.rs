//! Which messages an event causes, to whom, and which of several go out.

use uuid::Uuid;

use super::*;
use crate::account::tests::{START, member, newcomer};
use crate::account::{DeadlineKind, Novelty};
use crate::actor::{Actor, AgentId};
use crate::mobile::Mobile;
use crate::password::PasswordHash;
use crate::vouching::{Reissue, VouchingId};

const URL: &str = "https://accounts.example.org";
const PERSONAL: (Channel, &str) = (Channel::Email, "jane@example.org");
const MAILBOX: (Channel, &str) = (Channel::Email, "jane.smith@nhs.net");
const TEXT: (Channel, &str) = (Channel::Sms, "+447700900123");
const NEW_NUMBER: (Channel, &str) = (Channel::Sms, "+447700900200");

fn start() -> Instant {
    START.parse().unwrap()
}

fn channels(notices: &[Notice]) -> Vec<(Channel, &str)> {
    notices.iter().map(|notice| (notice.channel, notice.to.as_str())).collect()
}

fn sent(kind: DeadlineKind, days_before: u32, deadline: Instant) -> Event {
    Event::Reminded(Sent { kind, deadline, days_before, at: start(), takes_effect: deadline })
}

fn helpdesk() -> Actor {
    Actor::Helpdesk(AgentId(Uuid::from_u128(70)))
}

fn of(account: &Account, event: &Event) -> Vec<Notice> {
    of_event(account, event, &Policy::seed_2018(), URL)
}

#[test]
fn r12_a_confirmation_goes_to_personal_email_and_mobile() {
    let activation = crate::account::Activation {
        password: PasswordHash::new("p".to_owned()),
        novelty: Novelty::New,
        answers: Vec::new(),
        mobile_visible: true,
    };
    let notices = of(&newcomer(), &Event::Activated { at: start(), activation, keep: 3 });
    assert_eq!(channels(&notices), [PERSONAL, TEXT]);
    assert!(notices.iter().all(|notice| notice.body.contains("Your NHSmail account is active")));
    assert!(notices[0].body.contains("Dear Jane Smith"));
}

#[test]
fn r17_r28_whatever_happens_to_an_account_is_confirmed() {
    let (at, by) = (start(), helpdesk());
    for event in [
        Event::PasswordChanged { at, recovered_by: None, hash: PasswordHash::new("p".to_owned()), keep: 3 },
        Event::Joined { practice: "V12345".to_owned().try_into().unwrap(), by: by.clone() },
        Event::Transferred { by: by.clone() },
        Event::Disabled { at, by: by.clone() },
        Event::Enabled { at, by },
        Event::ReissueWithdrawn,
        Event::Deleted { at },
    ] {
        assert_eq!(channels(&of(&member(), &event)), [PERSONAL, TEXT], "{}", event.name());
    }
}

#[test]
fn r10_a_newly_issued_temporary_password_goes_to_the_mobile_alone() {
    let password = TemporaryPassword::generate(12, &[9; 64]);
    let notice = of_temporary_password(&newcomer(), &password, &Policy::seed_2018(), URL).unwrap();
    assert_eq!((notice.channel, notice.to.as_str()), TEXT);
    assert!(notice.body.contains(password.as_str()) && !notice.body.contains("jane.smith"));
}

#[test]
fn r19_the_old_number_is_told_of_a_new_one_and_the_new_one_too() {
    let mobile: Mobile = "07700900200".to_owned().try_into().unwrap();
    assert_eq!(channels(&of(&member(), &Event::MobileChanged { mobile })), [PERSONAL, TEXT, NEW_NUMBER]);
}

#[test]
fn r22_a_vouching_is_told_at_every_address_and_at_the_new_number_where_it_is_another() {
    for (number, expected) in
        [("07700900200", vec![PERSONAL, TEXT, MAILBOX, NEW_NUMBER]), ("07700900123", vec![PERSONAL, TEXT, MAILBOX])]
    {
        let reissue = Reissue {
            mobile: number.to_owned().try_into().unwrap(),
            usable_from: start(),
            vouching: VouchingId(Uuid::from_u128(9)),
        };
        let hash = PasswordHash::new("v".to_owned());
        assert_eq!(channels(&of(&member(), &Event::Reissued { at: start(), reissue, hash })), expected);
    }
}

#[test]
fn r25_a_leaver_is_told_everywhere_by_when_the_account_is_deleted() {
    let notices = of(&member(), &Event::MarkedLeaver { at: start(), by: helpdesk() });
    assert_eq!(channels(&notices), [MAILBOX, PERSONAL, TEXT]);
    assert!(notices.iter().all(|notice| notice.body.contains("23 December 2026")));
}

#[test]
fn r26_the_helpdesk_is_told_of_mailboxes_that_lose_their_owner() {
    let mailboxes = vec!["molar.street".to_owned().try_into().unwrap()];
    let notices = of(&member(), &Event::SuccessionNeeded { mailboxes, deletion: start() });
    assert_eq!(channels(&notices), [(Channel::Email, "dentistadmin@nhs.net")]);
    assert!(notices[0].body.contains("molar.street") && notices[0].body.contains("Jane Smith"));
}

#[test]
fn r13_what_happens_silently_causes_no_message() {
    for event in [Event::SignedIn { at: start() }, Event::MobileListed { visible: false }] {
        assert_eq!(of(&member(), &event), [], "{}", event.name());
    }
}

#[test]
fn r13_of_several_reminders_of_one_deadline_the_nearest_goes_out() {
    let (day_90, day_91) = (start().plus(Span::days(90)), start().plus(Span::days(91)));
    let five = sent(DeadlineKind::PasswordExpires, 5, day_90);
    let two = sent(DeadlineKind::PasswordExpires, 2, day_90);
    let one = sent(DeadlineKind::PasswordExpires, 1, day_90);
    let of_another_date = sent(DeadlineKind::PasswordExpires, 1, day_91);
    let of_another_kind = sent(DeadlineKind::BecomesInactive, 1, day_90);
    let signed_in = Event::SignedIn { at: start() };
    let policy = Policy::seed_2018();
    for (events, told) in [
        (vec![five.clone()], 2),
        (vec![two.clone()], 3),
        (vec![five, two.clone()], 3),
        (vec![two.clone(), one.clone()], 3),
        (vec![two.clone(), one, signed_in.clone()], 3),
        (vec![two.clone(), signed_in], 3),
        (vec![two.clone(), of_another_date], 6),
        (vec![two, of_another_kind], 6),
    ] {
        assert_eq!(of_events(&member(), &events, &policy, URL).len(), told, "{events:?}");
    }
}

#[test]
fn r26_the_helpdesk_is_told_once_of_the_same_mailboxes() {
    let alarm = |name: &str| Event::SuccessionNeeded {
        mailboxes: vec![name.to_owned().try_into().unwrap()],
        deletion: start(),
    };
    let policy = Policy::seed_2018();
    let told = |events: &[Event]| of_events(&member(), events, &policy, URL).len();
    assert_eq!(told(&[alarm("molar.street"), alarm("molar.street")]), 1);
    assert_eq!(told(&[alarm("molar.street"), alarm("canine.lane")]), 2);
    let reminder = sent(DeadlineKind::Deleted, 60, start().plus(Span::days(60)));
    assert_eq!(told(&[alarm("molar.street"), reminder]), 3, "neither stands for the other");
}

#[test]
fn r26_of_two_alarms_about_the_same_mailboxes_the_one_of_the_earlier_date_goes_out() {
    let mailboxes = vec!["molar.street".to_owned().try_into().unwrap()];
    let alarm =
        |days| Event::SuccessionNeeded { mailboxes: mailboxes.clone(), deletion: start().plus(Span::days(days)) };
    for (one, other) in [(30, 60), (60, 30)] {
        let notices = of_events(&member(), &[alarm(one), alarm(other)], &Policy::seed_2018(), URL);
        assert_eq!(notices.len(), 1);
        assert!(notices[0].body.contains("23 December 2026"), "{}", notices[0].body);
    }
}

#[test]
fn each_topic_has_a_name_of_its_own() {
    use DeadlineKind::{
        BecomesInactive, Deleted, DisabledDeleted, LeaverDeleted, PasswordExpires, TemporaryPasswordExpires,
    };
    let kinds = [TemporaryPasswordExpires, PasswordExpires, BecomesInactive, Deleted, LeaverDeleted, DisabledDeleted];
    let others = [
        Topic::Username,
        Topic::TemporaryPassword,
        Topic::Activated,
        Topic::PasswordChanged,
        Topic::Deleted,
        Topic::Changed,
        Topic::Leaving,
        Topic::Succession,
    ];
    let topics = kinds.into_iter().map(Topic::Reminder).chain(others);
    let mut names: Vec<_> = topics.map(Topic::name).collect();
    assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 14, "{names:?}");
}

#[test]
fn a_message_goes_out_to_the_account_as_it_was_before_its_event() {
    let events = [Event::Deleted { at: start() }, Event::SignedIn { at: start() }];
    assert_eq!(channels(&of_events(&member(), &events, &Policy::seed_2018(), URL)), [PERSONAL, TEXT]);
}

#[test]
fn r13_a_reminder_says_what_to_do_before_its_date_and_after_it() {
    let day = start().plus(Span::days(90));
    let body = |account: &Account, event: &Event| of(account, event)[0].body.clone();
    let before = body(&member(), &sent(DeadlineKind::PasswordExpires, 1, day));
    let after = body(&member(), &sent(DeadlineKind::PasswordExpires, 0, day));
    assert!(before.contains(&wording::deadline_advice(Remedy::ChangePassword).english()), "{before}");
    assert!(after.contains("Sign in to put it right."), "{after}");
    let waiting = body(&newcomer(), &sent(DeadlineKind::BecomesInactive, 1, day));
    let inactive = body(&newcomer(), &sent(DeadlineKind::BecomesInactive, 0, day));
    assert!(waiting.contains(&wording::deadline_advice(Remedy::Activate).english()), "{waiting}");
    assert!(inactive.contains("new temporary password"), "{inactive}");
}

#[test]
fn r26_of_a_deletion_that_waits_for_a_succession_the_holder_is_not_told_again() {
    let day = start().plus(Span::days(180));
    assert_eq!(of(&member(), &sent(DeadlineKind::Deleted, 0, day)), []);
    assert_eq!(channels(&of(&member(), &sent(DeadlineKind::Deleted, 1, day))), [MAILBOX, PERSONAL, TEXT]);
    assert_ne!(of(&member(), &sent(DeadlineKind::PasswordExpires, 0, day)), []);
}
