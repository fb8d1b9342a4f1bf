//! Waiting for conditions, never for a fixed time.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long anything may take that a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// Looks again and again until `look` gives something.
///
/// # Errors
/// What `look` last said instead, once it has taken too long.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Look<T>>) -> Result<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match look().await? {
            Look::Found(found) => return Ok(found),
            Look::NotYet(instead) if Instant::now() >= deadline => bail!("waited in vain for {what}: {instead}"),
            Look::NotYet(_) => tokio::time::sleep(BETWEEN_LOOKS).await,
        }
    }
}

/// What came of looking once.
#[derive(Debug)]
pub enum Look<T> {
    /// It is there.
    Found(T),
    /// There is this instead.
    NotYet(String),
}
