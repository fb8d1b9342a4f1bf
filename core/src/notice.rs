//! Messages to the holder of an account: what goes out, by which channel, in which words.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::account::{Account, DeadlineKind, Event, Holder, Remedy, Sent, State};
use crate::password::TemporaryPassword;
use crate::policy::Policy;
use crate::wording;

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
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
    /// The account was activated.
    Activated,
    /// The password was changed.
    PasswordChanged,
    /// A deadline comes closer, or has passed.
    Reminder,
    /// The account was deleted.
    Deleted,
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
         The temporary password works for {days} days. Have your mobile phone with you when you sign in.",
        name = to.holder.person.name(),
        address = account.username.address(),
        username = account.username,
        days = policy.temporary_password_days,
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

/// The messages that `event` causes; `account` is as it stood before it.
#[must_use]
pub fn of_event(account: &Account, event: &Event, policy: &Policy, public_url: &str) -> Vec<Notice> {
    let Some(to) = Recipient::of(account, public_url) else { return Vec::new() };
    match event {
        Event::Activated { .. } => to.confirmation(
            Topic::Activated,
            "Your NHSmail account is active",
            "Your NHSmail account is now active. If this was not you, call the national helpdesk on 0333 200 1133.",
        ),
        Event::PasswordChanged { .. } => to.confirmation(
            Topic::PasswordChanged,
            "Your NHSmail password was changed",
            "Your NHSmail password was changed. If this was not you, call the national helpdesk on 0333 200 1133.",
        ),
        Event::Reminded(sent) => to.reminder(sent, policy),
        Event::Deleted { .. } => to.confirmation(
            Topic::Deleted,
            "Your NHSmail account has been deleted",
            "Your NHSmail account was not used and has been deleted for good.",
        ),
        Event::TemporaryPasswordIssued { .. }
        | Event::SignedIn { .. }
        | Event::Rehashed { .. }
        | Event::MobileListed { .. } => Vec::new(),
    }
}

fn email(topic: Topic, to: &str, subject: &str, body: String) -> Notice {
    Notice { topic, channel: Channel::Email, to: to.to_owned(), subject: Some(subject.to_owned()), body }
}

impl<'a> Recipient<'a> {
    fn of(account: &'a Account, public_url: &'a str) -> Option<Self> {
        account.holder().map(|holder| Self { account, holder, public_url })
    }

    fn sms(&self, topic: Topic, body: String) -> Notice {
        Notice { topic, channel: Channel::Sms, to: self.holder.mobile.number().e164().to_owned(), subject: None, body }
    }

    fn temporary_password(&self, password: &TemporaryPassword, policy: &Policy) -> Notice {
        let body = format!(
            "NHSmail: your temporary password is {}\nIt works for {} days. Your username is in an email to you. Never share it.",
            password.as_str(),
            policy.temporary_password_days
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
        let what = wording::deadline_title(sent.kind);
        let date = sent.takes_effect.london().date();
        let subject =
            if sent.days_before == 0 { past_title(sent.kind).to_owned() } else { format!("{what} on {date}") };
        let remedy = match self.account.clocks_remedy(sent.kind, policy) {
            Some(remedy) if sent.days_before > 0 => wording::deadline_advice(remedy),
            Some(Remedy::Activate) => "Ask dentistadmin@nhs.net for a new temporary password to put it right.",
            _ => "Sign in to put it right.",
        };
        let body = format!("Dear {},\n\n{subject}.\n\n{remedy}\n\n{}", self.holder.person.name(), self.public_url);
        let mut notices = Vec::new();
        if matches!(self.account.state, State::Member(_)) {
            notices.push(email(Topic::Reminder, &self.account.username.address(), &subject, body.clone()));
        }
        notices.push(email(Topic::Reminder, self.holder.person.personal_email.as_str(), &subject, body));
        if is_texted(sent, policy) {
            notices.push(self.sms(Topic::Reminder, format!("NHSmail: {subject}. {remedy}")));
        }
        notices
    }
}

fn past_title(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::TemporaryPasswordExpires => "Your temporary password has run out",
        DeadlineKind::PasswordExpires => "Your password has expired",
        DeadlineKind::BecomesInactive => "Your account has become inactive",
        DeadlineKind::Deleted => "Your account has been deleted",
    }
}

/// The last steps of a deadline go out by text too, and the notice that it has passed.
fn is_texted(sent: &Sent, policy: &Policy) -> bool {
    let steps = match sent.kind {
        DeadlineKind::TemporaryPasswordExpires => return false,
        DeadlineKind::PasswordExpires => &policy.reminder_days,
        DeadlineKind::BecomesInactive => &policy.inactivity_warning_days,
        DeadlineKind::Deleted => &policy.deletion_warning_days,
    };
    let texted = policy.reminder_text_steps.max(1) as usize;
    sent.days_before == 0 || steps.iter().rev().take(texted).any(|&days| days == sent.days_before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::{START, member, newcomer};
    use crate::account::{Event, Sent};
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
    fn nothing_goes_to_a_deleted_account() {
        let gone = member().evolve(&Event::Deleted { at: Instant::FIRST });
        assert_eq!(of_event(&gone, &reminder(1), &Policy::seed_2018(), URL), []);
    }
}
