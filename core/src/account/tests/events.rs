//! What each event is called, and what it ends or changes (R17, R18).

use super::*;
use crate::recovery::Means;
use crate::vouching::{Reissue, VouchingId};

/// Every event, with what goes with it: `s` ends sessions, `d` changes the directory, `t` retires a
/// temporary password, `c` cancels codes, `l` opens locks.
fn every_event() -> Vec<(Event, &'static str, &'static str)> {
    let (at, keep, by, p) = (start(), 3, helpdesk(), hash("p"));
    let mobile = "07700900200".to_owned().try_into().unwrap();
    let reissue = Reissue { mobile, usable_from: at, vouching: VouchingId(Uuid::from_u128(9)) };
    let mobile = reissue.mobile.clone();
    let practice = "V12345".to_owned().try_into().unwrap();
    let (kind, takes_effect) = (DeadlineKind::PasswordExpires, day(90));
    let reminded = Sent { kind, deadline: day(90), days_before: 1, at, takes_effect };
    vec![
        (Event::TemporaryPasswordIssued { at, hash: p.clone() }, "temporary-password-issued", "stl"),
        (Event::Activated { at, activation: activation(), keep }, "activated", "sdtcl"),
        (Event::SignedIn { at }, "signed-in", ""),
        (Event::Rehashed { credential: Credential::Password, hash: p.clone() }, "rehashed", ""),
        (Event::PasswordChanged { at, recovered_by: None, hash: p.clone(), keep }, "password-changed", "stcl"),
        (
            Event::PasswordChanged { at, recovered_by: Some(Means::Code), hash: p.clone(), keep },
            "password-reset",
            "stcl",
        ),
        (Event::MobileListed { visible: true }, "mobile-shown", "d"),
        (Event::MobileListed { visible: false }, "mobile-hidden", "d"),
        (Event::MobileChanged { mobile }, "mobile-changed", "dc"),
        (Event::ProfileEdited(Profile::default()), "profile-edited", "d"),
        (Event::Reissued { at, reissue, hash: p }, "reissued", "stl"),
        (Event::ReissueWithdrawn, "reissue-withdrawn", "st"),
        (Event::MarkedLeaver { at, by: by.clone() }, "marked-leaver", ""),
        (Event::Joined { practice, by: by.clone() }, "joined", "d"),
        (Event::Transferred { by: by.clone() }, "transferred", ""),
        (Event::Disabled { at, by: by.clone() }, "disabled", "sdc"),
        (Event::Enabled { at, by }, "enabled", "d"),
        (Event::Reminded(reminded), "reminded", ""),
        (Event::SuccessionNeeded { mailboxes: Vec::new(), deletion: at }, "succession-needed", ""),
        (Event::Deleted { at }, "deleted", "sdtc"),
    ]
}

#[test]
fn r17_each_event_ends_what_loses_its_cause_and_nothing_else() {
    for (event, name, consequences) in every_event() {
        assert_eq!(event.name(), name);
        let found: String = [
            (event.ends_sessions(), 's'),
            (event.changes_directory(), 'd'),
            (event.retires_temporary_password(), 't'),
            (event.cancels_codes(), 'c'),
            (event.opens_locks(), 'l'),
        ]
        .into_iter()
        .filter_map(|(is_so, letter)| is_so.then_some(letter))
        .collect();
        assert_eq!(found, consequences, "{name}");
    }
}

#[test]
fn r18_an_event_that_leaves_the_directory_alone_leaves_its_entry_alone() {
    use crate::directory::DirectoryEntry;
    for (event, name, _) in every_event() {
        for account in [member(), newcomer()] {
            let before = DirectoryEntry::of(&account);
            let after = DirectoryEntry::of(&account.evolve(&event));
            assert!(event.changes_directory() || before == after, "{name}");
        }
    }
}
