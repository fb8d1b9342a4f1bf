//! Missing details (R33): a form for each kind of enquiry that asks for exactly what it needs.

use serde::{Deserialize, Serialize};

use super::{NamedMailbox, Task};
use crate::organisation::OdsCode;
use crate::person::Name;
use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;

/// The form of an enquiry. Its `kind` says which fields go with it; another one is refused by name.
///
/// It has no field for an answer to go to: the helpdesk answers to the email address and the mobile
/// number that it has of the person, never to what a stranger names.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "Fields")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EnquiryRequest {
    /// The shared mailbox's details came, the personal account's did not.
    PersonalDetailsMissing {
        /// First name.
        first_name: Typed,
        /// Last name.
        last_name: Typed,
        /// The practice's ODS code.
        ods_code: Typed,
        /// The shared mailbox's name.
        mailbox_name: Typed,
    },
    /// The personal account's details came, the shared mailbox's did not.
    MailboxDetailsMissing {
        /// First name.
        first_name: Typed,
        /// Last name.
        last_name: Typed,
        /// The practice's ODS code.
        ods_code: Typed,
    },
}

/// An enquiry without a fault of its own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Enquiry {
    /// The personal account's details did not come.
    PersonalDetailsMissing {
        /// First name.
        first_name: Name,
        /// Last name.
        last_name: Name,
        /// The practice.
        organisation: OdsCode,
        /// The shared mailbox whose details came.
        mailbox: NamedMailbox,
    },
    /// The shared mailbox's details did not come.
    MailboxDetailsMissing {
        /// First name.
        first_name: Name,
        /// Last name.
        last_name: Name,
        /// The practice.
        organisation: OdsCode,
    },
}

/// The kinds as a request names them.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    PersonalDetailsMissing,
    MailboxDetailsMissing,
}

/// The request before its fields are compared with its kind. Not serde's own tagged enum: that would
/// buffer the fields and lose what [`Typed`] remembers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    kind: Kind,
    first_name: Typed,
    last_name: Typed,
    ods_code: Typed,
    #[serde(default, deserialize_with = "given")]
    mailbox_name: Option<Typed>,
}

/// A field that is there has a text: `null` is none.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Typed>, D::Error> {
    Typed::deserialize(deserializer).map(Some)
}

/// A field is there that the kind does not ask for, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum FieldsRefusal {
    #[error("`mailbox_name` is not asked for by this kind of enquiry")]
    NotAskedFor,
    #[error("missing field `mailbox_name`")]
    Missing,
}

impl TryFrom<Fields> for EnquiryRequest {
    type Error = FieldsRefusal;

    fn try_from(fields: Fields) -> Result<Self, FieldsRefusal> {
        let Fields { kind, first_name, last_name, ods_code, mailbox_name } = fields;
        match (kind, mailbox_name) {
            (Kind::PersonalDetailsMissing, Some(mailbox_name)) => {
                Ok(Self::PersonalDetailsMissing { first_name, last_name, ods_code, mailbox_name })
            }
            (Kind::PersonalDetailsMissing, None) => Err(FieldsRefusal::Missing),
            (Kind::MailboxDetailsMissing, None) => Ok(Self::MailboxDetailsMissing { first_name, last_name, ods_code }),
            (Kind::MailboxDetailsMissing, Some(_)) => Err(FieldsRefusal::NotAskedFor),
        }
    }
}

impl EnquiryRequest {
    /// Judges the form by itself. Whether anybody has that name or code is not looked up, so that the
    /// form tells nobody.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self) -> Result<Enquiry, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let enquiry = match self {
            Self::PersonalDetailsMissing { first_name, last_name, ods_code, mailbox_name } => {
                let person = person(&mut problems, first_name, last_name, ods_code);
                let mailbox = problems.take("mailbox_name", NamedMailbox::parse(mailbox_name));
                person.zip(mailbox).map(|((first_name, last_name, organisation), mailbox)| {
                    Enquiry::PersonalDetailsMissing { first_name, last_name, organisation, mailbox }
                })
            }
            Self::MailboxDetailsMissing { first_name, last_name, ods_code } => {
                person(&mut problems, first_name, last_name, ods_code).map(|(first_name, last_name, organisation)| {
                    Enquiry::MailboxDetailsMissing { first_name, last_name, organisation }
                })
            }
        };
        problems.finish(enquiry)
    }
}

impl Enquiry {
    /// The task that it asks help with (R32).
    #[must_use]
    pub fn task(&self) -> Task {
        Task::MissingDetails
    }

    /// Who asks: first and last name with a space between.
    #[must_use]
    pub fn name(&self) -> String {
        let (Self::PersonalDetailsMissing { first_name, last_name, .. }
        | Self::MailboxDetailsMissing { first_name, last_name, .. }) = self;
        format!("{first_name} {last_name}")
    }

    /// The practice.
    #[must_use]
    pub fn organisation(&self) -> &OdsCode {
        let (Self::PersonalDetailsMissing { organisation, .. } | Self::MailboxDetailsMissing { organisation, .. }) =
            self;
        organisation
    }
}

fn person(
    problems: &mut Problems,
    first_name: &Typed,
    last_name: &Typed,
    ods_code: &Typed,
) -> Option<(Name, Name, OdsCode)> {
    let first_name = problems.take("first_name", Name::parse(first_name));
    let last_name = problems.take("last_name", Name::parse(last_name));
    let organisation = problems.take("ods_code", OdsCode::parse(ods_code));
    Some((first_name?, last_name?, organisation?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> serde_json::Result<EnquiryRequest> {
        serde_json::from_str(json)
    }

    const PERSONAL: &str = r#"{"kind": "personal-details-missing", "first_name": "Jane", "last_name": "Smith",
        "ods_code": "v12345", "mailbox_name": "Molar Street Dental"}"#;
    const MAILBOX: &str = r#"{"kind": "mailbox-details-missing", "first_name": "Jane", "last_name": "Smith",
        "ods_code": "v12345"}"#;

    #[test]
    fn r33_each_kind_gives_exactly_what_it_needs() {
        let enquiry = read(PERSONAL).unwrap().check().unwrap();
        assert!(matches!(&enquiry, Enquiry::PersonalDetailsMissing { mailbox, .. }
            if mailbox.as_str() == "Molar Street Dental"));
        let other = read(MAILBOX).unwrap().check().unwrap();
        assert!(matches!(other, Enquiry::MailboxDetailsMissing { .. }));
        for enquiry in [enquiry, other] {
            assert_eq!((enquiry.name().as_str(), enquiry.organisation().as_str()), ("Jane Smith", "V12345"));
            let json = serde_json::to_string(&enquiry).unwrap();
            assert_eq!(serde_json::from_str::<Enquiry>(&json).unwrap(), enquiry);
        }
    }

    #[test]
    fn r33_a_field_that_is_not_asked_for_is_refused_and_so_is_one_left_out() {
        for (json, word) in [
            (PERSONAL.replace("personal-details", "mailbox-details"), "`mailbox_name` is not asked for"),
            (MAILBOX.replace("mailbox-details", "personal-details"), "missing field `mailbox_name`"),
            (MAILBOX.replace("v12345\"", "v12345\", \"mailbox_name\": \"\""), "not asked for"),
            (PERSONAL.replace("\"Molar Street Dental\"", "null"), "null"),
            (MAILBOX.replace("ods_code", "ods"), "unknown field `ods`"),
            (MAILBOX.replace("mailbox-details-missing", "complaint"), "unknown variant `complaint`"),
            (MAILBOX.replace("\"ods_code\": \"v12345\"", "\"mobile\": \"07700900123\""), "mobile"),
        ] {
            let error = read(&json).unwrap_err().to_string();
            assert!(error.contains(word), "{json}: {error}");
        }
    }

    #[test]
    fn r33_every_field_at_fault_is_named_as_in_the_request() {
        let empty = r#"{"kind": "personal-details-missing", "first_name": "", "last_name": "5",
            "ods_code": "?", "mailbox_name": " "}"#;
        let problems = read(empty).unwrap().check().unwrap_err();
        let named: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
        assert_eq!(
            named,
            [
                ("first_name", "name-missing"),
                ("last_name", "name-characters"),
                ("ods_code", "ods-code-format"),
                ("mailbox_name", "enquiry-mailbox-missing")
            ]
        );
    }

    #[test]
    fn r37_half_a_surrogate_pair_is_refused_by_name_and_not_as_a_broken_request() {
        for place in ["Jane", "Molar"] {
            let problems = read(&PERSONAL.replace(place, "\\ud800")).unwrap().check().unwrap_err();
            assert_eq!(problems.len(), 1, "{place}");
        }
    }

    #[test]
    fn r33_a_request_reads_what_it_writes() {
        for json in [PERSONAL, MAILBOX] {
            let request = read(json).unwrap();
            assert_eq!(read(&serde_json::to_string(&request).unwrap()).unwrap(), request);
        }
    }
}
