//! Texts of every parser, by property: what is read reads what it prints, and canonically equivalent
//! spellings are judged alike.

use icu_normalizer::DecomposingNormalizer;
use proptest::prelude::*;

use crate::account::{Label, WorkTelephone};
use crate::code::OneTimeCode;
use crate::help::NamedMailbox;
use crate::mailbox::MailboxAddress;
use crate::mobile::Mobile;
use crate::note::Note;
use crate::organisation::OdsCode;
use crate::password::{Attempt, Password, PasswordContext, checklist};
use crate::person::{Email, Name};
use crate::policy::Policy;
use crate::security_question::Answer;
use crate::text::{Typed, nfc};
use crate::time::{Date, Instant};
use crate::username::Username;

fn nfd(text: &str) -> String {
    const { DecomposingNormalizer::new_nfd() }.normalize(text).into_owned()
}

/// Letters with marks in every order, spaces of every kind, and what else is typed into a form.
fn typed_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zA-Z]{1,4}",
        2 => "[0-9]{1,4}",
        4 => "[éÉäßİıŉǅẍậΐﬁⅣＡ０]",
        4 => "[\u{300}-\u{345}\u{59a}\u{5b4}\u{3099}]{1,4}",
        2 => "[\u{1100}-\u{1112}][\u{1161}-\u{1175}][\u{11a8}-\u{11c2}]?",
        2 => "[ \u{a0}\u{2000}-\u{200b}\u{feff}\t\n-]",
        2 => "[.'@_!?+()]",
        1 => "\\PC",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn policies() -> impl Strategy<Value = Policy> {
    prop_oneof![Just(Policy::seed_2018()), Just(Policy::nhsmail_2019()), Just(Policy::modern())]
}

fn reads_what_it_prints<T, R>(text: &str, parse: impl Fn(&Typed) -> Result<T, R>, print: impl Fn(&T) -> String)
where
    T: PartialEq + std::fmt::Debug,
    R: PartialEq + std::fmt::Debug,
{
    if let Ok(value) = parse(&text.into()) {
        assert_eq!(parse(&print(&value).into()).as_ref(), Ok(&value), "{text:?}");
    }
}

fn alike<V: PartialEq + std::fmt::Debug>(text: &str, judge: impl Fn(&Typed) -> V) {
    assert_eq!(judge(&nfc(text).into()), judge(&nfd(text).into()), "{text:?}");
}

proptest! {
    #[test]
    fn r8_a_username_reads_what_it_prints_with_and_without_its_domain(text in "[ ]?[a-zA-Z0-9._'-]{1,70}( ?@ ?(nhs|NHS)\\.net)?") {
        reads_what_it_prints(&text, Username::parse, |username| username.as_str().to_owned());
        reads_what_it_prints(&text, Username::parse, Username::address);
        reads_what_it_prints(&text, MailboxAddress::parse, MailboxAddress::address);
    }

    #[test]
    fn r3_a_mobile_reads_what_it_prints_in_either_form(
        text in "(\\+44|0044|44|0|\\+33|)[ -]?(\\(0\\))?[ ]?[67][0-9]{3}[ .-]?[0-9]{5,7}"
    ) {
        reads_what_it_prints(&text, Mobile::parse, |mobile| mobile.e164().to_owned());
        reads_what_it_prints(&text, Mobile::parse, Mobile::national);
    }

    #[test]
    fn r1_an_email_and_a_code_of_an_organisation_read_what_they_print(
        email in " ?[a-zA-Z0-9.+_'-]{1,20}@[a-zA-Z0-9-]{1,10}\\.[a-zA-Z.]{1,10} ?", code in "[ vV0-9a-zＶ１２]{0,14}"
    ) {
        reads_what_it_prints(&email, Email::parse, |email| email.as_str().to_owned());
        reads_what_it_prints(&code, OdsCode::parse, |code| code.as_str().to_owned());
    }

    #[test]
    fn r19_a_work_telephone_and_a_code_read_what_they_print(
        telephone in "\\+?[0-9 ().-]{5,20}( ?(x|ext|EXT)[.: ]{0,2}[0-9]{1,7})?", code in "[0-9０-９ -]{4,12}"
    ) {
        reads_what_it_prints(&telephone, WorkTelephone::parse, |telephone| telephone.as_str().to_owned());
        let policy = Policy::seed_2018();
        reads_what_it_prints(&code, |typed| OneTimeCode::parse(typed, &policy), |code| code.as_str().to_owned());
    }

    #[test]
    fn r1_names_and_other_words_read_what_they_print(text in typed_text()) {
        reads_what_it_prints(&text, Name::parse, |name| name.as_str().to_owned());
        reads_what_it_prints(&text, Label::parse, |label| label.as_str().to_owned());
        reads_what_it_prints(&text, NamedMailbox::parse, |mailbox| mailbox.as_str().to_owned());
        reads_what_it_prints(&text, Note::parse, |note| note.as_str().to_owned());
    }

    #[test]
    fn r21_an_answer_is_the_same_after_any_number_of_readings(text in typed_text()) {
        let policy = Policy::seed_2018();
        reads_what_it_prints(&text, |typed| Answer::parse(typed, &policy), |answer| answer.as_str().to_owned());
    }

    #[test]
    fn r9_a_password_reads_what_it_prints(text in typed_text(), policy in policies()) {
        let parse = |typed: &Typed| Password::parse(typed, &PasswordContext::default(), &policy);
        reads_what_it_prints(&text, parse, |password| password.as_str().to_owned());
    }

    #[test]
    fn r9_spellings_of_one_password_are_alike(
        (text, name) in (typed_text(), typed_text()), policy in policies()
    ) {
        // A name within the password, spelt the other way.
        let context = PasswordContext { username: nfd(&name), first_name: nfc(&name), last_name: nfd(&name) };
        for text in [format!("{text}{name}x1A!"), text] {
            alike(&text, |typed| checklist(typed, &context, &policy));
            alike(&text, |typed| Password::parse(typed, &context, &policy));
            alike(&text, |typed| Attempt::parse(typed).map(|attempt| attempt.normalised()));
        }
    }

    #[test]
    fn r1_r8_r21_spellings_of_one_name_are_alike(text in typed_text()) {
        alike(&text, Name::parse);
        alike(&text, Username::parse);
        alike(&text, MailboxAddress::parse);
        alike(&text, Email::parse);
        alike(&text, OdsCode::parse);
        alike(&text, Label::parse);
        alike(&text, NamedMailbox::parse);
        alike(&text, Note::parse);
        alike(&text, Mobile::parse);
        alike(&text, |typed| Answer::parse(typed, &Policy::seed_2018()));
    }

    #[test]
    fn r35_instants_and_dates_read_what_they_print(micros: i64, text in "[0-9]{4}-[0-1][0-9]-[0-3][0-9]") {
        let instant = Instant::from_micros(micros);
        prop_assert_eq!(instant.to_string().parse(), Ok(instant));
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
