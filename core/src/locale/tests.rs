use super::*;

#[test]
fn a_number_takes_the_form_that_the_language_has_for_it() {
    let said = |language| [0, 1, 2, 3, 21, 101, 1_001].map(|days| say::days(days).in_language(language));
    assert_eq!(said(Language::En), ["0 days", "1 day", "2 days", "3 days", "21 days", "101 days", "1001 days"]);
    let welsh = ["0 diwrnod", "1 diwrnod", "2 ddiwrnod", "3 diwrnod", "21 diwrnod", "101 diwrnod", "1001 diwrnod"];
    assert_eq!(said(Language::Cy), welsh);
}

#[test]
fn what_is_put_in_speaks_the_same_language() {
    let date = say::date("21", say::february(), say::sunday(), "2027");
    assert_eq!(date.english(), "Sunday 21 February 2027");
    assert_eq!(date.in_language(Language::Cy), "Dydd Sul 21 Chwefror 2027");
}

#[test]
fn arguments_can_be_told_from_the_message_around_them() {
    let parts = say::morning("9:05").parts(Language::En);
    assert_eq!(parts, [Part::Argument("9:05".to_owned()), Part::Literal("am".to_owned())]);
}

#[test]
fn a_language_goes_by_the_first_part_of_its_tag() {
    let of = Language::of_tag;
    assert_eq!([of("cy"), of("CY-gb"), of("en-GB")], [Some(Language::Cy), Some(Language::Cy), Some(Language::En)]);
    assert_eq!([of("c"), of(""), of("cym"), of("de")], [None; 4]);
}

#[test]
fn every_language_says_every_message_and_calls_itself_by_its_name() {
    for language in Language::ALL {
        assert_eq!(pack_of(language).is_none(), language == Language::En);
        assert!(pack_of(language).is_none_or(|pack| pack.split_terminator('\u{6}').all(|message| !message.is_empty())));
    }
    assert_eq!(Language::ALL.map(|language| say::language_name().in_language(language)), ["English", "Cymraeg"]);
}
