use enamel_core::account::{Account, Activation, Command, Novelty, Proof, StaffCommand};
use enamel_core::actor::{Actor, AgentId};
use enamel_core::password::PasswordHash;
use enamel_core::session::Credential;
use serde_json::json;
use uuid::Uuid;

use super::harness::{PASSWORD, Service, activation};
use crate::app::{App, Open, Prepare, SessionHold};
use crate::problem::Problem;

#[tokio::test]
async fn r6_username_and_temporary_password_travel_apart() {
    let service = Service::new().await;
    let password = service.newcomer("Jane", "Smith", "07700900123").await;
    let messages = service.messages().await;
    let by: Vec<_> = messages.iter().map(|message| (message.channel.as_str(), message.to.as_str())).collect();
    assert_eq!(by, [("email", "Jane@example.org"), ("sms", "+447700900123")]);
    assert!(messages[0].body.contains("jane.smith@nhs.net") && !messages[0].body.contains(&password));
    assert!(messages[1].body.contains(&password) && !messages[1].body.contains("jane"));
}

#[tokio::test]
async fn r9_r10_r12_activation_is_one_decision_and_the_temporary_password_is_never_taken_again() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    assert_eq!(service.messages().await.len(), 2);
    service.sign_in("jane.smith", &temporary).await;
    let before = service.cookie.lock().unwrap().clone();
    let reply = service.post("/activation", activation()).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    let view = reply.json();
    assert_eq!(
        (&view["status"], &view["mobile"], &view["mobile_visible"]),
        (&json!("active"), &json!("+447700900123"), &json!(true))
    );
    assert_eq!(view["deadlines"][0]["kind"], "password-expires");
    assert_eq!(view["deadlines"][0]["at"], "2027-02-21T09:00:00Z");
    assert_ne!(*service.cookie.lock().unwrap(), before, "the session is a new one");

    assert_eq!(service.post("/activation", activation()).await.problem(), (409, "already-activated".to_owned()));
    assert_eq!(service.sign_in("jane.smith", &temporary).await.problem(), (401, "sign-in-failed".to_owned()));
    assert_eq!(service.sign_in("jane.smith", PASSWORD).await.json()["next"], "home");
    let messages = service.messages().await;
    let confirmations: Vec<_> =
        messages[2..].iter().map(|message| (message.channel.as_str(), message.to.as_str())).collect();
    assert_eq!(confirmations, [("email", "Jane@example.org"), ("sms", "+447700900123")]);
}

#[tokio::test]
async fn r9_every_fault_of_the_form_is_named_and_nothing_takes_effect() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    let before = service.account("jane.smith").await;
    let body = json!({
        "accept_terms": false,
        "new_password": "jane.smith",
        "security_answers": [
            { "question": "first-school", "answer": " " },
            { "question": "first-school", "answer": "x" },
            { "question": "no-such", "answer": "Leeds" },
        ],
        "mobile_visible": true,
    });
    let errors = service.post("/activation", body).await.errors();
    let named: Vec<_> = errors.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
    assert_eq!(
        named,
        [
            ("accept_terms", "terms-not-accepted"),
            ("new_password", "password-too-few-classes"),
            ("new_password", "password-contains-username"),
            ("security_answers[0].answer", "security-answer-missing"),
            ("security_answers[1].question", "security-question-repeated"),
            ("security_answers[1].answer", "security-answer-too-short"),
            ("security_answers[2].question", "security-question-unknown"),
        ]
    );
    let mut body = activation();
    body["security_answers"].as_array_mut().unwrap().pop();
    assert_eq!(
        service.post("/activation", body).await.errors(),
        [("security_answers".to_owned(), "security-question-count".to_owned())]
    );
    let mut body = activation();
    body["new_password"] = temporary.into();
    assert_eq!(
        service.post("/activation", body).await.errors(),
        [("new_password".to_owned(), "password-is-temporary".to_owned())]
    );
    assert_eq!(service.account("jane.smith").await, before);
    assert_eq!(service.messages().await.len(), 2);
}

#[tokio::test]
async fn r9_of_two_activations_at_once_exactly_one_wins() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    assert_eq!(service.messages().await.len(), 2);
    service.sign_in("jane.smith", &temporary).await;
    let (one, other) =
        tokio::join!(service.post("/activation", activation()), service.post("/activation", activation()));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert!(matches!(statuses, [200, 401 | 409]), "{statuses:?}");
    assert_eq!(service.messages().await.len(), 4, "confirmed once");
}

#[tokio::test]
async fn r9_answers_are_kept_as_hashes_alone() {
    let service = Service::new().await;
    service.member().await;
    let folder = service.folder.path().to_owned();
    service.app.store().close().await;
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        bytes.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()));
    assert!(holds("jane.smith"), "the search finds what is there");
    for secret in [PASSWORD, "Bramble", "St Mary's"] {
        assert!(!holds(secret), "{secret}");
    }
}

/// A sign-in whose proof was made with the temporary password, while the account is activated.
struct OutrunBy<'a>(&'a Service);

impl Prepare for OutrunBy<'_> {
    async fn prepare(&self, app: &App, account: &Account) -> Result<Command, Problem> {
        if account.member().is_none() {
            let cookie = self.0.cookie.lock().unwrap().clone();
            assert_eq!(self.0.post("/activation", activation()).await.status, 200);
            *self.0.cookie.lock().unwrap() = cookie;
            return Ok(Command::SignIn { credential: Credential::TemporaryPassword, proof: Proof::Correct });
        }
        let temporary = account.credentials().first().map(|(_, hash)| *hash);
        let is_right = app.hasher().verify("the temporary one".into(), temporary).await?;
        Ok(Command::SignIn { credential: Credential::TemporaryPassword, proof: Proof::of(is_right) })
    }
}

#[tokio::test]
async fn r10_a_sign_in_outrun_by_the_activation_opens_no_session() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    let id = service.account("jane.smith").await.id;
    let outcome = service.app.decide(id, Open::Session, &OutrunBy(&service)).await;
    assert_eq!(outcome.unwrap_err().detail(), "The username or the password is wrong. Check both and try again");
}

/// An activation that is prepared while the helpdesk issues another temporary password.
struct Replaced;

impl Prepare for Replaced {
    async fn prepare(&self, app: &App, account: &Account) -> Result<Command, Problem> {
        let issued = PasswordHash::new("issued meanwhile".to_owned());
        if account.secrets() != [&issued] {
            let command = StaffCommand::IssueTemporaryPassword(issued);
            let by = Actor::Helpdesk(AgentId(Uuid::from_u128(1)));
            app.decide(account.id, Open::Nothing, &Command::Staff { by, command }).await?;
        }
        Ok(Command::Activate(Activation {
            password: PasswordHash::new("chosen".to_owned()),
            novelty: Novelty::New,
            answers: Vec::new(),
            mobile_visible: true,
        }))
    }
}

#[tokio::test]
async fn r10_a_replaced_temporary_password_activates_nothing_though_its_session_was_under_way() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    let account_id = service.account("jane.smith").await.id;
    let hold = SessionHold { token_hash: service.token_hash(), account_id, request: None };
    let outcome = service.app.decide_in(&hold, Open::Session, &Replaced).await;
    assert_eq!(outcome.unwrap_err().detail(), "Sign in to carry on");
    assert!(service.account("jane.smith").await.member().is_none());
}

#[tokio::test]
async fn r10_the_temporary_password_is_not_taken_by_a_later_change_either() {
    let service = Service::new().await;
    let temporary = service.newcomer("Jane", "Smith", "07700900123").await;
    service.sign_in("jane.smith", &temporary).await;
    service.post("/activation", activation()).await;
    for spelling in [temporary.clone(), format!("{temporary} ")] {
        let body = json!({ "current_password": PASSWORD, "new_password": spelling });
        assert_eq!(
            service.put("/account/password", body).await.errors(),
            [("new_password".to_owned(), "password-is-temporary".to_owned())],
            "{spelling:?}"
        );
    }
}
