//! Texts that name somebody or something: username, address of a shared mailbox, personal email,
//! name, ODS code, job role, named mailbox, note.

use std::fmt::Debug;

use enamel_core::account::Label;
use enamel_core::help::NamedMailbox;
use enamel_core::mailbox::{MailboxAddress, MailboxMemberRequest};
use enamel_core::note::Note;
use enamel_core::organisation::OdsCode;
use enamel_core::person::{Email, MAXIMUM_EMAIL_LENGTH, MAXIMUM_NAME_LENGTH, Name, Person};
use enamel_core::text::Typed;
use enamel_core::username::{MAXIMUM_LENGTH, Username};

use crate::input::{self, spellings, stored};

/// Each parser reads the text.
///
/// # Panics
/// Where one breaks a rule.
pub fn run(data: &[u8]) {
    let typed = input::typed(data);
    if let Some(username) = check(&typed, Username::parse, Username::as_str) {
        assert!(username.as_str().len() <= MAXIMUM_LENGTH && username.as_str().is_ascii());
        assert_eq!(Username::parse(&username.address().into()), Ok(username.clone()));
        stored(&username);
    }
    if let Some(address) = check(&typed, MailboxAddress::parse, MailboxAddress::as_str) {
        assert_eq!(MailboxAddress::parse(&address.address().into()), Ok(address.clone()));
        stored(&address);
    }
    let member = MailboxMemberRequest { username: typed.clone() };
    assert_eq!(member.check().ok(), Username::parse(&typed).ok());
    if let Some(email) = check(&typed, Email::parse, Email::as_str) {
        assert!(email.as_str().len() <= MAXIMUM_EMAIL_LENGTH && email.as_str().is_ascii());
        assert!(email.is_same_box(&stored(&email)));
    }
    if let Some(name) = check(&typed, Name::parse, Name::as_str) {
        assert!(name.as_str().chars().count() <= MAXIMUM_NAME_LENGTH && !name.as_str().contains(char::is_control));
        stored(&name);
    }
    if let Some(code) = check(&typed, OdsCode::parse, OdsCode::as_str) {
        assert!((3..=12).contains(&code.as_str().len()));
        stored(&code);
    }
    if let Some(label) = check(&typed, Label::parse, Label::as_str) {
        stored(&label);
    }
    if let Some(mailbox) = check(&typed, NamedMailbox::parse, NamedMailbox::as_str) {
        stored(&mailbox);
    }
    if let Some(note) = check(&typed, Note::parse, Note::as_str) {
        stored(&note);
    }
    if let Ok(person) = Person::parse(&typed, &typed, &"jane@example.org".into()) {
        assert_eq!(person.name(), format!("{} {}", person.first_name, person.last_name));
    }
}

/// Equivalent spellings are judged alike, and what was read reads what it prints.
fn check<T: PartialEq + Debug, R: PartialEq + Debug>(
    typed: &Typed,
    parse: fn(&Typed) -> Result<T, R>,
    print: fn(&T) -> &str,
) -> Option<T> {
    let verdict = parse(typed);
    let [composed, decomposed] = spellings(typed).map(|spelling| parse(&spelling));
    assert_eq!(composed, decomposed, "two spellings of {:?}", typed.as_str());
    let value = verdict.ok()?;
    assert!(!typed.has_unpaired_surrogate(), "half a pair in {:?}", typed.as_str());
    assert_eq!(composed.as_ref(), Ok(&value));
    assert_eq!(parse(&print(&value).into()).as_ref(), Ok(&value));
    Some(value)
}
