//! Messages to the holder of an account: what goes out, by which channel, in which words.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::account::{Account, Deadline, DeadlineKind, Event, Holder, Remedy, Sent};
use crate::locale::say;
use crate::mailbox::MailboxAddress;
use crate::password::TemporaryPassword;
use crate::policy::Policy;
use crate::time::{Instant, Span};
use crate::wording;

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A text message.
    Sms,
    /// An email.
    Email,
}

/// What a message is about. One whose cause has gone is dropped before it is sent (R17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// The new account's username.
    Username,
    /// A temporary password.
    TemporaryPassword,
    /// The account was activated (R12).
    Activated,
    /// The password was changed.
    PasswordChanged,
    /// A deadline of this kind comes closer, or has passed.
    Reminder(DeadlineKind),
    /// The account was deleted.
    Deleted,
    /// Something about the account was changed: its mobile number, its administrator, whether it is open.
    Changed,
    /// The holder was marked as a leaver, or taken on.
    Leaving,
    /// A mailbox would be left without an owner.
    Succession,
}

impl Topic {
    /// The stable kebab-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Username => "username",
            Self::TemporaryPassword => "temporary-password",
            Self::Activated => "activated",
            Self::PasswordChanged => "password-changed",
            Self::Reminder(DeadlineKind::TemporaryPasswordExpires) => "reminder-temporary-password-expires",
            Self::Reminder(DeadlineKind::PasswordExpires) => "reminder-password-expires",
            Self::Reminder(DeadlineKind::BecomesInactive) => "reminder-becomes-inactive",
            Self::Reminder(DeadlineKind::Deleted) => "reminder-deleted",
            Self::Reminder(DeadlineKind::LeaverDeleted) => "reminder-leaver-deleted",
            Self::Reminder(DeadlineKind::DisabledDeleted) => "reminder-disabled-deleted",
            Self::Deleted => "deleted",
            Self::Changed => "changed",
            Self::Leaving => "leaving",
            Self::Succession => "succession",
        }
    }
}

/// A message to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub topic: Topic,
    /// How it travels.
    pub channel: Channel,
    /// An email address, or a mobile number as E.164 writes it.
    pub to: String,
    /// The subject of an email.
    pub subject: Option<String>,
    /// The text.
    pub body: String,
}

impl fmt::Debug for Notice {
    /// Never the text, which may hold a secret, nor where it goes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Notice({:?} by {:?})", self.topic, self.channel)
    }
}

/// To whom notices go, and what they name.
struct Recipient<'a> {
    account: &'a Account,
    holder: &'a Holder,
    public_url: &'a str,
}

/// The two messages of a new account: the username by email, the temporary password by text,
/// never both in one (R6).
#[must_use]
pub fn of_creation(account: &Account, password: &TemporaryPassword, policy: &Policy, public_url: &str) -> Vec<Notice> {
    let Some(to) = Recipient::of(account, public_url) else { return Vec::new() };
    let body = format!(
        "Dear {name},\n\nYour NHSmail account has been created. Your new email address is:\n\n{address}\n\n\
         To sign in for the first time, from work or from home:\n\n\
         1. Go to {public_url}\n2. Enter your username: {username}\n\
         3. Enter the temporary password that we are sending to your mobile phone by text message\n\n\
         The temporary password works for {days}. Have your mobile phone with you when you sign in.",
        name = to.holder.person.name(),
        address = account.username.address(),
        username = account.username,
        days = say::days(policy.temporary_password_days).english(),
    );
    let username = email(Topic::Username, to.holder.person.personal_email.as_str(), "Your new NHSmail address", body);
    vec![username, to.temporary_password(password, policy)]
}

/// The text with a newly issued temporary password (R10).
#[must_use]
pub fn of_temporary_password(
    account: &Account,
    password: &TemporaryPassword,
    policy: &Policy,
    public_url: &str,
) -> Option<Notice> {
    Recipient::of(account, public_url).map(|to| to.temporary_password(password, policy))
}

/// The text with a temporary password issued on a vouching, to the number that the owner named (R22).
#[must_use]
pub fn of_reissue(account: &Account, password: &TemporaryPassword, policy: &Policy) -> Option<Notice> {
    let vouched = account.member()?.vouched.as_ref()?;
    let body = format!(
        "NHSmail: your temporary password is {}\nIt works from {} until {}. Never share it.",
        password.as_str(),
        vouched.usable_from().london().date().english(),
        vouched.temporary_password.runs_out_at(policy).london().date().english()
    );
    Some(sms(Topic::TemporaryPassword, vouched.mobile.e164(), body))
}

/// The messages that `events`, decided together, cause; `account` is as it stood before them.
///
/// Of several reminders of one deadline only the nearest goes out: after a time without running,
/// nobody needs three messages that say the same.
#[must_use]
pub fn of_events(account: &Account, events: &[Event], policy: &Policy, public_url: &str) -> Vec<Notice> {
    let mut account = account.clone();
    let mut notices = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let others = events.iter().enumerate().filter(|(other, _)| *other != at);
        let is_overtaken = others.into_iter().any(|(other, by)| overtakes(by, event, other > at));
        if !is_overtaken {
            notices.extend(of_event(&account, event, policy, public_url));
        }
        account = account.evolve(event);
    }
    notices
}

/// Of what still waits to be sent, the topics that lose their cause with `events` (R10, R17, R25, R28);
/// `account` is as it stood before them. Reminders do where their deadline has moved or gone: what is said of
/// another date of the account still goes out.
#[must_use]
pub fn overtaken(account: &Account, events: &[Event], policy: &Policy) -> Vec<Topic> {
    let after = events.iter().fold(account.clone(), Account::evolve).clocks(policy);
    let stands = |deadline: &Deadline| after.iter().any(|other| (other.kind, other.at) == (deadline.kind, deadline.at));
    let moved = account.clocks(policy).into_iter().filter(|deadline| !stands(deadline));
    let retires = events.iter().any(Event::retires_temporary_password);
    moved.map(|deadline| Topic::Reminder(deadline.kind)).chain(retires.then_some(Topic::TemporaryPassword)).collect()
}

/// Whether `other` makes the message of `event` needless: of reminders of one date the last one stands, of
/// alarms about the same mailboxes the one that names the earliest date.
fn overtakes(other: &Event, event: &Event, is_later: bool) -> bool {
    match (other, event) {
        (Event::Reminded(later), Event::Reminded(sent)) => {
            is_later && (later.kind, later.deadline) == (sent.kind, sent.deadline)
        }
        (
            Event::SuccessionNeeded { mailboxes: others, deletion: sooner },
            Event::SuccessionNeeded { mailboxes, deletion },
        ) => others == mailboxes && (sooner < deletion || sooner == deletion && is_later),
        _ => false,
    }
}

/// The messages that `event` causes (R12, R13, R17, R19, R22, R26); `account` is as it stood before it.
#[must_use]
pub fn of_event(account: &Account, event: &Event, policy: &Policy, public_url: &str) -> Vec<Notice> {
    let Some(to) = Recipient::of(account, public_url) else { return Vec::new() };
    let confirm = |topic, subject: &str, more: &str| to.confirmation(topic, subject, &format!("{subject}. {more}"));
    match event {
        // Anew, after a vouching: on the old number as well, where somebody else's would be noticed.
        Event::Activated { .. } if let Some(vouched) = account.member().and_then(|member| member.vouched.as_ref()) => {
            let is_new_number = vouched.mobile != *to.holder.mobile.number();
            let subject = if is_new_number {
                "The password and the mobile number of your NHSmail account were changed"
            } else {
                "The password of your NHSmail account was changed"
            };
            let mut notices = confirm(Topic::Activated, subject, NOT_YOU);
            if is_new_number {
                let text = "NHSmail: your account is open again, with this mobile number.".to_owned();
                notices.push(sms(Topic::Activated, vouched.mobile.e164(), text));
            }
            notices
        }
        Event::Activated { .. } => confirm(Topic::Activated, "Your NHSmail account is active", NOT_YOU),
        Event::PasswordChanged { .. } => confirm(Topic::PasswordChanged, "Your NHSmail password was changed", NOT_YOU),
        Event::Reminded(sent) => to.reminder(sent, policy),
        Event::Deleted { .. } => to.confirmation(
            Topic::Deleted,
            "Your NHSmail account has been deleted",
            "Your NHSmail account has been deleted for good.",
        ),
        // The old number is told, where a stranger's change would be noticed (R19).
        Event::MobileChanged { mobile } => {
            let mut notices = confirm(Topic::Changed, "The mobile number of your NHSmail account was changed", NOT_YOU);
            let text = "NHSmail: this is now the mobile number of your account.".to_owned();
            notices.push(sms(Topic::Changed, mobile.e164(), text));
            notices
        }
        // To every address there is (R22).
        Event::Reissued { reissue, .. } => {
            let subject = "A temporary password for your NHSmail account was asked for on your behalf";
            let mut notices = confirm(Topic::Changed, subject, NOT_YOU);
            notices.push(to.mailbox(Topic::Changed, subject, NOT_YOU));
            if reissue.mobile != *to.holder.mobile.number() {
                let text = format!(
                    "NHSmail: the temporary password sent to this number works from {}.",
                    reissue.usable_from.london().date().english()
                );
                notices.push(sms(Topic::Changed, reissue.mobile.e164(), text));
            }
            notices
        }
        Event::ReissueWithdrawn => confirm(
            Topic::Changed,
            "The temporary password for your NHSmail account no longer works",
            if account.member().is_some() { "Your own password still works." } else { NOT_YOU },
        ),
        Event::MarkedLeaver { at, .. } => {
            let date = at.plus(Span::days(policy.leaver_days)).london().date().english();
            let subject = format!("Your NHSmail account is going to be deleted on {date}");
            let more = "You were marked as leaving. Save what your team needs. If you join another practice, ask it to tell dentistadmin@nhs.net.";
            let mut notices = to.emails(Topic::Leaving, &subject, more);
            notices.push(to.sms(Topic::Leaving, format!("NHSmail: you were marked as leaving. Your account is deleted on {date} unless a practice takes you on.")));
            notices
        }
        Event::Joined { .. } => {
            confirm(Topic::Leaving, "Your NHSmail account stays open", "A practice has taken you on.")
        }
        Event::Transferred { .. } => {
            confirm(Topic::Changed, "NHS dental now looks after your NHSmail account", "You need no other account.")
        }
        Event::Disabled { .. } => confirm(
            Topic::Changed,
            "Your NHSmail account is closed for now",
            "To open it, call the national helpdesk on 0333 200 1133.",
        ),
        Event::Enabled { .. } => confirm(Topic::Changed, "Your NHSmail account is open again", NOT_YOU),
        Event::SuccessionNeeded { mailboxes, deletion } => vec![to.succession(mailboxes, *deletion)],
        Event::TemporaryPasswordIssued { .. }
        | Event::SignedIn { .. }
        | Event::Rehashed { .. }
        | Event::ProfileEdited(_)
        | Event::MobileListed { .. } => Vec::new(),
    }
}

const NOT_YOU: &str = "If this was not you, call the national helpdesk on 0333 200 1133.";

/// Where the dentist administration team reads of what needs a person.
const TEAM: &str = "dentistadmin@nhs.net";

fn email(topic: Topic, to: &str, subject: &str, body: String) -> Notice {
    Notice { topic, channel: Channel::Email, to: to.to_owned(), subject: Some(subject.to_owned()), body }
}

fn sms(topic: Topic, to: &str, body: String) -> Notice {
    Notice { topic, channel: Channel::Sms, to: to.to_owned(), subject: None, body }
}

impl<'a> Recipient<'a> {
    fn of(account: &'a Account, public_url: &'a str) -> Option<Self> {
        account.holder().map(|holder| Self { account, holder, public_url })
    }

    fn sms(&self, topic: Topic, body: String) -> Notice {
        sms(topic, self.holder.mobile.number().e164(), body)
    }

    fn letter(&self, subject: &str, more: &str) -> String {
        format!("Dear {},\n\n{subject}.\n\n{more}\n\n{}", self.holder.person.name(), self.public_url)
    }

    /// To the account's own mailbox.
    fn mailbox(&self, topic: Topic, subject: &str, more: &str) -> Notice {
        email(topic, &self.account.username.address(), subject, self.letter(subject, more))
    }

    /// To the personal email, and to the mailbox of a member.
    fn emails(&self, topic: Topic, subject: &str, more: &str) -> Vec<Notice> {
        let personal = email(topic, self.holder.person.personal_email.as_str(), subject, self.letter(subject, more));
        self.account.member().map(|_| self.mailbox(topic, subject, more)).into_iter().chain([personal]).collect()
    }

    /// To the helpdesk, before a mailbox loses its owner (R26).
    fn succession(&self, mailboxes: &[MailboxAddress], deletion: Instant) -> Notice {
        let names: Vec<_> = mailboxes.iter().map(MailboxAddress::as_str).collect();
        let body = format!(
            "{} ({}) is the only owner who stays of: {}.\n\nThe account is due to be deleted on {}, and stays until another member owns them.\n\n{}",
            self.holder.person.name(),
            self.account.username.address(),
            names.join(", "),
            deletion.london().date().english(),
            self.public_url
        );
        email(Topic::Succession, TEAM, "A shared mailbox needs another owner", body)
    }

    fn temporary_password(&self, password: &TemporaryPassword, policy: &Policy) -> Notice {
        let body = format!(
            "NHSmail: your temporary password is {}\nIt works for {}. Your username is in an email to you. Never share it.",
            password.as_str(),
            say::days(policy.temporary_password_days).english()
        );
        self.sms(Topic::TemporaryPassword, body)
    }

    /// To the personal email and the mobile (R12, R17).
    fn confirmation(&self, topic: Topic, subject: &str, text: &str) -> Vec<Notice> {
        let body = format!("Dear {},\n\n{text}\n\n{}", self.holder.person.name(), self.public_url);
        vec![email(topic, self.holder.person.personal_email.as_str(), subject, body), self.sms(topic, text.to_owned())]
    }

    /// To the mailbox, the personal email and, from the last steps on, by text (R13).
    fn reminder(&self, sent: &Sent, policy: &Policy) -> Vec<Notice> {
        // A deletion that waits for a succession concerns the helpdesk, which has its own message.
        if sent.kind.is_deletion() && sent.days_before == 0 {
            return Vec::new();
        }
        let (what, date) = (wording::deadline_title(sent.kind).english(), sent.takes_effect.london().date().english());
        let subject =
            if sent.days_before == 0 { wording::past_title(sent.kind).english() } else { format!("{what} on {date}") };
        let remedy = match self.account.clocks_remedy(sent.kind, policy) {
            Some(remedy) if sent.days_before > 0 => wording::deadline_advice(remedy).english(),
            Some(Remedy::Activate) => {
                "Ask dentistadmin@nhs.net for a new temporary password to put it right.".to_owned()
            }
            _ => "Sign in to put it right.".to_owned(),
        };
        let topic = Topic::Reminder(sent.kind);
        let mut notices = self.emails(topic, &subject, &remedy);
        if is_texted(sent, policy) {
            notices.push(self.sms(topic, format!("NHSmail: {subject}. {remedy}")));
        }
        notices
    }
}

/// The last steps of a deadline go out by text too, and the notice that it has passed.
fn is_texted(sent: &Sent, policy: &Policy) -> bool {
    let texted = policy.reminder_text_steps as usize;
    let mut last = sent.kind.steps(policy).iter().rev().take(texted);
    sent.days_before == 0 || last.any(|&days| days == sent.days_before)
}

#[cfg(test)]
mod messages;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::{START, member, newcomer};
    use crate::account::{DeadlineKind, Event, Sent};
    use crate::time::{Instant, Span};

    const URL: &str = "https://accounts.example.org";

    fn password() -> TemporaryPassword {
        TemporaryPassword::generate(12, &[9; 64])
    }

    fn reminder(days_before: u32) -> Event {
        let start: Instant = START.parse().unwrap();
        let deadline = start.plus(Span::days(90));
        Event::Reminded(Sent {
            kind: DeadlineKind::PasswordExpires,
            deadline,
            days_before,
            at: start,
            takes_effect: deadline,
        })
    }

    fn channels(notices: &[Notice]) -> Vec<(Channel, &str)> {
        notices.iter().map(|notice| (notice.channel, notice.to.as_str())).collect()
    }

    #[test]
    fn r6_no_message_holds_both_username_and_temporary_password() {
        let notices = of_creation(&newcomer(), &password(), &Policy::seed_2018(), URL);
        assert_eq!(channels(&notices), [(Channel::Email, "jane@example.org"), (Channel::Sms, "+447700900123")]);
        for notice in &notices {
            let text = format!("{}{}", notice.subject.as_deref().unwrap_or_default(), notice.body);
            assert_ne!(text.contains("jane.smith"), text.contains(password().as_str()), "{text}");
        }
        assert!(notices[0].body.contains(URL) && notices[0].body.contains("jane.smith@nhs.net"));
    }

    #[test]
    fn r13_a_reminder_goes_to_mailbox_and_personal_email_and_from_the_last_two_steps_on_by_text() {
        let policy = Policy::seed_2018();
        for (days, texted) in [(18, false), (10, false), (5, false), (2, true), (1, true), (0, true)] {
            let notices = of_event(&member(), &reminder(days), &policy, URL);
            let mut expected = vec![(Channel::Email, "jane.smith@nhs.net"), (Channel::Email, "jane@example.org")];
            if texted {
                expected.push((Channel::Sms, "+447700900123"));
            }
            assert_eq!(channels(&notices), expected, "{days} days before");
            let says = if days == 0 {
                "Your password has expired"
            } else {
                "Your password expires on Sunday 21 February 2027"
            };
            assert!(notices.iter().all(|notice| notice.body.contains(says)), "{days} days before");
        }
    }

    #[test]
    fn a_text_fits_one_segment() {
        let policy = Policy::seed_2018();
        let events = [
            reminder(1),
            reminder(0),
            Event::PasswordChanged {
                at: Instant::FIRST,
                recovered_by: None,
                hash: crate::password::PasswordHash::new(String::new()),
                keep: 3,
            },
            Event::Deleted { at: Instant::FIRST },
        ];
        let sent = events.iter().flat_map(|event| of_event(&member(), event, &policy, URL));
        for notice in sent
            .chain(of_creation(&newcomer(), &password(), &policy, URL))
            .filter(|notice| notice.channel == Channel::Sms)
        {
            assert!(notice.body.is_ascii() && notice.body.len() <= 160, "{}: {}", notice.body.len(), notice.body);
        }
    }

    #[test]
    fn r17_a_reminder_that_waits_is_dropped_where_its_date_has_moved_and_only_there() {
        use crate::account::tests::{day, hash, helpdesk};
        use DeadlineKind::{BecomesInactive, Deleted, DisabledDeleted, LeaverDeleted, PasswordExpires};

        let by = helpdesk;
        let leaver = member().evolve(&Event::MarkedLeaver { at: day(0), by: by() });
        let disabled = leaver.clone().evolve(&Event::Disabled { at: day(1), by: by() });
        let changed = Event::PasswordChanged { at: day(3), recovered_by: None, hash: hash("new"), keep: 3 };
        let practice = "V12345".to_owned().try_into().unwrap();
        let unlimited = Policy { password_days: None, ..Policy::seed_2018() };
        let seed = Policy::seed_2018();
        let reminders = |kinds: &[DeadlineKind]| kinds.iter().copied().map(Topic::Reminder).collect::<Vec<_>>();
        for (account, event, policy, dropped) in [
            // The password's expiry makes the account inactive, on a date that a sign-in does not move.
            (&leaver, Event::SignedIn { at: day(3) }, &seed, reminders(&[])),
            (&leaver, Event::SignedIn { at: day(3) }, &unlimited, reminders(&[BecomesInactive, Deleted])),
            (&leaver, Event::Joined { practice, by: by() }, &seed, reminders(&[LeaverDeleted])),
            (
                &leaver,
                Event::Disabled { at: day(3), by: by() },
                &seed,
                reminders(&[PasswordExpires, Deleted, LeaverDeleted]),
            ),
            (&disabled, Event::Enabled { at: day(3), by: by() }, &seed, reminders(&[DisabledDeleted])),
            (&leaver, Event::MobileListed { visible: false }, &seed, reminders(&[])),
        ] {
            assert_eq!(overtaken(account, std::slice::from_ref(&event), policy), dropped, "{}", event.name());
        }
        let topics = overtaken(&leaver, &[changed], &seed);
        assert_eq!(topics, [reminders(&[PasswordExpires, Deleted]), vec![Topic::TemporaryPassword]].concat());
    }

    #[test]
    fn nothing_goes_to_a_deleted_account() {
        let gone = member().evolve(&Event::Deleted { at: Instant::FIRST });
        assert_eq!(of_event(&gone, &reminder(1), &Policy::seed_2018(), URL), []);
    }
}
