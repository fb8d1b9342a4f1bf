//! What refusals say in numbers and codes, and what else is said in words of its own.

use super::*;
use crate::account::{AccountRefusal, FormRefusal, Remedy};
use crate::application::{ApplicationFormRefusal, ApplicationRefusal};
use crate::code::{CodeRefusal, TooManyCodes};
use crate::guessing::Locked;
use crate::help::{Channel, Contacts, Helper, Page, Way, When};
use crate::locale::say;
use crate::password::{PasswordRefusal, Requirement};
use crate::refusal::{NextStep, Refuse, Rule};
use crate::security_question::{AnswerRefusal, QuestionRefusal};
use crate::time::Instant;
use crate::vouching::VouchingRefusal;

/// A refusal and the numbers that go with it.
type Numbered<'a> = (&'a dyn Refuse, &'a [(&'a str, u32)]);

#[test]
fn r34_the_numbers_of_a_sentence_go_with_it_by_name() {
    let unmet = PasswordRefusal::Unmet;
    let refusals: [Numbered; 22] = [
        (&AccountRefusal::PasswordReused(4), &[("last", 4)]),
        (&AccountRefusal::SuccessionNeeded(2), &[("mailboxes", 2)]),
        (&AccountRefusal::SignInFailed, &[]),
        (&unmet(Requirement::MinimumLength(8)), &[("minimum", 8)]),
        (&unmet(Requirement::Classes(3)), &[("minimum", 3)]),
        (&unmet(Requirement::MaximumLength(256)), &[("maximum", 256)]),
        (&unmet(Requirement::Uncommon), &[]),
        (&QuestionRefusal::Count(3), &[("count", 3)]),
        (&QuestionRefusal::Unknown, &[]),
        (&AnswerRefusal::TooShort(2), &[("minimum", 2)]),
        (&AnswerRefusal::TooLong(256), &[("maximum", 256)]),
        (&AnswerRefusal::Missing, &[]),
        (&CodeRefusal::Format(6), &[("digits", 6)]),
        (&CodeRefusal::Missing, &[]),
        (&FormRefusal::TermsNotAccepted, &[]),
        (&TooManyCodes(Instant::FIRST), &[]),
        (&Locked { until: Instant::FIRST }, &[]),
        (&ApplicationFormRefusal::TooManyPeople(20), &[("maximum", 20)]),
        (&ApplicationFormRefusal::NoPeople, &[]),
        (&ApplicationRefusal::DraftLapsed(30), &[("days", 30)]),
        (&ApplicationRefusal::DraftTooLarge { people: 20, characters: 1000 }, &[("people", 20), ("characters", 1000)]),
        (&ApplicationRefusal::Final, &[]),
    ];
    for (refusal, numbers) in refusals {
        assert_eq!(refusal.numbers(), numbers, "{}", refusal.code());
        for (_, number) in numbers {
            assert!(refusal.sentence().english().contains(&number.to_string()), "{}", refusal.sentence().english());
        }
    }
}

#[test]
fn r34_the_codes_on_which_others_build_stay_as_they_are() {
    let refusals: [(&dyn Refuse, &str); 5] = [
        (&FormRefusal::TermsNotAccepted, "terms-not-accepted"),
        (&CodeRefusal::Missing, "code-missing"),
        (&CodeRefusal::Format(6), "code-format"),
        (&TooManyCodes(Instant::FIRST), "too-many-codes"),
        (&Locked { until: Instant::FIRST }, "locked"),
    ];
    for (refusal, code) in refusals {
        assert_eq!(refusal.code(), code);
    }
}

#[test]
fn r34_a_refused_vouching_names_the_rule_that_stands_against_it() {
    for (refusal, rule) in [
        (VouchingRefusal::MobileInUse, 3),
        (VouchingRefusal::NeverActivated, 10),
        (VouchingRefusal::Disabled, 28),
        (VouchingRefusal::ForThemselves, 22),
    ] {
        assert_eq!(refusal.rule(), Rule(rule));
    }
}

#[test]
fn r34_a_refused_application_names_the_rule_that_stands_against_it() {
    for (refusal, rule) in
        [(ApplicationRefusal::HelpdeskOnly, 7), (ApplicationRefusal::PeopleMismatch, 6), (ApplicationRefusal::Final, 1)]
    {
        assert_eq!(refusal.rule(), Rule(rule));
    }
}

#[test]
fn r34_one_day_is_not_said_in_the_plural() {
    assert_eq!([0, 1, 14].map(|days| say::days(days).english()), ["0 days", "1 day", "14 days"]);
}

#[test]
fn r20_each_remedy_is_said_in_its_own_words() {
    for (remedy, word) in [
        (Remedy::Activate, "Activate"),
        (Remedy::ChangePassword, "Change your password"),
        (Remedy::SignIn, "Sign in"),
        (Remedy::Join, "join another practice"),
        (Remedy::Enable, "open your account"),
    ] {
        assert!(deadline_advice(remedy).english().contains(word), "{:?}", deadline_advice(remedy));
    }
}

#[test]
fn r9_each_requirement_has_a_label_with_its_number() {
    for (requirement, words) in [
        (Requirement::MinimumLength(8), "8 characters or more"),
        (Requirement::MaximumLength(256), "256 characters or fewer"),
        (Requirement::Classes(3), "at least 3 of these"),
        (Requirement::Classes(4), "and a symbol"),
        (Requirement::WithoutUsername, "username"),
        (Requirement::WithoutNames, "first or last name"),
        (Requirement::Uncommon, "many people use"),
        (Requirement::AllowedCharacters, "control characters"),
    ] {
        assert!(requirement.label().english().contains(words), "{:?}", requirement.label());
    }
}

#[test]
fn r34_each_next_step_is_said_in_its_own_words() {
    for (step, words) in [
        (NextStep::Correct, "put it right"),
        (NextStep::SignIn, "sign in"),
        (NextStep::Activate, "activate"),
        (NextStep::ChangePassword, "change the password"),
        (NextStep::Recover, "recover"),
        (NextStep::Apply, "apply"),
        (NextStep::AskOwner, "owner"),
        (NextStep::AskLocalAdministrator, "local administrator"),
        (NextStep::AskHelpdesk, "helpdesk"),
        (NextStep::WaitUntil { at: Instant::LAST }, "try again from"),
        (NextStep::LookAgain, "look at it again"),
    ] {
        assert!(next_step(step).contains(words), "{}", next_step(step));
    }
}

#[test]
fn r32_whom_to_tell_and_where_is_said_of_every_helper() {
    let said = |tell: Helper, channels: Vec<Channel>| {
        way(&Way { acts: tell.clone(), tell, channels, from: When::Now, due: None }, &Contacts::default())
    };
    let administrator = || Helper::LocalAdministrator { organisation: "V12345".to_owned().try_into().unwrap() };
    let page = Channel::Page(Page::Leaving);
    for (tell, channels, words) in [
        (Helper::SelfService, vec![page], "You can do this yourself"),
        (Helper::MailboxOwner, vec![page], "The owner of your practice's shared mailbox can do this"),
        (administrator(), vec![page], "Tell the local administrator of V12345, on this site or in person."),
        (administrator(), vec![], "Tell the local administrator of V12345. "),
        (
            Helper::NationalHelpdesk,
            vec![page, Channel::Email, Channel::Telephone],
            "Send a request on this site, email dentistadmin@nhs.net or call the national helpdesk on 0333 200 1133.",
        ),
        (Helper::NationalHelpdesk, vec![Channel::Email], "Email dentistadmin@nhs.net."),
    ] {
        let text = said(tell, channels);
        assert!(text.starts_with(words), "{text}");
    }
}
