//! The person who holds an account.

use serde::{Deserialize, Serialize};

/// First and last name and the personal email address given at registration (R1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Person {
    /// First name, as its holder writes it.
    pub first_name: String,
    /// Last name, as its holder writes it.
    pub last_name: String,
    /// The address outside the service to which the username is sent (R6).
    pub personal_email: String,
}

impl Person {
    /// First and last name with a space between.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}
