//! Sessions: only the hash of a token is kept.

use enamel_core::account::AccountId;
use enamel_core::policy::Policy;
use enamel_core::session::Credential;
use enamel_core::time::{Instant, Span};
use sqlx::{Sqlite, Transaction};

use super::session_reader::FoundSession;
use super::{Store, StoreError};

/// A session as it is kept.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// SHA-256 of the token in the cookie.
    pub token_hash: [u8; 32],
    /// Whose it is.
    pub account_id: AccountId,
    /// What it was opened with.
    pub credential: Credential,
    /// When it was opened.
    pub created_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
}

impl Store {
    /// The session of a token, with its account; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn session(&self, token_hash: [u8; 32]) -> Result<Option<FoundSession>, StoreError> {
        self.sessions.find(token_hash).await
    }

    /// Notes that a session was used at `now`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn touch_session(&self, token_hash: &[u8; 32], now: Instant) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET seen_at = MAX(seen_at, $1) WHERE token_hash = $2")
            .bind(now.micros())
            .bind(token_hash.as_slice())
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Ends one session, which may have ended before, and the one that a request of it opened, whose token may be lost.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_session(&self, token_hash: &[u8; 32]) -> Result<(), StoreError> {
        sqlx::query(
            "DELETE FROM session WHERE token_hash = $1
             OR token_hash IN (SELECT opened FROM request WHERE asked_by = $1)",
        )
        .bind(token_hash.as_slice())
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Removes the sessions that have run out at `now`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn purge_sessions(&self, now: Instant, policy: &Policy) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE created_at <= $1 OR seen_at <= $2")
            .bind(now.minus(Span::minutes(policy.session_minutes)).micros())
            .bind(now.minus(Span::minutes(policy.session_idle_minutes)).micros())
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}

pub(super) async fn is_of(
    tx: &mut Transaction<'static, Sqlite>,
    token_hash: &[u8; 32],
    account: AccountId,
) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT 1 FROM session WHERE token_hash = $1 AND account_id = $2")
        .bind(token_hash.as_slice())
        .bind(account.0.as_bytes().as_slice())
        .fetch_optional(&mut **tx)
        .await?;
    Ok(found.is_some())
}

pub(super) async fn insert(tx: &mut Transaction<'static, Sqlite>, row: &SessionRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO session (token_hash, account_id, credential, created_at, seen_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(row.token_hash.as_slice())
    .bind(row.account_id.0.as_bytes().as_slice())
    .bind(row.credential.name())
    .bind(row.created_at.micros())
    .bind(row.seen_at.micros())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn end_all(tx: &mut Transaction<'static, Sqlite>, account: AccountId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM session WHERE account_id = $1")
        .bind(account.0.as_bytes().as_slice())
        .execute(&mut **tx)
        .await?;
    Ok(())
}
