//! The person who holds an account.

mod email;
mod name;

pub use email::{Email, EmailRefusal, MAXIMUM_EMAIL_LENGTH};
pub use name::{MAXIMUM_NAME_LENGTH, Name, NameRefusal};

use serde::{Deserialize, Serialize};

use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;

/// First and last name and the personal email address given at registration (R1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Person {
    /// First name, as its holder writes it.
    pub first_name: Name,
    /// Last name, as its holder writes it.
    pub last_name: Name,
    /// The address outside the service to which the username is sent (R6).
    pub personal_email: Email,
}

impl Person {
    /// Reads the fields `first_name`, `last_name` and `personal_email` of a form.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn parse(first_name: &Typed, last_name: &Typed, personal_email: &Typed) -> Result<Self, Vec<FieldProblem>> {
        Self::parse_names(first_name, last_name, Email::parse(personal_email))
    }

    /// [`Self::parse`] where the address has been read already.
    pub(crate) fn parse_names(
        first_name: &Typed,
        last_name: &Typed,
        personal_email: Result<Email, EmailRefusal>,
    ) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let first_name = problems.take("first_name", Name::parse(first_name));
        let last_name = problems.take("last_name", Name::parse(last_name));
        let personal_email = problems.take("personal_email", personal_email);
        problems.finish(
            first_name.zip(last_name).zip(personal_email).map(|((first_name, last_name), personal_email)| Self {
                first_name,
                last_name,
                personal_email,
            }),
        )
    }

    /// First and last name with a space between.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_called_by_first_and_last_name() {
        let person = Person::parse(&"Jane".into(), &"O\u{2019}Neill".into(), &"jane@example.org".into()).unwrap();
        assert_eq!(person.name(), "Jane O\u{2019}Neill");
    }
}
