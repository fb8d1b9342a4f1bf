//! Doing what has fallen due: reminders, warnings, deletions (R13, R15).

use std::time::Duration;

use enamel_core::account::Command;
use enamel_core::mailbox::Ties;

use crate::app::{App, Open};
use crate::problem::Problem;

const BATCH: u32 = 100;
/// How often the clocks are looked at.
const EVERY: Duration = Duration::from_secs(10);

/// Runs the clocks of every account that is due now, each once. An account that cannot be judged
/// is logged and passed over, so that it holds up nobody else.
///
/// # Errors
/// [`Problem::unavailable`] where the database is away; what was done before stays done, once.
pub async fn run_clocks(app: &App) -> Result<(), Problem> {
    let now = app.now();
    // There are no shared mailboxes yet that anybody could be the last owner of.
    let run = Command::RunClocks { ties: Ties::none() };
    let mut after = None;
    loop {
        let due = app.store().due_accounts(now, after, BATCH).await?;
        for (_, id) in &due {
            if let Err(problem) = app.decide(*id, Open::Nothing, &run).await {
                if problem.is_temporary() {
                    return Err(problem);
                }
                tracing::error!(account = %id.0, ?problem, "the clocks of an account were not run");
            }
        }
        match due.last() {
            Some(last) => after = Some(*last),
            None => return Ok(()),
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
        if let Err(error) = app.store().purge_requests(app.clock().wall()).await {
            tracing::warn!(%error, "requests were not purged; they will be again");
        }
    }
}
