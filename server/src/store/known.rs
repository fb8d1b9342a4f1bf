//! Accounts as they were read last.

use std::collections::HashMap;
use std::sync::Arc;

use enamel_core::account::Account;

use super::StoreError;
use super::account::read_state;

/// Sessions whose accounts are kept, at some 4 kB each; with one more, it begins anew.
const MOST: usize = 1024;

/// The account of each session, with the text that it was read from.
///
/// Reading it is the larger part of a look-up, and it is seldom another than at the session's
/// last request. The database is asked each time and its text compared whole, so that what is
/// answered is never older than what stands there.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<[u8; 32], (Box<str>, Arc<Account>)>);

impl Known {
    /// The account that `state` is, of the session with this token's hash.
    ///
    /// # Errors
    /// [`StoreError::ImpossibleRow`].
    pub(super) fn read(&mut self, token_hash: [u8; 32], state: &str) -> Result<Arc<Account>, StoreError> {
        if let Some((text, account)) = self.0.get(&token_hash)
            && **text == *state
        {
            return Ok(Arc::clone(account));
        }
        let account = Arc::new(read_state(state, || "of a session".to_owned())?);
        if self.0.len() >= MOST {
            self.0.clear();
        }
        self.0.insert(token_hash, (state.into(), Arc::clone(&account)));
        Ok(account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: [u8; 32] = [1; 32];

    fn state(username: &str) -> String {
        format!(
            r#"{{"id":"00000000-0000-0000-0000-000000000001","username":"{username}","created_at":"2018-01-01T00:00:00Z",
                "state":{{"deleted":{{"at":"2018-01-02T00:00:00Z"}}}}}}"#
        )
    }

    #[test]
    fn another_text_is_another_account() {
        let mut known = Known::default();
        let first = known.read(SESSION, &state("asha.patel")).unwrap();
        assert!(Arc::ptr_eq(&first, &known.read(SESSION, &state("asha.patel")).unwrap()));
        assert_eq!(known.read(SESSION, &state("asha.petal")).unwrap().username.as_str(), "asha.petal");
        assert_eq!(known.read([2; 32], &state("jo.nez")).unwrap().username.as_str(), "jo.nez");
        assert!(known.read(SESSION, "{}").is_err());
    }

    #[test]
    fn no_more_than_a_thousand_odd_are_kept() {
        let mut known = Known::default();
        for number in 0..=MOST {
            let mut session = SESSION;
            session[..8].copy_from_slice(&number.to_le_bytes());
            known.read(session, &state("asha.patel")).unwrap();
            assert!(known.0.len() <= MOST);
        }
    }
}
