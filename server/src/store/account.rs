//! Accounts, read.

use enamel_core::account::{Account, AccountId};
use enamel_core::policy::Policy;
use enamel_core::time::Instant;
use enamel_core::username::Username;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, Sqlite, Transaction};
use uuid::Uuid;

use super::{Store, StoreError};

impl Store {
    /// The account of this identity.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let row = sqlx::query("SELECT id, state FROM account WHERE id = $1")
            .bind(id.0.as_bytes().as_slice())
            .fetch_optional(&self.readers)
            .await?;
        row.map(|row| read(&row)).transpose()
    }

    /// The account of this username, deleted ones included.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_named(&self, username: &Username) -> Result<Option<Account>, StoreError> {
        let row = sqlx::query("SELECT id, state FROM account WHERE username = $1")
            .bind(username.as_str())
            .fetch_optional(&self.readers)
            .await?;
        row.map(|row| read(&row)).transpose()
    }

    /// Up to `limit` accounts whose clocks have something to do at `now`, the longest due first,
    /// each with its due instant; those behind `after`, the last of the page before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn due_accounts(
        &self,
        now: Instant,
        after: Option<(Instant, AccountId)>,
        limit: u32,
    ) -> Result<Vec<(Instant, AccountId)>, StoreError> {
        let (after, id) = after.unwrap_or((Instant::FIRST, AccountId(Uuid::nil())));
        let rows = sqlx::query(
            "SELECT due_at, id FROM account WHERE due_at <= $1 AND (due_at > $2 OR (due_at = $2 AND id > $3))
             ORDER BY due_at, id LIMIT $4",
        )
        .bind(now.micros())
        .bind(after.micros())
        .bind(id.0.as_bytes().as_slice())
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| Ok((Instant::from_micros(row.try_get("due_at")?), read_id(row.try_get("id")?)?)))
            .collect()
    }

    /// When the clocks of any account next have something to do.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn next_due(&self) -> Result<Option<Instant>, StoreError> {
        let at: Option<i64> = sqlx::query_scalar("SELECT MIN(due_at) FROM account").fetch_one(&self.readers).await?;
        Ok(at.map(Instant::from_micros))
    }

    /// Works out anew when each account is due, a thousand at a time: after the policy changed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reschedule(&self, policy: &Policy) -> Result<(), StoreError> {
        let mut after: Vec<u8> = Vec::new();
        loop {
            let mut tx = self.write().await?;
            let rows = sqlx::query("SELECT id, state FROM account WHERE id > $1 ORDER BY id LIMIT 1000")
                .bind(after)
                .fetch_all(&mut *tx)
                .await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.try_get("id")?;
            for row in &rows {
                // One that does not read holds up nobody else; it is logged again when it is used.
                let account = match read(row) {
                    Ok(account) => account,
                    Err(error) => {
                        tracing::error!(%error, "an account was not scheduled");
                        continue;
                    }
                };
                sqlx::query("UPDATE account SET due_at = $1 WHERE id = $2")
                    .bind(account.next_due(policy).map(Instant::micros))
                    .bind(account.id.0.as_bytes().as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            tx.commit().await?;
        }
    }
}

/// The account as it stands within a transaction that has begun to write.
pub(super) async fn current(
    tx: &mut Transaction<'static, Sqlite>,
    id: AccountId,
) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query("SELECT id, state FROM account WHERE id = $1")
        .bind(id.0.as_bytes().as_slice())
        .fetch_optional(&mut **tx)
        .await?;
    row.map(|row| read(&row)).transpose()
}

/// Reads the columns `id` and `state`.
fn read(row: &SqliteRow) -> Result<Account, StoreError> {
    read_state(row.try_get("state")?, || {
        row.try_get::<&[u8], _>("id").ok().and_then(|id| Uuid::from_slice(id).ok()).unwrap_or_default().to_string()
    })
}

/// Reads the column `state` of the row that `name` names.
pub(super) fn read_state(state: &str, name: impl FnOnce() -> String) -> Result<Account, StoreError> {
    serde_json::from_str(state).map_err(|error| StoreError::ImpossibleRow {
        table: "account",
        row: name(),
        // The message of a data error may quote the data.
        reason: format!("state does not read at column {}", error.column()),
    })
}

fn read_id(id: &[u8]) -> Result<AccountId, StoreError> {
    Uuid::from_slice(id).map(AccountId).map_err(|error| StoreError::ImpossibleRow {
        table: "account",
        row: format!("id of {} bytes", id.len()),
        reason: error.to_string(),
    })
}
