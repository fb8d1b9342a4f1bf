//! The reference: an axum route that answers the same bytes and does nothing else.

use anyhow::Result;
use axum::Router;
use axum::http::header;
use axum::routing::get;

/// Serves `body` at `/api/v1/account` on a free port, which it prints, until it is ended.
pub(crate) fn serve(body: String) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let body: &'static str = body.leak();
        let router = Router::new()
            .route("/api/v1/account", get(async move || ([(header::CONTENT_TYPE, "application/json")], body)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        Ok(axum::serve(listener, router).await?)
    })
}
