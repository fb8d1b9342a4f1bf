//! The demo's clock.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Months, TimeDelta};
use enamel_core::locale::say;
use enamel_core::time::{Instant, Span};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::account::run_clocks;
use crate::app::App;
use crate::http::Json;
use crate::problem::Problem;

/// One advance at a time: each moves the clock from deadline to deadline.
static ADVANCING: Mutex<()> = Mutex::const_new(());

/// The setting that says by how many microseconds the clock is ahead.
const AHEAD: &str = "demo-clock-ahead";

/// As far as the clock moves at once.
const FARTHEST: Span = Span::days(20 * 366);

#[derive(Debug, Serialize)]
pub(super) struct ClockView {
    now: Instant,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AdvanceRequest {
    /// An ISO 8601 duration such as `P75D`.
    advance: String,
}

/// The time by which the demo judges.
pub(super) async fn show(State(app): State<App>) -> Json<ClockView> {
    Json(ClockView { now: app.now() })
}

/// Moves time on and does all that falls due meanwhile, each thing at its time.
pub(super) async fn advance(
    State(app): State<App>,
    Json(request): Json<AdvanceRequest>,
) -> Result<Json<ClockView>, Problem> {
    let _one = ADVANCING.lock().await;
    let target = add(app.now(), &request.advance)
        .ok_or_else(|| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-duration", say::demo_duration()))?;
    advance_to(&app, target).await?;
    let ahead = app.now().micros().saturating_sub(app.clock().wall().micros());
    app.store().set_setting(AHEAD, &ahead.to_string()).await?;
    Ok(Json(ClockView { now: app.now() }))
}

/// Sets the clock as far ahead as it was when the demo was ended, and does what fell due meanwhile.
pub(super) async fn resume(app: &App) -> Result<(), Problem> {
    let ahead: i64 = app.store().setting(AHEAD).await?.and_then(|text| text.parse().ok()).unwrap_or_default();
    let now = Instant::from_micros(app.clock().wall().micros().saturating_add(ahead));
    // From the beginning of time, so that each thing is done at its own.
    let first = app.store().next_due().await?.unwrap_or(now).min(now);
    app.clock().set(first);
    advance_to(app, now).await
}

fn add(now: Instant, duration: &str) -> Option<Instant> {
    let duration = iso8601_duration::Duration::parse(duration).ok()?;
    let parts = [duration.year, duration.month, duration.day, duration.hour, duration.minute, duration.second];
    if parts.iter().any(|part| *part < 0.0 || !part.is_finite()) {
        return None;
    }
    let seconds = f64::from(duration.day) * 86_400.0
        + f64::from(duration.hour) * 3_600.0
        + f64::from(duration.minute) * 60.0
        + f64::from(duration.second);
    let months = f64::from(duration.year) * 12.0 + f64::from(duration.month);
    if seconds > 1e12 || months > 1e6 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above")]
    let (months, millis) = (Months::new(months as u32), TimeDelta::milliseconds((seconds * 1e3) as i64));
    let then = DateTime::from_timestamp_micros(now.micros())?.checked_add_months(months)?.checked_add_signed(millis)?;
    let target = Instant::from_micros(then.timestamp_micros());
    (target <= now.plus(FARTHEST)).then_some(target)
}

/// Moves the clock to `target`, stopping at each instant at which something falls due.
pub(super) async fn advance_to(app: &App, target: Instant) -> Result<(), Problem> {
    let mut last = None;
    while let Some(due) = app.store().next_due().await?.filter(|due| *due <= target && Some(*due) > last) {
        last = Some(due);
        app.clock().set(due.max(app.now()));
        run_clocks(app).await?;
        app.store().deliver_all(app.now()).await?;
    }
    app.clock().set(target);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_moves_the_clock_on_by_the_calendar() {
        let now: Instant = "2027-01-31T09:00:00Z".parse().unwrap();
        for (duration, then) in [
            ("P75D", "2027-04-16T09:00:00Z"),
            ("P1M", "2027-02-28T09:00:00Z"),
            ("P1Y", "2028-01-31T09:00:00Z"),
            ("PT90M", "2027-01-31T10:30:00Z"),
            ("P2W", "2027-02-14T09:00:00Z"),
        ] {
            assert_eq!(add(now, duration).map(|at| at.to_string()).as_deref(), Some(then), "{duration}");
        }
        for duration in ["", "75", "P", "P-1D", "P99Y", "PinfD", "P1e300D"] {
            assert_eq!(add(now, duration), None, "{duration}");
        }
    }
}
