//! The fictional people, one in each state.

use axum::extract::State;
use enamel_core::account::{Account, DeadlineKind, State as AccountState, Status};
use enamel_core::password::TemporaryPassword;
use enamel_core::policy::Policy;
use enamel_core::text::Typed;
use enamel_core::time::Instant;
use enamel_core::username::Username;
use serde::Serialize;
use sha2::{Digest, Sha512};

use crate::app::App;
use crate::http::Json;
use crate::problem::Problem;

/// A fictional person and their past.
pub(super) struct Figure {
    pub(super) username: &'static str,
    pub(super) first_name: &'static str,
    pub(super) last_name: &'static str,
    pub(super) mobile: &'static str,
    pub(super) story: &'static str,
    /// Days ago on which the account was created.
    pub(super) created: u32,
    pub(super) past: Past,
}

/// What has become of the account.
pub(super) enum Past {
    /// It waits for its activation.
    Waiting,
    /// It was activated.
    Activated {
        /// Days ago.
        ago: u32,
        /// The last sign-in since, days ago.
        signed_in: Option<u32>,
        /// Whether the mobile number is in the directory.
        mobile_visible: bool,
    },
}

/// The password that activated people chose; one for each, so that none is anybody's secret.
pub(super) fn password(figure: &Figure) -> String {
    format!("Demo-{}-1948", figure.last_name.replace(|c: char| !c.is_ascii_alphabetic(), ""))
}

pub(super) fn email(figure: &Figure) -> String {
    format!("{}@example.org", figure.username.replace('\'', ""))
}

/// Always the same for one person, so that the page can show it: nobody's secret.
pub(super) fn temporary_password(figure: &Figure, policy: &Policy) -> TemporaryPassword {
    let mut words = [0; 64];
    let bytes = [0_u8, 1]
        .into_iter()
        .flat_map(|half| Sha512::new().chain_update(figure.username).chain_update([half]).finalize());
    for (word, byte) in words.iter_mut().zip(bytes) {
        *word = u16::from(byte);
    }
    TemporaryPassword::generate(policy.temporary_password_length, &words)
}

const fn active(ago: u32, signed_in: Option<u32>) -> Past {
    Past::Activated { ago, signed_in, mobile_visible: true }
}

pub(super) const PEOPLE: [Figure; 8] = [
    Figure {
        username: "amira.khan",
        first_name: "Amira",
        last_name: "Khan",
        mobile: "07700 900101",
        story: "never activated: the temporary password is on her phone",
        created: 1,
        past: Past::Waiting,
    },
    Figure {
        username: "tom.o'neill",
        first_name: "Tom",
        last_name: "O'Neill",
        mobile: "07700 900102",
        story: "never activated, and the temporary password has run out",
        created: 20,
        past: Past::Waiting,
    },
    Figure {
        username: "jane.smith",
        first_name: "Jane",
        last_name: "Smith",
        mobile: "07700 900103",
        story: "active",
        created: 31,
        past: active(30, Some(1)),
    },
    Figure {
        username: "david.jones",
        first_name: "David",
        last_name: "Jones",
        mobile: "07700 900104",
        story: "password due in 5 days",
        created: 86,
        past: active(85, Some(3)),
    },
    Figure {
        username: "susan.lee",
        first_name: "Susan",
        last_name: "Lee",
        mobile: "07700 900105",
        story: "password expired yesterday",
        created: 92,
        past: active(91, Some(8)),
    },
    Figure {
        username: "peter.brown",
        first_name: "Peter",
        last_name: "Brown",
        mobile: "07700 900106",
        story: "inactive: nobody signed in since the activation",
        created: 131,
        past: active(130, None),
    },
    Figure {
        username: "mei.chen",
        first_name: "Mei",
        last_name: "Chen",
        mobile: "07700 900107",
        story: "active, mobile number hidden from the directory",
        created: 12,
        past: Past::Activated { ago: 11, signed_in: None, mobile_visible: false },
    },
    Figure {
        username: "jose.nunez",
        first_name: "José",
        last_name: "Núñez",
        mobile: "07700 900108",
        story: "active",
        created: 41,
        past: active(40, Some(2)),
    },
];

/// A demo person, as the demo's page and scripts see one.
#[derive(Debug, Serialize)]
pub(super) struct PersonView {
    username: &'static str,
    name: String,
    mobile: &'static str,
    email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporary_password: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<String>,
    role: &'static str,
    /// As the demo was made.
    story: &'static str,
    /// By the demo's clock.
    status: Status,
    /// The same in words.
    today: String,
}

/// What has become of an account by `now`; one that is no longer found under its name is deleted.
fn today(account: Option<&Account>, now: Instant, policy: &Policy) -> (Status, String) {
    let Some(account) = account else { return (Status::Deleted, "Deleted".to_owned()) };
    let status = account.status(now, policy);
    let has_expired = account.member().is_some_and(|member| member.has_expired(now, policy));
    let is_waiting = matches!(account.state, AccountState::Newcomer(_));
    let words = match status {
        Status::NeverActivated => "Never activated",
        Status::TemporaryPasswordExpired => "Never activated, temporary password run out",
        Status::Active => return (status, active_words(account, now, policy)),
        Status::Inactive if is_waiting => "Never activated, inactive",
        Status::Inactive if has_expired => "Inactive, password expired",
        Status::Inactive => "Inactive",
        Status::Disabled => "Closed for now",
        Status::Deleted => "Deleted",
    };
    (status, words.to_owned())
}

fn active_words(account: &Account, now: Instant, policy: &Policy) -> String {
    let expiry = account.deadlines(now, policy).into_iter().find(|date| date.kind == DeadlineKind::PasswordExpires);
    match expiry.map(|date| date.at.days_after(now)) {
        Some(1) => "Active, password due in 1 day".to_owned(),
        Some(days) => format!("Active, password due in {days} days"),
        None => "Active".to_owned(),
    }
}

/// The people, each with what lets them in as the demo was made, and with what they have come to.
pub(super) async fn list(State(app): State<App>) -> Result<Json<Vec<PersonView>>, Problem> {
    let mut views = Vec::new();
    for figure in &PEOPLE {
        let username = Username::parse(&Typed::from(figure.username)).map_err(|_| Problem::internal())?;
        let account = app.store().account_named(&username).await?;
        let (status, today) = today(account.as_ref(), app.now(), app.policy());
        let is_waiting = matches!(account.map(|account| account.state), Some(AccountState::Newcomer(_)));
        let was_activated = matches!(figure.past, Past::Activated { .. });
        views.push(PersonView {
            username: figure.username,
            name: format!("{} {}", figure.first_name, figure.last_name),
            mobile: figure.mobile,
            email: email(figure),
            temporary_password: is_waiting.then(|| temporary_password(figure, app.policy()).as_str().to_owned()),
            password: was_activated.then(|| password(figure)),
            role: "member",
            story: figure.story,
            status,
            today,
        });
    }
    Ok(Json(views))
}

#[cfg(test)]
mod tests {
    use enamel_core::time::Span;

    use super::super::{clock::advance_to, start};
    use super::*;

    async fn todays(app: &App) -> Vec<String> {
        let Json(people) = list(State(app.clone())).await.unwrap();
        people.into_iter().map(|person| person.today).collect()
    }

    #[tokio::test]
    async fn the_people_are_shown_as_they_stand_by_the_demo_s_clock() {
        let folder = tempfile::tempdir().unwrap();
        let app = start(&folder.path().join("demo.db"), "http://127.0.0.1:8080").await.unwrap();
        let due = |days: u32| format!("Active, password due in {days} days");
        let (expired, run_out) = ("Inactive, password expired", "Never activated, temporary password run out");
        let at_the_start =
            ["Never activated", run_out, &due(60), &due(5), expired, expired, &due(79), &due(50)].map(str::to_owned);
        assert_eq!(todays(&app).await, at_the_start);
        let made = app.now();
        advance_to(&app, made.plus(Span::days(4))).await.unwrap();
        assert_eq!(todays(&app).await[3], "Active, password due in 1 day");
        advance_to(&app, made.plus(Span::days(60))).await.unwrap();
        let later = [run_out, run_out, expired, expired, expired, "Deleted", &due(19), expired].map(str::to_owned);
        assert_eq!(todays(&app).await, later);
        advance_to(&app, made.plus(Span::days(90))).await.unwrap();
        assert_eq!(todays(&app).await[0], "Never activated, inactive");
        advance_to(&app, made.plus(Span::days(200))).await.unwrap();
        assert_eq!(todays(&app).await, ["Deleted"; 8]);
    }
}
