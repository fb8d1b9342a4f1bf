//! Requests that were decided, so that none is decided twice.

use enamel_core::account::AccountId;
use enamel_core::time::{Instant, Span};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, Sqlite, Transaction};
use uuid::Uuid;

use super::{SessionRow, Store, StoreError, session};

/// How long a request is known again: as long as a session lasts at most, and so its sender's memory of it.
const KNOWN: Span = Span::hours(24);

/// What a request is known by when it is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestKey {
    /// SHA-256 of the key.
    pub hash: [u8; 32],
    /// What is asked, under the key.
    pub fingerprint: [u8; 32],
    /// SHA-256 of the token by which it is asked.
    pub asked_by: [u8; 32],
}

/// A request that was decided.
#[derive(Clone, Copy, Debug)]
pub struct Decided {
    /// What it is known by.
    pub key: RequestKey,
    /// Whose account it was about.
    pub account_id: AccountId,
    /// The session that was opened with it, by its token's hash.
    pub opened: Option<[u8; 32]>,
}

impl Decided {
    /// Whether it is this request that was decided: the same question, of the same asker, who may have the new session's
    /// token by now, because the answer's head had come.
    #[must_use]
    pub fn answers(&self, key: &RequestKey) -> bool {
        let is_of_asker = key.asked_by == self.key.asked_by || Some(key.asked_by) == self.opened;
        is_of_asker && key.fingerprint == self.key.fingerprint
    }
}

const SELECT: &str =
    "SELECT fingerprint, account_id, asked_by, opened FROM request WHERE key_hash = $1 AND decided_at > $2";

impl Store {
    /// The request that was decided under a key, in the time in which it is known.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn request(&self, key: &[u8; 32], now: Instant) -> Result<Option<Decided>, StoreError> {
        let found = sqlx::query(SELECT)
            .bind(key.as_slice())
            .bind(now.minus(KNOWN).micros())
            .fetch_optional(&self.readers)
            .await?;
        found.map(|row| read(*key, &row)).transpose()
    }

    /// Forgets the requests that are known no longer at `now`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn purge_requests(&self, now: Instant) -> Result<(), StoreError> {
        let oldest = now.minus(KNOWN).micros();
        sqlx::query("DELETE FROM request WHERE decided_at <= $1").bind(oldest).execute(&self.writer).await?;
        Ok(())
    }

    /// Opens `session` in the place of the one that a request had opened, whose token its sender never got; `false`
    /// where that one has ended meanwhile.
    ///
    /// # Errors
    /// [`StoreError`]; nothing has taken effect then.
    pub async fn replace_session(
        &self,
        request: &Decided,
        opened: &[u8; 32],
        session: &SessionRow,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let ended = sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(opened.as_slice()).execute(&mut *tx);
        if ended.await?.rows_affected() == 0 {
            return Ok(false);
        }
        session::insert(&mut tx, session).await?;
        sqlx::query("UPDATE request SET opened = $1 WHERE key_hash = $2")
            .bind(session.token_hash.as_slice())
            .bind(request.key.hash.as_slice())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// The request under a key, as it stands behind the lock.
pub(super) async fn find(
    tx: &mut Transaction<'static, Sqlite>,
    key: &[u8; 32],
    now: Instant,
) -> Result<Option<Decided>, StoreError> {
    let query = sqlx::query(SELECT).bind(key.as_slice()).bind(now.minus(KNOWN).micros());
    query.fetch_optional(&mut **tx).await?.map(|row| read(*key, &row)).transpose()
}

/// Notes that a request is decided.
pub(super) async fn insert(
    tx: &mut Transaction<'static, Sqlite>,
    request: &Decided,
    now: Instant,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO request (key_hash, fingerprint, account_id, asked_by, opened, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(request.key.hash.as_slice())
    .bind(request.key.fingerprint.as_slice())
    .bind(request.account_id.0.as_bytes().as_slice())
    .bind(request.key.asked_by.as_slice())
    .bind(request.opened.as_ref().map(<[u8; 32]>::as_slice))
    .bind(now.micros())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn read(hash: [u8; 32], row: &SqliteRow) -> Result<Decided, StoreError> {
    let bytes = |name: &str| -> Result<[u8; 32], StoreError> {
        row.try_get::<&[u8], _>(name)?.try_into().map_err(|_| impossible(format!("{name} is no hash")))
    };
    let account = Uuid::from_slice(row.try_get("account_id")?).map_err(|error| impossible(error.to_string()))?;
    let opened = row.try_get::<Option<&[u8]>, _>("opened")?;
    let opened =
        opened.map(<[u8; 32]>::try_from).transpose().map_err(|_| impossible("opened is no hash".to_owned()))?;
    let key = RequestKey { hash, fingerprint: bytes("fingerprint")?, asked_by: bytes("asked_by")? };
    Ok(Decided { key, account_id: AccountId(account), opened })
}

fn impossible(reason: String) -> StoreError {
    StoreError::ImpossibleRow { table: "request", row: "(of a key)".to_owned(), reason }
}
