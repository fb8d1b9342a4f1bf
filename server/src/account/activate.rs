//! Activating an account (R9, R10, R12): one decision, whole or not at all.

use axum::extract::State;
use enamel_core::account::{
    Account, AccountView, Activation, ActivationForm, ActivationRequest, AnsweredQuestion, Command, Novelty,
};
use enamel_core::session::Next;

use crate::app::{App, Open, Prepare};
use crate::http::{Json, spoken};
use crate::password::novelty;
use crate::problem::{Problem, ProblemDocument};
use crate::session::{Cookie, SignedIn};

/// Accepts the terms, chooses the password, sets the questions, lists or hides the mobile.
#[utoipa::path(
    post, path = "/activation", tag = "activation", request_body = ActivationRequest,
    responses(
        (status = 200, body = AccountView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "The temporary password has run out"),
        (status = 409, body = ProblemDocument, description = "The account is activated already"),
        (status = 422, body = ProblemDocument, description = "A field is at fault"),
    )
)]
pub(crate) async fn activate(
    State(app): State<App>,
    session: SignedIn,
    Json(request): Json<ActivationRequest>,
) -> Result<(Cookie, Json<AccountView>), Problem> {
    let (cookie, view) = begin(&app, &session, request).await?;
    Ok((cookie, Json(view)))
}

/// Activates with a form, however it came.
pub(crate) async fn begin(
    app: &App,
    session: &SignedIn,
    request: ActivationRequest,
) -> Result<(Cookie, AccountView), Problem> {
    session.next.admits(Next::Activate)?;
    let form = request.check(&session.account.password_context(), app.policy()).map_err(Problem::form)?;
    let prepared = hash(app, form).await?;
    let decided = app.decide_in(&session.hold, Open::Session, &prepared).await?;
    let token = decided.token.ok_or_else(Problem::internal)?;
    let view = AccountView::of(&decided.account, app.now(), app.policy(), spoken()).ok_or_else(Problem::internal)?;
    Ok((Cookie::set(&token, app.settings()), view))
}

struct Prepared {
    password: String,
    activation: Activation,
}

async fn hash(app: &App, form: ActivationForm) -> Result<Prepared, Problem> {
    let mut answers = Vec::new();
    for (question, answer) in form.answers {
        answers.push(AnsweredQuestion { question, answer: app.hasher().hash(answer.as_str().to_owned()).await? });
    }
    let password = form.password.as_str().to_owned();
    let hash = app.hasher().hash(password.clone()).await?;
    let activation = Activation { password: hash, novelty: Novelty::New, answers, mobile_visible: form.mobile_visible };
    Ok(Prepared { password, activation })
}

impl Prepare for Prepared {
    /// Adds the fact that depends on the account as it stands now.
    async fn prepare(&self, app: &App, account: &Account) -> Result<Command, Problem> {
        let novelty = novelty(app, account, &self.password).await?;
        Ok(Command::Activate(Activation { novelty, ..self.activation.clone() }))
    }
}
