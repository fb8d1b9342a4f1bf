//! Names, addresses, codes and notes: sound ones, their edges, and what is none.

use super::Generator;
use super::password::PEOPLE;
use super::text::Units;
use crate::json::Json;

const NAMES: &[&str] = &[
    "Jane",
    "O’Neill",
    "Mary Ann",
    "Nuñez–García",
    "Weiß",
    "Łukasz",
    "Đặng",
    "J.-P.",
    "\u{2bb}Aukai",
    "Ｊａｎｅ",
    "ǆ",
    "अमीरा",
    "王",
    "Jаne",
    "5mith",
    "Smith 2nd",
    "-",
    ".",
    "’",
    "Æ",
    "ﬃ",
    "Jane\u{202e}",
    "Jane/Sam",
];

const LOCALS: &[&str] = &[
    "jane",
    "Jane.O'Neill+nhs",
    "j",
    ".jane",
    "jane.",
    "ja..ne",
    "ja ne",
    "\"jane\"",
    "jané",
    "",
    "jane@home",
    "ＪＡＮＥ",
    "a!#$%&'*/=?^_`{|}~-b",
    "jane,",
    "jane\u{ad}",
    "\u{212a}ate",
];

const HOSTS: &[&str] = &[
    "example.org",
    "Example.CO.UK",
    "a-b.org",
    "example",
    "-a.com",
    "a-.com",
    "a..com",
    ".com",
    "com.",
    "10.0.0.1",
    "[10.0.0.1]",
    "nhs.net",
    "NHS.NET",
    "mail.nhs.net",
    "xnhs.net",
    "exämple.org",
    "xn--exmple-cua.org",
    "example.o\u{17f}g",
    "example。org",
    "",
    "a_b.org",
];

const ODS_CODES: &[&str] = &[
    "V12345",
    "v12345",
    " v 123 45 ",
    "Ｖ12345",
    "V12345\u{200b}",
    "RX1",
    "V1",
    "ABCDEFGHIJKL",
    "ABCDEFGHIJKLM",
    "V-12345",
    "V1234é",
    "V١٢٣",
    "ⅴ12345",
    "",
    "\u{a0}",
    "ß12",
    "ﬀ12",
    "①23",
];

const MAILBOXES: &[&str] = &[
    "bridge-street.dental.v12345",
    "Dental.High-St_1",
    "molar.street",
    "a",
    ".dental",
    "dental.",
    "dental..a",
    "dental-.a",
    "o'dental",
    "tŷ.gwyn",
    "molar street",
    "molar_street",
    "－",
    "",
    " ",
];

const DOMAINS: &[&str] = &["", "", "", "@nhs.net", "@NHS.net", " @ nhs.net", "@gmail.com", "@", "@nhs.net@nhs.net"];

const NOTES: &[&str] = &[
    "Called Jane.\r\nNo answer.",
    "a\rb\n\nc\t",
    "Which site?",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "שלום \u{2067}abc\u{2069}",
    "\u{200b}\n ",
    "a\u{7}b",
    "a\u{fffe}",
    "\u{e000}",
    "a\u{85}b\u{2028}c",
    "e\u{301}\r",
];

const ORGANISATIONS: &[&str] = &[
    "High Street Dental",
    "Smith & Jones\u{a0}Dental  Care (2)",
    "Deintyddfa Tŷ Gwyn",
    "24/7 Dental™",
    "Cafe\u{301} Dental\u{200b}",
    "A\0",
    "A\u{202e}",
    "🦷 Dental",
    "",
    "\u{3000}",
    "molar.street@nhs.net",
];

pub(super) const TELEPHONES: &[&str] = &[
    "0113 496 0000",
    "+44 (0)113 496-0000",
    "0113 496 0000 ext. 12",
    "01134960000 x7",
    "01134960000 EXT: 123456",
    "0113 496 0000 ext 1234567",
    "0113 496 0000 ext",
    "12",
    "call me",
    "0113 496 0000 or 0114",
    "+",
    "++441134960000",
    "1234567",
    "123456",
    "123456789012345",
    "1234567890123456",
    "０１１３ 496 0000",
    "٠١١٣٤٩٦٠٠٠٠",
    "0113.496.0000.............................",
    "xext1",
    "",
    "\u{a0}",
];

pub(super) const ROLES: &[&str] = &[
    "Associate dentist",
    "  Associate   dentist ",
    "Endodontics",
    "",
    " ",
    "a\u{7}",
    "a\u{200d}b",
    "Zahnärztin",
    "歯科医",
    "a\u{378}",
    "\u{200b}",
];

pub(super) fn name(generator: &mut Generator) -> Json {
    text(generator.human_name())
}

pub(super) fn email(generator: &mut Generator) -> Json {
    let mut fields = vec![("text", generator.email().into())];
    if generator.random.once_in(2) {
        fields.push(("other", generator.email().into()));
    }
    Json::Object(fields)
}

pub(super) fn ods_code(generator: &mut Generator) -> Json {
    text(generator.ods_code())
}

pub(super) fn organisation_name(generator: &mut Generator) -> Json {
    text(generator.organisation_name())
}

pub(super) fn mailbox_address(generator: &mut Generator) -> Json {
    text(generator.mailbox_address())
}

pub(super) fn named_mailbox(generator: &mut Generator) -> Json {
    text(generator.named_mailbox())
}

pub(super) fn note(generator: &mut Generator) -> Json {
    text(generator.note())
}

pub(super) fn code(generator: &mut Generator) -> Json {
    let units = generator.code();
    let mut fields = vec![("text", units.into())];
    if generator.random.once_in(3) {
        fields.push(("policy", generator.policy_json()));
    }
    Json::Object(fields)
}

pub(super) fn new_code(generator: &mut Generator) -> Json {
    let half = |generator: &mut Generator| {
        let half = generator.random.next().to_le_bytes();
        let [a, b, c, d, ..] = half;
        Json::from(generator.random.pick(&[0, u32::MAX, 1, u32::from_le_bytes([a, b, c, d])]))
    };
    let entropy = vec![half(generator), half(generator)];
    Json::from([("entropy", Json::List(entropy)), ("policy", generator.policy_json())])
}

fn text(units: Units) -> Json {
    Json::from([("text", units.into())])
}

impl Generator {
    /// `text` as it is two times of three, or spoiled.
    fn mostly(&mut self, text: &str) -> Units {
        if self.random.once_in(3) { self.spoiled(text) } else { text.encode_utf16().collect() }
    }

    /// One of `sound`; lengthened to one of `lengths` characters now and then; or nothing but awkward pieces.
    fn one_of(&mut self, sound: &[&str], lengths: &[usize]) -> Units {
        let mut text = self.random.pick(sound).to_owned();
        match self.random.below(12) {
            0 => {
                let pieces = self.random.below(12);
                text = self.awkward(pieces);
            }
            1 => {
                let filler = self.random.pick(&["a", "é", "e\u{301}", "\u{344}", "𐐀", "ß", "\u{fb03}"]);
                let length = self.random.pick(lengths).saturating_sub(text.chars().count());
                text.push_str(&filler.repeat(length));
            }
            _ => {}
        }
        self.mostly(&text)
    }

    pub(super) fn human_name(&mut self) -> Units {
        if self.random.once_in(3) {
            let (first, last) = self.random.pick(PEOPLE);
            let name = self.random.pick(&[first, last]);
            return self.mostly(name);
        }
        self.one_of(NAMES, &[69, 70, 71, 140])
    }

    pub(super) fn organisation_name(&mut self) -> Units {
        self.one_of(ORGANISATIONS, &[99, 100, 101])
    }

    pub(super) fn named_mailbox(&mut self) -> Units {
        self.one_of(ORGANISATIONS, &[253, 254, 255])
    }

    pub(super) fn note(&mut self) -> Units {
        if self.random.once_in(12) {
            let length = self.random.pick(&[1999, 2000, 2001]);
            return self.classes(length).encode_utf16().collect();
        }
        self.one_of(NOTES, &[40])
    }

    pub(super) fn ods_code(&mut self) -> Units {
        self.one_of(ODS_CODES, &[12, 13])
    }

    pub(super) fn mailbox_address(&mut self) -> Units {
        let mut name = self.random.pick(MAILBOXES).to_owned();
        if self.random.once_in(8) {
            let length = self.random.pick(&[63, 64, 65]);
            name.push_str(&"a".repeat(length - name.len().min(length)));
        }
        name.push_str(self.random.pick(DOMAINS));
        self.mostly(&name)
    }

    pub(super) fn email(&mut self) -> Units {
        let (mut local, mut host) = (self.random.pick(LOCALS).to_owned(), self.random.pick(HOSTS).to_owned());
        match self.random.below(10) {
            0 => local = "a".repeat(self.random.pick(&[63, 64, 65])),
            1 => host = format!("{}.org", "a".repeat(self.random.pick(&[62, 63, 64]))),
            2 => host = format!("{}org", "a.".repeat(self.random.pick(&[90, 122, 124, 125, 126]))),
            3..=5 => (local, host) = ("jane".to_owned(), "example.org".to_owned()),
            6 if self.random.once_in(4) => return self.spoiled(""),
            _ => {}
        }
        self.mostly(&format!("{local}@{host}"))
    }

    pub(super) fn code(&mut self) -> Units {
        let digits = self.random.pick(&[6, 6, 6, 6, 5, 7, 9, 0, 18]);
        let zero = self.random.pick(&['0', '0', '0', '０', '٠', '𝟘', '۰']);
        let separator = self.random.pick(&["", "", " ", "-", "\u{a0}", "\u{200b}", "–", ".", "\u{2011}"]);
        let mut code = String::new();
        for at in 0..digits {
            if at == 3 {
                code.push_str(separator);
            }
            let digit = u32::try_from(self.random.below(10)).unwrap_or_default();
            code.extend(char::from_u32(u32::from(zero) + digit));
        }
        self.mostly(&code)
    }

    pub(super) fn telephone(&mut self) -> Units {
        self.one_of(TELEPHONES, &[39, 40, 41])
    }

    pub(super) fn role(&mut self) -> Units {
        self.one_of(ROLES, &[99, 100, 101])
    }
}
