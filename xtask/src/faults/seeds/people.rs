//! Of names, numbers, addresses, the directory and messages (R3, R4, R6, R8, R12, R13, R18–R20).

use super::super::Fault;
use super::fault;

pub(super) static FAULTS: [Fault; 16] = [
    fault(
        "r3",
        "070 is taken for a mobile number",
        "mobile.rs",
        "            [_, b'0', ..] => Err(MobileRefusal::PersonalNumber),\n",
        "",
    ),
    fault(
        "r3",
        "A pager is taken for a mobile",
        "mobile.rs",
        "            [_, b'6', ..] => Err(MobileRefusal::Pager),\n",
        "",
    ),
    fault(
        "r3",
        "A mobile number with a digit too many is taken",
        "mobile.rs",
        "digits.len() != 10",
        "digits.len() < 10",
    ),
    fault(
        "r3",
        "A member takes somebody else's mobile number",
        "account/decide.rs",
        "Command::ChangeMobile { is_taken: true, .. } => Err(AccountRefusal::MobileTaken),",
        "Command::ChangeMobile { proved, is_taken: true } => Ok(vec![Event::MobileChanged { mobile: proved.mobile().clone() }]),",
    ),
    fault(
        "r4",
        "A personal email in capitals counts as another",
        "person/email.rs",
        "self.0.eq_ignore_ascii_case(&other.0)",
        "self.0 == other.0",
    ),
    fault(
        "r6",
        "The username goes to an address that is not open yet",
        "person/email.rs",
        "Err(EmailRefusal::OwnDomain)",
        "Ok(Self(format!(\"{local}@{domain}\")))",
    ),
    fault(
        "r6",
        "The email with the username holds the temporary password too",
        "notice.rs",
        "        username = account.username,\n",
        "        username = format!(\"{} {}\", account.username, password.as_str()),\n",
    ),
    fault("r8", "A username in capitals is refused", "username.rs", "else { c.to_ascii_lowercase() }", "else { c }"),
    fault(
        "r8",
        "An address of another domain signs in",
        "username.rs",
        "Some(_) => return Err(UsernameRefusal::OtherDomain)",
        "Some((local, _)) => local",
    ),
    fault(
        "r12",
        "A confirmation goes to the personal email alone",
        "notice.rs",
        "vec![email(topic, self.holder.person.personal_email.as_str(), subject, body), self.sms(topic, text.to_owned())]",
        "vec![email(topic, self.holder.person.personal_email.as_str(), subject, body)]",
    ),
    fault(
        "r13",
        "The first reminders go out by text, and not the last",
        "notice.rs",
        ".iter().rev().take(texted)",
        ".iter().take(texted)",
    ),
    fault(
        "r13",
        "After a time without running, every reminder missed is sent",
        "notice.rs",
        "is_later && (later.kind, later.deadline) == (sent.kind, sent.deadline)",
        "is_later && (later.kind, later.deadline) != (sent.kind, sent.deadline)",
    ),
    fault(
        "r13",
        "A password lasts a day longer than the rule says",
        "policy.rs",
        "password_days: Some(90)",
        "password_days: Some(91)",
    ),
    fault(
        "r18",
        "The directory publishes a hidden number",
        "directory.rs",
        "Self::Hidden(_) => None",
        "Self::Hidden(mobile) => Some(PublishedMobile(mobile.clone()))",
    ),
    fault(
        "r18",
        "A hidden number is shown once it is changed",
        "account/evolve.rs",
        "self.take_mobile(mobile.clone(), self.mobile.is_visible())",
        "self.take_mobile(mobile.clone(), true)",
    ),
    fault("r20", "A comma breaks the calendar file", "calendar.rs", "'\\\\' | ';' | ','", "'\\\\' | ';'"),
];
