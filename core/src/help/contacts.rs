//! Where the helpdesk is reached (R32).

use serde::{Deserialize, Serialize};

/// Where the helpdesk is reached. The default is the FAQ's of February 2018.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contacts {
    /// The email address of the dentist administration team, which is also the national helpdesk's.
    pub helpdesk_email: String,
    /// The telephone number of the national helpdesk, as it is to be shown.
    pub helpdesk_telephone: String,
}

/// Contacts that would lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactsContradiction {
    /// No address of the form `name@example.com`.
    #[error("`helpdesk_email` must be an email address")]
    Email,
    /// Something else than digits, spaces and a `+`.
    #[error("`helpdesk_telephone` must be a telephone number of digits and spaces")]
    Telephone,
}

impl Default for Contacts {
    fn default() -> Self {
        Self { helpdesk_email: "dentistadmin@nhs.net".to_owned(), helpdesk_telephone: "0333 200 1133".to_owned() }
    }
}

impl Contacts {
    /// Refuses contacts that would lead nowhere.
    ///
    /// # Errors
    /// The first [`ContactsContradiction`] found.
    pub fn validate(&self) -> Result<(), ContactsContradiction> {
        let is_text = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
        if !self.helpdesk_email.split_once('@').is_some_and(|(name, host)| is_text(name) && is_text(host)) {
            return Err(ContactsContradiction::Email);
        }
        let digits = self.helpdesk_telephone.strip_prefix('+').unwrap_or(&self.helpdesk_telephone);
        let is_number =
            digits.contains(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == ' ');
        if is_number { Ok(()) } else { Err(ContactsContradiction::Telephone) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r32_contacts_that_lead_nowhere_are_refused() {
        assert_eq!(Contacts::default().validate(), Ok(()));
        for email in ["", "dentistadmin", "@nhs.net", "dentist admin@nhs.net", "dentistadmin@"] {
            let contacts = Contacts { helpdesk_email: email.to_owned(), ..Contacts::default() };
            assert_eq!(contacts.validate(), Err(ContactsContradiction::Email), "{email}");
        }
        for telephone in ["", " ", "+", "0333 CALL", "0333\n200"] {
            let contacts = Contacts { helpdesk_telephone: telephone.to_owned(), ..Contacts::default() };
            assert_eq!(contacts.validate(), Err(ContactsContradiction::Telephone), "{telephone}");
        }
    }

    #[test]
    fn r32_an_operator_overrides_one_contact_and_keeps_the_other() {
        let contacts: Contacts = serde_json::from_str(r#"{"helpdesk_telephone": "020 7946 0000"}"#).unwrap();
        assert_eq!(contacts.helpdesk_email, Contacts::default().helpdesk_email);
        assert!(serde_json::from_str::<Contacts>(r#"{"telephone": "1"}"#).is_err());
    }
}
