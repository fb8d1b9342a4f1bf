//! What was typed on a page whose session ended, for the same member's return to it in the same tab.

use std::cell::RefCell;

use crate::app::SHELL;
use crate::component::dom;
use crate::component::kept::{Kept, Secrets};
use crate::navigation::Location;

struct Typed {
    username: String,
    location: Location,
    kept: Kept,
}

thread_local! {
    static TYPED: RefCell<Option<Typed>> = const { RefCell::new(None) };
}

/// Keeps what is typed on the member's page; no password.
pub(super) fn keep(username: String, location: Location) {
    // One that is shown is no password to the fields.
    dom::hide_passwords();
    if let Some(shell) = dom::by_id(SHELL) {
        TYPED.set(Some(Typed { username, location, kept: Kept::of(&shell, Secrets::Left) }));
    }
}

/// Puts it back where it was typed, for whom it was typed.
pub(super) fn restore(username: &str, location: &Location) {
    let is_theirs =
        |typed: &mut Typed| typed.username == username && typed.location == *location && typed.kept.is_here();
    if let Some(typed) = TYPED.with_borrow_mut(|typed| typed.take_if(is_theirs)) {
        typed.kept.restore_fields();
    }
}

/// Keeps it for nobody but this member.
pub(super) fn keep_only_for(username: &str) {
    TYPED.with_borrow_mut(|typed| typed.take_if(|typed| typed.username != username));
}

/// Keeps nothing.
pub(super) fn forget() {
    TYPED.set(None);
}
