//! What someone sees who is about to activate (R9).

use enamel_core::account::ActivationView;
use enamel_core::session::Next;

use crate::http::Json;
use crate::problem::{Problem, ProblemDocument};
use crate::session::SignedIn;

/// The name, the mobile number, and whether the directory is going to show it.
#[utoipa::path(
    get, path = "/activation", tag = "activation",
    responses(
        (status = 200, body = ActivationView),
        (status = 401, body = ProblemDocument, description = "Nobody is signed in"),
        (status = 409, body = ProblemDocument, description = "The account is activated already"),
    )
)]
pub(crate) async fn activation(session: SignedIn) -> Result<Json<ActivationView>, Problem> {
    session.next.admits(Next::Activate)?;
    ActivationView::of(&session.account).map(Json).ok_or_else(Problem::internal)
}
