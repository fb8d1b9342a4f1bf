//! Starting and stopping.

use std::pin::pin;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

use crate::account::keep_clocks;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Settings;
use crate::http::router;
use crate::password::{HashError, Hasher};
use crate::store::{OpenError, Store, StoreError};

/// Why the program did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database can't be opened.
    #[error("`database_url`: {0}")]
    Open(#[from] OpenError),
    /// The database does not answer.
    #[error("`database_url`: {0}")]
    Store(#[from] StoreError),
    /// argon2 refuses the cost.
    #[error("`argon2`: {0}")]
    Hash(#[from] HashError),
    /// The policy can't be written down.
    #[error("`policy`: {0}")]
    Policy(#[from] serde_json::Error),
}

/// Opens the database, starts the hashing threads, and works out anew what is due where the
/// policy is another than last time.
///
/// # Errors
/// [`StartError`].
pub async fn open(settings: Settings, clock: Clock) -> Result<App, StartError> {
    let store = Store::open(&settings.database_url).await?;
    let hasher = Hasher::start(settings.argon2, settings.hash_threads, settings.hash_queue)?;
    let policy = serde_json::to_string(&settings.policy)?;
    if store.setting("policy").await?.as_ref() != Some(&policy) {
        store.reschedule(&settings.policy).await?;
        store.set_setting("policy", &policy).await?;
    }
    Ok(App::new(settings, store, hasher, clock))
}

/// Serves until asked to stop, then finishes what runs, for as long as a request may take.
///
/// # Errors
/// None once it listens; a connection that breaks concerns nobody else.
pub async fn serve(app: App, listener: TcpListener, extra: Router<App>) -> Result<(), StartError> {
    let clocks = tokio::spawn(keep_clocks(app.clone()));
    let patience = app.settings().request_timeout();
    let router = router(&app, extra);
    let connections = GracefulShutdown::new();
    let mut stop = pin!(asked_to_stop());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, _)) => connect(stream, router.clone(), patience, &connections),
            Err(error) => {
                // Out of file descriptors, most likely: wait for some to be given back.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(patience, connections.shutdown()).await.is_err() {
        tracing::warn!("connections were still open, and are dropped");
    }
    clocks.abort();
    app.store().close().await;
    Ok(())
}

/// Serves one connection; who does not finish a request's head in time is hung up on.
fn connect(stream: TcpStream, router: Router, patience: Duration, connections: &GracefulShutdown) {
    // Answers are whole: there is nothing to wait for before one is sent.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection broke");
        }
    });
}

async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupted.await;
        return;
    };
    tokio::select! {
        _ = interrupted => {}
        _ = terminated.recv() => {}
    }
    tracing::info!("stopping: requests that run are finished");
}
