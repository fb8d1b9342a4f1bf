//! The API, and the OpenAPI document that is made from the same list.

use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::{account, directory, password, policy, security_question, session};

#[derive(OpenApi)]
#[openapi(info(
    title = "Enamel",
    description = "Self-service for accounts of NHSmail dentists. Every refusal is a problem document (RFC 9457).",
    license(name = "Apache-2.0", identifier = "Apache-2.0")
))]
struct Document;

/// Every endpoint, each with its description: one without can't be added.
pub(super) fn api() -> OpenApiRouter<App> {
    let v1 = OpenApiRouter::new()
        .routes(routes!(session::show, session::sign_in, session::end))
        .routes(routes!(account::activation, account::activate))
        .routes(routes!(account::show))
        .routes(routes!(account::calendar))
        .routes(routes!(password::change))
        .routes(routes!(directory::list))
        .routes(routes!(directory::search))
        .routes(routes!(policy::policy))
        .routes(routes!(security_question::questions));
    OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", v1)
}

/// The OpenAPI document as JSON.
///
/// # Errors
/// Where the document can't be written as JSON.
pub fn document() -> Result<String, serde_json::Error> {
    let (_, document) = api().split_for_parts();
    serde_json::to_string_pretty(&document)
}
