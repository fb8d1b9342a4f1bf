//! Looking sessions up, many at once.
//!
//! Every request begins with a session's look-up, and each statement is a trip to a thread of
//! `SQLite`'s and back, which costs more than the statement. Look-ups that come while one is under
//! way go together in the next.

use std::collections::HashMap;

use enamel_core::account::Account;
use enamel_core::session::SessionTimes;
use enamel_core::time::Instant;
use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use tokio::sync::{mpsc, oneshot};

use super::StoreError;
use super::account::read;

/// Look-ups in one statement at most, and those that may wait before more have to.
const BATCH: usize = 64;
const WAITING: usize = 1024;

/// A session that is in the database; it may have run out.
#[derive(Clone, Debug)]
pub struct FoundSession {
    /// Whose it is.
    pub account: Account,
    /// When it began and was last used.
    pub times: SessionTimes,
}

type Outcome = Result<Option<FoundSession>, StoreError>;

#[derive(Debug)]
struct Lookup {
    token_hash: [u8; 32],
    reply: oneshot::Sender<Outcome>,
}

/// A handle on the task that looks up.
#[derive(Clone, Debug)]
pub(super) struct SessionReader(mpsc::Sender<Lookup>);

impl SessionReader {
    /// Starts the task; it ends with the last handle.
    pub(super) fn start(pool: SqlitePool) -> Self {
        let (sender, lookups) = mpsc::channel(WAITING);
        tokio::spawn(serve(pool, lookups));
        Self(sender)
    }

    pub(super) async fn find(&self, token_hash: [u8; 32]) -> Outcome {
        let (reply, outcome) = oneshot::channel();
        let ended = |_| StoreError::from(sqlx::Error::PoolClosed);
        self.0.send(Lookup { token_hash, reply }).await.map_err(|_| sqlx::Error::PoolClosed)?;
        outcome.await.map_err(ended)?
    }
}

async fn serve(pool: SqlitePool, mut lookups: mpsc::Receiver<Lookup>) {
    let mut batch = Vec::with_capacity(BATCH);
    while lookups.recv_many(&mut batch, BATCH).await > 0 {
        let found = find(&pool, &batch).await;
        for Lookup { token_hash, reply } in batch.drain(..) {
            let outcome = match &found {
                Ok(rows) => rows.get(token_hash.as_slice()).map(read_session).transpose(),
                Err(error) => Err(error.clone()),
            };
            // Nobody waits any more where the request was given up.
            let _ = reply.send(outcome);
        }
    }
}

async fn find(pool: &SqlitePool, batch: &[Lookup]) -> Result<HashMap<Vec<u8>, SqliteRow>, StoreError> {
    let rows = sqlx::query(
        "SELECT session.token_hash, session.created_at, session.seen_at, account.id, account.state
         FROM json_each($1) AS wanted
         JOIN session ON session.token_hash = unhex(wanted.value)
         JOIN account ON account.id = session.account_id",
    )
    .bind(wanted(batch))
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(|row| Ok((row.try_get("token_hash")?, row))).collect()
}

/// The hashes as a JSON array of hexadecimal strings.
fn wanted(batch: &[Lookup]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut json = String::with_capacity(batch.len() * 67 + 2);
    for lookup in batch {
        json.push_str(if json.is_empty() { "[\"" } else { ",\"" });
        let digits = lookup.token_hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        json.extend(digits.filter_map(|digit| DIGITS.get(usize::from(digit))));
        json.push('"');
    }
    json.push(']');
    json
}

fn read_session(row: &SqliteRow) -> Result<FoundSession, StoreError> {
    let instant = |column| row.try_get(column).map(Instant::from_micros);
    let times = SessionTimes { created_at: instant("created_at")?, seen_at: instant("seen_at")? };
    Ok(FoundSession { account: read(row)?, times })
}
