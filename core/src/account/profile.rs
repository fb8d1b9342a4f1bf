//! What members say of themselves in the directory (R19).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::refusal::{FieldProblem, Problems};
use crate::text::{Category, Typed, category, nfc, nfkc, visible};

/// The longest job role or specialty in characters.
pub const MAXIMUM_ROLE_LENGTH: usize = 100;

/// Most specialties that one person can name.
pub const MAXIMUM_SPECIALTIES: usize = 10;

/// What a member may edit beside the mobile number; in the directory at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Profile {
    /// The telephone at work.
    pub work_telephone: Option<WorkTelephone>,
    /// What the member is at the practice.
    pub job_role: Option<Label>,
    /// What the member does specially.
    pub specialties: Vec<Label>,
}

/// A telephone number as its owner writes it: digits, spaces, and a plus or an extension.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct WorkTelephone(String);

/// A job role or specialty: 1 to [`MAXIMUM_ROLE_LENGTH`] characters, NFC.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Label(String);

/// Why a field of the profile is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileRefusal {
    /// Not a telephone number.
    #[error("telephone")]
    Telephone,
    /// Empty where something has to stand.
    #[error("missing")]
    Missing,
    /// A control character, or what is no character.
    #[error("characters")]
    Characters,
    /// More than [`MAXIMUM_ROLE_LENGTH`] characters.
    #[error("too long")]
    TooLong,
    /// More than [`MAXIMUM_SPECIALTIES`].
    #[error("too many specialties")]
    TooManySpecialties,
}

impl WorkTelephone {
    /// Reads what was typed: 7 to 15 digits (ITU-T E.164), with spaces, brackets, hyphens, one plus in
    /// front, and an extension after `x` or `ext`.
    ///
    /// # Errors
    /// [`ProfileRefusal::Telephone`].
    pub fn parse(typed: &Typed) -> Result<Self, ProfileRefusal> {
        let plain = nfkc(typed.as_str());
        let visible = visible(&plain);
        let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = text.to_ascii_lowercase();
        let (number, extension) = lower
            .split_once("ext")
            .or_else(|| lower.split_once('x'))
            .map_or((lower.as_str(), None), |(a, b)| (a, Some(b)));
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let number_ok = (7..=15).contains(&digits)
            && number.strip_prefix('+').unwrap_or(number).chars().all(|c| c.is_ascii_digit() || " ()-.".contains(c));
        let extension_ok = extension.is_none_or(|extension| {
            let extension = extension.trim_matches([' ', '.', ':']);
            (1..=6).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_digit())
        });
        if number_ok && extension_ok && text.len() <= 40 { Ok(Self(text)) } else { Err(ProfileRefusal::Telephone) }
    }

    /// The number as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Label {
    /// Reads what was typed; spaces around it are dropped.
    ///
    /// # Errors
    /// [`ProfileRefusal`].
    pub fn parse(typed: &Typed) -> Result<Self, ProfileRefusal> {
        let text = nfc(&typed.as_str().split_whitespace().collect::<Vec<_>>().join(" "));
        let is_broken = |c| matches!(category(c), Category::Control | Category::Unassigned | Category::Format);
        if text.is_empty() {
            Err(ProfileRefusal::Missing)
        } else if typed.has_unpaired_surrogate() || text.chars().any(is_broken) {
            Err(ProfileRefusal::Characters)
        } else if text.chars().count() > MAXIMUM_ROLE_LENGTH {
            Err(ProfileRefusal::TooLong)
        } else {
            Ok(Self(text))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The form that edits the profile; an empty field takes out what stood there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileRequest {
    /// The telephone at work.
    pub work_telephone: Typed,
    /// What the member is at the practice.
    pub job_role: Typed,
    /// What the member does specially.
    pub specialties: Vec<Typed>,
}

impl ProfileRequest {
    /// Judges the form by itself.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self) -> Result<Profile, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let is_blank = |typed: &Typed| typed.as_str().trim().is_empty();
        let work_telephone = (!is_blank(&self.work_telephone))
            .then(|| problems.take("work_telephone", WorkTelephone::parse(&self.work_telephone)))
            .flatten();
        let job_role =
            (!is_blank(&self.job_role)).then(|| problems.take("job_role", Label::parse(&self.job_role))).flatten();
        if self.specialties.len() > MAXIMUM_SPECIALTIES {
            problems.note("specialties", &ProfileRefusal::TooManySpecialties);
        }
        let specialties = self
            .specialties
            .iter()
            .take(MAXIMUM_SPECIALTIES)
            .enumerate()
            .filter(|(_, typed)| !is_blank(typed))
            .filter_map(|(at, typed)| problems.take(&format!("specialties[{at}]"), Label::parse(typed)))
            .collect();
        problems.finish(Some(Profile { work_telephone, job_role, specialties }))
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text::parsed!(WorkTelephone, ProfileRefusal);

crate::text::parsed!(Label, ProfileRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r19_a_work_telephone_is_taken_as_it_is_written() {
        for text in ["0113 496 0000", "+44 (0)113 496-0000", "0113 496 0000 ext. 12", "01134960000 x7"] {
            assert_eq!(WorkTelephone::parse(&text.into()).unwrap().as_str(), text);
        }
        for text in ["", "12", "call me", "0113 496 0000 or 0114", "0113 496 0000 ext", "+", "01134960000 ext 1234567"]
        {
            assert_eq!(WorkTelephone::parse(&text.into()), Err(ProfileRefusal::Telephone), "{text}");
        }
    }

    #[test]
    fn r19_empty_fields_of_the_profile_take_out_what_stood_there() {
        let request = ProfileRequest {
            work_telephone: " ".into(),
            job_role: "  Associate   dentist ".into(),
            specialties: vec!["Endodontics".into(), "".into()],
        };
        let profile = request.check().unwrap();
        assert_eq!(profile.work_telephone, None);
        assert_eq!(profile.job_role.unwrap().as_str(), "Associate dentist");
        assert_eq!(profile.specialties.len(), 1);
        let many = ProfileRequest { specialties: vec!["a".into(); 11], ..ProfileRequest::default() };
        let fields: Vec<_> = many.check().unwrap_err().into_iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["specialties"]);
        let broken = ProfileRequest { job_role: "a\u{7}".into(), ..ProfileRequest::default() };
        assert_eq!(broken.check().unwrap_err()[0].code, "profile-characters");
    }

    #[test]
    fn r19_the_longest_role_and_the_most_specialties_are_taken_and_no_more() {
        let label = |length: usize| Label::parse(&"r".repeat(length).as_str().into());
        assert_eq!(label(MAXIMUM_ROLE_LENGTH).unwrap().to_string().len(), MAXIMUM_ROLE_LENGTH);
        assert_eq!(label(MAXIMUM_ROLE_LENGTH + 1), Err(ProfileRefusal::TooLong));
        let most = ProfileRequest { specialties: vec!["a".into(); MAXIMUM_SPECIALTIES], ..ProfileRequest::default() };
        assert_eq!(most.check().unwrap().specialties.len(), MAXIMUM_SPECIALTIES);
    }

    #[test]
    fn a_profile_reads_what_it_writes() {
        let request =
            ProfileRequest { work_telephone: "0113 496 0000".into(), job_role: "Dentist".into(), specialties: vec![] };
        let profile = request.check().unwrap();
        let json = serde_json::to_value(&profile).unwrap();
        assert_eq!((&json["work_telephone"], &json["job_role"]), (&"0113 496 0000".into(), &"Dentist".into()));
        assert_eq!(serde_json::from_value::<Profile>(json).unwrap(), profile);
    }
}
