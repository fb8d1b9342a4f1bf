//! Fictional people and what is known of them, for the catalogue.

use enamel_core::account::{AccountView, ActivationView, Deadline, DeadlineKind, DeadlineView, Remedy, Status};
use enamel_core::directory::{DirectoryEntryView, DirectoryView};
use enamel_core::locale::Language;
use enamel_core::session::{Next, SessionView};
use enamel_core::time::{Instant, Span};

/// The moment at which everything in the catalogue is looked at: 9:00 on 23 November 2026.
fn now() -> Instant {
    Instant::from_micros(1_795_424_400_000_000)
}

pub(super) fn jane(next: Next) -> SessionView {
    SessionView { username: "jane.smith".into(), first_name: "Jane".into(), last_name: "Smith".into(), next }
}

pub(super) fn newcomer() -> ActivationView {
    ActivationView {
        username: "amira.khan".into(),
        address: "amira.khan@nhs.net".into(),
        first_name: "Amira".into(),
        last_name: "Khan".into(),
        mobile: "+447700900101".into(),
        mobile_visible: true,
    }
}

/// Jane Smith's account with these dates, in days from now.
pub(super) fn account(dates: &[(DeadlineKind, Remedy, u32)], language: Language) -> AccountView {
    let deadline = |&(kind, remedy, days)| {
        DeadlineView::of(Deadline { kind, at: now().plus(Span::days(days)), remedy }, now(), language)
    };
    AccountView {
        username: "jane.smith".into(),
        address: "jane.smith@nhs.net".into(),
        name: "Jane Smith".into(),
        status: Status::Active,
        mobile: "+447700900103".into(),
        mobile_visible: true,
        password_set_at: now().minus(Span::days(20)),
        deadlines: dates.iter().map(deadline).collect(),
    }
}

/// Somebody with the longest names, one of them written from right to left, and no dates.
pub(super) fn long_named(language: Language) -> AccountView {
    AccountView {
        username: "wolfeschlegelsteinhausenbergerdorff.maximiliana-aleksandra".into(),
        address: "wolfeschlegelsteinhausenbergerdorff.maximiliana-aleksandra@nhs.net".into(),
        name: "Maximiliana-Aleksandra نور الهدى בן־דוד Wolfeschlegelsteinhausenbergerdorff".into(),
        status: Status::Inactive,
        mobile_visible: false,
        ..account(&[], language)
    }
}

/// People of a directory, the second of whom hides the number.
pub(super) fn found(next: Option<&str>) -> DirectoryView {
    let entry = |name: &str, username: &str, mobile: Option<&str>| DirectoryEntryView {
        name: name.to_owned(),
        address: [username, "@nhs.net"].concat(),
        mobile: mobile.map(str::to_owned),
    };
    DirectoryView {
        entries: vec![
            entry("José Núñez", "jose.nunez", Some("+447700900108")),
            entry("Mei Chen", "mei.chen", None),
            entry("نور الهدى", "nour.alhuda", Some("+447700900110")),
        ],
        next: next.map(str::to_owned),
    }
}
