//! The outbox: messages written with the decision that causes them, delivered later.

use enamel_core::account::AccountId;
use enamel_core::notice::{Channel, Notice, Topic};
use enamel_core::time::Instant;
use serde::Serialize;
use sqlx::{Row, Sqlite, Transaction};

use super::{Store, StoreError};

/// A message that was delivered.
#[derive(Clone, Debug, Serialize)]
pub struct Message {
    /// Rises with time.
    pub id: i64,
    /// `sms` or `email`.
    pub channel: String,
    /// An email address, or a mobile number as E.164 writes it.
    pub to: String,
    /// The subject of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The text.
    pub body: String,
    /// When it was sent.
    pub sent_at: Instant,
}

impl Store {
    /// Marks every waiting message as delivered at `now`: what the demo's simulator does.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn deliver_all(&self, now: Instant) -> Result<(), StoreError> {
        sqlx::query("UPDATE outbox SET delivered_at = $1 WHERE delivered_at IS NULL")
            .bind(now.micros())
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// The newest delivered messages, newest first, all of them or those to one address.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn delivered(&self, to: Option<&str>, limit: u32) -> Result<Vec<Message>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, channel, recipient, subject, body, created_at FROM outbox
             WHERE delivered_at IS NOT NULL AND (CAST($1 AS TEXT) IS NULL OR recipient = $1)
             ORDER BY id DESC LIMIT $2",
        )
        .bind(to)
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Message {
                    id: row.try_get("id")?,
                    channel: row.try_get("channel")?,
                    to: row.try_get("recipient")?,
                    subject: row.try_get("subject")?,
                    body: row.try_get("body")?,
                    sent_at: Instant::from_micros(row.try_get("created_at")?),
                })
            })
            .collect()
    }
}

pub(super) async fn insert(
    tx: &mut Transaction<'static, Sqlite>,
    account: AccountId,
    notice: &Notice,
    at: Instant,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO outbox (account_id, topic, channel, recipient, subject, body, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(account.0.as_bytes().as_slice())
    .bind(notice.topic.name())
    .bind(match notice.channel {
        Channel::Sms => "sms",
        Channel::Email => "email",
    })
    .bind(&notice.to)
    .bind(&notice.subject)
    .bind(&notice.body)
    .bind(at.micros())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Drops what still waits and has lost its cause.
pub(super) async fn cancel(
    tx: &mut Transaction<'static, Sqlite>,
    account: AccountId,
    topic: Topic,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM outbox WHERE account_id = $1 AND topic = $2 AND delivered_at IS NULL")
        .bind(account.0.as_bytes().as_slice())
        .bind(topic.name())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Removes every message to an account, delivered or not: they name its holder.
pub(super) async fn forget(tx: &mut Transaction<'static, Sqlite>, account: AccountId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM outbox WHERE account_id = $1")
        .bind(account.0.as_bytes().as_slice())
        .execute(&mut **tx)
        .await?;
    Ok(())
}
