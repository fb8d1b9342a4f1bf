//! The database: the only place where SQL is.

mod account;
mod decision;
mod directory;
mod known;
mod outbox;
mod place;
mod request;
mod session;
mod session_reader;
mod setting;

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlSafeStr, Sqlite, Transaction};

use session_reader::SessionReader;

pub use decision::{Decision, Locked};
pub use directory::{Cursor, FoundEntry};
pub use outbox::Message;
pub use place::OpenError;
pub use request::{Decided as DecidedRequest, RequestKey};
pub use session::SessionRow;
pub use session_reader::FoundSession;

/// How long a statement waits for another writer, and a request for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// One of them looks sessions up.
const READERS: u32 = 4;

const MIGRATIONS: [(i64, &str, &str); 2] = [
    (1, "spine", include_str!("../../migrations/sqlite/0001_spine.sql")),
    (2, "request", include_str!("../../migrations/sqlite/0002_request.sql")),
];

/// Why the database did not answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// Locked, full, read-only, gone: to be tried again later.
    #[error("the database is not available: {0}")]
    Unavailable(#[source] Arc<sqlx::Error>),
    /// A row that this program would never have written.
    #[error("impossible row in table `{table}`, {row}: {reason}")]
    ImpossibleRow {
        /// The table.
        table: &'static str,
        /// Which row.
        row: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The schema could not be brought up to date.
    #[error("the database could not be migrated: {0}")]
    Migration(#[source] Arc<sqlx::migrate::MigrateError>),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Unavailable(Arc::new(error))
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Migration(Arc::new(error))
    }
}

/// A database. `SQLite` has one writer, so writes queue for its one connection here instead of
/// in its lock.
#[derive(Clone, Debug)]
pub struct Store {
    readers: SqlitePool,
    writer: SqlitePool,
    sessions: SessionReader,
}

impl Store {
    /// Opens the database at a `sqlite:` URL, makes it where it is missing, and migrates it.
    ///
    /// # Errors
    /// [`OpenError`] where it can't be opened, or holds a newer schema than this program knows.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let options =
            url.parse::<SqliteConnectOptions>().map_err(|error| OpenError::of(Path::new(url), error.into()))?;
        let file = options.get_filename().to_owned();
        Self::open_with(options).await.map_err(|error| OpenError::of(&file, error))
    }

    async fn open_with(options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An acknowledged decision survives the loss of power.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .foreign_keys(true)
            .disable_statement_logging();
        let pool =
            |most| SqlitePoolOptions::new().max_connections(most).acquire_timeout(PATIENCE).test_before_acquire(false);
        let writer = pool(1).connect_with(options.clone()).await?;
        migrator().run(&writer).await?;
        let readers = pool(READERS).min_connections(1).connect_with(options.read_only(true)).await?;
        let sessions = SessionReader::start(readers.clone());
        Ok(Self { readers, writer, sessions })
    }

    /// Whether the database answers and its schema is this program's.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    pub async fn is_ready(&self) -> Result<bool, StoreError> {
        let newest: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success")
            .fetch_one(&self.readers)
            .await?;
        Ok(newest == MIGRATIONS.last().map(|(version, ..)| *version))
    }

    /// Closes every connection, finishing what runs.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    async fn write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS.map(|(version, name, sql)| {
        Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.into())
}

#[cfg(test)]
impl Store {
    /// Lets the database grow no further, as on a full disk.
    pub(crate) async fn limit_pages_for_test(&self) {
        sqlx::raw_sql("PRAGMA max_page_count = 1").execute(&self.writer).await.unwrap();
    }

    /// Lets the writer write no more, as on a read-only disk.
    pub(crate) async fn forbid_writes_for_test(&self) {
        sqlx::raw_sql("PRAGMA query_only = ON").execute(&self.writer).await.unwrap();
    }
}
