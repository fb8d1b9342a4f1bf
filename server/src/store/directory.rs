//! The directory, searched.

use sqlx::Row;

use super::{Store, StoreError};

/// Where a page of the directory ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The last entry's sort key.
    pub sort_key: String,
    /// The last entry's account.
    pub account_id: Vec<u8>,
}

/// An entry found.
#[derive(Clone, Debug)]
pub struct FoundEntry {
    /// First and last name.
    pub name: String,
    /// The mail address.
    pub address: String,
    /// The mobile number, where its holder shows it.
    pub mobile: Option<String>,
    /// The entry's place.
    pub cursor: Cursor,
}

impl Store {
    /// Up to `limit` entries after `cursor` whose case-folded name or address holds `folded`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn search_directory(
        &self,
        folded: &str,
        cursor: &Cursor,
        limit: u32,
    ) -> Result<Vec<FoundEntry>, StoreError> {
        let rows = sqlx::query(
            "SELECT account_id, name, address, mobile, sort_key FROM directory_entry
             WHERE (sort_key > $1 OR (sort_key = $1 AND account_id > $2)) AND instr(sort_key, $3) > 0
             ORDER BY sort_key, account_id LIMIT $4",
        )
        .bind(&cursor.sort_key)
        .bind(&cursor.account_id)
        .bind(folded)
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                let cursor = Cursor { sort_key: row.try_get("sort_key")?, account_id: row.try_get("account_id")? };
                Ok(FoundEntry {
                    name: row.try_get("name")?,
                    address: row.try_get("address")?,
                    mobile: row.try_get("mobile")?,
                    cursor,
                })
            })
            .collect()
    }
}
