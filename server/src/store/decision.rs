//! A decision, saved whole or not at all.

use enamel_core::account::{Account, AccountId, Event};
use enamel_core::directory::DirectoryEntry;
use enamel_core::notice::{self, Notice};
use enamel_core::policy::Policy;
use enamel_core::text::{fold, nfc};
use enamel_core::time::Instant;
use sqlx::{Sqlite, Transaction};

use super::{DecidedRequest, RequestKey, SessionRow, Store, StoreError, account, outbox, request, session};

/// All that follows from a command: what the rules decided, and what the shell adds to it.
#[derive(Debug)]
pub struct Decision<'a> {
    /// The account as it stands after the events.
    pub after: &'a Account,
    /// The events.
    pub events: &'a [Event],
    /// The messages that they cause.
    pub notices: &'a [Notice],
    /// The session to open with it.
    pub session: Option<SessionRow>,
    /// What the request is known by, where it is sent again.
    pub request: Option<RequestKey>,
    /// When it was decided.
    pub at: Instant,
    /// When that was by the wall's clock, by which sessions and requests are known.
    pub wall: Instant,
}

/// An account that nobody else changes until a decision on it is saved, or this is dropped.
#[derive(Debug)]
pub struct Locked {
    tx: Transaction<'static, Sqlite>,
    account: Account,
}

impl Store {
    /// Locks an account, as it stands now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lock(&self, id: AccountId) -> Result<Option<Locked>, StoreError> {
        let mut tx = self.write().await?;
        let account = account::current(&mut tx, id).await?;
        Ok(account.map(|account| Locked { tx, account }))
    }

    /// Saves a new account with what comes with it; `false` where its username was taken before.
    ///
    /// # Errors
    /// [`StoreError`]; nothing has taken effect then.
    pub async fn create(&self, decision: &Decision<'_>, policy: &Policy) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        if !insert_account(&mut tx, decision.after, policy).await? {
            return Ok(false);
        }
        save_consequences(&mut tx, decision).await?;
        tx.commit().await?;
        Ok(true)
    }
}

impl Locked {
    /// The account as it stands.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Whether the account has this session still.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn holds_session(&mut self, token_hash: &[u8; 32]) -> Result<bool, StoreError> {
        session::is_of(&mut self.tx, token_hash, self.account.id).await
    }

    /// The request that was decided under a key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn request(&mut self, key: &[u8; 32], now: Instant) -> Result<Option<DecidedRequest>, StoreError> {
        request::find(&mut self.tx, key, now).await
    }

    /// Saves a decision in one transaction: state, directory, messages, audit, sessions, the request.
    ///
    /// # Errors
    /// [`StoreError`]; nothing of the decision has taken effect then.
    pub async fn save(mut self, decision: &Decision<'_>, policy: &Policy) -> Result<(), StoreError> {
        update_account(&mut self.tx, decision.after, policy).await?;
        for topic in notice::overtaken(&self.account, decision.events, policy) {
            outbox::cancel(&mut self.tx, self.account.id, topic).await?;
        }
        save_consequences(&mut self.tx, decision).await?;
        Ok(self.tx.commit().await?)
    }
}

async fn save_consequences(tx: &mut Transaction<'static, Sqlite>, decision: &Decision<'_>) -> Result<(), StoreError> {
    let id = decision.after.id.0.as_bytes().as_slice();
    if decision.events.iter().any(Event::changes_directory) {
        update_directory(tx, decision.after).await?;
    }
    for event in decision.events {
        sqlx::query("INSERT INTO audit (account_id, at, event) VALUES ($1, $2, $3)")
            .bind(id)
            .bind(decision.at.micros())
            .bind(event.name())
            .execute(&mut **tx)
            .await?;
    }
    if decision.after.holder().is_none() {
        outbox::forget(tx, decision.after.id).await?;
    }
    for notice in decision.notices {
        outbox::insert(tx, decision.after.id, notice, decision.at).await?;
    }
    if decision.events.iter().any(Event::ends_sessions) {
        session::end_all(tx, decision.after.id).await?;
    }
    if let Some(row) = &decision.session {
        session::insert(tx, row).await?;
    }
    if let Some(key) = decision.request {
        let opened = decision.session.as_ref().map(|session| session.token_hash);
        let decided = DecidedRequest { key, account_id: decision.after.id, opened };
        request::insert(tx, &decided, decision.wall).await?;
    }
    Ok(())
}

async fn insert_account(
    tx: &mut Transaction<'static, Sqlite>,
    account: &Account,
    policy: &Policy,
) -> Result<bool, StoreError> {
    let done =
        sqlx::query("INSERT INTO account (id, username, state, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
            .bind(account.id.0.as_bytes().as_slice())
            .bind(account.username.as_str())
            .bind(state(account)?)
            .bind(account.next_due(policy).map(Instant::micros))
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

async fn update_account(
    tx: &mut Transaction<'static, Sqlite>,
    account: &Account,
    policy: &Policy,
) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE account SET state = $1, due_at = $2 WHERE id = $3")
        .bind(state(account)?)
        .bind(account.next_due(policy).map(Instant::micros))
        .bind(account.id.0.as_bytes().as_slice())
        .execute(&mut **tx)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(impossible(account, "it was locked and is gone".to_owned())) }
}

async fn update_directory(tx: &mut Transaction<'static, Sqlite>, account: &Account) -> Result<(), StoreError> {
    let id = account.id.0.as_bytes().as_slice();
    match DirectoryEntry::of(account) {
        None => sqlx::query("DELETE FROM directory_entry WHERE account_id = $1").bind(id).execute(&mut **tx).await?,
        Some(entry) => {
            let sort_key = fold(&nfc(&format!("{} {}", entry.name, account.username)));
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
    serde_json::to_string(account).map_err(|error| impossible(account, error.to_string()))
}

fn impossible(account: &Account, reason: String) -> StoreError {
    StoreError::ImpossibleRow { table: "account", row: account.id.0.to_string(), reason }
}
