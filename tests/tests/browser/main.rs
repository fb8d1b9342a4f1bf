//! Journeys through the whole of Enamel in Chromium, at the widths of a phone and of a desk.

mod account;
mod agreement;
mod bad_days;
mod documents;
mod every_state;
mod field;
mod first_sign_in;
mod harness;
mod hide_the_mobile;
mod keyboard;
mod navigation;
mod offline;
mod release;
mod reminders_and_change;
mod sending;
mod sessions;
mod speed;
mod unreachable;
mod welsh;
mod without_script;
