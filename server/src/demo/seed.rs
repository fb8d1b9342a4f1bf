//! Making the people: their past is lived through, with the clock moved from event to event, so
//! that every reminder of theirs went out on its day.

use enamel_core::account::{AccountId, Activation, AnsweredQuestion, Command, Novelty, Proof};
use enamel_core::person::Person;
use enamel_core::security_question::{QUESTIONS, QuestionId};
use enamel_core::session::Credential;
use enamel_core::text::Typed;
use enamel_core::time::{Instant, Span};
use enamel_core::username::Username;

use super::clock::advance_to;
use super::people::{Figure, PEOPLE, Past, email, password, temporary_password};
use crate::account::{NewAccount, create};
use crate::app::{App, Open};
use crate::problem::Problem;

enum Step {
    Create,
    Activate,
    SignIn,
}

/// Makes the people.
pub(super) async fn seed(app: &App) -> Result<(), Problem> {
    let today = app.clock().wall();
    let mut steps: Vec<(u32, &Figure, Step)> = PEOPLE.iter().flat_map(steps).collect();
    steps.sort_by_key(|(days_ago, ..)| std::cmp::Reverse(*days_ago));
    if let Some((first, ..)) = steps.first() {
        app.clock().set(today.minus(Span::days(*first)));
    }
    for (days_ago, figure, step) in steps {
        let at = today.minus(Span::days(days_ago));
        advance_to(app, at).await?;
        live(app, figure, &step, at).await?;
    }
    advance_to(app, today).await
}

fn steps(figure: &Figure) -> Vec<(u32, &Figure, Step)> {
    let mut steps = vec![(figure.created, figure, Step::Create)];
    if let Past::Activated { ago, signed_in, .. } = figure.past {
        steps.push((ago, figure, Step::Activate));
        steps.extend(signed_in.map(|ago| (ago, figure, Step::SignIn)));
    }
    steps
}

async fn live(app: &App, figure: &Figure, step: &Step, at: Instant) -> Result<(), Problem> {
    app.clock().set(at);
    match step {
        Step::Create => {
            let person = Person::parse(&figure.first_name.into(), &figure.last_name.into(), &email(figure).into())
                .map_err(|_| Problem::internal())?;
            let mobile = Typed::from(figure.mobile);
            let mobile = enamel_core::mobile::Mobile::parse(&mobile).map_err(|_| Problem::internal())?;
            let new = NewAccount { username: username(figure)?, person, mobile };
            create(app, new, &temporary_password(figure, app.policy())).await?;
        }
        Step::Activate => {
            let activation = activation(app, figure).await?;
            app.decide(id(app, figure).await?, Open::Nothing, &Command::Activate(activation)).await?;
        }
        Step::SignIn => {
            let sign_in = Command::SignIn { credential: Credential::Password, proof: Proof::Correct };
            app.decide(id(app, figure).await?, Open::Nothing, &sign_in).await?;
        }
    }
    Ok(app.store().deliver_all(at).await?)
}

async fn activation(app: &App, figure: &Figure) -> Result<Activation, Problem> {
    let mut answers = Vec::new();
    for question in QUESTIONS.iter().take(app.policy().security_questions as usize) {
        let question = QuestionId::parse(question.id).map_err(|_| Problem::internal())?;
        answers.push(AnsweredQuestion { question, answer: app.hasher().hash("demo".to_owned()).await? });
    }
    let mobile_visible = matches!(figure.past, Past::Activated { mobile_visible: true, .. });
    let password = app.hasher().hash(password(figure)).await?;
    Ok(Activation { password, novelty: Novelty::New, answers, mobile_visible })
}

async fn id(app: &App, figure: &Figure) -> Result<AccountId, Problem> {
    let account = app.store().account_named(&username(figure)?).await?.ok_or_else(Problem::internal)?;
    Ok(account.id)
}

fn username(figure: &Figure) -> Result<Username, Problem> {
    Username::parse(&Typed::from(figure.username)).map_err(|_| Problem::internal())
}
