//! The components, each in its states.

use enamel_core::account::{DeadlineKind, Remedy, Status};
use enamel_core::locale::{Language, say};
use enamel_core::password::{PasswordContext, checklist};
use enamel_core::policy::Policy;
use enamel_core::session::Next;
use enamel_core::text::Typed;
use leptos::prelude::*;

use super::people::{account, jane};
use super::{Kind, Sheet, Specimen, visit};
use crate::account::{Deadlines, status_tag};
use crate::api::FieldMessage;
use crate::chunk::Render;
use crate::component::{Field, Group, Loading, PasswordInput, SubmitButton, Wait};
use crate::language::{said, spoken};
use crate::password::rules;
use crate::render::Content;
use crate::route::Route;

/// A component's name, and the sheet that shows it.
const SHEETS: [(&str, Render); 6] = [
    ("fields", fields),
    ("buttons", buttons),
    ("password-rules", password_rules),
    ("statuses", statuses),
    ("deadlines", deadlines),
    ("waiting", waiting),
];

/// What of a form was refused on the sheets: by the fields' names.
const REFUSED: [&str; 2] = ["refused", "refused_password"];

/// The components' sheets.
pub(super) fn all(language: Language) -> impl Iterator<Item = Specimen> {
    SHEETS.into_iter().map(move |(name, sheet)| {
        let mut visit = visit(language, Route::NotFound, Some(jane(Next::Home)), Content::Specimen(sheet));
        visit.refused = REFUSED.map(|field| refused(field, language)).into();
        Specimen { name: name.to_owned(), kind: Kind::Component, visit }
    })
}

fn refused(field: &str, language: Language) -> FieldMessage {
    FieldMessage { field: field.to_owned(), message: say::search_too_long(200u32).in_language(language) }
}

fn fields() -> AnyView {
    let input = |field: Field| {
        view! {
            <input class="nhsuk-input" id=field.id() name=field.name.clone() type="text" aria-invalid=field.is_refused() aria-describedby=field.described_by()/>
        }
    };
    let text = |name: &str| Field::new(name);
    view! {
        <Sheet title="Fields">
            <Group field=text("plain") label=say::name()>{input(text("plain"))}</Group>
            <Group field=text("hinted").hinted() label=say::username() hint=say::username_hint()>{input(text("hinted").hinted())}</Group>
            <Group field=text("refused").hinted() label=say::username() hint=say::username_hint()>{input(text("refused").hinted())}</Group>
            <PasswordInput field=text("password") label=say::current_password() autocomplete="current-password"/>
            <PasswordInput field=text("refused_password") label=say::new_password() autocomplete="new-password"/>
        </Sheet>
    }
    .into_any()
}

fn buttons() -> AnyView {
    view! {
        <Sheet title="Buttons">
            <SubmitButton>{said(&say::sign_in())}</SubmitButton>
            <SubmitButton is_secondary=true>{said(&say::hide_mobile())}</SubmitButton>
            <h2 class="nhsuk-heading-m">"While a form is on its way"</h2>
            <Wait words=say::sending()/>
            <h2 class="nhsuk-heading-m">"While there is no connection"</h2>
            <Wait words=say::waiting_for_line()/>
        </Sheet>
    }
    .into_any()
}

fn password_rules() -> AnyView {
    let context =
        PasswordContext { username: "amira.khan".into(), first_name: "Amira".into(), last_name: "Khan".into() };
    let after =
        |typed: &str, started: bool| rules(checklist(&Typed::from(typed), &context, &Policy::nhsmail_2019()), started);
    let (untouched, some, all) = (after("", false), after("amira", true), after("Zahnrad & Krone 27", true));
    view! {
        <Sheet title="Rules of a new password">
            <h2 class="nhsuk-heading-m">"Before anything is typed"</h2>
            <div class="enamel-rules"><ul class="nhsuk-list">{untouched}</ul></div>
            <h2 class="nhsuk-heading-m">"Some met"</h2>
            <div class="enamel-rules"><ul class="nhsuk-list">{some}</ul></div>
            <h2 class="nhsuk-heading-m">"All met"</h2>
            <div class="enamel-rules"><ul class="nhsuk-list">{all}</ul></div>
        </Sheet>
    }
    .into_any()
}

fn statuses() -> AnyView {
    use Status::{Active, Deleted, Disabled, Inactive, NeverActivated, TemporaryPasswordExpired};
    let all = [NeverActivated, TemporaryPasswordExpired, Active, Inactive, Disabled, Deleted];
    let tags = all.into_iter().map(|status| view! { <li>{status_tag(status)}</li> }.into_any());
    view! {
        <Sheet title="What an account counts as">
            <ul class="nhsuk-list">{tags.collect::<Vec<_>>()}</ul>
        </Sheet>
    }
    .into_any()
}

fn deadlines() -> AnyView {
    use DeadlineKind::{BecomesInactive, Deleted, LeaverDeleted, PasswordExpires};
    let one = [(PasswordExpires, Remedy::ChangePassword, 1)];
    let together = [
        (PasswordExpires, Remedy::ChangePassword, 29),
        (LeaverDeleted, Remedy::Join, 30),
        (BecomesInactive, Remedy::SignIn, 30),
        (Deleted, Remedy::SignIn, 120),
    ];
    let of = |dates: &[_]| account(dates, spoken()).deadlines;
    view! {
        <Sheet title="Coming dates">
            <Deadlines deadlines=of(&[])/>
            <Deadlines deadlines=of(&one)/>
            <Deadlines deadlines=of(&together)/>
        </Sheet>
    }
    .into_any()
}

fn waiting() -> AnyView {
    view! {
        <Sheet title="Waiting">
            <Loading/>
        </Sheet>
    }
    .into_any()
}
