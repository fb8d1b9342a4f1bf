//! The demo: fictional people, simulated phones and inboxes, a clock that can be moved on.
//!
//! Nothing of it can be reached in `enamel serve`: its addresses are added to the router here.

mod clock;
mod components;
mod messages;
mod people;
mod seed;

use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use enamel_frontend::catalogue;
use tokio::net::TcpListener;

use crate::app::App;
use crate::clock::Clock;
use crate::config::{ConfigError, Settings};
use crate::problem::Problem;
use crate::serve::{StartError, open, serve};

/// Why the demo did not start.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// As with `enamel serve`.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The built-in configuration does not hold.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The folder or the port can't be had.
    #[error("cannot use {0}: {1}")]
    Place(String, #[source] std::io::Error),
    /// The fictional people could not be made.
    #[error("the demo people could not be made: {}", .0.detail())]
    Seed(Problem),
}

/// Serves the demo on 127.0.0.1, whatever is configured elsewhere, until asked to stop.
///
/// # Errors
/// [`DemoError`].
pub async fn run(data: Option<PathBuf>, port: u16) -> Result<(), DemoError> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| DemoError::Place(format!("port {port}"), error))?;
    let address = listener.local_addr().map_err(|error| DemoError::Place(format!("port {port}"), error))?;
    let temporary = tempfile::tempdir().map_err(|error| DemoError::Place("a temporary folder".to_owned(), error))?;
    let folder = data.unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&folder).map_err(|error| DemoError::Place(folder.display().to_string(), error))?;
    let app = start(&folder.join("demo.db"), &format!("http://{address}")).await?;
    println!("Enamel demo: http://{address}\nPhones, inboxes and the clock: http://{address}/demo\n");
    for person in people::PEOPLE {
        println!("  {:<14} {}", person.username, person.story);
    }
    Ok(serve(app, listener, routes()).await?)
}

/// The demo's parts on a database of its own, with the people in it.
///
/// The people are made in a database beside it, which takes its name once all of them are there:
/// a demo that was ended while making them begins anew.
///
/// # Errors
/// [`DemoError`].
pub async fn start(database: &Path, public_url: &str) -> Result<App, DemoError> {
    if !database.exists() {
        let unfinished = database.with_extension("unfinished");
        let place = |error| DemoError::Place(unfinished.display().to_string(), error);
        for ending in ["unfinished", "unfinished-wal", "unfinished-shm"] {
            let file = database.with_extension(ending);
            if file.exists() {
                std::fs::remove_file(&file).map_err(place)?;
            }
        }
        let app = open(settings(&unfinished, public_url)?, Clock::default()).await?;
        seed::seed(&app).await.map_err(DemoError::Seed)?;
        // Closing leaves all of it in the one file.
        app.store().close().await;
        std::fs::rename(&unfinished, database).map_err(place)?;
    }
    let app = open(settings(database, public_url)?, Clock::default()).await?;
    clock::resume(&app).await.map_err(DemoError::Seed)?;
    Ok(app)
}

fn settings(database: &Path, public_url: &str) -> Result<Settings, ConfigError> {
    let url = format!("sqlite:{}", database.display());
    let variables = [("ENAMEL_DATABASE_URL", url.as_str()), ("ENAMEL_PUBLIC_URL", public_url)];
    let settings =
        Settings::load(None, variables.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter())?;
    Ok(Settings { loopback_only: true, ..settings })
}

/// The addresses that only the demo has.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/demo", get(async || file("text/html; charset=utf-8", include_str!("page.html"))))
        .route("/demo/page.js", get(async || file("text/javascript; charset=utf-8", include_str!("page.js"))))
        .route("/demo/page.css", get(async || file("text/css; charset=utf-8", include_str!("page.css"))))
        .route(catalogue::BASE, get(components::index))
        .route(&[catalogue::BASE, "/{language}/{name}"].concat(), get(components::show))
        .route("/demo/people", get(people::list))
        .route("/demo/messages", get(messages::list))
        .route("/demo/clock", get(clock::show).post(clock::advance))
}

fn file(media_type: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, media_type)], text).into_response()
}
