//! The form as it is typed, judged whole: the page and the server call the same `check` (R37).

use serde::{Deserialize, Serialize};

use super::{ApplicationForm, EarlierAccount, MailboxWish, NewPerson, OrganisationName, Sponsored, ToolkitLevel};
use crate::mailbox::MailboxAddress;
use crate::mobile::{Mobile, MobileRefusal};
use crate::organisation::OdsCode;
use crate::person::{Email, EmailRefusal, Person};
use crate::policy::Policy;
use crate::refusal::{FieldProblem, Problems};
use crate::text::Typed;
use crate::username::{Username, UsernameRefusal};

/// The application form as far as it is filled in (R1). What is left out counts as not typed, so
/// that a draft can be left at any point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationRequest {
    /// The practice's name.
    pub practice_name: Typed,
    /// Its ODS code.
    pub ods_code: Typed,
    /// How it stands in the toolkit.
    pub toolkit: Option<ToolkitLevel>,
    /// Who needs a personal account; the first is who applies.
    pub people: Vec<PersonRequest>,
    /// The shared mailbox.
    pub mailbox: MailboxRequest,
}

/// One person of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonRequest {
    /// First name.
    pub first_name: Typed,
    /// Last name.
    pub last_name: Typed,
    /// The address to which the username goes.
    pub personal_email: Typed,
    /// The number to which the temporary password goes.
    pub mobile: Typed,
    /// Whether this person has an NHSmail account already (R4).
    pub has_account: Option<HasAccount>,
    /// The address of that account, where it is remembered.
    pub account_address: Typed,
    /// Whether this person is to own the shared mailbox.
    pub owns_mailbox: bool,
}

/// The answer to "Does this person already have an NHSmail account?" (R4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HasAccount {
    /// Yes: no other can be applied for.
    Yes,
    /// No.
    No,
    /// Not sure: the account of an earlier workplace may still be there.
    Unsure,
}

/// The shared mailbox of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailboxRequest {
    /// The wanted name.
    pub name: Typed,
    /// Whether the practice has a shared mailbox sponsored by another organisation (R5).
    pub is_sponsored: Option<bool>,
    /// The address of that one.
    pub sponsored_address: Typed,
    /// The organisation that sponsors it.
    pub sponsor: Typed,
}

/// Why the form as a whole is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplicationFormRefusal {
    /// No toolkit level was chosen (R1).
    #[error("no toolkit level")]
    ToolkitMissing,
    /// Nobody is on the form (R1).
    #[error("nobody")]
    NoPeople,
    /// More people than one form takes (R1).
    #[error("more than {0} people")]
    TooManyPeople(u32),
    /// Whether this person has an account is not answered (R4).
    #[error("has account?")]
    HasAccountMissing,
    /// Who has an account must not apply for another (R4).
    #[error("has an account")]
    HasAccount,
    /// Who applies for a practice with a sponsored mailbox must have no account (R5).
    #[error("the applicant has an account")]
    ApplicantHasAccount,
    /// Another person of the form has the same mobile number (R3).
    #[error("repeated mobile")]
    MobileRepeated,
    /// Another person of the form has the same personal email (R4).
    #[error("repeated email")]
    EmailRepeated,
    /// An owner needs a mobile number that reaches them (R30).
    #[error("owner without mobile")]
    OwnerNeedsMobile,
    /// Nobody is to own the shared mailbox (R1).
    #[error("no owner")]
    NoOwner,
    /// Whether there is a sponsored mailbox is not answered (R5).
    #[error("sponsored?")]
    SponsoredMissing,
    /// The new mailbox is to have the address of the sponsored one, which does not change (R5).
    #[error("the sponsored mailbox's name")]
    NameOfSponsored,
}

impl ApplicationRequest {
    /// The longest text of a draft's field in characters: longer than any that is taken.
    pub const MAXIMUM_TEXT_LENGTH: usize = 1000;

    /// Whether it may be kept as a draft: not more people than the policy's, and no text beyond
    /// [`Self::MAXIMUM_TEXT_LENGTH`]. What the texts say is judged when it is submitted.
    #[must_use]
    pub fn is_keepable(&self, policy: &Policy) -> bool {
        let MailboxRequest { name, is_sponsored: _, sponsored_address, sponsor } = &self.mailbox;
        let people = self.people.iter().flat_map(|person| {
            [&person.first_name, &person.last_name, &person.personal_email, &person.mobile, &person.account_address]
        });
        self.people.len() <= policy.application_people as usize
            && people
                .chain([&self.practice_name, &self.ods_code, name, sponsored_address, sponsor])
                .all(|text| text.as_str().chars().count() <= Self::MAXIMUM_TEXT_LENGTH)
    }

    /// Judges every field of every person by itself, such as `people[1].mobile`. The toolkit level
    /// is not judged here: an application with too low a one is rejected as a whole (R2).
    ///
    /// # Errors
    /// A problem for each field at fault, in the order of the form.
    pub fn check(&self, policy: &Policy) -> Result<ApplicationForm, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let practice = problems.take("practice_name", OrganisationName::parse(&self.practice_name));
        let organisation = problems.take("ods_code", OdsCode::parse(&self.ods_code));
        let toolkit = problems.take("toolkit", self.toolkit.ok_or(ApplicationFormRefusal::ToolkitMissing));
        let mut people = self.check_people(&mut problems, policy).into_iter();
        let mailbox = self.mailbox.check(&mut problems);
        let form = practice.zip(organisation).zip(toolkit).zip(people.next()).zip(mailbox).map(
            |((((practice, organisation), toolkit), applicant), mailbox)| ApplicationForm {
                practice,
                organisation,
                toolkit,
                applicant,
                colleagues: people.collect(),
                mailbox,
            },
        );
        problems.finish(form)
    }

    /// The people without a fault of their own; a form with faults elsewhere is not taken anyway.
    fn check_people(&self, problems: &mut Problems, policy: &Policy) -> Vec<NewPerson> {
        let most = policy.application_people;
        if self.people.is_empty() {
            problems.note("people", &ApplicationFormRefusal::NoPeople);
        } else if self.people.len() > most as usize {
            problems.note("people", &ApplicationFormRefusal::TooManyPeople(most));
        } else if !self.people.iter().any(|person| person.owns_mailbox) {
            problems.note("people[0].owns_mailbox", &ApplicationFormRefusal::NoOwner);
        }
        let (mut people, mut mobiles, mut emails) = (Vec::new(), Vec::new(), Vec::new());
        // A list longer than allowed is refused by its count alone.
        for (at, request) in self.people.iter().take(most as usize).enumerate() {
            let place = format!("people[{at}]");
            let applies_for_sponsored = at == 0 && self.mailbox.is_sponsored == Some(true);
            let (mobile, email) = (Mobile::parse(&request.mobile), Email::parse(&request.personal_email));
            let person = request.check(applies_for_sponsored, mobile.clone(), email.clone());
            people.extend(problems.within(&place, person));
            // Compared whatever else is wrong with either person, so that both faults show at once.
            if let Ok(mobile) = mobile {
                if mobiles.contains(&mobile) {
                    problems.note(&format!("{place}.mobile"), &ApplicationFormRefusal::MobileRepeated);
                }
                mobiles.push(mobile);
            }
            if let Ok(email) = email {
                if emails.iter().any(|other| email.is_same_box(other)) {
                    problems.note(&format!("{place}.personal_email"), &ApplicationFormRefusal::EmailRepeated);
                }
                emails.push(email);
            }
        }
        people
    }
}

impl PersonRequest {
    /// Judges the person, whose number and address have been read already.
    fn check(
        &self,
        applies_for_sponsored: bool,
        mobile: Result<Mobile, MobileRefusal>,
        email: Result<Email, EmailRefusal>,
    ) -> Result<NewPerson, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let person = problems.take_all(Person::parse_names(&self.first_name, &self.last_name, email));
        let mobile = match mobile {
            Err(MobileRefusal::Missing) if self.owns_mailbox => {
                problems.note("mobile", &ApplicationFormRefusal::OwnerNeedsMobile);
                None
            }
            mobile => problems.take("mobile", mobile),
        };
        let earlier_account =
            problems.take_all(self.earlier_account(applies_for_sponsored).map_err(|fault| vec![fault]));
        problems.finish(person.zip(mobile).zip(earlier_account).map(|((person, mobile), earlier_account)| NewPerson {
            person,
            mobile,
            earlier_account,
            owns_mailbox: self.owns_mailbox,
        }))
    }

    fn earlier_account(&self, applies_for_sponsored: bool) -> Result<EarlierAccount, FieldProblem> {
        let at_answer = |refusal| Err(FieldProblem::new("has_account", &refusal));
        match self.has_account {
            None => at_answer(ApplicationFormRefusal::HasAccountMissing),
            Some(HasAccount::Yes) if applies_for_sponsored => at_answer(ApplicationFormRefusal::ApplicantHasAccount),
            Some(HasAccount::Yes) => at_answer(ApplicationFormRefusal::HasAccount),
            Some(HasAccount::No) => Ok(EarlierAccount::None),
            Some(HasAccount::Unsure) => match Username::parse(&self.account_address) {
                Ok(address) => Ok(EarlierAccount::Unsure { address: Some(address) }),
                // Who is not sure may not remember an address either.
                Err(UsernameRefusal::Missing) => Ok(EarlierAccount::Unsure { address: None }),
                Err(refusal) => Err(FieldProblem::new("account_address", &refusal)),
            },
        }
    }
}

impl MailboxRequest {
    fn check(&self, problems: &mut Problems) -> Option<MailboxWish> {
        let name = problems.take("mailbox.name", MailboxAddress::parse(&self.name));
        let sponsored = match self.is_sponsored {
            None => {
                problems.note("mailbox.is_sponsored", &ApplicationFormRefusal::SponsoredMissing);
                None
            }
            Some(false) => Some(None),
            Some(true) => {
                let mailbox =
                    problems.take("mailbox.sponsored_address", MailboxAddress::parse(&self.sponsored_address));
                if mailbox.is_some() && mailbox == name {
                    problems.note("mailbox.name", &ApplicationFormRefusal::NameOfSponsored);
                }
                let sponsor = problems.take("mailbox.sponsor", OrganisationName::parse(&self.sponsor));
                mailbox.zip(sponsor).map(|(mailbox, sponsor)| Some(Sponsored { mailbox, sponsor }))
            }
        };
        name.zip(sponsored).map(|(name, sponsored)| MailboxWish { name, sponsored })
    }
}
