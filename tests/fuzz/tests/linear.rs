//! Bad input costs no more than its length: memory is counted, time compared between two lengths.
#![expect(clippy::panic, clippy::cast_precision_loss, reason = "a test, and lengths are small")]

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use enamel_core::account::{ActivationRequest, ChangePasswordRequest, Label, ProfileRequest, WorkTelephone};
use enamel_core::code::OneTimeCode;
use enamel_core::help::{EnquiryRequest, Holidays, NamedMailbox};
use enamel_core::mailbox::MailboxAddress;
use enamel_core::mobile::Mobile;
use enamel_core::note::Note;
use enamel_core::organisation::OdsCode;
use enamel_core::password::{Attempt, Password, PasswordContext, checklist};
use enamel_core::person::{Email, Name};
use enamel_core::policy::Policy;
use enamel_core::security_question::{Answer, QuestionId};
use enamel_core::session::SignInRequest;
use enamel_core::text::Typed;
use enamel_core::time::{Date, Instant};
use enamel_core::username::Username;
use enamel_core::vouching::VouchRequest;

/// Bytes of the inputs.
const SIZES: [usize; 2] = [10_000, 100_000];

/// Bytes of one more: far longer than any request that the server reads.
const LONGEST: usize = 1_000_000;

/// Bytes allocated for each byte of input, over the whole time of judging it. Forms keep some texts
/// of three bytes each in 32, and U+FDFA becomes eleven times as long in NFKC, thrice.
const BYTES_A_BYTE: u64 = 160;

/// Bytes allocated whatever the input: messages, the lists of a policy.
const BYTES_IN_ANY_CASE: u64 = 20_000;

/// How much slower than in proportion the longer input may be: caches are small, machines busy.
const SLACK: f64 = 3.0;

type Judge = fn(&str);

/// What is hard on one parser or another, to be repeated.
const UNITS: [&str; 22] = [
    "a",
    "A1b!",
    "a b ",
    "a.",
    "a@",
    "ext",
    "x",
    "0",
    "+44",
    " ",
    "-",
    "\u{200b}",
    "\r\n",
    "\u{301}",
    // Out of order, of few classes and of many.
    "\u{301}\u{323}",
    "\u{345}\u{301}\u{59a}\u{323}\u{5b4}\u{3099}\u{334}",
    "e\u{301}",
    "\u{1100}\u{1161}\u{11a8}",
    // What grows most in NFKC, in NFC, and by folding.
    "\u{fdfa}",
    "\u{1d160}",
    "\u{390}",
    "janejanejane.smit",
];

/// Of these, the one in which sorting would show most.
const WORST: &str = "\u{345}\u{301}\u{59a}\u{323}\u{5b4}\u{3099}\u{334}";

fn of_size(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

fn context() -> PasswordContext {
    PasswordContext {
        username: "janejanejane.smith".to_owned(),
        first_name: "aaaaaaaaaaaaaaaa".to_owned(),
        last_name: "\u{301}\u{301}\u{301}a".to_owned(),
    }
}

/// The memory of each input, and the time of the longer against that of the shorter.
fn check(name: &str, judge: Judge, inputs: &[String; 2]) {
    for input in inputs {
        let used = allocation_counter::measure(|| judge(input)).bytes_total;
        let most = BYTES_A_BYTE * input.len() as u64 + BYTES_IN_ANY_CASE;
        assert!(used <= most, "{name} of {} bytes allocated {used}: {}", input.len(), head(input));
    }
    let [shorter, longer] = inputs;
    let ratio = longer.len() as f64 / shorter.len() as f64;
    let mut seen = Vec::new();
    for _ in 0..8 {
        let (short, long) = (time(judge, shorter, 2), time(judge, longer, 1));
        // What is over in no time is not measured.
        let most = short.max(Duration::from_micros(200)).mul_f64(ratio * SLACK);
        if long <= most {
            return;
        }
        seen.push((short, long));
    }
    panic!("{name} is slower than linear: {seen:?} for {}", head(longer));
}

/// The beginning of an input, to be recognised by.
fn head(input: &str) -> String {
    input.chars().take(30).flat_map(char::escape_default).collect()
}

/// Time of the processor alone: others use the machine too.
fn time(judge: Judge, input: &str, times: u32) -> Duration {
    (0..times)
        .map(|_| {
            let begun = ThreadTime::now();
            judge(black_box(input));
            begun.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn texts(name: &str, judge: Judge) {
    for unit in UNITS {
        // Behind a letter, marks belong to one tower.
        check(name, judge, &SIZES.map(|size| format!("a{}", of_size(unit, size))));
    }
    check(name, judge, &[SIZES[1], LONGEST].map(|size| format!("a{}", of_size(WORST, size))));
}

macro_rules! texts {
    ($($test:ident: $judge:expr;)*) => {
        $(#[test]
        fn $test() {
            texts(stringify!($test), $judge);
        })*
    };
}

texts! {
    a_username_costs_its_length: |text| _ = black_box(Username::parse(&text.into()));
    a_mailbox_address_costs_its_length: |text| _ = black_box(MailboxAddress::parse(&text.into()));
    a_mobile_costs_its_length: |text| _ = black_box(Mobile::parse(&text.into()));
    an_email_costs_its_length: |text| _ = black_box(Email::parse(&text.into()));
    a_name_costs_its_length: |text| _ = black_box(Name::parse(&text.into()));
    an_ods_code_costs_its_length: |text| _ = black_box(OdsCode::parse(&text.into()));
    a_label_costs_its_length: |text| _ = black_box(Label::parse(&text.into()));
    a_work_telephone_costs_its_length: |text| _ = black_box(WorkTelephone::parse(&text.into()));
    a_named_mailbox_costs_its_length: |text| _ = black_box(NamedMailbox::parse(&text.into()));
    a_note_costs_its_length: |text| _ = black_box(Note::parse(&text.into()));
    a_code_costs_its_length: |text| _ = black_box(OneTimeCode::parse(&text.into(), &Policy::seed_2018()));
    an_answer_costs_its_length: |text| _ = black_box(Answer::parse(&text.into(), &Policy::seed_2018()));
    a_question_costs_its_length: |text| _ = black_box(QuestionId::parse(text));
    a_moment_costs_its_length: |text| _ = black_box((text.parse::<Instant>(), text.parse::<Date>()));
    an_attempt_costs_its_length: |text| _ = black_box(Attempt::parse(&text.into()).map(|attempt| attempt.normalised()));
    a_checklist_costs_the_passwords_length: |text| {
        _ = black_box(checklist(&text.into(), &context(), &Policy::nhsmail_2019()));
    };
    a_password_costs_its_length: |text| {
        _ = black_box(Password::parse(&text.into(), &context(), &Policy::nhsmail_2019()));
    };
    a_typed_text_costs_its_length: |text| {
        let units: Vec<u16> = text.encode_utf16().collect();
        _ = black_box(Typed::from_utf16(&units));
    };
}

/// A request in which one piece is repeated until it is as long as asked.
fn requests(name: &str, judge: Judge, shapes: &[(&str, &str, &str)]) {
    for (head, unit, tail) in shapes {
        check(name, judge, &SIZES.map(|size| format!("{head}{}{tail}", of_size(unit, size))));
    }
}

/// What no form is.
const BROKEN: [(&str, &str, &str); 8] = [
    ("", "[", ""),
    ("", "{\"a\":", ""),
    ("{", "\"a\":1,", "\"a\":1}"),
    ("{\"", "a", "\":1}"),
    ("\"", "\\ud800", "\""),
    ("[", "0,", "0]"),
    ("", " ", "{}"),
    ("", "9", ""),
];

#[test]
fn a_text_in_json_costs_its_length() {
    let judge: Judge = |json| _ = black_box(serde_json::from_slice::<Typed>(json.as_bytes()));
    requests("typed", judge, &BROKEN);
    requests("typed", judge, &[("\"", "\\u0301", "\""), ("\"", "\\ud83d\\ude00", "\""), ("\"", "a", "\"")]);
}

#[test]
fn a_sign_in_costs_its_length() {
    let judge: Judge = |json| {
        _ = black_box(serde_json::from_slice::<SignInRequest>(json.as_bytes()).map(|request| request.check()));
    };
    requests("sign-in", judge, &BROKEN);
    requests("sign-in", judge, &[("{\"username\":\"", "\\u0301", "\",\"password\":\"a\"}")]);
}

#[test]
fn an_activation_costs_its_length() {
    let judge: Judge = |json| {
        let request = serde_json::from_slice::<ActivationRequest>(json.as_bytes());
        _ = black_box(request.map(|request| request.check(&context(), &Policy::seed_2018())));
    };
    requests("activation", judge, &BROKEN);
    let head = "{\"accept_terms\":false,\"mobile_visible\":true,\"new_password\":\"a\",\"security_answers\":[";
    let one = "{\"question\":\"\",\"answer\":\"\"},";
    requests("activation", judge, &[(head, one, "{\"question\":\"first-pet\",\"answer\":\"\"}]}")]);
    let long = "{\"accept_terms\":false,\"mobile_visible\":true,\"security_answers\":[],\"new_password\":\"";
    requests("activation", judge, &[(long, "\u{323}\u{301}", "\"}"), (long, "Aa1", "\"}")]);
}

#[test]
fn a_change_of_password_costs_its_length() {
    let judge: Judge = |json| {
        let request = serde_json::from_slice::<ChangePasswordRequest>(json.as_bytes());
        _ = black_box(request.map(|request| request.check(&context(), &Policy::nhsmail_2019())));
    };
    requests("change", judge, &[("{\"current_password\":\"a\",\"new_password\":\"", "janejane", "\"}")]);
}

#[test]
fn a_profile_costs_its_length() {
    let judge: Judge = |json| {
        _ = black_box(serde_json::from_slice::<ProfileRequest>(json.as_bytes()).map(|request| request.check()));
    };
    requests("profile", judge, &BROKEN);
    let head = "{\"work_telephone\":\"\",\"job_role\":\"\",\"specialties\":[";
    requests("profile", judge, &[(head, "\"\",", "\"\"]}"), (head, "\"\\ud800\",", "\"\"]}")]);
}

#[test]
fn an_enquiry_and_a_vouching_cost_their_length() {
    let judge: Judge = |json| {
        _ = black_box(serde_json::from_slice::<EnquiryRequest>(json.as_bytes()).map(|request| request.check()));
        _ = black_box(serde_json::from_slice::<VouchRequest>(json.as_bytes()).map(|request| request.check()));
    };
    requests("enquiry", judge, &BROKEN);
    let head = "{\"kind\":\"mailbox-details-missing\",\"first_name\":\"a\",\"last_name\":\"a\",\"ods_code\":\"";
    requests("enquiry", judge, &[(head, "\u{fdfa}", "\"}"), (head, "\u{301}\u{323}", "\"}")]);
    let head = "{\"username\":\"a\",\"checks\":{\"identity_in_person\":true,\"mobile_is_theirs\":true},\"mobile\":\"";
    requests("vouching", judge, &[(head, "(0)", "\"}"), (head, "\u{2011}", "\"}")]);
}

#[test]
fn what_an_operator_configures_costs_its_length() {
    let judge: Judge = |json| {
        _ = black_box(serde_json::from_slice::<Holidays>(json.as_bytes()));
        _ = black_box(serde_json::from_slice::<Policy>(json.as_bytes()).map(|policy| policy.validate()));
    };
    requests("holidays", judge, &BROKEN);
    let head = "{\"england-and-wales\":{\"events\":[";
    requests(
        "holidays",
        judge,
        &[(head, "{\"date\":\"2027-01-01\"},{\"date\":\"2026-01-01\"},", "{\"date\":\"2027-01-01\"}]}}")],
    );
}
