//! Doing what has fallen due: reminders, warnings, deletions (R13, R15).

use std::time::Duration;

use enamel_core::account::Command;

use crate::app::{App, Open};
use crate::problem::Problem;

const BATCH: u32 = 100;
/// How often the clocks are looked at.
const EVERY: Duration = Duration::from_secs(10);

/// Runs the clocks of every account that is due, until none is.
///
/// # Errors
/// [`Problem::unavailable`]; what was done before stays done, once.
pub async fn run_clocks(app: &App) -> Result<(), Problem> {
    loop {
        let due = app.store().due_accounts(app.now(), BATCH).await?;
        for id in &due {
            app.decide(*id, Open::Nothing, &Command::RunClocks).await?;
        }
        if due.is_empty() {
            return Ok(());
        }
    }
}

/// Runs the clocks now and again, for as long as the program serves.
pub async fn keep_clocks(app: App) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        if let Err(problem) = run_clocks(&app).await {
            tracing::warn!(?problem, "the clocks were not run; they will be again");
        }
        if let Err(error) = app.store().purge_sessions(app.clock().wall(), app.policy()).await {
            tracing::warn!(%error, "sessions were not purged; they will be again");
        }
    }
}
