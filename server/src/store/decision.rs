//! A decision, saved whole or not at all.

use enamel_core::account::{Account, Event};
use enamel_core::directory::DirectoryEntry;
use enamel_core::notice::{Notice, Topic};
use enamel_core::policy::Policy;
use enamel_core::text::fold;
use enamel_core::time::Instant;
use sqlx::{Sqlite, Transaction};

use super::{SessionRow, Store, StoreError, outbox, session};

/// All that follows from a command: what the rules decided, and what the shell adds to it.
#[derive(Debug)]
pub struct Decision<'a> {
    /// The version on which it was judged; 0 for a new account.
    pub version: i64,
    /// The account as it stands after the events.
    pub after: &'a Account,
    /// The events.
    pub events: &'a [Event],
    /// The messages that they cause.
    pub notices: &'a [Notice],
    /// The session to open with it.
    pub session: Option<SessionRow>,
    /// When it was decided.
    pub at: Instant,
}

/// Whether a decision took effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Whole.
    Yes,
    /// Not at all: another decision came first, and this one has to be judged again.
    Outrun,
}

impl Store {
    /// Saves a decision in one transaction: state, directory, messages, audit, sessions.
    ///
    /// # Errors
    /// [`StoreError`]; nothing of the decision has taken effect then.
    pub async fn save(&self, decision: &Decision<'_>, policy: &Policy) -> Result<Saved, StoreError> {
        let mut tx = self.write().await?;
        let is_in_time = match decision.version {
            0 => insert_account(&mut tx, decision, policy).await?,
            _ => update_account(&mut tx, decision, policy).await?,
        };
        if !is_in_time {
            return Ok(Saved::Outrun);
        }
        let id = decision.after.id.0.as_bytes().as_slice();
        update_directory(&mut tx, decision.after).await?;
        for event in decision.events {
            sqlx::query("INSERT INTO audit (account_id, at, event) VALUES ($1, $2, $3)")
                .bind(id)
                .bind(decision.at.micros())
                .bind(event.name())
                .execute(&mut *tx)
                .await?;
        }
        if decision.events.iter().any(Event::cancels_reminders) {
            outbox::cancel(&mut tx, decision.after.id, Topic::Reminder).await?;
        }
        for notice in decision.notices {
            outbox::insert(&mut tx, decision.after.id, notice, decision.at).await?;
        }
        if decision.events.iter().any(Event::ends_sessions) {
            session::end_all(&mut tx, decision.after.id).await?;
        }
        if let Some(row) = &decision.session {
            session::insert(&mut tx, row).await?;
        }
        tx.commit().await?;
        Ok(Saved::Yes)
    }
}

async fn insert_account(
    tx: &mut Transaction<'static, Sqlite>,
    decision: &Decision<'_>,
    policy: &Policy,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO account (id, username, state, version, due_at) VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING",
    )
    .bind(decision.after.id.0.as_bytes().as_slice())
    .bind(decision.after.username.as_str())
    .bind(state(decision.after)?)
    .bind(decision.after.next_due(policy).map(Instant::micros))
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

async fn update_account(
    tx: &mut Transaction<'static, Sqlite>,
    decision: &Decision<'_>,
    policy: &Policy,
) -> Result<bool, StoreError> {
    let done =
        sqlx::query("UPDATE account SET state = $1, due_at = $2, version = version + 1 WHERE id = $3 AND version = $4")
            .bind(state(decision.after)?)
            .bind(decision.after.next_due(policy).map(Instant::micros))
            .bind(decision.after.id.0.as_bytes().as_slice())
            .bind(decision.version)
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

async fn update_directory(tx: &mut Transaction<'static, Sqlite>, account: &Account) -> Result<(), StoreError> {
    let id = account.id.0.as_bytes().as_slice();
    match DirectoryEntry::of(account) {
        None => sqlx::query("DELETE FROM directory_entry WHERE account_id = $1").bind(id).execute(&mut **tx).await?,
        Some(entry) => {
            let sort_key = fold(&format!("{} {}", entry.name, entry.address));
            sqlx::query(
                "INSERT INTO directory_entry (account_id, name, address, mobile, sort_key) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, address = excluded.address,
                 mobile = excluded.mobile, sort_key = excluded.sort_key",
            )
            .bind(id)
            .bind(entry.name)
            .bind(entry.address)
            .bind(entry.mobile.map(|mobile| mobile.e164().to_owned()))
            .bind(sort_key)
            .execute(&mut **tx)
            .await?
        }
    };
    Ok(())
}

fn state(account: &Account) -> Result<String, StoreError> {
    serde_json::to_string(account).map_err(|error| StoreError::ImpossibleRow {
        table: "account",
        row: account.id.0.to_string(),
        reason: error.to_string(),
    })
}
