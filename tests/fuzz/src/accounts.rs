//! Histories of an account: any commands by anybody at any time.

use arbitrary::{Arbitrary, Unstructured};
use enamel_core::account::{
    Account, AccountId, AccountView, Activation, ActivationView, Administration, AnsweredQuestion, Command, Creation,
    DeadlineKind, Dormant, Event, NewNumber, Novelty, Profile, ProfileRequest, Proof, ProvedMobile, StaffCommand,
    State, Status,
};
use enamel_core::actor::{Actor, AgentId};
use enamel_core::calendar::calendar;
use enamel_core::code::Allowance;
use enamel_core::directory::DirectoryEntry;
use enamel_core::guessing::Guesses;
use enamel_core::locale::Language;
use enamel_core::mailbox::{MailboxAddress, Ties};
use enamel_core::mobile::Mobile;
use enamel_core::notice;
use enamel_core::organisation::OdsCode;
use enamel_core::password::PasswordHash;
use enamel_core::person::Person;
use enamel_core::policy::Policy;
use enamel_core::recovery::{Permit, Recovery, RecoveryCommand};
use enamel_core::session::Credential;
use enamel_core::time::Instant;
use enamel_core::vouching::{Reissue, VouchingId};
use uuid::Uuid;

use crate::input::{self, Pause, start, stored};

#[derive(Arbitrary, Clone, Copy, Debug)]
struct Step {
    pause: Pause,
    ask: Ask,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Ask {
    SignIn { temporary: bool, right: bool },
    Rehash { temporary: bool, hash: u8 },
    Activate { novelty: u8, visible: bool, hash: u8 },
    ChangePassword { right: bool, novelty: u8, hash: u8 },
    ResetPassword { own: bool, novelty: u8, hash: u8 },
    ListMobile { visible: bool },
    ChangeMobile { number: u8, is_taken: bool },
    EditProfile { role: u8 },
    Reissue { number: u8, held: u8, hash: u8 },
    WithdrawReissue,
    IssueTemporaryPassword { by: u8, hash: u8 },
    MarkLeaver { by: u8, tied: bool },
    Join { by: u8 },
    Transfer { by: u8 },
    Disable { by: u8 },
    Enable { by: u8 },
    RunClocks { tied: bool },
}

/// The first bytes are a policy and who administers the account, the rest its history.
///
/// # Panics
/// Where a rule is broken.
pub fn run(data: &[u8]) {
    let mut u = Unstructured::new(data);
    let Ok(policy) = input::policy(&mut u) else { return };
    let administration = match u8::arbitrary(&mut u).unwrap_or(0) % 3 {
        0 => organisation("RXX").map_or(Administration::NhsDental, Administration::Organisation),
        _ => Administration::NhsDental,
    };
    let Some(created) = create(administration) else { return };
    let (mut account, mut now, mut history) = (created.clone(), start(), Vec::new());
    for Step { pause, ask } in input::steps::<Step>(&mut u) {
        now = pause.after(now);
        let Some(command) = command(ask, now, &policy) else { continue };
        let Ok(events) = account.decide(&command, now, &policy) else { continue };
        let before = account.clone();
        account = events.iter().fold(account, Account::evolve);
        compare(&before, &account, &events);
        if let Command::RunClocks { .. } = command {
            assert_eq!(account.decide(&command, now, &policy), Ok(Vec::new()), "the clocks come to rest");
        }
        for notice in notice::of_events(&before, &events, &policy, "https://enamel.example") {
            assert!(!notice.body.is_empty() && !notice.to.is_empty());
        }
        look(&account, now, &policy);
        account = stored(&account);
        history.extend(events);
    }
    assert_eq!(history.iter().fold(created, Account::evolve), account, "a history replays to the same state");
}

/// What no step may do (R36).
fn compare(before: &Account, after: &Account, events: &[Event]) {
    assert_eq!((before.id, &before.username, before.created_at), (after.id, &after.username, after.created_at));
    let is_activation = |event: &Event| matches!(event, Event::Activated { .. });
    match (&before.state, &after.state) {
        (State::Deleted { .. }, state) => {
            assert_eq!(*state, before.state, "deleted is final");
            assert_eq!(events, [], "nothing happens to what is deleted");
        }
        (State::Newcomer(_), State::Member(_)) => assert!(events.iter().any(is_activation)),
        (State::Disabled(disabled), State::Member(_)) => assert!(matches!(disabled.was, Dormant::Member(_))),
        (State::Disabled(disabled), State::Newcomer(_)) => assert!(matches!(disabled.was, Dormant::Newcomer(_))),
        (State::Member(_), State::Newcomer(_)) => panic!("a member is a newcomer again"),
        _ => {}
    }
    if let State::Deleted { .. } = after.state {
        assert!(after.holder().is_none() && after.credentials().is_empty() && after.secrets().is_empty());
    }
}

/// Everything that is worked out from a state.
fn look(account: &Account, now: Instant, policy: &Policy) {
    let deadlines = account.deadlines(now, policy);
    assert!(deadlines.iter().all(|deadline| deadline.at > now), "a deadline is ahead");
    assert!(deadlines.is_sorted_by_key(|deadline| deadline.at));
    let kinds = |kind: DeadlineKind| deadlines.iter().filter(|deadline| deadline.kind == kind).count();
    assert!(deadlines.iter().all(|deadline| kinds(deadline.kind) == 1), "each kind once");
    let status = account.status(now, policy);
    let is_deleted = status == Status::Deleted;
    assert_eq!(is_deleted, account.holder().is_none());
    assert_eq!(is_deleted, account.next_due(policy).is_none());
    if matches!(status, Status::Deleted | Status::Disabled) {
        for credential in [Credential::Password, Credential::TemporaryPassword] {
            assert_eq!(account.next(credential, now, policy), None);
        }
    }
    let has_hidden_mobile = account.holder().is_some_and(|holder| !holder.mobile.is_visible());
    let entry = DirectoryEntry::of(account);
    assert_eq!(entry.is_some(), account.member().is_some());
    assert!(entry.is_none_or(|entry| entry.mobile.is_none() == has_hidden_mobile));
    assert!(account.compared_passwords(policy).earlier.len() <= policy.compared_passwords() as usize);
    _ = AccountView::of(account, now, policy, Language::En).map(|view| stored(&view));
    _ = ActivationView::of(account).map(|view| stored(&view));
    assert!(calendar(account, now, policy, Language::En).lines().all(|line| line.len() <= 75));
}

fn create(administration: Administration) -> Option<Account> {
    let creation = Creation {
        id: AccountId(Uuid::from_u128(7)),
        username: "jane.smith".to_owned().try_into().ok()?,
        person: Person::parse(&"Jane".into(), &"Smith".into(), &"jane@example.org".into()).ok()?,
        mobile: mobile(0)?,
        administration,
        practice: None,
        temporary_password: hash(255),
    };
    Some(Account::create(creation, start()))
}

fn command(ask: Ask, now: Instant, policy: &Policy) -> Option<Command> {
    let staff = |by, command| Some(Command::Staff { by: actor(by)?, command });
    match ask {
        Ask::SignIn { temporary, right } => {
            Some(Command::SignIn { credential: credential(temporary), proof: Proof::of(right) })
        }
        Ask::Rehash { temporary, hash: number } => {
            Some(Command::Rehash { credential: credential(temporary), hash: hash(number) })
        }
        Ask::Activate { novelty: is_new, visible, hash: number } => Some(Command::Activate(Activation {
            password: hash(number),
            novelty: novelty(is_new),
            answers: vec![AnsweredQuestion { question: "first-pet".to_owned().try_into().ok()?, answer: hash(number) }],
            mobile_visible: visible,
        })),
        Ask::ChangePassword { right, novelty: is_new, hash: number } => Some(Command::ChangePassword {
            current: Proof::of(right),
            novelty: novelty(is_new),
            password: hash(number),
        }),
        Ask::ResetPassword { own, novelty: is_new, hash: number } => Some(Command::ResetPassword {
            permit: permit(if own { "jane.smith" } else { "mary.jones" }, now, policy)?,
            novelty: novelty(is_new),
            password: hash(number),
        }),
        Ask::ListMobile { visible } => Some(Command::ListMobile { visible }),
        Ask::ChangeMobile { number, is_taken } => {
            Some(Command::ChangeMobile { proved: proved(mobile(number)?, now, policy)?, is_taken })
        }
        Ask::EditProfile { role } => Some(Command::EditProfile(profile(role)?)),
        Ask::Reissue { number, held, hash: temporary } => {
            let reissue = Reissue {
                mobile: mobile(number)?,
                usable_from: Pause::Minutes(u16::from(held) * 60).after(now),
                vouching: VouchingId(Uuid::from_u128(9)),
            };
            Some(Command::Reissue { reissue, hash: hash(temporary) })
        }
        Ask::WithdrawReissue => Some(Command::WithdrawReissue { vouching: VouchingId(Uuid::from_u128(9)) }),
        Ask::IssueTemporaryPassword { by, hash: number } => {
            staff(by, StaffCommand::IssueTemporaryPassword(hash(number)))
        }
        Ask::MarkLeaver { by, tied } => staff(by, StaffCommand::MarkLeaver { ties: ties(tied) }),
        Ask::Join { by } => staff(by, StaffCommand::Join { practice: organisation("V12345")? }),
        Ask::Transfer { by } => staff(by, StaffCommand::Transfer),
        Ask::Disable { by } => staff(by, StaffCommand::Disable),
        Ask::Enable { by } => staff(by, StaffCommand::Enable),
        Ask::RunClocks { tied } => Some(Command::RunClocks { ties: ties(tied) }),
    }
}

fn credential(temporary: bool) -> Credential {
    if temporary { Credential::TemporaryPassword } else { Credential::Password }
}

fn hash(number: u8) -> PasswordHash {
    PasswordHash::new(format!("h{number}"))
}

fn novelty(number: u8) -> Novelty {
    match number {
        0 => Novelty::Temporary,
        1 => Novelty::Reused,
        _ => Novelty::New,
    }
}

/// Mostly the helpdesk.
fn actor(number: u8) -> Option<Actor> {
    let agent = AgentId(Uuid::from_u128(70));
    Some(match number {
        0 => Actor::Visitor,
        1 => Actor::Member(AccountId(Uuid::from_u128(7))),
        2 => Actor::Clock,
        3 => Actor::LocalAdministrator { agent, organisation: organisation("RXX")? },
        4 => Actor::LocalAdministrator { agent, organisation: organisation("RYY")? },
        _ => Actor::Helpdesk(agent),
    })
}

fn organisation(code: &str) -> Option<OdsCode> {
    OdsCode::parse(&code.into()).ok()
}

fn mobile(number: u8) -> Option<Mobile> {
    Mobile::parse(&format!("07700900{number:03}").into()).ok()
}

fn ties(tied: bool) -> Ties {
    let mailbox = tied.then(|| MailboxAddress::parse(&"smile.v12345".into()).ok()).flatten();
    Ties { sole_owner_of: mailbox.into_iter().collect() }
}

fn profile(role: u8) -> Option<Profile> {
    let request = ProfileRequest {
        work_telephone: if role.is_multiple_of(2) { "020 7946 0000 ext 12".into() } else { "".into() },
        job_role: format!("Dentist {role}").into(),
        specialties: vec!["Orthodontics".into(); usize::from(role % 4)],
    };
    request.check().ok()
}

/// A permit as a recovery gives it, by whatever the policy takes.
fn permit(username: &str, now: Instant, policy: &Policy) -> Option<Permit> {
    let recovery = Recovery::begin(username.to_owned().try_into().ok()?);
    let prove = [
        RecoveryCommand::Answer { proof: Proof::Correct, guesses: Guesses::default() },
        RecoveryCommand::UsePasskey(Proof::Correct),
    ];
    let events = prove.iter().find_map(|prove| recovery.decide(prove, now, policy).ok())?;
    events.iter().fold(recovery, Recovery::evolve).permit(now, policy).ok()
}

fn proved(mobile: Mobile, now: Instant, policy: &Policy) -> Option<ProvedMobile> {
    let (number, _) = NewNumber::ask(mobile, hash(0), Allowance::default(), now, policy).ok()?;
    number.confirm(true, now, policy).ok()
}
