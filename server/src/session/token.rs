//! The secret in the cookie.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use enamel_core::account::AccountId;
use enamel_core::session::Credential;
use enamel_core::time::Instant;
use sha2::{Digest, Sha256};

use crate::entropy::{self, NoEntropy};
use crate::store::SessionRow;

/// 256 random bits; the database holds only their hash.
#[derive(Clone)]
pub(crate) struct Token([u8; 32]);

impl Token {
    /// A new one.
    pub(crate) fn draw() -> Result<Self, NoEntropy> {
        entropy::bytes().map(Self)
    }

    /// Reads a cookie's value.
    pub(crate) fn read(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The cookie's value.
    pub(crate) fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the database holds.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The session that this token opens.
    pub(crate) fn row(&self, account_id: AccountId, credential: Credential, now: Instant) -> SessionRow {
        SessionRow { token_hash: self.hash(), account_id, credential, created_at: now, seen_at: now }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
