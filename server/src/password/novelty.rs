//! Whether a new password is one of before (R10, R17).

use enamel_core::account::{Account, Novelty};
use enamel_core::password::{PasswordHash, as_temporary};

use crate::app::App;
use crate::problem::Problem;

/// Compares a new password with every hash that it must not match.
pub(crate) async fn novelty(app: &App, account: &Account, password: &str) -> Result<Novelty, Problem> {
    let compared = account.compared_passwords(app.policy());
    if is_among(app, &compared.earlier, password).await? {
        Ok(Novelty::Reused)
    } else if is_among(app, &compared.temporary, &as_temporary(password)).await? {
        Ok(Novelty::Temporary)
    } else {
        Ok(Novelty::New)
    }
}

async fn is_among(app: &App, hashes: &[&PasswordHash], password: &str) -> Result<bool, Problem> {
    for hash in hashes {
        if app.hasher().verify(password.to_owned(), Some(hash)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
