//! Starting and stopping.

use axum::Router;
use tokio::net::TcpListener;

use crate::account::keep_clocks;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Settings;
use crate::http::router;
use crate::password::{HashError, Hasher};
use crate::store::{Store, StoreError};

/// Why the program did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database can't be opened.
    #[error("`database_url`: {0}")]
    Store(#[from] StoreError),
    /// argon2 refuses the cost.
    #[error("`argon2`: {0}")]
    Hash(#[from] HashError),
    /// The address can't be listened on.
    #[error("`listen`: {0}")]
    Listen(#[from] std::io::Error),
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

/// Serves until asked to stop, then finishes what runs.
///
/// # Errors
/// [`StartError::Listen`].
pub async fn serve(app: App, listener: TcpListener, extra: Router<App>) -> Result<(), StartError> {
    let clocks = tokio::spawn(keep_clocks(app.clone()));
    axum::serve(listener, router(&app, extra)).with_graceful_shutdown(asked_to_stop()).await?;
    clocks.abort();
    app.store().close().await;
    Ok(())
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
