//! Every type of refusal there is, with its variants, so that one test walks them all (R34).
//!
//! [`Refuse`] asks for [`Listed`], and only this table gives it: a new type of refusal that is not
//! entered here does not compile, nor do the tests with a new variant that is not.

#[cfg(test)]
use super::{Refuse, Rule};
#[cfg(test)]
use crate::account::Authority;
use crate::account::{AccountRefusal, FormRefusal, NewNumberRefusal, ProfileRefusal};
use crate::application::{
    AllocationRefusal, ApplicationFormRefusal, ApplicationRefusal, JoinRefusal, OrganisationNameRefusal, PersonRefusal,
};
#[cfg(test)]
use crate::application::{ApplicationId, Flag, Ground, Likeness, RefusedPerson, UsedBy};
use crate::code::{CodeFailure, CodeRefusal, TooManyCodes};
use crate::guessing::Locked;
use crate::help::{CaseRefusal, NamedMailboxRefusal};
use crate::mailbox::{MailboxAddressRefusal, MailboxRefusal};
use crate::mobile::MobileRefusal;
use crate::note::NoteRefusal;
use crate::organisation::OdsCodeRefusal;
#[cfg(test)]
use crate::password::Requirement;
use crate::password::{AttemptRefusal, CurrentPasswordRefusal, PasswordRefusal};
use crate::person::{EmailRefusal, NameRefusal};
use crate::recovery::RecoveryRefusal;
use crate::security_question::{AnswerRefusal, QuestionRefusal};
#[cfg(test)]
use crate::time::Instant;
use crate::username::UsernameRefusal;
use crate::vouching::{LocalCheckRefusal, VouchingRefusal};

/// Marks a type of refusal that the catalogue lists.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is missing from the catalogue of refusals",
    note = "enter it with all its variants in core/src/refusal/catalogue.rs"
)]
pub trait Listed {}

/// A sample of every variant. Does not compile where one is missing.
#[cfg(test)]
macro_rules! every {
    ($refusal:ident: $($variant:ident $(($($argument:expr),+))? $({$($field:ident: $value:expr),+})?),+) => {{
        let _is_whole = |refusal: &$refusal| match refusal {
            $($refusal::$variant { .. } => (),)+
        };
        vec![$($refusal::$variant $(($($argument),+))? $({$($field: $value),+})?),+]
    }};
}

/// `Type { a sample of each variant }`.
macro_rules! catalogue {
    ($($refusal:ident { $($samples:tt)+ })+) => {
        $(impl Listed for $refusal {})+

        /// Every refusal, each with the name of its type.
        #[cfg(test)]
        fn listed() -> Vec<Sample> {
            std::iter::empty()$(.chain(named(stringify!($refusal), every!($refusal: $($samples)+))))+.collect()
        }
    };
}

catalogue! {
    UsernameRefusal { Missing, OtherDomain, Characters, TooLong }
    AttemptRefusal { Missing, UnpairedSurrogate }
    PasswordRefusal { Missing, Unmet(Requirement::MinimumLength(8)), UnpairedSurrogate }
    QuestionRefusal { Unknown, Repeated, Count(3) }
    AnswerRefusal { Missing, TooShort(2), TooLong(256), Characters }
    MobileRefusal { Missing, Characters, NotUk, Length, PersonalNumber, Pager, NotMobile }
    FormRefusal { TermsNotAccepted }
    NameRefusal { Missing, Characters, TooLong }
    EmailRefusal { Missing, Format, TooLong, OwnDomain }
    OdsCodeRefusal { Missing, Format }
    NamedMailboxRefusal { Missing, Characters, TooLong }
    NoteRefusal { Missing, Characters, TooLong }
    CaseRefusal { NotHelpdesk, NotAssigned, OtherAgent, NotAnswered, Answered, Closed }
    AccountRefusal {
        SignInFailed, TemporaryPasswordExpired, ActivationRequired, AlreadyActivated, PasswordChangeRequired,
        CurrentPasswordWrong, PasswordReused(4), PasswordIsTemporary, TemporaryPasswordHeld(Instant::FIRST),
        RecoveryOfAnother, RecoveryOutdated, MobileTaken, NotPermitted(Authority::Helpdesk, Rule(24)), SuccessionNeeded(2), NotLeaving, Disabled,
        Deleted
    }
    MailboxRefusal {
        NotAllowed, NoAccess, NoAccount, StillOwner, NotOwner, OwnerNotActivated, OwnerLeaving, OwnerDisabled,
        OwnerUnreachable, OnlyOwner, NoOwnerStays
    }
    LocalCheckRefusal { Identity, Mobile }
    VouchingRefusal {
        NotAllowed, ForThemselves, NotOfTheirMailbox, OwnerClosed, AgentIsParty, NeverActivated, Disabled, MobileInUse, AlreadyOpen,
        NotConfirmed, OtherAgent, AlreadyIssued, NotIssued, Held(Instant::FIRST), Settled, Lapsed, Used, Withdrawn
    }
    OrganisationNameRefusal { Missing, Characters, TooLong }
    ApplicationFormRefusal {
        ToolkitMissing, NoPeople, TooManyPeople(20), HasAccountMissing, HasAccount, ApplicantHasAccount, MobileRepeated,
        EmailRepeated, OwnerNeedsMobile, NoOwner, SponsoredMissing, NameOfSponsored
    }
    PersonRefusal { MobileInUse { by: USED, tell: None }, Duplicate(GROUND), DuplicateApplicant(GROUND) }
    ApplicationRefusal {
        HelpdeskOnly, ClockOnly, OtherLink, Draft, Submitted, QuestionOpen, Final, DraftLapsed(30),
        DraftTooLarge { people: 20, characters: 1000 },
        People(vec![RefusedPerson { person: 0, refusal: PersonRefusal::Duplicate(GROUND) }]), PeopleMismatch,
        LikenessesUnseen(vec![Flag { person: 0, likeness: Likeness::Unsure }])
    }
    JoinRefusal {
        OwnerOnly, HelpdeskOnly, Final, Newcomer(vec![PersonRefusal::Duplicate(GROUND)]),
        LikenessesUnseen(vec![Likeness::Unsure])
    }
    AllocationRefusal { Letters, Exhausted, Taken }
    NewNumberRefusal { TooManyCodes(TooManyCodes(Instant::FIRST)), Code(CodeFailure::Wrong) }
    ProfileRefusal { Telephone, Missing, Characters, TooLong, TooManySpecialties }
    CodeRefusal { Missing, Format(6) }
    CodeFailure { Wrong, Spent }
    RecoveryRefusal {
        TooManyCodes(TooManyCodes(Instant::FIRST)), Code(CodeFailure::Wrong), AnswersWrong, AnswersSpent, PasskeyWrong,
        NotOffered, NotProved, Over
    }
}

/// Refusals that wrap another.
impl Listed for CurrentPasswordRefusal {}
impl Listed for MailboxAddressRefusal {}

/// Refusals of one kind.
impl Listed for TooManyCodes {}
impl Listed for Locked {}

#[cfg(test)]
const USED: UsedBy = UsedBy::Application(ApplicationId(uuid::Uuid::nil()));
#[cfg(test)]
const GROUND: Ground = Ground::PersonalEmail(USED);

#[cfg(test)]
type Sample = (&'static str, Box<dyn Refuse>);

#[cfg(test)]
fn named<R: Refuse + 'static>(name: &'static str, samples: Vec<R>) -> impl Iterator<Item = Sample> {
    samples.into_iter().map(move |sample| (name, Box::new(sample) as Box<dyn Refuse>))
}

/// Every refusal there is: a sample of each variant, of each that it wraps, and of numbers with words of
/// their own.
#[cfg(test)]
fn samples() -> Vec<Sample> {
    let requirements = every!(Requirement: MinimumLength(8), MaximumLength(256), Classes(3), WithoutUsername,
        WithoutNames, Uncommon, AllowedCharacters);
    let attempts = every!(AttemptRefusal: Missing, UnpairedSurrogate);
    let mut samples = listed();
    samples.extend(named("PasswordRefusal", requirements.into_iter().map(PasswordRefusal::Unmet).collect()));
    samples.extend(named("CurrentPasswordRefusal", attempts.into_iter().map(CurrentPasswordRefusal).collect()));
    samples.extend(named("PasswordRefusal", vec![PasswordRefusal::Unmet(Requirement::Classes(4))]));
    samples.extend(named("QuestionRefusal", vec![QuestionRefusal::Count(0)]));
    samples
        .extend(named("AccountRefusal", vec![AccountRefusal::PasswordReused(1), AccountRefusal::SuccessionNeeded(1)]));
    samples
        .extend(named("AccountRefusal", vec![AccountRefusal::NotPermitted(Authority::LocalAdministrator, Rule(24))]));
    let usernames = every!(UsernameRefusal: Missing, OtherDomain, Characters, TooLong);
    samples.extend(named("MailboxAddressRefusal", usernames.into_iter().map(MailboxAddressRefusal).collect()));
    samples.extend(named("NewNumberRefusal", vec![NewNumberRefusal::Code(CodeFailure::Spent)]));
    samples.extend(named("TooManyCodes", vec![TooManyCodes(Instant::FIRST)]));
    samples.extend(named("Locked", vec![Locked { until: Instant::FIRST }]));
    samples
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::refusal::{NextStep, for_helpdesk};

    /// Words of machines, and words that blame.
    const NOT_PLAIN: [&str; 12] = [
        "invalid",
        "illegal",
        "forbidden",
        "error",
        "failed",
        "denied",
        "abort",
        "please",
        "oops",
        "null",
        "must have",
        "you should have",
    ];

    /// Whether `text` has a rule's id in it, such as `R17`.
    fn names_a_rule(text: &str) -> bool {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| {
            word.strip_prefix('R').is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
        })
    }

    #[test]
    fn r34_every_refusal_speaks_plainly_and_names_no_rule_to_a_member() {
        for (name, refusal) in samples() {
            let sentence = refusal.sentence().english();
            let about = format!("{name}, {}: {sentence}", refusal.code());
            assert!(sentence.starts_with(|c: char| c.is_uppercase()), "{about}");
            assert!(sentence.split_whitespace().count() >= 3 && !sentence.ends_with('.'), "{about}");
            assert!(!names_a_rule(&sentence) && !sentence.contains('!'), "{about}");
            let words = sentence.to_lowercase();
            assert!(NOT_PLAIN.iter().all(|word| !words.contains(word)), "{about}");
        }
    }

    #[test]
    fn r34_the_helpdesk_reads_the_rule_the_reason_and_the_next_step() {
        for (name, refusal) in samples() {
            let rule = refusal.rule();
            assert!((1..=37).contains(&rule.0), "{name}: {rule}");
            let text = for_helpdesk(refusal.as_ref());
            assert!(text.starts_with(&format!("{rule} ")) && names_a_rule(&text), "{text}");
            assert!(text.contains(refusal.code()) && text.contains(&refusal.sentence().english()), "{text}");
            let next = crate::wording::next_step(refusal.next_step());
            assert!(next.len() > 3 && text.ends_with(&next), "{text}");
        }
    }

    #[test]
    fn r34_a_code_means_one_thing() {
        let mut meanings: HashMap<&str, (&str, String)> = HashMap::new();
        for (name, refusal) in samples() {
            let (code, sentence) = (refusal.code(), refusal.sentence().english());
            assert!(!code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
            let (first, meaning) = meanings.entry(code).or_insert_with(|| (name, sentence.clone()));
            // The same fault of two fields may share a code, then with the same words; in one type
            // the numbers may make other words.
            let is_numbered = *first == name && !refusal.numbers().is_empty();
            assert!(*meaning == sentence || is_numbered, "{code}: {first} and {name}");
        }
    }

    #[test]
    fn r34_the_sentence_says_the_next_step_that_goes_with_it() {
        for (name, refusal) in samples() {
            let said: &[&str] = match refusal.next_step() {
                NextStep::Correct => continue,
                NextStep::SignIn => &["sign in"],
                NextStep::Activate => &["activate"],
                NextStep::ChangePassword => &["change"],
                NextStep::Recover => &["reset"],
                NextStep::Apply => &["apply", "start a new"],
                NextStep::AskOwner => &["owner"],
                NextStep::AskLocalAdministrator => &["local administrator"],
                NextStep::AskHelpdesk => &["ask the dentist administration team", "dentistadmin@nhs.net", "helpdesk"],
                NextStep::WaitUntil { .. } => &["try again", "wait"],
                NextStep::LookAgain => &["look at", "open", "first", "again", "anew"],
            };
            let sentence = refusal.sentence().english().to_lowercase();
            assert!(said.iter().any(|said| sentence.contains(said)), "{name}, {}: {said:?}", refusal.code());
        }
    }
}
