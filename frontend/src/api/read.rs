//! What the server answers, read from JavaScript values: field by field, without serde, whose way weighs ten thousand
//! bytes more (brotli). A field that a type gains does not compile until it is read here; that the names are those
//! that serde writes is tested below.

use enamel_core::account::{AccountView, ActivationView, DeadlineKind, DeadlineView, Remedy, Status};
use enamel_core::directory::{DirectoryEntryView, DirectoryView};
use enamel_core::policy::{Excluded, Policy};
use enamel_core::time::Instant;
use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};

use super::json::member;

/// What can be read from a JavaScript value; nothing where it is of another shape.
pub trait Read: Sized {
    /// Reads it.
    fn read(value: &JsValue) -> Option<Self>;
}

impl Read for String {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

impl Read for bool {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
}

impl Read for u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is a whole number within the range"
    )]
    fn read(value: &JsValue) -> Option<Self> {
        value
            .as_f64()
            .filter(|number| number.fract() == 0.0 && (0.0..=f64::from(Self::MAX)).contains(number))
            .map(|number| number as Self)
    }
}

impl Read for Instant {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_string()?.parse().ok()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &JsValue) -> Option<Self> {
        if value.is_undefined() || value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &JsValue) -> Option<Self> {
        value.dyn_ref::<Array>()?.iter().map(|item| T::read(&item)).collect()
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: &JsValue) -> Option<Self> {
        let both = value.dyn_ref::<Array>()?;
        Some((A::read(&both.get(0))?, B::read(&both.get(1))?))
    }
}

/// Reads a field.
fn field<T: Read>(object: &JsValue, name: &str) -> Option<T> {
    T::read(&member(object, name))
}

/// A type with these fields, all that it has.
macro_rules! fields {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl Read for $type {
            fn read(value: &JsValue) -> Option<Self> {
                Some(Self { $($field: field(value, stringify!($field))?,)+ })
            }
        }
    };
}

/// A type with these cases, all that it has, by their names.
macro_rules! cases {
    ($type:ident { $($case:ident $name:literal),+ $(,)? }) => {
        impl Read for $type {
            fn read(value: &JsValue) -> Option<Self> {
                match &*value.as_string()? {
                    $($name => Some(Self::$case),)+
                    _ => None,
                }
            }
        }

        #[cfg(test)]
        impl Named for $type {
            const ALL: &'static [Self] = &[$(Self::$case),+];

            fn own_name(self) -> &'static str {
                match self {
                    $(Self::$case => $name,)+
                }
            }
        }
    };
}

/// A case and the name that it is read by.
#[cfg(test)]
trait Named: Copy + 'static {
    const ALL: &'static [Self];

    fn own_name(self) -> &'static str;
}

fields!(AccountView { username, address, name, status, mobile, mobile_visible, password_set_at, deadlines });
fields!(DeadlineView { kind, at, remedy, days_left, title, advice });
fields!(ActivationView { username, address, first_name, last_name, mobile, mobile_visible });
fields!(DirectoryView { entries, next });
fields!(DirectoryEntryView { name, address, mobile });
fields!(Policy {
    password_minimum_length,
    password_minimum_length_with_second_factor,
    password_maximum_length,
    password_classes,
    password_excluded,
    password_history,
    refuse_common_passwords,
    password_days,
    reminder_days,
    reminder_text_steps,
    security_questions,
    security_answer_minimum_length,
    security_answer_maximum_length,
    sign_in_days,
    inactive_days,
    inactivity_warning_days,
    deletion_warning_days,
    temporary_password_days,
    temporary_password_length,
    session_idle_minutes,
    session_minutes,
    proof_minutes,
    recovery_by_answers,
    recovery_by_passkey,
    code_digits,
    code_minutes,
    code_tries,
    codes_an_hour,
    codes_a_day,
    lock_tries,
    lock_minutes,
    lock_maximum_minutes,
    vouching_days,
    vouching_hold_hours,
    leaver_days,
    leaver_warning_days,
    disabled_months,
    username_reserved_months,
    mailbox_nudge_days,
    toolkit_minimum_level,
    application_draft_days,
    application_people,
    number_holder_told_hours,
    team_opens_hour,
    team_closes_hour,
});

cases!(Status {
    NeverActivated "never-activated",
    TemporaryPasswordExpired "temporary-password-expired",
    Active "active",
    Inactive "inactive",
    Disabled "disabled",
    Deleted "deleted",
});
cases!(DeadlineKind {
    TemporaryPasswordExpires "temporary-password-expires",
    PasswordExpires "password-expires",
    BecomesInactive "becomes-inactive",
    Deleted "deleted",
    LeaverDeleted "leaver-deleted",
    DisabledDeleted "disabled-deleted",
});
cases!(Remedy {
    Activate "activate",
    ChangePassword "change-password",
    SignIn "sign-in",
    Join "join",
    Enable "enable",
});
cases!(Excluded { Nothing "nothing", Username "username", UsernameAndNames "username-and-names" });

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    fn names_are_those_that_serde_writes<T: Named + Serialize>() {
        for case in T::ALL {
            assert_eq!(serde_json::to_value(case).unwrap(), case.own_name());
        }
    }

    #[test]
    fn cases_are_read_by_the_names_that_the_server_writes() {
        names_are_those_that_serde_writes::<Status>();
        names_are_those_that_serde_writes::<DeadlineKind>();
        names_are_those_that_serde_writes::<Remedy>();
        names_are_those_that_serde_writes::<Excluded>();
    }
}
