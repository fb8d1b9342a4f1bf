//! Activating an account (R9, R10, R12): one decision, whole or not at all.

use axum::extract::State;
use enamel_core::account::{
    Account, AccountView, Activation, ActivationForm, ActivationRequest, AnsweredQuestion, Command, Novelty,
};
use enamel_core::session::Next;

use crate::app::{App, Decided, Open, Prepare};
use crate::http::Json;
use crate::password::novelty;
use crate::problem::{Problem, ProblemDocument};
use crate::session::{Asker, Cookie, SignedIn};

/// Accepts the terms, chooses the password, sets the questions, lists or hides the mobile.
#[utoipa::path(
    post, path = "/activation", tag = "activation", request_body = ActivationRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 64 characters: sent again under the same key, it is decided once")),
    responses(
        (status = 200, body = AccountView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 403, body = ProblemDocument, description = "The temporary password has run out"),
        (status = 409, body = ProblemDocument, description = "The account is activated already"),
        (status = 422, body = ProblemDocument, description = "A field is at fault, or the key was used for another request"),
    )
)]
pub(crate) async fn activate(
    State(app): State<App>,
    asker: Asker,
    Json(request): Json<ActivationRequest>,
) -> Result<(Option<Cookie>, Json<AccountView>), Problem> {
    let decided = match asker {
        Asker::First(session) => begin(&app, &session, request).await?,
        Asker::Again(again) => again.decided(&app).await?,
    };
    decided.answer(&app).map(|(cookie, view)| (cookie, Json(view)))
}

/// Activates with a form, however it came.
pub(crate) async fn begin(app: &App, session: &SignedIn, request: ActivationRequest) -> Result<Decided, Problem> {
    session.next.admits(Next::Activate)?;
    let form = request.check(&session.account.password_context(), app.policy()).map_err(Problem::form)?;
    let prepared = hash(app, form).await?;
    app.decide_in(&session.hold, Open::Session, &prepared).await
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
