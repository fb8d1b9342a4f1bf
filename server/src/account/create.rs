//! Creating an account (R6).

use enamel_core::account::{Account, AccountId, Administration, Creation};
use enamel_core::mobile::Mobile;
use enamel_core::notice;
use enamel_core::password::TemporaryPassword;
use enamel_core::person::Person;
use enamel_core::username::Username;

use crate::app::App;
use crate::entropy;
use crate::problem::Problem;
use crate::store::Decision;

/// Who is to have an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// A username that is free.
    pub username: Username,
    /// Name and personal email.
    pub person: Person,
    /// The mobile number.
    pub mobile: Mobile,
}

/// Creates the account; its username goes out by email and `password` by text.
///
/// # Errors
/// [`Problem::unavailable`], and the same where the username is taken.
pub async fn create(app: &App, new: NewAccount, password: &TemporaryPassword) -> Result<Account, Problem> {
    let creation = Creation {
        id: AccountId(entropy::uuid()?),
        username: new.username,
        person: new.person,
        mobile: new.mobile,
        administration: Administration::NhsDental,
        practice: None,
        temporary_password: app.hasher().hash(password.as_str().to_owned()).await?,
    };
    let now = app.now();
    let account = Account::create(creation, now);
    let notices = notice::of_creation(&account, password, app.policy(), &app.settings().public_url);
    let decision = Decision {
        after: &account,
        events: &[],
        notices: &notices,
        session: None,
        request: None,
        at: now,
        wall: app.clock().wall(),
    };
    if app.store().create(&decision, app.policy()).await? { Ok(account) } else { Err(Problem::unavailable()) }
}
