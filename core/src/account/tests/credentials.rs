//! Recovery, vouching and edits (R19, R21, R22).

use super::*;
use crate::code::SentCode;
use crate::guessing::Guesses;
use crate::mobile::Mobile;
use crate::recovery::{Recovery, RecoveryCommand};
use crate::vouching::{Reissue, VouchingId};

fn permit(username: &str) -> crate::recovery::Permit {
    let recovery = Recovery::begin(username.to_owned().try_into().unwrap());
    let events = recovery
        .decide(&RecoveryCommand::Answer { proof: Proof::Correct, guesses: Guesses::default() }, start(), &policy())
        .unwrap();
    events.iter().fold(recovery, Recovery::evolve).permit(start(), &policy()).unwrap()
}

pub(super) fn reset(username: &str) -> Command {
    Command::ResetPassword { permit: permit(username), novelty: Novelty::New, password: hash("reset") }
}

fn vouching(number: u128) -> VouchingId {
    VouchingId(Uuid::from_u128(number))
}

pub(super) fn withdraw() -> Command {
    Command::WithdrawReissue { vouching: vouching(9) }
}

pub(super) fn reissue(usable_from: Instant) -> Command {
    let mobile = "07700900200".to_owned().try_into().unwrap();
    let reissue = Reissue { mobile, usable_from, vouching: vouching(9) };
    Command::Reissue { reissue, hash: hash("vouched") }
}

pub(super) fn proved(number: &str) -> ProvedMobile {
    let new = super::super::NewNumber {
        mobile: number.to_owned().try_into().unwrap(),
        code: SentCode::sent(hash("code"), start()),
    };
    new.confirm(true, start(), &policy()).unwrap()
}

#[test]
fn r21_a_recovery_sets_a_new_password_of_its_own_account_alone() {
    assert_eq!(member().decide(&reset("mary.jones"), day(1), &policy()), Err(AccountRefusal::RecoveryOfAnother));
    let (account, events) = run(member(), &reset("jane.smith"), day(100)).unwrap();
    assert!(events[0].ends_sessions() && events[0].cancels_codes());
    assert_eq!(account.status(day(100), &policy()), Status::Active, "out of the inactivity too");
    assert_eq!(account.credentials(), [(Credential::Password, &hash("reset"))]);
    assert_eq!(newcomer().decide(&reset("jane.smith"), day(1), &policy()), Err(AccountRefusal::ActivationRequired));
    let reused =
        Command::ResetPassword { permit: permit("jane.smith"), novelty: Novelty::Reused, password: hash("p0") };
    assert_eq!(member().decide(&reused, day(1), &policy()), Err(AccountRefusal::PasswordReused(4)));
}

#[test]
fn r22_a_temporary_password_on_a_vouching_leads_to_a_new_beginning_once() {
    let account = run(change(member(), "p1", day(1)), &reissue(day(2)), day(2)).unwrap().0;
    assert_eq!(account.next(Credential::TemporaryPassword, day(2), &policy()), Some(Next::Activate));
    assert_eq!(account.next(Credential::Password, day(2), &policy()), Some(Next::Home), "the password works still");
    assert_eq!(ActivationView::of(&account).unwrap().mobile, "+447700900200");
    assert_eq!(names(&account.compared_passwords(&policy()).temporary), ["temporary", "vouched"]);
    assert!(account.decide(&sign_in(Credential::TemporaryPassword), day(2), &policy()).is_ok());
    let account =
        run(account, &Command::Activate(Activation { password: hash("anew"), ..activation() }), day(3)).unwrap().0;
    assert_eq!(account.credentials(), [(Credential::Password, &hash("anew"))]);
    assert_eq!(account.holder().unwrap().mobile.number().e164(), "+447700900200");
    assert_eq!(names(&account.compared_passwords(&policy()).earlier), ["anew", "p1", "p0"]);
    assert_eq!(
        names(&account.compared_passwords(&policy()).temporary),
        ["vouched", "temporary"],
        "R10: none is forgotten"
    );
    assert_eq!(account.next(Credential::TemporaryPassword, day(3), &policy()), None);
    assert_eq!(
        account.decide(&sign_in(Credential::TemporaryPassword), day(3), &policy()),
        Err(AccountRefusal::SignInFailed)
    );
    assert_eq!(
        account.decide(&Command::Activate(activation()), day(3), &policy()),
        Err(AccountRefusal::AlreadyActivated)
    );
}

#[test]
fn r22_what_was_issued_is_held_back_runs_out_and_can_be_withdrawn() {
    let account = run(member(), &reissue(day(1)), start()).unwrap().0;
    let temporary = sign_in(Credential::TemporaryPassword);
    let just_before = Instant::from_micros(day(1).micros() - 1);
    assert_eq!(account.decide(&temporary, just_before, &policy()), Err(AccountRefusal::TemporaryPasswordHeld(day(1))));
    assert_eq!(account.decide(&temporary, day(1), &policy()), Ok(vec![]));
    // Its days count from when it works: one day, with `modern`, is not over before it began.
    assert_eq!(account.decide(&temporary, day(1), &Policy::modern()), Ok(vec![]));
    assert_eq!(account.decide(&temporary, day(15), &policy()), Err(AccountRefusal::TemporaryPasswordExpired));
    assert!(
        account
            .deadlines(start(), &policy())
            .iter()
            .any(|deadline| deadline.kind == DeadlineKind::TemporaryPasswordExpires && deadline.at == day(15))
    );
    let another = Command::WithdrawReissue { vouching: vouching(8) };
    assert_eq!(account.decide(&another, day(1), &policy()), Ok(vec![]), "one of before may lapse late");
    let withdrawn = run(account, &withdraw(), day(1)).unwrap().0;
    assert_eq!(withdrawn.decide(&temporary, day(1), &policy()), Err(AccountRefusal::SignInFailed));
    assert_eq!(withdrawn.decide(&withdraw(), day(1), &policy()), Ok(vec![]), "already so");
    let changed = change(run(member(), &reissue(start()), start()).unwrap().0, "p1", start());
    assert_eq!(changed.decide(&temporary, start(), &policy()), Err(AccountRefusal::SignInFailed), "its cause has gone");
}

#[test]
fn r22_what_was_issued_can_be_taken_back_while_the_account_is_disabled() {
    let account = run(member(), &reissue(start()), start()).unwrap().0;
    let disabled = run(account, &staff(StaffCommand::Disable), start()).unwrap().0;
    let withdrawn = run(disabled, &withdraw(), day(1)).unwrap().0;
    let enabled = run(withdrawn, &staff(StaffCommand::Enable), day(2)).unwrap().0;
    assert_eq!(enabled.credentials(), [(Credential::Password, &hash("p0"))]);
    let newcomer = run(newcomer(), &staff(StaffCommand::Disable), start()).unwrap().0;
    assert_eq!(newcomer.decide(&withdraw(), day(1), &policy()), Ok(vec![]), "nothing was issued");
}

#[test]
fn r22_nobody_is_deleted_for_lack_of_use_while_a_temporary_password_is_held_back() {
    // Warned in time; on the last day somebody vouches for them.
    let warned = on_days(member(), [120, 150, 166, 173, 179]);
    let vouched = run(warned.clone(), &reissue(day(180)), day(179)).unwrap().0;
    let waiting = tick(vouched, day(180)).0;
    assert!(waiting.decide(&Command::Activate(activation()), day(181), &policy()).is_ok());
    assert_eq!(tick(warned, day(180)).0.status(day(180), &policy()), Status::Deleted, "nobody vouched");
}

#[test]
fn r10_r15_r22_a_temporary_password_that_puts_a_deletion_off_names_its_new_date() {
    let warned = on_days(member(), [120, 150, 166, 173, 179]);
    let warned_newcomer = on_days(newcomer(), [120, 150, 166, 173]);
    let (issued, reissued) = (issue(hash("second")), reissue(day(180)));
    for (account, command, from) in [(warned, reissued, 179), (warned_newcomer, issued, 175)] {
        let (account, events) = run(account, &command, day(from)).unwrap();
        let named = day(from + 60);
        let [_, Event::Reminded(Sent { days_before: 60, takes_effect, .. })] = events[..] else { panic!("{events:?}") };
        assert_eq!(takes_effect, named);
        // The steps between go out as before every deletion, and none before its day.
        let (mut account, sent) = tick(account, day(from + 29));
        assert!(!sent.iter().any(|(kind, _)| *kind == DeadlineKind::Deleted), "{sent:?}");
        for step in [30, 14, 7, 1] {
            let (after, sent) = tick(account, day(from + 60 - step));
            assert!(sent.contains(&(DeadlineKind::Deleted, step)), "{step}: {sent:?}");
            account = after;
        }
        assert_eq!(account.status(named, &policy()), Status::Inactive);
        assert_eq!(tick(account, named).0.status(named, &policy()), Status::Deleted, "it was not used");
    }
}

#[test]
fn r10_r15_a_temporary_password_that_puts_no_deletion_off_warns_of_nothing() {
    let warned = on_days(newcomer(), [120, 150]);
    let (_, events) = run(warned, &issue(hash("second")), day(160)).unwrap();
    assert!(matches!(events[..], [Event::TemporaryPasswordIssued { .. }]), "{events:?}");
}

#[test]
fn r22_what_is_taken_back_brings_no_deletion_that_was_not_warned_of() {
    let warned = on_days(member(), [120, 150, 166, 173, 179]);
    let vouched = run(warned, &reissue(day(180)), day(179)).unwrap().0;
    let (account, events) = run(tick(vouched, day(181)).0, &withdraw(), day(185)).unwrap();
    assert_eq!(events, [Event::ReissueWithdrawn]);
    assert_eq!(on_days(account, [186, 209, 225, 232, 238]).status(day(238), &policy()), Status::Inactive);
}

#[test]
fn r10_an_account_lives_as_long_as_the_temporary_password_that_was_just_sent() {
    let warned = on_days(newcomer(), [120, 150, 166, 173]);
    let account = run(warned, &issue(hash("second")), day(175)).unwrap().0;
    let account = on_days(account, [179, 188]);
    assert!(account.decide(&Command::Activate(activation()), day(188), &policy()).is_ok());
}

/// The account after its clocks have run on each of the days.
fn on_days(account: Account, days: impl IntoIterator<Item = u32>) -> Account {
    days.into_iter().fold(account, |account, at| tick(account, day(at)).0)
}

#[test]
fn r19_a_new_number_needs_its_proof_and_is_nobody_elses() {
    let change = Command::ChangeMobile { proved: proved("07700900201"), is_taken: false };
    let (account, events) = run(member(), &change, start()).unwrap();
    assert!(events[0].changes_directory());
    assert_eq!(account.holder().unwrap().mobile.number().e164(), "+447700900201");
    let hidden = run(member(), &Command::ListMobile { visible: false }, start()).unwrap().0;
    assert!(!run(hidden, &change, start()).unwrap().0.holder().unwrap().mobile.is_visible(), "hidden it stays");
    let taken = Command::ChangeMobile { proved: proved("07700900201"), is_taken: true };
    assert_eq!(member().decide(&taken, start(), &policy()), Err(AccountRefusal::MobileTaken));
    assert_eq!(member().decide(&change, day(90), &policy()), Err(AccountRefusal::PasswordChangeRequired));
    let same = Command::ChangeMobile { proved: proved("07700900123"), is_taken: true };
    assert_eq!(member().decide(&same, start(), &policy()), Ok(vec![]), "already so");
}

#[test]
fn r19_the_profile_is_edited_at_once() {
    let profile = Profile { job_role: Some("Dentist".to_owned().try_into().unwrap()), ..Profile::default() };
    let (account, events) = run(member(), &Command::EditProfile(profile.clone()), start()).unwrap();
    assert!(events[0].changes_directory());
    assert_eq!(account.holder().unwrap().profile, profile);
    assert_eq!(crate::directory::DirectoryEntry::of(&account).unwrap().profile, profile);
    assert_eq!(account.decide(&Command::EditProfile(profile.clone()), start(), &policy()), Ok(vec![]), "already so");
    assert_eq!(
        newcomer().decide(&Command::EditProfile(profile), start(), &policy()),
        Err(AccountRefusal::ActivationRequired)
    );
}

#[test]
fn r17_r21_a_recovery_that_was_proved_before_the_password_changed_sets_none() {
    let account = change(member(), "p1", day(1));
    assert_eq!(account.decide(&reset("jane.smith"), day(1), &policy()), Err(AccountRefusal::RecoveryOutdated));
}

#[test]
fn r22_what_was_issued_goes_to_the_number_that_the_owner_named_and_both_numbers_hear_of_its_use() {
    use crate::notice::{Channel, of_event, of_reissue};
    use crate::password::TemporaryPassword;
    let password = TemporaryPassword::generate(12, &[9; 64]);
    assert_eq!(of_reissue(&member(), &password, &policy()), None);
    let account = run(member(), &reissue(day(1)), start()).unwrap().0;
    let text = of_reissue(&account, &password, &policy()).unwrap();
    assert_eq!((text.channel, text.to.as_str()), (Channel::Sms, "+447700900200"));
    assert!(text.body.contains(password.as_str()) && !text.body.contains("jane.smith"));
    assert!(text.body.is_ascii() && text.body.len() <= 160, "{}", text.body);
    let numbers: Vec<_> = account.numbers_held().map(Mobile::e164).collect();
    assert_eq!(numbers, ["+447700900123", "+447700900200"]);
    let used = Event::Activated { at: day(2), activation: activation(), keep: 3 };
    let notices = of_event(&account, &used, &policy(), "");
    let texted: Vec<_> =
        notices.iter().filter(|notice| notice.channel == Channel::Sms).map(|notice| notice.to.as_str()).collect();
    assert_eq!(texted, numbers);
}
