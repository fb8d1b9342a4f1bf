//! Looking sessions up, many at once.
//!
//! Every request begins with a session's look-up, and each statement is a trip to a thread of
//! `SQLite`'s and back, which costs more than the statement. Look-ups that come while one is under
//! way go together in the next.

use std::sync::Arc;

use enamel_core::account::Account;
use enamel_core::session::{Credential, SessionTimes};
use enamel_core::time::Instant;
use sqlx::Sqlite;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::SqlitePool;
use tokio::sync::{mpsc, oneshot};

use super::StoreError;
use super::known::Known;

/// Look-ups in one statement at most, and those that may wait before more have to.
const BATCH: usize = 64;
const WAITING: usize = 1024;

/// A session that is in the database; it may have run out.
#[derive(Clone, Debug)]
pub struct FoundSession {
    /// Whose it is.
    pub account: Arc<Account>,
    /// What it was opened with.
    pub credential: Credential,
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

/// Looks up until the pool is closed.
async fn serve(pool: SqlitePool, lookups: mpsc::Receiver<Lookup>) {
    let _ = pool.close_event().do_until(look_up(&pool, lookups)).await;
}

async fn look_up(pool: &SqlitePool, mut lookups: mpsc::Receiver<Lookup>) {
    // Kept from one batch to the next: a pool tries a connection out each time it is given back,
    // which is one more trip to its thread.
    let mut connection = None;
    let mut known = Known::default();
    let mut batch = Vec::with_capacity(BATCH);
    while lookups.recv_many(&mut batch, BATCH).await > 0 {
        // Requests that have arrived by now, and are not read yet, join in.
        tokio::task::yield_now().await;
        while let (true, Ok(lookup)) = (batch.len() < BATCH, lookups.try_recv()) {
            batch.push(lookup);
        }
        let found = find(pool, &mut connection, &batch).await;
        if found.is_err() {
            connection = None;
        }
        for Lookup { token_hash, reply } in batch.drain(..) {
            let outcome = match &found {
                Ok(sessions) => {
                    let text = sessions.iter().find(|(hash, _)| *hash == token_hash);
                    text.map(|(hash, text)| read_session(*hash, text, &mut known)).transpose()
                }
                Err(error) => Err(error.clone()),
            };
            // Nobody waits any more where the request was given up.
            let _ = reply.send(outcome);
        }
    }
}

/// The sessions that exist, each with the rest of its line.
async fn find(
    pool: &SqlitePool,
    connection: &mut Option<PoolConnection<Sqlite>>,
    batch: &[Lookup],
) -> Result<Vec<([u8; 32], String)>, StoreError> {
    let connection = match connection {
        Some(connection) => connection,
        None => connection.insert(pool.acquire().await?),
    };
    // All sessions in one row, for each row wakes the reader up by itself; a line each, for JSON
    // as it is stored holds no line's end.
    let lines: Option<String> = sqlx::query_scalar(
        "SELECT group_concat(
             lower(hex(session.token_hash)) || ' ' || session.created_at || ' ' || session.seen_at || ' ' || session.credential || ' ' || account.state,
             char(10))
         FROM json_each($1) AS wanted
         JOIN session ON session.token_hash = unhex(wanted.value)
         JOIN account ON account.id = session.account_id",
    )
    .bind(wanted(batch))
    .fetch_one(&mut **connection)
    .await?;
    let lines = lines.unwrap_or_default();
    lines
        .lines()
        .map(|line| {
            let (hash, rest) = line.split_once(' ').ok_or_else(|| impossible("no fields"))?;
            Ok((unhex(hash).ok_or_else(|| impossible("token_hash"))?, rest.to_owned()))
        })
        .collect()
}

/// The hashes as a JSON array of hexadecimal strings.
fn wanted(batch: &[Lookup]) -> String {
    let mut json = String::with_capacity(batch.len() * 67 + 2);
    for lookup in batch {
        json.push_str(if json.is_empty() { "[\"" } else { ",\"" });
        let digits = lookup.token_hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        json.extend(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)));
        json.push('"');
    }
    json.push(']');
    json
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes().as_chunks::<2>().0;
    let mut bytes = [0; 32];
    if digits.len() != bytes.len() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(digits) {
        let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

fn read_session(token_hash: [u8; 32], text: &str, known: &mut Known) -> Result<FoundSession, StoreError> {
    let mut fields = text.splitn(4, ' ');
    let mut instant = || fields.next().and_then(|field| field.parse().ok()).map(Instant::from_micros);
    let (Some(created_at), Some(seen_at)) = (instant(), instant()) else { return Err(impossible("its instants")) };
    let credential = fields.next().and_then(Credential::of_name).ok_or_else(|| impossible("its credential"))?;
    let account = known.read(token_hash, fields.next().unwrap_or_default())?;
    Ok(FoundSession { account, credential, times: SessionTimes { created_at, seen_at } })
}

fn impossible(reason: &str) -> StoreError {
    StoreError::ImpossibleRow { table: "session", row: "read in a batch".to_owned(), reason: reason.to_owned() }
}
